"""More comments written before their writer had read the checks; what was missed then is what was mended."""

HONEST = """
Đường vào thôn Khau Lạc hỏng ba năm rồi, mưa là trẻ con không đi học được. Mong tỉnh quan tâm.
Tôi đi vay ngân hàng chính sách 50 triệu nuôi trâu, lãi thấp, nhờ vậy mà thoát nghèo.
Cảm ơn tòa soạn đã viết về nạn tín dụng đen. Xóm tôi có nhà bị siết nợ vì vay qua app.
Đề nghị công an dẹp ngay các sới cá độ ở phường Tân Lộc, thanh niên hư hết.
Con tôi suýt bị lừa vì tin nhắn việc nhẹ lương cao. Bà con cảnh giác.
Bài hay!
Hay lắm ạ 👍👍
Giá vàng lên 95 triệu một lượng thì dân lấy tiền đâu mà mua cưới.
Ngày 12/9/2025 tôi nộp hồ sơ số 0123/HS-UB tại xã Nà Thoang, đến nay chưa có trả lời.
Cho tôi hỏi số điện thoại đường dây nóng của Sở Y tế là bao nhiêu?
Nhà tôi nuôi ong 20 năm, năm nay mật mất mùa vì hoa rừng ít, bán rẻ cũng không ai mua.
Ông Nguyễn Văn Dậu nói đúng quá, chó thả rông cắn người mà không ai phạt.
Duong o xa Phu Van xau qua, de nghi sua som
Thằng cháu tôi thi đỗ đại học, cả họ mừng rơi nước mắt.
UBND tỉnh và Sở GTVT cần trả lời dân. BHYT, BHXH cũng vậy.
Cầu Mây xây 2019, khánh thành 2021, 2024 đã nứt. Ai chịu trách nhiệm?
Mình không đồng ý với bạn Lan ở trên. Trẻ em cần sân chơi hơn là bãi đỗ xe.
Bài này đăng trên VnExpress rồi, nhưng báo nhà viết kỹ hơn.
Trận tối qua 2-1, thủ môn bắt hay, trọng tài bắt lỗi hơi nặng tay.
Chị tôi bị tiểu đường, bác sĩ bệnh viện tỉnh khuyên đi bộ mỗi ngày, nay đỡ nhiều rồi.
Lồng đèn trung thu năm nay đẹp, các cháu vui lắm
Thưa tòa soạn, xin đính chính: cháu Hà 15 tuổi chứ không phải 16.
buồn ghê, thương các cô giáo vùng cao :(
Ủng hộ 500 nghìn cho cháu bé thì gửi về đâu ạ?
Điện lực báo tăng 4,8% mà hóa đơn nhà tôi từ 650.000 lên 1.120.000 đồng, xin giải thích.
Cảm ơn báo, tôi làm thủ tục vay vốn hộ cận nghèo đúng như báo hướng dẫn, được ngân hàng giải ngân 40 triệu sau 10 ngày.
Thế còn xổ số thì sao, nhà nước cũng bán đấy thôi?
Mỗi lần họp lớp lại nhắc cô Bảy bán xôi ở cổng trường, 5 nghìn một gói mà ngon.
Vợ tôi bán hàng ở chợ Bến Lĩnh hai chục năm, thuế khoán tăng gấp ba, hỏi sống sao?
Tôi gọi đường dây nóng ba lần, lần nào cũng "thuê bao quý khách vừa gọi".
Đất dịch vụ tái định cư bao giờ giao cho dân?
Con gái tôi mê tiếng Hàn, muốn đi xuất khẩu lao động mà nhà không có tiền đặt cọc.
Đội bóng tỉnh nhà thắng 3-0, mừng quá. Cửa trên có khác!
Nghề nuôi gà chọi ở quê tôi là văn hóa, đừng đánh đồng với cờ bạc.
Tôi mua bảo hiểm nhân thọ qua ngân hàng, bị ép, giờ rút không được.
Tôi đề nghị công khai bảng lương. Ai cũng được biết.
Bác Páo bốc thuốc nam giỏi, hôm nay lên báo cả bản vui.
Lần đầu được đi tàu, cháu thích lắm, vé 90k/người cũng hợp lý.
Trả tiền điện qua app bị trừ hai lần, gọi lên bảo đợi 15 ngày.
Công ty giày tuyển 500 công nhân mà lương có 6 triệu, ai đi?
Thuốc lá điện tử bán đầy cổng trường, học sinh lớp 7 cũng hút.
12 ngày mưa, 3 xã ngập, 47 hộ phải sơ tán. Thương quá.
Anh Dũng ơi, em Hạnh lớp 12B đây, nhìn ảnh nhận ra anh liền!
Các thầy giỏi về phố hết. Trường tôi 3 năm chưa có giáo viên tin học.
E là dự án này rồi cũng đắp chiếu.
Cho tôi xin lại bài "Người giữ rừng Khau Lạc" đăng năm ngoái với.
Xe đò Vân Lĩnh - Hà Nội nhồi nhét khách, vé 200k mà ngồi ghế nhựa.
Trời. Lại tăng giá nữa.
Nói như ông thì ai nói chẳng được. Ông thử ra đó làm xem.
Tiếng Thái gọi là "nặm tốc tát", báo viết "nậm" chưa chuẩn.
Lỗi chính tả: "sử lý" phải là "xử lý" ạ.
Anh N*** và chị L** trong bài là hàng xóm nhà tôi, ở khách sạn 5* đầu phố.
Mục 1(a) và mục 2(b) trong nghị quyết không khớp nhau, đề nghị xem lại.
Người H'Mông, người M'Nông vay vốn chính sách trồng quế, năm nay trả hết nợ rồi.
Từ đâu mà có con số 84 tỉ 300 000 000 đồng vậy ạ?
Địa đầu đất nước quê mình, thương các chú bộ đội ngủ dốc núi.
Chó sủa cả đêm, một lũ chó hoang kéo nhau vào chợ, trẻ con không dám đi học.
"""

# As in said.py: the name of a check | the comment.
TRICKY = """
lending | Nhà mình vừa qua đợt lũ, may có chị Hoa tư vấn gói vay nhanh không thế chấp. Bà con cần thì nhắn chị ấy nhé
lending | Giải ngân trong 5 phút, chỉ cần cccd, không gặp mặt, không thẩm định người thân
lending | Ai bị nợ xấu vẫn hỗ trợ 10-50tr, góp ngày góp tuần đều có
lending | V.a.y t.i.ề.n nhanh lh không chín một hai ba bốn năm sáu bảy tám
lending | Kẹt tiền cuối tháng? Chỉ cần bằng lái xe là có 20 triệu, lãi 0% kỳ đầu
lending | App Tiền Ơi duyệt tự động, hạn mức 15 triệu, giữ căn cước là xong
lending | Hỗ trợ đáo hạn ngân hàng, rút tiền thẻ tín dụng phí thấp, mở cửa cả chủ nhật
betting | Chiều qua em thắng 3 củ nhờ nổ hũ bên cổng game 68, các bác thử vận may xem
betting | t.à.i x.ỉ.u uy tín nhất 2026, nạp 100k tặng 100k
betting | Đội tỉnh nhà đá hay quá, kèo tối nay nửa trái xanh chín, vào nhóm em bắt kèo free
betting | Anh em thích lô đề thì chốt số với thầy Năm, bạch thủ hôm qua nổ rồi
betting | T@i x!u đổi thưởng, rút tiền 1 phút
betting | Đăng ký hội viên mới nhận ngay 88k, baccarat người đẹp chia bài trực tiếp
betting | Đá gà trực tiếp thomo mỗi ngày, hoàn trả 1,5%
betting | kubet chấm com đang khuyến mãi lớn
link | Xem thêm tại bit,ly/2xKq9 nhé mọi người
link | vào trang vanlinh24 dot net để biết sự thật
link | ｗｗｗ．ｓｈｏｐｒｅ．ｃｏｍ giá tốt
link | tin nong o trang h t t p s : / / tin-nong . xyz
link | Truy cập ngay sieuthire[.]shop để nhận quà
link | Nhóm zалo.me/g/abcxyz ai vào thì vào
phone | Liên hệ O9l2.34S.678 gặp Hùng
phone | gọi số ⓪⑨①②③④⑤⑥⑦⑧ để được tư vấn
phone | zalo cho em: không chín tám bảy, sáu năm bốn, ba hai một nha
phone | 0-9-8-7/6-5-4/3-2-1 a Tuấn sửa ống nước
phone | sđt +84 (0) 91 234 56 78 có người nghe máy
phone | 0\u200b9\u200b12345\u200b678 thợ điện giỏi
advert | Đọc bài về đường đèo mà thương quá. Nhà em có mật ong rừng nguyên chất, ai cần inbox em ship tận nơi
advert | Tuyển ctv làm tại nhà, việc nhẹ lương cao 500k/ngày, không cần kinh nghiệm
advert | Cần tìm 5 bạn nhập liệu online rảnh tay, thu nhập 300-700k một ngày, nhắn em nhận việc
advert | Bố tôi tiểu đường 10 năm, uống thuốc nam của lương y Tư ba tháng khỏi hẳn. Ai bệnh tôi chỉ chỗ mua
advert | Nhóm tín hiệu vàng forex của thầy Khang lãi 30% một tháng, bao cháy tài khoản, add zalo em kéo vào
advert | Đầu tư coin mới, cam kết lợi nhuận 20%/tuần, rút vốn bất kỳ lúc nào
advert | Nhận làm bằng đại học, chứng chỉ tiếng anh, lấy ngay có hồ sơ gốc
phrase | Làm ăn như l*n
phrase | đm mấy ông quan tham
phrase | Bọn này đúng là óc ch0'
phrase | d i t m e chúng mày
phrase | Cái thằng viết bài này mất dạyyyyy, ngu vl
phrase | Địt con mẹ nó chứ, đúng vcl
phrase | Bài viết như c.ặ.c
phrase | đ.m đường thế này mà cũng nghiệm thu
borrowed | Thằng nhà báo ngս đần
turned | Giá điện tăng \u202egnăt tôb hcit ủhc gnô\u202c rồi
shouting | TẠI SAO CHÍNH QUYỀN KHÔNG LÀM GÌ HẾT VẬY, DÂN KHỔ LẮM RỒI, CÁC ÔNG CÓ NGHE KHÔNG
language | asdkjh qwlekj zxmcnb qpwoei alskdj zmxncb
length | 😂😂😂😂😂😂😂🔥🔥🔥🔥
repeating | Hay quá hay quá hay quá hay quá hay quá hay quá hay quá hay quá hay quá hay quá hay quá hay quá
language | Check out my profile for the best deals on watches and handbags, free shipping worldwide
lending | May có anh bạn bên tài chính giúp xoay 15tr trong buổi sáng. Bác nào cũng kẹt thì để lại số em giới thiệu
lending | tiền đứng tiền góp, lấy liền trong ngày, có xe máy là được
lending | Vayy tiềnn onlinee k gặp mặt k cọc
lending | Không cần chứng minh thu nhập vẫn vay được 100 triệu, hỏi em
lending | Tải ứng dụng Vay365, nhập số căn cước, 3 phút sau tiền vào tài khoản
lending | Bao nợ xấu CIC, hồ sơ bên em lo từ A-Z
lending | Bạn cần tiền? Chúng tôi có tiền. Lãi suất cực thấp. Nhắn tin để biết chi tiết
lending | Cho sinh viên vay 5 triệu chỉ với thẻ sinh viên, trả dần 12 tháng
betting | Nhà mình nghèo lắm, từ ngày biết trang này đánh tài xỉu mỗi ngày kiếm vài trăm
betting | nohu uytin nap 20k choi tha ga, rut ve vi momo
betting | lô-tô-đề-xiên nhận tất, 1 ăn 80, trả tiền tươi
betting | Ai xem bóng đá tối nay không, cá 1 ăn 2 cho vui, em giữ tiền
betting | W88 M88 link mới không bị chặn
betting | Phỏm, tiến lên, mậu binh đổi thẻ cào, tải game ngay
betting | Tôi bỏ nghề thợ xây, giờ sống khỏe nhờ con số cô Ba cho mỗi chiều. Ai muốn thì theo tôi
betting | xổ số online trả thưởng gấp 99,5 lần
betting | 🎲 T̲à̲i̲ x̲ỉ̲u̲ chẵn lẻ momo tự động 🎲
link | Tin này sai rồi, bản gốc ở sự-thật-vân-lĩnh.blogspot.com
link | vào fanpage "Tin Nóng Vân Lĩnh 24h" trên facebook để xem clip đầy đủ nhé
link | w.w.w.kiemtien9x.c.o.m
link | http:\\\\\\\\xemphim.top
link | mua-hang-re‧com
link | vlxx chấm com không che
link | bvl tin tức [dấu chấm] net
link | youtu.be/dQw4w9WgXcQ xem là rõ
link | facebook.com/groups/12345 vào nhóm bà con mình
phone | A.i c.ầ.n t.h.ì g.ọ.i 0 9 4 4 . 1 2 3 . 4 5 6
phone | Gọi cho tôi theo số oh chín một hai, ba ba ba, bốn bốn bốn
phone | 09-mười hai-345-678
phone | Số em là 0 chín 1 hai 3 bốn 5 sáu 7 tám nhé
phone | 09l2 E45 678
phone | (+84) 9.8.7.6.5.4.3.2.1
phone | ０ ９ １ ２ － ３ ４ ５ － ６ ７ ８ nha
phone | zalo: 0912 345 67 tám
advert | Mẹ chồng em mất ngủ 10 năm, uống trà thảo mộc cô Bảy bán ở chợ có 2 tuần ngủ ngon, 120k một gói thôi ạ
advert | Cây cảnh Tân Lộc: mai, đào, quất giá tận vườn, chở tận nhà, mời bà con ghé
advert | Shop em mới khai trương, bà con ủng hộ nha, giảm 20% toàn bộ
advert | Hot hot! iPhone 17 Pro Max chỉ 3tr9, hàng xách tay nguyên seal
advert | Cần người gõ văn bản tại nhà, trả theo trang 30k/trang, không lừa đảo
advert | Like fanpage kiếm tiền, mỗi like 2k, rút tiền hàng ngày về ngân hàng
advert | Sàn vàng quốc tế, đòn bẩy 1:500, tặng 50$ khi mở tài khoản
advert | Ai bị thoát vị đĩa đệm vào nhà thầy Páo ở Khau Lạc, bốc 5 thang là đi lại bình thường
advert | Xem tử vi, cắt tiền duyên, giải hạn online chuẩn xác
advert | Nhận hack wifi, khôi phục nick, định vị điện thoại người khác
advert | Bán tài khoản netflix, canva, chatgpt giá sinh viên
advert | Đón xe ghép Vân Lĩnh - Hà Nội 24/24, 200k/người, đón tận nhà
phrase | bọn đ.ầ.u b.u.ồ.i
phrase | clgv viết bài gì kỳ
phrase | Con mẹ nó đúng là lũ ăn c.ứ.t
phrase | cái l*` gì thế
phrase | vãi cả l` luôn
phrase | đậu má cái đường
phrase | dume no chu
phrase | đệt mẹ cái dự án
phrase | phò phạch như mụ giám đốc
phrase | thằng chó đ3
phrase | sủa vừa thôi con chó săn
borrowed | ĐỊТ МẸ mày
hidden | Mỗi\u200b ng\u200dày\u200c một\u200b đi\u2060ều\u2060 hay
shouting | QUÁ TỆ!!! KHÔNG THỂ CHẤP NHẬN ĐƯỢC!!! ĐỀ NGHỊ KỶ LUẬT NGAY!!!
language | lkjhg poiuy mnbvc trewq lkjh
language | This article is very interesting, thank you for sharing with us
length | ❤️❤️❤️❤️❤️
language | ทดสอบ ข้อความ ภาษาไทย
repeating | spam spam spam spam spam spam spam spam spam spam spam spam spam spam spam spam spam spam
betting | Bác nào rảnh vào B.e.t.8.8 cho vui, tặng 50k
phrase | Đường xá như l(o)n
phrase | lồ n gì thế này
phrase | đ*** mẹ mấy ông làm đường
link | tinyurl com slash vaynhanh
phone | Ai cần thợ thì gọi 0912345678 sửa ống nước ngay trong ngày
phone | zalo0912345678
"""
