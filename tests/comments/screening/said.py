"""What readers write, honest and not: (what the screening must name, the comment). Invented people and places."""

HONEST = """
Cảm ơn tòa soạn đã nói hộ bà con Bến Lĩnh. Mong sớm có câu trả lời.
Hay quá!
Rất đồng tình.
👍👏 Hoan nghênh tỉnh nhà!
Bai viet hay qua, cam on phong vien da di toi tan noi.
nha toi o cau may, duong lay loi 3 nam nay ko ai sua, mong bao phan anh giup
Cầu Bến Lĩnh 2 bao giờ thông xe? Tôi nghe nói ngày 02-09-2026 mà chưa thấy đâu.
Dự toán 1.250.000.000.000 đồng, làm 3 năm chưa xong. Xin hỏi ai chịu trách nhiệm?
Ngày 09-10-2025 10 giờ họp dân, đến 12 giờ vẫn chưa thấy chủ đầu tư.
Gia đình tôi vay vốn ngân hàng để nuôi trâu, lãi suất 6,8%/năm, mong tỉnh hỗ trợ thêm.
Người dân xã Nà Thoang cần vay vốn ưu đãi, thủ tục hiện nay rất khó, chờ 6 tháng chưa giải ngân.
Cần xử lý nghiêm các app cho vay nặng lãi. Chúng quảng cáo chỉ cần CCCD, giải ngân trong 5 phút để lừa bà con.
Tệ nạn lô đề, cá cược bóng đá ở xã tôi nhức nhối lắm, đề nghị công an vào cuộc.
Trận hôm qua kèo thơm thế mà đội tỉnh nhà thua, tiếc quá.
Con trai tôi mê game bài đổi thưởng, tan gia bại sản. Mong báo cảnh báo các gia đình.
Mua váy, tiền thừa cô bán hàng trả lại đủ. Người Cầu Mây thật thà.
Váy tiền triệu mà mặc một lần thì phí.
Tổ dân phố thông báo qua nhóm Zalo nhưng các cụ đâu có dùng điện thoại thông minh.
Anh Đ.M. nói đúng. Ông N.V.A. cũng vậy.
T.P. ta cần thêm cây xanh. TP.HCM làm được thì mình làm được.
Chọn A, B, C, D hay phương án khác cũng phải hỏi dân.
Quả óc chó trồng ở Khau Lạc ăn rất thơm, sao không làm thương hiệu?
Con chó nhà tôi bị xe công trình cán chết, không ai xin lỗi.
Tôi mua 2 lon bia, 5 lon nước ngọt mà họ tính 200.000đ.
Lớn rồi phải biết nghĩ. Buổi họp nào cũng đông mà chẳng ai nói.
Đèo Khau Lạc sương mù, đề nghị lắp thêm đèn. Di dời 12 hộ dưới chân đèo đi.
Bác sĩ ở trạm y tế phường Hòa Sơn chữa khỏi cho mẹ tôi, xin cảm ơn.
Hai dm3 nước mà tính tiền như 20 dm3?
Điện 220V, đường QL37, xe 16 chỗ, 5G, A4, CO2, covid19, F0 là những thứ cần nói rõ trong bài.
Nhiệt độ 38°C, diện tích 120 m², cao ½ mét, sai số ±5 µm.
Ông Vàng A Phử ở Mường Sảo, bà Y Ban ở Đồng Lau đều nói thế.
Đường từ UBND xã lên trường THPT 5 km, HĐND đã hứa, CSGT cũng đề nghị.
HOAN HÔ TỈNH NHÀ!
Đẹp lắm.Việt Nam mình đi đâu cũng có cảnh đẹp.
Hay lắm.Vn mình còn nhiều người tốt.
Trời ơi!!! Sao lại thế???
“Tiền nào của nấy” – các cụ nói cấm có sai…
Đọc bài này tôi khóc.\u00a0Thương các cháu ở Thạch Bồ quá 😢🇻🇳 👨‍👩‍👧
Khu phố mình có cửa hàng giảm giá thật nhưng người dân vẫn khó khăn.
Năm 2021 tôi đăng ký học nghề, được thưởng 500.000đ, nay có việc làm ổn định.
Nước sông đục ngầu từ hôm xả đập. Ai ở gần đó xác nhận giúp với ạ.
Tôi 72 tuổi, đọc báo từ ngày còn in chữ chì. Chữ trên mạng bé quá, xin cho to lên.
Chúng tôi không đồng ý với giá đền bù 45.000 đồng/m2, thấp hơn giá thị trường 10 lần.
Ba năm bảy tháng rồi mà chưa có sổ đỏ. Hai, ba lần lên xã đều bảo chờ.
Đề nghị phóng viên hỏi thêm: tiền đấu giá đất năm 2024 dùng vào việc gì?
The bridge looks great, cảm ơn các kỹ sư Việt Nam đã làm việc ngày đêm.
Xã mình còn nghèo, trường lớp tạm bợ, các thầy cô thì nhiệt tình. Xin tỉnh quan tâm.
Mặt đáy hồ cạn trơ, tháng cho nước một lần thì lúa chết.
Các bác cứ chê, chứ làm được như thế là quý rồi.
Còn các hộ khác thì sao? Như các bác đã nói, đầu buổi họp có 40 người, cuối buổi còn vài lớn tuổi.
Vài buổi chiều, vải dài 20 mét, vải lớn vải bé đều bán ở chợ Bến Lĩnh.
Do thiếu năng lực nên dự án chậm. Cần bà con giám sát, phần đông đều nghĩ vậy.
Mẹ may áo cho con, dù mẹ ốm. Dù mà khó vẫn làm, ma túy thì dẹp cho bằng hết.
Con chim, con cá, con lợn nhà tôi chết hết vì nước bẩn, do súc vật chết thả trôi.
Em đăng ký học bơi, trường thưởng cho một suất. Cảm ơn các thầy cô!
Lien he voi xa 3 lan ma khong ai tra loi, de nghi bao hoi giup.
Bố tôi mất ngày 05.03.2019 08 giờ, đến nay chưa được hưởng chế độ tuất.
Xã có 3 app: VNeID, VssID, dịch vụ công; người già không dùng được cái nào.
Nhóm chúng tôi tuyển thêm tình nguyện viên trồng rừng, không lương, chỉ có mồ hôi.
Vay 50 triệu mua trâu mà trâu chết thì trả kiểu gì? Mong ngân hàng giãn nợ.
Nợ xấu của doanh nghiệp này bao nhiêu mà vẫn được giao dự án?
Thủ tục vay vốn đơn giản hơn trước nhiều, cảm ơn cán bộ xã.
Đội nhà có cửa thắng không, nhà cái nào cũng chê mà vẫn vô địch đấy thôi
Ai cần biết thêm thì đọc báo số ra ngày 20/11/2026.
Cháu tôi thi tốt nghiệp, số báo danh 0123456 mà tra không ra điểm.
Năm 1996 hai ba gia đình lên đây, năm 2006 thêm bốn năm nhà, nay thành xóm sáu bảy chục hộ.
K biết bao giờ mới xong, dân khổ lắm r, mong các bác sớm giải quyết ạ
Anh ấy làm nghề mổ lợn, bán cặp lồng cơm ở chợ, mẹ kế thì mày mò học nghề.
Ngu ý của tôi là nên làm hầm chui thay vì cầu vượt.
10/10
Gọi anh Đ M hay chị L T đều được, viết rõ tên giùm.
Yêu mấy chú 🐶 cứu hộ quá, kkkkkkkk
Nó gọi từ số 0912 345 xxx, giọng miền ngoài, hù tôi nợ tiền điện.
Chợ sáng nay rau muống 12k, thịt ba chỉ 150k, cá lóc 90k.
Phí đỗ xe 20k/lượt là cao so với mặt bằng chung.
Bó tay.com :))
Thứ nhất, phải minh bạch. Thứ hai, phải nghe dân. Thứ ba, sai thì sửa.
Nhà tôi vừa nhận tin "vay tiền nhanh, duyệt trong 5 phút, không cần thế chấp", bấm vào là mất 3 triệu. Cảnh giác!
Nhà báo viết “nạp tiền lần đầu tặng 100%” là chiêu nhử, tôi mất 200 triệu đây, đúng y như vậy.
"""

# The name of the check | the comment.
TRICKY = """
lending | Bên em cho vay tiền nhanh, chỉ cần CCCD, ai cần ib em nhé
lending | V.A.Y T.I.Ề.N nhanh, không cần gặp mặt, nhận tiền sau 15 phút
lending | Ai kẹt tiền thì nợ xấu vẫn vay được nhé, lãi thấp, bao đậu
lending | v a y  t i ề n giải ngân trong 10 phút, alo zalo
lending | Vаy tiền onlіne chỉ cần căn cước, duyệt ngay
lending | ｖａｙ　ｔｉền không thế chấp, hỗ trợ nợ xấu
lending | Vay\u200btiền nhanh, thủ tục đơn giản, hỗ trợ toàn quốc
lending | Bài viết hay. Nhân tiện ai cần vốn làm ăn, bên mình hỗ trợ vay, không cần chứng minh thu nhập
lending | vay_tien nhanh lai suat chi 0,8%, giai ngan trong ngay, lien he ngay
lending | Rút tiền thẻ tín dụng phí rẻ, đáo hạn tại nhà, uy tín
lending | Ch0 v@y n0ng, gi@i ng@n nh@nh
lending | Vay nhanh 30p có tiền, k cần thế chấp, ib zalo em nha
betting | N.h.à c.á.i Sun win code 50k
phone | 0912 ba bốn năm sáu bảy tám
phone | số đt e là 0９12 ３45 6７8
phrase | đỵt mẹ
advert | Kiếm 500k/ngày tại nhà, chỉ cần điện thoại, inbox em
advert | Tăng like, tăng follow giá rẻ, ai cần ib
betting | Kèo nhà cái hôm nay, đăng ký tặng 100k, rút tiền nhanh
betting | Chán việc thì vào fb88 chơi là thắng
betting | Soi cầu XSMB hôm nay bạch thủ chuẩn, chốt số trước 17h
betting | T.à.i x.ỉ.u đổi thưởng uy tín, nạp đầu tặng 100%
betting | S.u.n.w.i.n tặng code tân thủ, tham gia ngay
betting | 78win không bằng 8xbet, khuyến mãi nạp lần đầu
betting | game bài đổi thưởng nạp rút 1:1, xanh chín
phone | Ai muốn mua gỗ thì gọi tôi 0912 345 678
phone | liên hệ 0.9.1.2.3.4.5.6.7.8 nhé
phone | o9l2345678 gặp em Hạnh
phone | số của mình: không chín một hai ba bốn năm sáu bảy tám
phone | +84 (912) 345-678
phone | Tổng đài 1900 1234 hỗ trợ cả ngày
phone | ０９１２３４５６７８
phone | 0208 3855 123 gọi đi
link | Xem thêm ở https://lua-dao.example.com/x?y=1
link | vào www.hangre.example nhé
link | đọc bit.ly/2xYz1 để biết sự thật
link | kenh-kiem-tien (dot) com
link | nhatro chấm com đăng miễn phí
link | abc[.]xyz
link | tham gia t.me/nhomkin
advert | Tuyển CTV làm tại nhà, việc nhẹ lương cao
advert | Nhà mình cũng đau khớp, nhờ thuốc nam gia truyền mà khỏi hẳn, ai cần inbox mình chỉ cho
advert | Giảm giá tới 50% mùa tựu trường, freeship
advert | Bán đất nền chính chủ giá rẻ gần cầu Bến Lĩnh 2, liên hệ ngay
advert | Vào nhóm Zalo học chứng khoán quốc tế, lợi nhuận 30% một tháng
phrase | Đ*t mẹ mấy ông làm đường
phrase | dit me may thang lam duong
phrase | địttttt mẹ
phrase | đ!t mẹ nó chứ
phrase | l.ồ.n gì thế này
phrase | mặt l0n
phrase | v c l đường xá
phrase | VCL thật
phrase | đ.m chúng nó
phrase | Đồ óc chó, biết gì mà nói
phrase | bọn ngu này phá hết rừng
phrase | N g u d ố t hết chỗ nói
phrase | làm ăn như c*c
phrase | con cặ\u200bc
phrase | Đúng là đồ_ngu
phrase | ĐỊT   MẸ
phrase | lồnnn
phrase | đjt mẹ
phrase | ng\u200bu dốt
phrase | Ngu dօ\u0301t? Ngu  dốt!
phrase | lũ mọi trên núi biết gì
phrase | đéo hiểu kiểu gì
phrase | Câm mồm lại đi
hidden | Đường x\u200bấ\u200bu quá
turned | Giá \u202eđồng 000.1\u202c thôi
stacked | Ch\u0300\u0301\u0302\u0303ào b\u0336\u0337\u0338ạn
borrowed | Nhà сái này tốt
borrowed | 𝐱𝐞𝐦 𝐧𝐠𝐚𝐲 𝐭𝐚̣𝐢 đây
borrowed | ⓥⓐⓨ tiền
shouting | SAO CÁC ÔNG KHÔNG CHỊU LÀM GÌ CHO DÂN NHỜ VẬY HẢ?
shouting | Quá đáng!!!!!!!!!!!!
repeating | Thật là quáaaaaaaaaaaaaaaaaa
length | ...
length | 👍
language | asdfgh qwrtpsd fghjkl zxcvb
language | Buy cheap watches here and enjoy discount prices today
language | Покупайте дешевые часы здесь сегодня
language | 买便宜手表 在这里 现在
"""
