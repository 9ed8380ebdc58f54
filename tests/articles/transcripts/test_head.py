from datetime import datetime

import pytest

from articles.transcripts import Figure, Paragraph, parse
from articles.transcripts.layout import Line, Manuscript
from tests.transcripts import interview


@pytest.mark.parametrize(
    "head",
    [
        "Khau Lạc\nĐể mỗi đồi chè thành một điểm đến\n\nKinh tế\n05:26 PM 15/01/2025\n",
        "Khau Lạc\nĐể mỗi đồi chè thành một điểm đến\nKinh tế\n05:26 PM 15/01/2025\n",
        "Khau Lạc\n\nĐể mỗi đồi chè thành một điểm đến\n\nKinh tế\n\n05:26 PM 15/01/2025\n",
        "Khau Lạc\nĐể mỗi đồi chè thành một điểm đến\n\n05:26 PM 15/01/2025\nKinh tế\n",
        "Khau Lạc\nĐể mỗi đồi chè\nthành một điểm đến\n\nKinh tế\n05:26 PM 15/01/2025\n",
        "05:26 PM 15/01/2025\n\nKhau Lạc\nĐể mỗi đồi chè thành một điểm đến\n\nKinh tế\n",
    ],
)
def test_kicker_headline_and_section_in_their_usual_places(head):
    draft = interview("PV: Hỏi?", "Ông Lê A: Đáp.", head=head + "\nĐoạn dẫn.\n")
    assert (draft.kicker, draft.headline) == ("Khau Lạc", "Để mỗi đồi chè thành một điểm đến")
    assert draft.section == "Kinh tế"
    assert draft.published == datetime(2025, 1, 15, 17, 26)
    assert draft.standfirst == "Đoạn dẫn."


def test_section_is_optional():
    draft = interview(
        "PV: Hỏi?", "Ông Lê A: Đáp.", head="Cầu Bến Lĩnh 2 thông xe\n\n17:26 15/01/2025\n\nĐoạn dẫn.\n"
    )
    assert (draft.kicker, draft.headline, draft.section) == ("", "Cầu Bến Lĩnh 2 thông xe", "")


def test_any_short_line_before_the_time_is_a_section_the_paper_may_lack():
    draft = interview(
        "PV: Hỏi?", "Ông Lê A: Đáp.", head="Cầu Bến Lĩnh 2 thông xe\n\nĐô thị trẻ\n17:26 15/01/2025\n"
    )
    assert (draft.headline, draft.section) == ("Cầu Bến Lĩnh 2 thông xe", "Đô thị trẻ")


def test_headline_alone_is_enough():
    draft = parse("Cầu Bến Lĩnh 2 thông xe\n\nPV: Hỏi?\n\nÔng Lê A: Đáp.")
    assert draft.headline == "Cầu Bến Lĩnh 2 thông xe"
    assert (draft.published, draft.section, draft.standfirst, draft.introduction) == (None, "", "", ())


def test_headline_may_look_like_a_label():
    draft = parse("Ông Lê Văn Rừng: Giữ rừng là giữ nước\n\nĐoạn dẫn.\n\nPV: Hỏi?\n\nÔng Lê Văn Rừng: Đáp.")
    assert draft.headline == "Ông Lê Văn Rừng: Giữ rừng là giữ nước"
    assert len(draft.turns) == 2


def test_without_a_headline_the_desk_is_told():
    draft = parse("PV: Hỏi?\n\nÔng Lê A: Đáp.")
    assert draft.headline == ""
    assert "Không thấy tít ở đầu bản ghi." in draft.warnings


def test_figure_that_repeats_the_headline_without_its_kicker_shows_where_it_ends():
    draft = interview(
        "PV: Hỏi?",
        "Ông Lê A: Đáp.",
        "Để mỗi đồi chè thành một điểm đến - Ảnh 1.",
        "Đồi chè",
        head="Khau Lạc Để mỗi đồi chè thành một điểm đến\n\n17:26 15/01/2025\n",
    )
    assert (draft.kicker, draft.headline) == ("Khau Lạc", "Để mỗi đồi chè thành một điểm đến")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("05:26 PM 15/01/2025", datetime(2025, 1, 15, 17, 26)),
        ("12:05 AM 15/01/2025", datetime(2025, 1, 15, 0, 5)),
        ("12:05 PM 15/01/2025", datetime(2025, 1, 15, 12, 5)),
        ("05:26 CH 15/01/2025", datetime(2025, 1, 15, 17, 26)),
        ("17:26 15/01/2025", datetime(2025, 1, 15, 17, 26)),
        ("17:26 PM 15/01/2025", datetime(2025, 1, 15, 17, 26)),
        ("Thứ Tư, 15/01/2025 - 17:26", datetime(2025, 1, 15, 17, 26)),
        ("15/01/2025, 17:26 (GMT+7)", datetime(2025, 1, 15, 17, 26)),
        ("Chủ nhật, ngày 5/1/2025 | 7:06 GMT+07:00", datetime(2025, 1, 5, 7, 6)),
        ("Cập nhật lúc 17h26, ngày 15 tháng 1 năm 2025", datetime(2025, 1, 15, 17, 26)),
        ("15-01-2025 17:26:09", datetime(2025, 1, 15, 17, 26)),
        ("15.01.2025", datetime(2025, 1, 15)),
    ],
)
def test_times_as_papers_print_them(line, expected):
    draft = interview("PV: Hỏi?", "Ông Lê A: Đáp.", head=f"Tít của bài\n\n{line}\n\nĐoạn dẫn.\n")
    assert (draft.published, draft.published_text, draft.standfirst) == (expected, line, "Đoạn dẫn.")


@pytest.mark.parametrize("line", ["25:26 15/01/2025", "17:26 31/02/2025"])
def test_a_time_that_cannot_be_is_kept_and_said(line):
    draft = interview("PV: Hỏi?", "Ông Lê A: Đáp.", head=f"Tít của bài\n\n{line}\n\nĐoạn dẫn.\n")
    assert draft.published is None
    assert draft.unplaced == (line,)
    assert draft.warnings[0] == f"Thời điểm đăng không có thật: “{line}”."


def test_a_sentence_with_a_date_is_no_time_line():
    draft = interview("PV: Hỏi?", "Ông Lê A: Đáp.", head="Tít của bài\n\nHọp lúc 17:26 15/01/2025 tại xã.\n")
    assert draft.published is None
    assert draft.standfirst == "Họp lúc 17:26 15/01/2025 tại xã."


def test_byline_under_the_time_is_no_standfirst():
    draft = interview(
        "PV: Hỏi?", "Ông Lê A: Đáp.", head="Tít của bài\n\n17:26 15/01/2025\n\nLý Mai Lan\n\nĐoạn dẫn.\n"
    )
    assert (draft.byline, draft.standfirst) == ((("Lý Mai Lan", ""),), "Đoạn dẫn.")


def test_a_figure_before_the_first_question_is_part_of_the_introduction():
    draft = interview("Ảnh 1: Bến đò cũ", "Đoạn hai.", "PV: Hỏi?", "Ông Lê A: Đáp.")
    assert draft.standfirst == "Đoạn dẫn."
    assert draft.introduction == (Figure(1, "Ảnh 1:", "", "Bến đò cũ"), Paragraph("Đoạn hai."))


@pytest.mark.parametrize(
    "head",
    [
        "KINH TẾ\nGóc nhìn\nLũ rút, người ở lại\n",
        "KINH TẾ\n\nGóc nhìn\n\nLũ rút, người ở lại\n",
        "Kinh tế\nGóc nhìn\nLũ rút, người ở lại\n12/3/2025 06:45\n",
        "KINH TẾ\nThứ Tư, 12-3-2025, 06:45 (GMT+7)\n\nGóc nhìn\nLũ rút, người ở lại\n",
        "(BVL) - 12/03/2025 06:45\nKINH TẾ\nGóc nhìn\nLũ rút,\nngười ở lại\n",
    ],
)
def test_a_section_on_top_of_kicker_and_headline(head):
    draft = interview("PV: Hỏi?", "Ông Lê A: Đáp.", head=head + "\nĐoạn dẫn.\n")
    assert (draft.section.upper(), draft.kicker, draft.headline) == ("KINH TẾ", "Góc nhìn", "Lũ rút, người ở lại")
    assert (draft.standfirst, draft.warnings) == ("Đoạn dẫn.", ())
    assert (draft.published == datetime(2025, 3, 12, 6, 45)) is ("2025" in head)


@pytest.mark.parametrize(
    "head",
    [
        "KINH TẾ\nThứ Tư, 12-3-2025, 06:45 (GMT+7)\n\nLũ rút, người ở lại\n",
        "Kinh tế\n12/3/2025 06:45\nLũ rút, người ở lại\n",
    ],
)
def test_a_section_and_the_time_above_the_headline(head):
    draft = interview("PV: Hỏi?", "Ông Lê A: Đáp.", head=head + "\nĐoạn dẫn.\n")
    assert (draft.section.upper(), draft.kicker, draft.headline) == ("KINH TẾ", "", "Lũ rút, người ở lại")
    assert (draft.published, draft.standfirst) == (datetime(2025, 3, 12, 6, 45), "Đoạn dẫn.")


def test_a_name_under_the_time_is_no_headline():
    draft = interview(
        "PV: Hỏi?", "Ông Lê A: Đáp.", head="CHUYỆN LÀNG CHÈ\n12/3/2025\nLý Mai Lan\nĐoạn dẫn.\n"
    )
    assert (draft.headline, draft.byline) == ("CHUYỆN LÀNG CHÈ", (("Lý Mai Lan", ""),))


def test_the_initials_of_a_paper_before_the_time():
    draft = interview(
        "PV: Hỏi?", "Ông Lê A: Đáp.", head="Lũ rút, người ở lại\n(BVL) - 12/03/2025 06:45\n\nĐoạn dẫn.\n"
    )
    assert (draft.headline, draft.published) == ("Lũ rút, người ở lại", datetime(2025, 3, 12, 6, 45))


@pytest.mark.parametrize("above", [("KINH TẾ",), ("KINH TẾ", "Góc nhìn"), ("Chuyện bên sông",)])
def test_the_style_of_word_shows_the_headline_wherever_it_stands(above):
    source = Manuscript((
        *(Line(text, number) for number, text in enumerate(above)),
        Line("Lũ rút, người ở lại", 5, style="title"), Line("Một đoạn dẫn không dấu chấm", 6),
        Line("PV: Hỏi?", 7), Line("Ông Lê A: Đáp.", 8),
    ))
    draft = parse(source)
    assert (draft.headline, draft.standfirst) == ("Lũ rút, người ở lại", "Một đoạn dẫn không dấu chấm")
    assert (draft.kicker or draft.section) == above[-1]


def test_a_headline_in_capitals_above_section_and_time_stays_the_headline():
    draft = interview(
        "PV: Hỏi?", "Ông Lê A: Đáp.",
        head="LŨ RÚT, NGƯỜI Ở LẠI\n\nKinh tế\n06:45 12/03/2025\n\nĐoạn dẫn.\n",
    )
    assert (draft.headline, draft.section, draft.standfirst) == ("LŨ RÚT, NGƯỜI Ở LẠI", "Kinh tế", "Đoạn dẫn.")


SAPO = "\nĐoạn dẫn này kể vì sao có cuộc trò chuyện, và người trò chuyện là ai.\n"
RUBRICS = (
    "Đối thoại cuối tuần", "Trò chuyện cuối tuần", "Gặp gỡ cuối tuần", "Câu chuyện hôm nay", "Chuyện làng nghề",
    "Gặp gỡ - Đối thoại", "Nhịp cầu nhà nông",
)
MASTHEADS = (
    "Tạp chí Sông Núi - Số 18 (tháng 9/2025)", "Số 18, tháng 9/2025", "Báo Hải Bình - Thứ Sáu, ngày 5/9/2025",
    "Hải Bình, ngày 5 tháng 9 năm 2025", "Hải Bình Online | 05/09/2025 14:20", "BÁO HẢI BÌNH ĐIỆN TỬ",
    "haibinh.example",
)
HEADLINES = (
    "Lũ rút, người ở lại", "“Muốn giữ rừng phải giữ người”", "Bỏ phố về bản: được gì, mất gì?",
    "Bà Lục Thị Yến: Giữ nghề là giữ người", "Người Giữ Lửa Làng Gốm", "LÚA GÃY CỔ BÔNG, CỨU HAY BỎ?",
    "Bến phà Đồng Lau: Chuyến cuối lúc 22 giờ",
)


@pytest.mark.parametrize("headline", HEADLINES)
@pytest.mark.parametrize("above", [*((rubric,) for rubric in RUBRICS), *((paper, RUBRICS[0]) for paper in MASTHEADS)])
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_a_rubric_below_any_masthead_is_the_kicker(above, headline, between):
    draft = interview("PV: Hỏi?", "Ông Lê A: Đáp.", head=between.join((*above, headline)) + "\n" + SAPO)
    assert (draft.kicker, draft.headline, draft.warnings) == (above[-1], headline, ())
    assert draft.standfirst == SAPO.strip()


@pytest.mark.parametrize("headline", HEADLINES)
@pytest.mark.parametrize("masthead", MASTHEADS)
def test_the_papers_name_issue_and_date_are_no_headline(masthead, headline):
    draft = interview("PV: Hỏi?", "Ông Lê A: Đáp.", head=f"{masthead}\n{headline}\n" + SAPO)
    assert (draft.kicker, draft.headline, draft.warnings) == ("", headline, ())
    assert (draft.published is None) is not any(date in masthead for date in ("5/9", "05/09", "ngày 5"))


@pytest.mark.parametrize(
    "headline", ["Báo động lũ sớm trên sông Lĩnh", "Tết Độc lập 2/9/1945 ở Nà Thoang", "Chợ quê bán hàng online"]
)
def test_a_headline_that_has_a_date_or_begins_like_a_paper_stays(headline):
    assert interview("PV: Hỏi?", "Ông Lê A: Đáp.", head=headline + "\n" + SAPO).headline == headline


@pytest.mark.parametrize(
    "line", ["Kinh tế | 12/3/2025 06:45", "12/3/2025 06:45 - Kinh tế", "Kinh tế - Thứ Tư, 12/3/2025, 06:45"]
)
@pytest.mark.parametrize("on_top", [True, False])
def test_section_and_time_in_one_line(line, on_top):
    lines = [line, "Lũ rút, người ở lại"] if on_top else ["Lũ rút, người ở lại", line]
    draft = interview("PV: Hỏi?", "Ông Lê A: Đáp.", head="\n".join(lines) + "\n" + SAPO)
    assert (draft.section, draft.headline) == ("Kinh tế", "Lũ rút, người ở lại")
    assert (draft.published, draft.kicker) == (datetime(2025, 3, 12, 6, 45), "")


def test_writer_and_time_in_one_line():
    draft = interview("PV: Hỏi?", "Ông Lê A: Đáp.", head="Lũ rút, người ở lại\nLý Mai Lan - 12/3/2025 06:45\n" + SAPO)
    assert (draft.headline, draft.byline_text) == ("Lũ rút, người ở lại", "Lý Mai Lan")
    assert draft.published == datetime(2025, 3, 12, 6, 45)


def test_a_long_kicker_under_a_section():
    head = "KINH TẾ\nĐi tìm đầu ra cho nông sản vùng cao\nNhãn Phú Vân sang châu Âu\n"
    draft = interview("PV: Hỏi?", "Ông Lê A: Đáp.", head=head + SAPO)
    assert (draft.section, draft.kicker) == ("KINH TẾ", "Đi tìm đầu ra cho nông sản vùng cao")
    assert (draft.headline, draft.warnings) == ("Nhãn Phú Vân sang châu Âu", ())


def test_a_line_below_it_that_is_shorter_is_the_headline():
    head = "Đi tìm đầu ra cho nông sản vùng cao\nNhãn Phú Vân sang châu Âu\n"
    draft = interview("PV: Hỏi?", "Ông Lê A: Đáp.", head=head + SAPO)
    assert (draft.kicker, draft.headline) == ("Đi tìm đầu ra cho nông sản vùng cao", "Nhãn Phú Vân sang châu Âu")
    assert draft.warnings == ()


@pytest.mark.parametrize(
    ("head", "headline"),
    [
        ("LÚA GÃY CỔ BÔNG,\nCỨU HAY BỎ?", "LÚA GÃY CỔ BÔNG, CỨU HAY BỎ?"),
        ("NHÃN PHÚ VÂN SANG CHÂU ÂU:\nĐƯỜNG DÀI, TEM NHỎ", "NHÃN PHÚ VÂN SANG CHÂU ÂU: ĐƯỜNG DÀI, TEM NHỎ"),
        ("NGƯỜI GIỮ LỬA\nỞ LÀNG GỐM TÂN LỘC", "NGƯỜI GIỮ LỬA Ở LÀNG GỐM TÂN LỘC"),
        ("Người giữ lửa\ncủa làng gốm Tân Lộc", "Người giữ lửa của làng gốm Tân Lộc"),
    ],
)
def test_a_headline_in_two_lines(head, headline):
    draft = interview("PV: Hỏi?", "Ông Lê A: Đáp.", head=head + "\n" + SAPO)
    assert (draft.kicker, draft.headline, draft.warnings) == ("", headline, ())


@pytest.mark.parametrize(
    "head",
    [
        "BẾN PHÀ NGỪNG CHẠY\nCẦU MỚI THÔNG XE SỚM\n",
        "Một dòng lạ\nMột dòng khác\nLũ rút, người ở lại\nMột dòng nữa ở dưới\n",
    ],
)
def test_lines_that_nothing_tells_apart_are_doubtful(head):
    draft = interview("PV: Hỏi?", "Ông Lê A: Đáp.", head=head + SAPO)
    assert any("tít" in warning for warning in draft.warnings), draft.warnings


@pytest.mark.parametrize(
    "masthead",
    [
        "Báo Đồng Xoan",
        "CỔNG TTĐT HUYỆN VÂN LĨNH",
        "ĐOÀN THANH NIÊN TỈNH VÂN LĨNH\nBản tin Tuổi trẻ Vân Lĩnh",
        "Cơ quan của Đảng bộ tỉnh Vân Lĩnh - Tiếng nói của Đảng bộ, chính quyền và nhân dân các dân tộc trong tỉnh",
        "CỔNG THÔNG TIN ĐIỆN TỬ SỞ LAO ĐỘNG TỈNH VÂN LĨNH",
        "Tạp chí Rừng và Nghề rừng",
        "Báo Vân Lĩnh - Giáo dục",
        "Chương trình Tiếp chuyện nhà nông, phát lúc 19:45 thứ Bảy, FM 96,5 MHz",
    ],
)
def test_a_name_of_the_paper_above_the_headline_is_neither_kicker_nor_headline(masthead):
    draft = interview(
        "PV: Hỏi?", "Ông Lê A: Đáp.", head=f"{masthead}\n\nBệnh khảm lá sắn: nhổ hay chữa?\n\nĐoạn dẫn của bài.\n"
    )
    assert (draft.kicker, draft.headline) == ("", "Bệnh khảm lá sắn: nhổ hay chữa?")
    assert draft.standfirst == "Đoạn dẫn của bài."
    assert draft.warnings == ()


@pytest.mark.parametrize("kicker", ["Phòng, chống lừa đảo qua mạng", "Đưa nghị quyết vào cuộc sống vùng cao"])
def test_a_campaign_above_a_longer_headline_is_its_kicker(kicker):
    draft = interview(
        "PV: Hỏi?", "Ông Lê A: Đáp.", head=f"{kicker}\nNghe điện thoại xong, mất 600 triệu đồng\n{SAPO}"
    )
    assert (draft.kicker, draft.headline) == (kicker, "Nghe điện thoại xong, mất 600 triệu đồng")
    assert draft.warnings == ()


@pytest.mark.parametrize(
    "headline", ["Tạp chí Rừng tròn 30 tuổi", "Trang tin xã Nà Thoang", "Chương trình Sữa học đường vào bản"]
)
def test_a_headline_about_a_paper_stays_one(headline):
    draft = interview("PV: Hỏi?", "Ông Lê A: Đáp.", head=f"{headline}\n\nĐoạn dẫn của bài.\n")
    assert (draft.headline, draft.standfirst) == (headline, "Đoạn dẫn của bài.")


def test_who_is_there_is_told_in_the_introduction_and_answers_nothing():
    draft = interview(
        "Nhà báo Lê Hạnh: Làng được gì?", "Ông Vi Văn Tải: Được tiền.", "Nhà báo Lê Hạnh: Mất gì?",
        "Bà Lò Thị Mai: Mất yên tĩnh.",
        head="Làng cổ giữ gì?\n\nĐoạn dẫn của bài.\n\nKhách mời: ông Vi Văn Tải, Trưởng thôn; bà Lò Thị Mai.\n",
    )
    assert [turn.kind for turn in draft.turns] == ["question", "answer"] * 2
    assert draft.turns[1].office == "Trưởng thôn"
    assert [block.text for block in draft.introduction] == [
        "Khách mời: ông Vi Văn Tải, Trưởng thôn; bà Lò Thị Mai."
    ]


def test_a_rubric_as_bold_as_the_two_lines_of_the_headline_is_its_kicker():
    head = "CẢI CÁCH HÀNH CHÍNH", "MỘT NĂM VẬN HÀNH TRUNG TÂM HÀNH CHÍNH CÔNG", "PHƯỜNG TÂN LỘC"
    told = "Sau một năm, trung tâm nhận 21.000 hồ sơ.", "PV: Còn gì vướng?", "Ông Lục Văn Thiệp: Đất đai."
    lines = [Line(text, at, bold=True, centered=True) for at, text in enumerate(head)]
    draft = parse(Manuscript((*lines, *(Line(text, at) for at, text in enumerate(told, 3)))))
    assert (draft.kicker, draft.headline, draft.warnings) == (head[0], " ".join(head[1:]), ())


@pytest.mark.parametrize("pen_name", ["Tuệ An", "Minh Khôi", "Hữu Ngân - Ngọc Vịnh"])
def test_a_pen_name_between_headline_and_hour_signs_and_is_no_section(pen_name):
    title = Line("Học nghề sau lớp 9: Ngả rẽ nào?", 0, bold=True, lead=31)
    lines = (
        title,
        Line(pen_name, 1, italic=True),
        Line("Cập nhật: 07:45, 20/11/2026", 2, italic=True),
        Line("Mỗi năm ba nghìn em không vào lớp 10. Bà Lục Thị Yến giải đáp.", 3),
        Line("Hỏi: Học nghề có sớm quá không?", 4),
        Line("Đáp: Không sớm nếu cháu thích.", 5),
    )
    draft = parse(Manuscript(lines))
    assert (draft.headline, draft.byline_text, draft.warnings) == (title.text, pen_name, ())


@pytest.mark.parametrize("byline", ["Nguyễn Hoài Sa thực hiện", "(Nguyễn Hoài Sa thực hiện)"])
def test_a_byline_right_below_the_headline_is_none_of_it(byline):
    draft = interview("PV: Hỏi?", "Ông Lê A: Đáp.", head=f"“Cây quế không phụ người”\n{byline}\n\nĐoạn dẫn.\n")
    assert (draft.headline, draft.byline_text) == ("“Cây quế không phụ người”", byline)


@pytest.mark.parametrize(
    "byline",
    [
        "Nhóm Bút Măng (11A2 - 11A5)",
        "Hoàng Minh Châu (lớp 11A2)",
        "Lê Na (CTV)",
        "Tổ Truyền thông",
        "Trung tâm Văn hóa - Thông tin huyện",
        "Ngọc Thạch - Sín Hồ (ghi qua điện thoại)",
        "Tin, bài: Ban Tuyên giáo",
    ],
)
def test_a_class_behind_a_name_at_the_end_signs(byline):
    draft = interview("PV: Hỏi?", "Ông Lê A: Đáp.", "PV: Cảm ơn ông!", byline)
    assert draft.byline_text == byline
    assert draft.warnings == ()


def sized(*lines):
    """A draft whose first lines are (text, half-points above the rest), all bold and centred."""
    head = (Line(text, at, bold=True, centered=True, size=28 + size) for at, (text, size) in enumerate(lines))
    sapo = "Sau ba năm làm lại từ đầu, xã mới gửi được lô chè đầu tiên ra nước ngoài, và nhà nào cũng có phần."
    told = (sapo, "PV: Hỏi?", "Ông Lê A: Đáp.")
    return parse(Manuscript((*head, *(Line(text, 9 + at, size=28) for at, text in enumerate(told)))))


@pytest.mark.parametrize(
    "halves",
    [
        ("Chè cổ thụ Khau Lạc:", "Bán một cân búp hay bán một câu chuyện?"),
        ("Cả xã chờ một con đường", "mà đường chờ một cây cầu"),
        ("Trưởng công an xã Bành Mạnh Cường:", "“Mười cuộc gọi thì chín cuộc không phải chuyện hình sự”"),
    ],
)
def test_a_headline_broken_in_two_is_printed_larger_in_both_lines(halves):
    draft = sized(*((half, 8) for half in halves))
    assert (draft.kicker, draft.headline) == ("", " ".join(halves))
    assert draft.warnings == ()


def test_a_kicker_is_printed_smaller_than_its_headline():
    draft = sized(("Chè cổ thụ Khau Lạc:", 0), ("Bán một cân búp hay bán một câu chuyện?", 8))
    assert (draft.kicker, draft.headline) == ("Chè cổ thụ Khau Lạc:", "Bán một cân búp hay bán một câu chuyện?")
    assert draft.warnings == ()


def test_a_last_line_in_capitals_that_names_a_place_belongs_to_the_headline():
    draft = interview(
        "PV: Hỏi?", "Ông Lê A: Đáp.",
        head="MỘT NĂM VẬN HÀNH TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG\nPHƯỜNG TÂN LỘC\n17:26 15/01/2025\n\nĐoạn dẫn.\n",
    )
    assert draft.headline == "MỘT NĂM VẬN HÀNH TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG PHƯỜNG TÂN LỘC"
    assert (draft.section, draft.warnings) == ("", ())


def test_a_photographer_and_a_writer_below_the_headline_sign():
    draft = interview(
        "PV: Hỏi?", "Ông Lê A: Đáp.", head="Cầu thông xe trước Tết\nẢnh: Lâm Phong - Bài: Hà Vi\n\nĐoạn dẫn.\n"
    )
    assert draft.byline_text == "Ảnh: Lâm Phong - Bài: Hà Vi"
    assert draft.introduction == ()


def test_two_pen_names_below_the_hour_sign():
    draft = interview(
        "PV: Hỏi?", "Ông Lê A: Đáp.",
        head="Đưa bác sĩ về bản\n\n08:15 | 20/11/2026\n\nThu Hương - Đức Anh\n\nĐoạn dẫn.\n",
    )
    assert (draft.headline, draft.byline_text, draft.warnings) == ("Đưa bác sĩ về bản", "Thu Hương - Đức Anh", ())
