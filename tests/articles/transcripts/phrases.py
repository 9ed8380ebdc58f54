# ruff: noqa: E501
"""Invented Vietnamese phrases, composed at random, so that no list of words can be fitted to them."""

FAMILY = (
    "Nguyễn Trần Lê Phạm Hoàng Vũ Đặng Bùi Đỗ Ngô Lý Nông Triệu Lò Vi Hà Đinh Lương Mai Lục Bế Ma Giàng Quàng".split()
)
MIDDLE = "Thị Văn Minh Thu Ngọc Đức Hoài Quý Thanh Xuân Hữu Khánh Bảo Seo Kim".split()
GIVEN = "Khuê Lan Hậu Bình Hiền Tùng Ánh Linh Páo Mận Yến Sương Thảo Tải Lềnh Ngân Quế Dao Phước Vịnh Hạnh Tấn Vóc Rạng".split()
PLACE = (
    "Bến Lĩnh", "Cầu Mây", "Tân Lộc", "Hòa Sơn", "Nà Thoang", "Khau Lạc", "Phú Vân", "Thạch Bồ",
    "Đồng Lau", "Mường Sảo", "Sơn Trạch", "Tà Nhìu", "Lũng Pục", "Đèo Gió", "Hải Khê", "Yên Trạch",
)
PROVINCE = ("Vân Lĩnh", "Hải Bình", "Đông Giang", "Mộc Giang", "Hồng Xuyên", "Trà Sơn", "Thượng Ngàn")
THING = (
    "cây cam", "đàn trâu", "lò gốm", "chợ phiên", "bến phà", "rừng quế", "con đường đất", "lớp học đêm",
    "tiếng khèn", "nước sạch", "trạm y tế", "vườn ươm", "lưới điện", "nhà máy chè", "cây cầu treo",
    "đội bóng", "sân khấu chèo", "hồ chứa", "bảo hiểm y tế", "học phí", "đất rừng", "mắm cá", "bãi rác",
    "thư viện xã", "vắc-xin", "hạt thóc giống", "máy cấy", "làng nghề", "căn nhà tạm", "giọt máu hiến",
)
QUALITY = (
    "cuối cùng", "trẻ nhất xã", "trên mây", "mùa nước nổi", "thời số hóa", "không nghỉ trưa",
    "của ba thế hệ", "sau cơn lũ", "bên kia sông", "giữa hai mùa", "đợi người mua", "một trăm năm tuổi",
)
VERB = (
    "giữ", "nuôi", "đưa", "gỡ khó cho", "chọn", "trả lại", "bán", "sửa", "cứu", "đánh thức",
    "mở cửa cho", "đi tìm", "nối lại", "bỏ", "chờ", "trồng", "đo đếm", "chia sẻ", "gánh", "viết về",
)
WHO = (
    "người già", "bí thư xã", "thầy giáo bản", "người thợ", "bà con", "cô y tá", "lớp trẻ",
    "đội dân phòng", "nông dân", "nhà khoa học", "doanh nghiệp nhỏ", "ngư dân", "sinh viên năm cuối",
    "chủ vườn",
)
TOPIC = (
    "Kinh tế", "Đời sống", "Chính trị", "Văn hóa", "Nông nghiệp", "Hội nhập", "Cơ sở", "Biên phòng",
    "Pháp đình", "Tài chính", "Năng lượng", "Học đường", "Sức trẻ", "Nhà đất", "Biển đảo", "Vùng cao",
    "Môi sinh", "Lao động", "Nội chính", "Dân tộc", "Tôn giáo", "Bảo hiểm", "Khuyến nông", "Di sản",
    "Công đoàn",
)
RUBRIC = (
    "Bàn tròn", "Ghế nóng", "Góc nhỏ", "Tách trà", "Mạch ngầm", "Lời người trong cuộc", "Sổ tay",
    "Nhịp sống", "Điểm hẹn", "Người quê mình", "Dấu chân", "Khoảng lặng", "Hồ sơ", "Sau luỹ tre",
    "Lắng nghe dân nói", "Nẻo về", "Năm câu hỏi", "Chuyện bên bếp lửa", "Hộp thư", "Cửa sổ",
    "Phía sau con số", "Nghề lạ", "Tiếp dân", "Đường mới",
)
TAIL = (
    "thứ Bảy", "tháng Ba", "Xuân Bính Ngọ", "vùng biên", "mùa thi", "của tuần", "trước thềm đại hội",
    "số 7", "chủ nhật", "doanh nhân", "tuổi hai mươi", "nhà nông", "làng mới", "phố núi",
)
OFFICE = (
    "Chủ tịch UBND xã", "Giám đốc Sở Y tế tỉnh", "Trưởng bản", "Hiệu trưởng Trường THCS",
    "Phó Bí thư Đảng ủy xã", "Chủ nhiệm Hợp tác xã", "Trưởng trạm Kiểm lâm", "Chủ tịch Hội Nông dân xã",
)
MOTTO = (
    "Cơ quan của Đảng bộ tỉnh {p} - Tiếng nói của Đảng bộ, chính quyền và nhân dân tỉnh {p}",
    "Tiếng nói của Đảng bộ, chính quyền và nhân dân {p}",
    "Cơ quan ngôn luận của Liên đoàn Lao động tỉnh {p}", "Vì cuộc sống bình yên của người {p}",
    "Nhanh - Đúng - Gần dân",
)
PAPER = (
    "Báo {p}", "BÁO {P}", "Báo {p} điện tử", "{p} Online", "Tạp chí {p} Xanh", "BÁO {P} CUỐI TUẦN",
    "Đài PT-TH {p}", "Tạp chí Người làm vườn", "Nguyệt san Sông Đà", "Bản tin Hội Nhà báo {p}",
    "CỔNG THÔNG TIN ĐIỆN TỬ TỈNH {P}", "{l}.example.vn", "Báo và Phát thanh, Truyền hình {p}",
    "Chuyên trang Tuổi trẻ {p}",
)
ISSUE = (
    "Số 2.145 (7.812)", "Số 31, ra ngày 2/8/2026", "số Tết 2026", "Kỳ 2, tháng 9/2026",
    "Số 18 - tháng 9 năm 2026", "Số 145 | Thứ Ba, 12/5/2026", "Năm thứ 62 - Số 5.120",
)
TIME = (
    "05:26 PM 15/01/2026", "17:26 15/01/2026", "Thứ Tư, 15/01/2026 - 17:26", "15/01/2026, 17:26 (GMT+7)",
    "15-01-2026", "Chủ nhật, ngày 5/1/2026 | 7:06 GMT+07:00",
    "Cập nhật lúc 17h26, ngày 15 tháng 1 năm 2026", "15.01.2026 17:26", "Ngày đăng: 15/01/2026",
    "Đăng lúc: 17:26 - 15/01/2026", "15/1/2026 8:05:11", "Thứ Năm 15/1/2026 lúc 8 giờ 05",
    "{p}, ngày 15 tháng 1 năm 2026", "T4, 15/01/2026 | 17:26", "15 Tháng Một 2026", "2026-01-15 17:26",
    "17 giờ trước", "Thứ tư, 15 Tháng 1 2026 17:26", "15/01/2026 | 17:26 GMT+7",
    "Xuất bản: 15/01/2026 17:26", "15/01/26 - 17:26", "Ngày 15/01/2026 - 17:26 CH",
    "Published: 15/01/2026", "Đăng ngày 15/01/2026 | Lượt xem: 1.204",
)


def person(r):
    return f"{r.choice(FAMILY)} {r.choice(MIDDLE)} {r.choice(GIVEN)}"


def pen(r):
    """A reporter as papers sign: a full name, a pen name of two words."""
    return r.choice((person(r), f"{r.choice(MIDDLE)} {r.choice(GIVEN)}", f"{r.choice(MIDDLE[2:])} {r.choice(GIVEN)}"))


def capital(text):
    return text[0].upper() + text[1:]


def section(r):
    text = r.choice(
        (
            r.choice(TOPIC),
            f"{r.choice(TOPIC)} - {r.choice(TOPIC)}",
            f"{r.choice(TOPIC)} và {r.choice(TOPIC).lower()}",
            f"{r.choice(TOPIC)} {r.choice(TAIL)}",
        )
    )
    return r.choice((text, text, text.upper(), text.upper(), f"{text} >", f"» {text}"))


def crumbs(r):
    between = r.choice((" > ", " / ", " » ", " › "))
    return between.join(("Trang chủ", r.choice(TOPIC), r.choice(TOPIC))[: r.choice((2, 3))])


def kicker(r):
    text = r.choice(
        (
            r.choice(PLACE),
            f"Xã {r.choice(PLACE)}",
            r.choice(RUBRIC),
            f"{r.choice(RUBRIC)} {r.choice(TAIL)}",
            f"{r.choice(TOPIC)} {r.choice(TAIL)}",
            f"{capital(r.choice(VERB))} {r.choice(THING)} ở {r.choice(PLACE)}",
            f"{capital(r.choice(THING))} {r.choice(QUALITY)}",
            f"Nhân ngày hội {r.choice(THING)} {r.choice(PLACE)}",
            f"Kỷ niệm {r.randint(10, 90)} năm {r.choice(THING)}",
            f"{r.choice(RUBRIC)} - {r.choice(TAIL)}",
        )
    )
    text = r.choice((text, text, text, text.upper(), text.upper()))
    return text + r.choice(("", "", "", "", ":"))


def headline(r):
    """One line of 4 to 25 words."""
    who, thing, verb, place = r.choice(WHO), r.choice(THING), r.choice(VERB), r.choice(PLACE)
    plain = f"{who} {verb} {thing} {r.choice(QUALITY)}"
    text = r.choice(
        (
            capital(plain),
            capital(f"{thing} {r.choice(QUALITY)} ở {place}"),
            capital(f"{verb} {thing} như giữ nhà"),
            f"{place}: {capital(plain)}",
            f"“{capital(plain)}”",
            f"{person(r)}: “{capital(plain)}”",
            f"Ông {person(r)}: {capital(plain)}",
            capital(f"vì sao {plain}?"),
            capital(f"{thing} {place} - {verb} hay {r.choice(VERB)}?"),
            capital(f"{r.randint(3, 99)} ngày {verb} {thing}"),
            capital(f"{plain}, {r.choice(VERB)} {r.choice(THING)}"),
            capital(
                f"{plain} để {r.choice(VERB)} {r.choice(THING)} và {r.choice(VERB)} {r.choice(THING)} cho {r.choice(WHO)}"
                f" ở {place}"
            ),
            capital(f"để {thing} không còn {r.choice(QUALITY)}"),
            f"{r.randint(2, 9)} năm, {r.randint(100, 999)} {thing}: {capital(verb)} gì?",
            capital(f"{thing}: {verb} từ đâu?"),
            f"Người {verb} {thing}",
        )
    )
    return r.choice((text, text, text, text.upper()))


def sentence(r):
    return r.choice(
        (
            f"{capital(r.choice(WHO))} ở {r.choice(PLACE)} đã {r.choice(VERB)} {r.choice(THING)} hơn {r.randint(3, 40)} năm nay, qua nhiều lần thiên tai.",
            f"Mỗi năm xã {r.choice(PLACE)} có chừng {r.randint(20, 900)} hộ {r.choice(VERB)} {r.choice(THING)} và sống được bằng nghề ấy.",
            f"Từ đầu năm, việc {r.choice(VERB)} {r.choice(THING)} ở {r.choice(PLACE)} gặp nhiều trở ngại mà ít ai ngờ tới.",
            f"Chúng tôi gặp {r.choice(WHO)} vào một sáng mưa, khi {r.choice(THING)} {r.choice(QUALITY)} vừa qua đợt rét dài.",
            f"Năm {r.randint(2001, 2025)}, tỉnh {r.choice(PROVINCE)} chi {r.randint(2, 90)} tỷ đồng để {r.choice(VERB)} {r.choice(THING)}.",
        )
    )
