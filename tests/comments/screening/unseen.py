"""Comments written before their writer had read the checks: three sets, laid here after they were counted (README)."""

HONEST = """
Mô tê răng rứa chi mà nói rứa hè, dân tui khổ chi mà khổ dữ ri trời.
Hổng hiểu sao mấy ổng cứ mần vầy hoài, qua nói hoài mà hổng ai chịu nghe hết trơn á.
Bà con nhớ số 113 công an, 114 cứu hỏa, 115 cấp cứu nhé, lũ về là gọi ngay.
Ai thấy bạo hành trẻ em thì gọi tổng đài 111, miễn phí cả ngày lẫn đêm.
Đường dây nóng của Sở Y tế là 1900 9095, tôi gọi 3 lần không ai bắt máy.
Điện hỏng gọi 1900 6769 của Điện lực miền Bắc, nhà tôi 20 phút sau có thợ đến. Cảm ơn các anh.
SAO LẠI THẾ ĐƯỢC? Cầu mới làm xong 2 tháng đã nứt là thế nào!!!
UBND xã, HĐND, MTTQ, BHXH, BHYT, rồi VNPT nữa, chạy 5 nơi mới xong cái giấy.
Ứng dụng VNeID hôm nay lỗi suốt, đăng nhập 10 lần không được. Cán bộ phường cũng chịu.
Đánh bạc ngay đầu chợ mà không thấy ai dẹp, tối nào cũng xóc đĩa.
Giá vé xe khách từ Bến Lĩnh xuống tỉnh 120k, năm ngoái có 80k. Lương 7tr sao sống nổi.
Ngôi nhà số 0912 mà bài nhắc, thực ra là lô đất 09-12 trong bản đồ quy hoạch 1/500.
Tôi sinh 02/09/1945, năm nay 81 tuổi, đọc báo từ số đầu tiên 15.6.1962.
hay quá
Mẹ nó chứ, đường thì nát như tương mà phí thì cứ thu đều.
Toạ độ điểm sạt là 21.4532, 103.9871, ai có trách nhiệm thì ra mà xem.
Giống lúa J02, BC15, TBR225 đều thử rồi. Đất nhà tôi chỉ hợp BC15 thôi, 62 tạ/ha.
Bạn nào cần văn bản thì vào trang chinhphu.vn mà đọc, đừng tin mạng xã hội.
Xem thêm tại vanlinh.gov.vn mục công khai ngân sách, số liệu khác hẳn bài này.
dạ em cảm ơn báo ạ, mẹ em đọc bài mà khóc luôn ạ, cô giáo Hiền dạy mẹ em hồi lớp 3 ạ
trc h toàn hứa, dân ko tin nữa đâu. cứ lm đi rồi hãy ns
Hahahaha ông này nói hay quá, mời ông về xóm tôi ở thử một tuần =)))
Trời ơiiiiii, cuối cùng cũng có cầu rồiiiii!!!
Lãi suất huy động giảm còn 4,7% mà lãi vay mua nhà vẫn 11%. Người trẻ mua nhà bằng gì?
Xổ số kiến thiết đóng góp cho ngân sách tỉnh 1.200 tỉ, vậy mà trạm y tế xã không có máy siêu âm?
Phòng khám nói nâng mũi giá rẻ làm em tôi biến chứng phải nằm viện tỉnh. Sở có biết không?
Việc nhẹ lương cao gì đâu, con em bản tôi bị lừa sang bên kia biên giới đến giờ chưa về.
BRT, GDP, PCI, FDI, ODA... viết báo cho dân đọc thì giải thích hộ mấy chữ này.
Học sinh lớp 12A1 trường THPT số 2 chúng em xin cảm ơn thầy hiệu trưởng!
Giá xăng RON95-III lên 23.450đ/lít, E5 RON92 22.100đ/lít.
Tôi đã đọc cả Luật số 41/2024/QH15 về BHXH. Điều 64 ghi rõ 15 năm. Nhưng xã vẫn bảo 20 năm!
Thằng nào làm cái dự án này là ngu, quá ngu, dân nói mười năm rồi có nghe đâu!
Tôi cần số điện thoại của Ban tiếp công dân tỉnh, ai biết chỉ giúp với.
Thưa toà soạn, tôi có gửi đơn tới hộp thư 2 lần, chưa được trả lời. Đơn số 17 ngày 3/10.
Vạn sự khởi đầu nan, gian nan bắt đầu nản :))
Tít 'Vỡ òa' dùng ba lần trong một tuần rồi đấy các bạn trẻ ạ.
Vô mùa rầy nâu nhiều quá, phun thuốc Chess 50WG 3 bữa một lần mà hổng xi nhê.
Khun Lạc mướn hơ? Nặm noong mả lai, cẩn bản hao dú nhă.
1 năm 365 ngày thì 200 ngày tắc đường ở ngã tư Cầu Mây. Đèn xanh 15 giây, đèn đỏ 90 giây.
Số tài khoản kho bạc 3713.0.1053245 của xã đăng công khai, vậy mà ai cũng bảo không biết nộp đâu.
Khách sạn trên đỉnh đèo xây trái phép, che hết cảnh. Có giấy phép không? Ai ký?
Truyện ma kể ở cầu Mây hồi bé nghe sợ chết khiếp, giờ đọc lại thấy nhớ bà ngoại.
Sữa giả bán đầy trên mạng, thuốc giả cũng thế. Quản lý thị trường ở đâu?
Đồng ý với bác Hùng ở trên. Mà bác nhầm một chỗ: cầu dài 147 m chứ không phải 174 m.
Mức phạt 5-7 triệu (điểm a khoản 2 Điều 9) là quá nhẹ so với tiền lãi 4 tỷ 350 triệu mà họ bỏ túi.
Cho hỏi năm nay trường mầm non Hoa Ban tuyển mấy cô, điều kiện thế nào, nộp hồ sơ ở đâu ạ?
Đèn tín hiệu ngã tư hỏng ba tuần, báo mãi không ai sửa. Gọi tổng đài thì bảo chờ.
Bán đất mà không bán được vì vướng quy hoạch treo, nhà tôi có sổ đỏ chính chủ đàng hoàng.
Vụ việc chưa được giải quyết dứt điểm, người dân bức xúc. Huyện hứa rồi lại để đó.
Chị em ở chợ Bến Lĩnh bán hàng online không được vì mạng yếu, ship toàn bị hoàn.
Thu nhập 7 triệu một tháng, tiền trọ 1 triệu 5, tiền sữa con 2 triệu, còn gì mà tích lũy hả các bác?
Bé gái trong ảnh là cháu họ của tôi. Xin báo che mặt cháu giúp ạ.
Chính sách hay nhưng xuống đến xã thì méo mó. 10 hộ được hỗ trợ thì 6 hộ là họ hàng trưởng thôn.
Sông Vân mùa này nước trong, cá chiên cá lăng về nhiều, đêm nằm nghe tiếng nước mà nhớ bố.
Anh hùng bàn phím thì nhiều, người đi khiêng bao cát đêm lũ thì có mấy.
hay lam bao oi, viet tiep nua di
Răng mà lắm quan rứa, dân thì đói mà cán bộ đi xe hơi bóng loáng.
Em ở Sài Gòn đọc tin quê mà rơm rớm, tết này nhất định về.
Hỏi ngu tí: đấu thầu rộng rãi qua mạng mà sao 5 gói đều một công ty trúng, giảm giá đúng 0,02%?
Giá heo hơi 48.000đ/kg, cám 360k/bao, nuôi 4 tháng lỗ 500k một con, hỏi ai dám tái đàn.
Lô đất công viên giờ thành bãi giữ xe. Quy hoạch một đằng làm một nẻo. Đề nghị thanh tra.
Trưởng thôn đọc số nhà: không, một, hai, ba... cả xóm có đúng ba chục nóc nhà.
Điểm chuẩn năm ngoái 24,25; năm nay 26,1 - tăng kinh khủng, con nhà nghèo không học thêm lấy đâu ra.
Căn hộ tái định cư mới ở 2 năm mà trần thấm, thang máy hỏng liên tục, gọi ban quản lý không ai nghe.
Tôi là tài xế xe ôm công nghệ, app trừ 32%, xăng tăng, mong anh em tài xế được bảo hiểm.
Cấm bán hàng rong thì bà con biết sống bằng gì? Phải có chỗ cho người ta buôn bán chứ.
Bệnh viện tỉnh có bác sĩ Thủy khoa nội rất tận tâm, mẹ tôi khỏi bệnh về nhà rồi. Xin cảm ơn!
Đội tuyển đá như mơ ngủ, kèo trên mà để thủng lưới 3 bàn. Thay huấn luyện viên đi.
Tấm biển 'Khu phố văn hóa' treo ngay cạnh đống rác to tướng =)) ai đi qua cũng cười.
Sao báo không nói gì đến vụ cháy chợ năm 2019? Tiểu thương chúng tôi vẫn nợ ngân hàng đến giờ.
Đọc mục 4.2.1 của báo cáo thì thấy chỉ tiêu 85% nhưng thực hiện 41%. Ai chịu trách nhiệm???
Có ai biết số điện thoại trạm bảo vệ thực vật không, lúa nhà em cháy lá hết rồi ạ
Xe buýt tuyến 03 bỏ bến lúc 17h45, công nhân tan ca 18h đi bằng gì?
Cảm ơn VTC, VOV, VTV đã về đưa tin nhưng báo tỉnh nhà mới là người ở lại lâu nhất.
Thằng cha chủ tịch cũ nói phét kinh khủng, giờ về hưu rồi ai bắt đền?
Dân bản em chỉ mong có cái cầu treo thôi, các bác đừng hứa cao tốc làm gì.
Hai năm nay giá chè búp tươi 3.500đ, phân lân 5.200đ, thuốc sâu thì khỏi nói. Bỏ nương hết.
Báo ơi bài ảnh hôm qua đẹp quá, cho em xin tên tác giả với ạ, em muốn xin in làm lịch cho lớp.
Tuyển sinh lớp 10 mà còn có 'suất ngoại giao' thì con nông dân học ở đâu?
Thấy bảo làm đường 5 tỷ 2 mà 800 mét, tính ra 6,5 triệu một mét, vàng à?
Mấy nhóm Zalo của phường toàn chúc buổi sáng với hoa hồng, thông báo cắt điện thì trôi mất.
Nhờ tòa soạn gửi lời cảm ơn anh shipper áo xanh đã nhặt được ví và trả lại tôi chiều 18/11.
Uy tín của chính quyền mất từ những chuyện nhỏ như thế này.
Cụ tổ sư nghề rèn ở Mường Sảo họ Lò chứ không phải họ Lường, bài viết nhầm rồi.
Mùng 2/9 bắn pháo hoa tốn 1 tỷ trong khi trường mầm non dột. Thôi xin.
LẦN THỨ TƯ tôi gửi ý kiến về mùi hôi trại lợn, mong lần này được đăng.
Nếu thầy Lý còn sống chắc thầy vui lắm. Học trò lớp 7B khóa 1988-1992 nhớ thầy.
Thuê bao 098 của tôi bị khóa hai chiều dù đóng tiền đủ, ra cửa hàng họ bảo lỗi hệ thống.
Mong các bác lãnh đạo đi một vòng từ Phú Vân sang Đồng Lau bằng xe máy, đừng đi ô tô.
Ông ngoại em là thương binh 3/4, hồ sơ 1972 thất lạc, 8 năm đi lại vẫn chưa được công nhận.
Chơi chứng khoán thua lỗ rồi đổ tại nhà nước là sao? Tự chịu trách nhiệm đi chứ.
Nghe nói app Sổ sức khỏe điện tử.vn gì đó cài xong máy nóng ran, mấy bác có bị không?
Đi bộ tập thể dục mà chó thả rông đầy đường, đã có 3 người bị cắn.
Em xin nói thật là lương giáo viên hợp đồng 3tr2/tháng, không đóng BHXH, hè thì không có đồng nào.
Trường học gần nhà tôi tuyển bảo vệ mà toàn người nhà hiệu trưởng. Minh bạch ở đâu?
Thuê nhà ở Bến Lĩnh giờ 2 triệu một phòng, công nhân lương 6 triệu sống kiểu gì.
Nhận được giấy mời họp lúc 7 giờ tối, đến nơi thì hoãn. Làm việc thế à?
Dịch vụ công trực tuyến cấp 4 mà vẫn phải in giấy mang ra xã nộp.
Học nghề xong ra trường không có việc, về nhà chăn trâu tiếp.
Chuyên gia nói đúng, nhưng dân không có tiền thì làm sao chuyển đổi xe điện.
Tôi ủng hộ 500k cho quỹ vì người nghèo, không cần nêu tên.
Bạn đang sống ở đâu mà bảo đường đẹp? Mời bạn lên Nà Thoang mùa mưa.
Cần tuyển thêm giáo viên tiếng Anh cho vùng cao, 3 trường chung 1 cô giáo.
24/7 nghe tiếng máy xay đá, trẻ con không ngủ được, người già lên huyết áp.
Cam kết bảo hành 5 năm mà mới 5 tháng đã bong tróc. Ai nghiệm thu?
Nước sinh hoạt giá 9.500 đồng/m3 mà đục như nước vo gạo, uống vào đau bụng.
Miễn phí học phí là tin vui nhất năm với bà con bản em.
Thanh lý xe công 400 triệu, đấu giá được 380 triệu, ai lợi?
Chị em phụ nữ bản tôi dệt thổ cẩm đẹp mà không bán được, mong báo viết bài giới thiệu.
Giao hàng nhanh mà chạy ẩu quá, hôm qua suýt tông con tôi.
Sữa học đường có mùi lạ, con tôi uống xong nôn. Nhà trường im lặng.
Khuyến mãi cho lắm vào, giá gốc nâng lên rồi giảm, lừa dân.
Bán vé số dạo như bà Tư mà còn góp tiền cứu trợ, phục bà.
Lô đất ấy trước là ao làng, ông nội tôi kể năm 1960 còn thả cá.
Xin hỏi mức hỗ trợ 40 triệu/hộ xóa nhà tạm khi nào chi? Nhà tôi thuộc diện hộ nghèo.
Ngân hàng gọi suốt ngày mời mở thẻ tín dụng, chặn số này họ gọi số khác.
Nạn cầm đồ, cho vay mọc như nấm quanh khu công nghiệp, công nhân sa vào là tan cửa nát nhà.
Con số 78% hài lòng ở đâu ra? Không ai hỏi tôi cả.
Ông ấy nói tiếng Thái, tiếng Mông giỏi, đi cơ sở ngủ lại với dân, cán bộ như thế dân mới tin.
Máy bơm hỏng từ tháng 4, hợp tác xã báo 3 lần, đến nay 23/11 chưa ai xuống.
Thầy thuốc Y cho thuốc lá chữa bong gân hay lắm, cả bản ai cũng nhờ.
Công ty X nợ lương 4 tháng, 120 công nhân, ký tên tập thể gửi LĐLĐ tỉnh rồi.
Ai có ảnh cũ cầu gỗ Bến Lĩnh trước 1985 cho tôi xin với, tôi làm kỷ yếu lớp.
Đóng góp thật lòng: chữ trong bài nhỏ, ảnh không chú thích tên người.
Ủa alo, có ai quản lý cái bãi rác này không vậy?
Mình add nhóm phụ huynh thì bị cô giáo chặn vì hỏi tiền quỹ =))
Tin nhắn của phường báo cắt nước gửi lúc 23h cho việc 6h sáng.
Bọn trẻ giờ nghiện game, ông bố bà mẹ thì nghiện tiktok, trách ai.
Tôi không tin mấy lời bói toán nhưng cây đa ấy thiêng thật, đừng chặt.
100% hộ dân ký đồng thuận là nói dối, nhà tôi có ký đâu.
"""

# As in said.py: the name of a check | the comment.
TRICKY = """
phone | Cần tiền gấp alo em nhé o9l2 tám tám 3 bốn 5 sáu 7
phone | Ai mệt mỏi vì đau khớp nhắn chị: không chín một hai, ba bốn năm, sáu bảy tám
phone | Mình từng bị như bạn và khỏi rồi, inb mình chỉ cho 0 9 8 . 7 6 5 . 4 3 2 . 1
phone | lh ➊ ➒ ➏ nhầm, đây ⓪⑨⑥⑧①②③④⑤⑥
phone | Mọi người kết bạn Zalo +84.(0)968.111.222 để được hướng dẫn nhận hỗ trợ.
phone | ket ban za lo em nha: kh0ng chin sau tam mot hai ba bon nam sau
link | Tele mình @vaynhanh_24h nha mấy bác
link | Bài hay, xem bản đầy đủ tại hxxps://tin-nong[.]top/x
link | Nguồn ở đây nè: bao24h (chấm) com gạch chéo vlinh
link | vào b i t . l y / nhanqua đi cả nhà
link | Vào “nha” . “cai” . “com” nhé
link | Vào 'kubet'.'top' nhận quà
link | mình kiếm được 5tr từ app này t.me/kiemtien_vl
link | https：／／ｋｕ８８．ｖｉｐ ｔặｎｇ １００ｋ
link | Ghé nhà em chơi ➜ xoso66。cc ạ
link | seach gg: "sh b e t" chấm com, trang đầu tiên
link | shopee vn / hang-gia-re giảm 70% hôm nay
link | Xem clip nóng ở fb com/vlhot nhé cả nhà
betting | N.ổ h.ũ đ.ổ.i t.h.ư.ở.n.g uy tín số 1
betting | Tài xỉu online nạp rút 1 phút, tặng 100k tân thủ
betting | t@i x1u md5 ăn đậm đê anh em
betting | Bạch thủ lô hôm nay chuẩn 100%, ai cần số thì nhắn mình
betting | ѕоі ᴄầᴜ miền bắc chính xác mỗi ngày
betting | Cá cược thể thao tỷ lệ cao nhất châu Á, hoàn trả 1.5% không giới hạn
betting | Game bài đổi thưởng B52 code 50k free
betting | c\u200bá đ\u200bộ b\u200bóng đ\u200bá k\u200bèo t\u200bhơm m\u200bỗi t\u200bối
betting | Ba càng đặc biệt vip hôm nay, trúng mới thu phí
lending | Giải ngân trong ngày, không thẩm định, nợ xấu vẫn duyệt
lending | hỗ trợ vốn cho bà con chỉ cần CCCD, 15p có tiền
lending | v a y t i ề n  n h a n h không cần thế chấp
lending | Bên em nhận cầm cố, đáo hạn ngân hàng, rút tiền thẻ tín dụng phí thấp
lending | Cʜᴏ ᴠᴀʏ ᴛɪề̂ɴ ɢóᴘ lãi thấp nhất thị trường
lending | vᴀy t1en 0nline, duyệt t.ự đ.ộ.n.g, lãi 0%
lending | Ai kẹt tiền cứ ới em, 5-50tr lấy liền, trả góp ngày
advert | Cần thanh lý 200 iphone giá sỉ, ib em báo giá, ship toàn quốc
advert | Em bán thuốc giảm cân cam kết giảm 5-7kg sau 1 tháng, không giảm hoàn tiền
advert | Nhận làm bằng đại học, chứng chỉ tiếng Anh, có hồ sơ gốc, bao kiểm tra
advert | Chữa dứt điểm yếu sinh lý sau 1 liệu trình, kín đáo, ship COD
advert | Tuyển CTV làm tại nhà, ngày 2-3 tiếng, thu nhập 500k/ngày, không cọc
advert | Chốt đơn online hoa hồng 30% làm trên điện thoại, ai quan tâm để lại sđt
advert | Nhóm VIP tín hiệu forex/crypto win 95%, vào nhóm miễn phí
advert | Bán lô góc 2 mặt tiền khu Cầu Mây giá 1ty2 bao sang tên, gọi xem đất ngay
advert | Dịch vụ lấy lại facebook, hack zalo người yêu, theo dõi ngoại tình bảo mật 100%
phrase | đ!t m3 chúng mày
phrase | địt.mẹ thằng viết bài
phrase | Đ Ị T   M Ẹ   cả lũ
phrase | vãi l.ồ.n thật sự
phrase | ditme may thang nha bao
phrase | ᴄặᴄ gì mà viết dở thế
phrase | ccccc lồnnnnn
phrase | clmm viết như hạch
language | sdfkjhsdf kjshdfkjsd fkjhsdkfjh sdkjfh
repeating | aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
length | !!!!????.....,,,,////
turned | Bài viết rất hay.\u202e moc.88uk\u202c Cảm ơn tác giả
hidden | Hay q\u200bu\u200bá c\u2060hấ\u200cm điểm
phone | Đọc kỹ chữ đầu nhé: số của em là 09 bố 8 ba 7 sáu 2 một 5 bốn
link | gmail em là vayvon247 a còng gmail chấm com
lending | google từ khoá "vay nhanh vân lĩnh 247" là ra em
betting | 🎰🎰 NỔ HŨ 🎰🎰 NẠP LẦN ĐẦU X2 🎁🎁
betting | lô đề trực tuyến 1 ăn 99, rút về momo trong 5 phút
advert | Hội chị em sành điệu: túi LV, Gucci super fake 1:1, check inbox
advert | Bói bài tarot, gọi vong, bùa yêu thỉnh tại gia, lấy lại người yêu sau 7 ngày
advert | Bên em chuyên dịch vụ kế toán thuế trọn gói giá chỉ từ 300k/tháng, liên hệ ngay
phone | Ai cần xem nhà gọi chị Thu không tám tám sáu một một hai hai ba ba nha
phone | E để số ở đây O 9 I I 2 2 3 3 4 4
phone | số mk 0③5⑥7⑧9⓪12
phone | Bác nào cần thì zl o.3.9.8.7.6.5.4.3.2
phone | 084 912 333 444 gặp Tuấn
link | kết bạn instagram @linh.xinhxinh nha
link | thư về chovay.nhanh@gmail.com
link | email: hotro(at)yahoo.com
phone | đt: không-chín-sáu-tám-không-một-hai-ba-bốn-năm
link | xem phim tại phimhay.tv.vn hoặc phimmoi123.io nha
link | truy cập w w w . kiemtien . com
link | vaytien24h[chấm]vn
link | link trong bio tiktok @shopgiare88
link | https : // hack-fb . com/free
link | h t t p s://ga-choi.net
link | Vào web ‘ga179’ đuôi .com đăng ký liền tay
link | bấm vào đây: bit,ly/quatang
lending | tìm trang “Vay Nhanh 5 Phút” trên phây búc
betting | Hôm nay đánh con 36 với 63 chắc ăn nhé bà con, ai theo thì inbox
betting | Anh em vào hội em chia sẻ dàn đề 10 con nuôi khung 3 ngày
betting | T À I  X Ỉ U uy tín, rút tiền 24/7
betting | Cược bóng đá World Cup hoàn trả 2%, thưởng nạp 150%
betting | Đá gà trực tiếp Thomo, xem miễn phí, cược từ 10k
betting | Bắn cá rút tiền mặt 1:1, tặng vốn 88k
betting | Cổng game quốc tế số 1, thắng là rút, uy tín 10 năm
betting | Tham gia nhóm chốt số miền Bắc, tỷ lệ trúng 90%, ib lấy số
lending | Bạn đang cần tiền gấp? Có ngay 10 triệu trong 5 phút
lending | Cho vay tiền góp trong ngày, không giữ giấy tờ, alo có ngay
lending | Nợ xấu nhóm 5 vẫn hỗ trợ, duyệt 100%
lending | Em Linh bên ngân hàng hỗ trợ vay tín chấp theo lương, lãi 0.8%
lending | Cầm đồ 24h nhận cầm xe máy, điện thoại, laptop giá cao
lending | Mở thẻ tín dụng không cần chứng minh thu nhập, hạn mức 50tr
lending | v*a*y t*i*ề*n o*n*l*i*n*e n*h*a*n*h
lending | Cần là có! Vốn lưu động cho tiểu thương, góp từ 50k/ngày
advert | Sữa tăng chiều cao cho bé cam kết tăng 5cm sau 3 tháng, đặt hàng tặng quà
advert | Nhà em có sẵn mật ong rừng nguyên chất 350k/lít, giao tận nơi ạ
advert | Khoan giếng, sửa ống nước, thông tắc bể phốt giá rẻ, có mặt sau 15 phút
advert | Thuê xe tự lái giá tốt nhất Vân Lĩnh, thủ tục nhanh gọn
advert | Học lái xe B2 trọn gói bao đậu, không cần thi
advert | Tuyển 5 bạn nữ phục vụ karaoke lương 20tr bao ăn ở, đi làm ngay
advert | Xuất khẩu lao động Hàn Quốc không cần tiếng, phí thấp, bay nhanh, liên hệ em
advert | Cài win, diệt virus, sửa máy tính tại nhà
advert | Máy lọc nước giảm nửa giá chỉ hôm nay, số lượng có hạn
advert | Cơ hội đầu tư lợi nhuận 30%/tháng, vốn chỉ từ 2 triệu, hoàn vốn nhanh
advert | Bạn muốn có thêm thu nhập? Làm online 2 tiếng mỗi tối, không bán hàng
advert | Mình dùng kem của chị Hoa hết nám luôn, ai nám tàn nhang cứ tìm chị ấy
advert | Nhận viết luận văn, tiểu luận, đồ án, giá sinh viên
advert | Tẩm quất massage thư giãn nữ trẻ đẹp phục vụ tại phòng
phrase | địt con mẹ chúng nó
phrase | Lũ chó đẻ ăn hết của dân
phrase | mấy thằng l0z
phrase | vkl đường với xá
phrase | đ.ị.t cả họ nhà nó
phrase | như con cặk
phrase | đĩ mẹ mày
phrase | Đ-M-M tụi bây
phrase | dcm lũ cướp ngày
shouting | MẤY ÔNG CÓ NGHE DÂN KÊU KHÔNG HAY LÀ ĐIẾC HẾT RỒI
language | qwertyuiop asdfghjkl zxcvbnm qwerty
language | hahahahahahahahahahahahahahahahahahahahahahahahahahahahahahahaha
hidden | Tuyệt\u00ad vời\u2063quá các bác \u2067ơi
advert | Gạo nếp nương Khau Lạc chính gốc, 45k/kg, mua 10kg freeship nội thành
advert | Giảm 10kg không cần ăn kiêng, mình đã thành công, bạn nào muốn thì nhắn mình nhé
advert | Thiết kế website bán hàng 2 triệu, tặng tên miền, bàn giao trong ngày
advert | Phun xăm chân mày khuyến mãi 50% tháng này, inbox đặt lịch
advert | Chuyển nhượng 200m2 đất thổ cư gần chợ, giá đầu tư, sổ sẵn
advert | Tìm 3 bạn trẻ năng động làm online, không yêu cầu bằng cấp, 8-15tr/tháng
advert | Thuốc ho bổ phế nhà làm, ai bị lâu năm dùng 1 tuần là khỏi, có ship
advert | Tool hack tướng miễn phí, tải ở trang cá nhân mình
advert | Sim số đẹp tứ quý 8, lộc phát, giá mềm
lending | Hỗ trợ tài chính cá nhân 10-100 triệu, chỉ cần căn cước, giải ngân 30 phút
lending | Ai đang bí tiền trả nợ để em giúp, thủ tục 5 phút, tiền về tài khoản liền
lending | VAY - NHANH - GỌN, lãi ngân hàng, không thẩm định nhà
lending | app tima moneycat doctor dong duyet vay 24h ko can goi nguoi than
lending | Nhận đáo hạn, rút thẻ 1.5%, làm tại nhà
lending | vαy tíη chấp lãi suất ưu đãi
betting | Cao thủ chốt số đài tỉnh tối nay 2 con đẹp, trúng hậu tạ
betting | Chơi bài ăn tiền thật, rút về Vietcombank 1 phút, tân thủ nhận 58k
betting | nhacai uytin nhat 2026: new88 , 789b et , sh bet
betting | Xóc đĩa livestream gái xinh, nạp 100 tặng 100
phone | a e cần gì pm 0,9,1,2,3,4,5,6,7,8
phone | Số: chín một hai ba bốn năm sáu bảy tám thêm số 0 đằng trước
phone | O9I2-34S-678
phone | liên hệ 0\ufe0f⃣9\ufe0f⃣1\ufe0f⃣2\ufe0f⃣3\ufe0f⃣4\ufe0f⃣5\ufe0f⃣6\ufe0f⃣7\ufe0f⃣8\ufe0f⃣
link | www vaytien net
link | trang gì đó tên là game-bai-88 rồi thêm đuôi xyz
link | xem tại <a href='//x.y.club'>đây</a>
link | 192.168.10.4:8080/nhan-qua
link | qua\u200dng.ca\u200do.vi\u200dp
phrase | đúng là bọn ăn c*t
phrase | đ|t m3 nó
phrase | Thằng phóng viên này ngu như bò
phrase | con đ.ĩ chuyên viết láo
"""
