"""Tricks written before their writer had read the checks; what was missed then is what was mended.

Offers in plain words, and what honest readers wrote then, are what the check of wording learns from: examples.txt.
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
betting | t@i x1u md5 ăn đậm đê anh em
betting | ѕоі ᴄầᴜ miền bắc chính xác mỗi ngày
betting | c\u200bá đ\u200bộ b\u200bóng đ\u200bá k\u200bèo t\u200bhơm m\u200bỗi t\u200bối
lending | v a y t i ề n  n h a n h không cần thế chấp
lending | Cʜᴏ ᴠᴀʏ ᴛɪề̂ɴ ɢóᴘ lãi thấp nhất thị trường
lending | vᴀy t1en 0nline, duyệt t.ự đ.ộ.n.g, lãi 0%
phrase | đ!t m3 chúng mày
phrase | địt.mẹ thằng viết bài
phrase | Đ Ị T   M Ẹ   cả lũ
phrase | vãi l.ồ.n thật sự
phrase | ditme may thang nha bao
phrase | ᴄặᴄ gì mà viết dở thế
phrase | ccccc lồnnnnn
phrase | v~l, viết như hạch
lending | VAYTIENNHANH24H, xử lý nợ xấu trọn gói
language | sdfkjhsdf kjshdfkjsd fkjhsdkfjh sdkjfh
repeating | aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
length | !!!!????.....,,,,////
turned | Bài viết rất hay.\u202e moc.88uk\u202c Cảm ơn tác giả
hidden | Hay q\u200bu\u200bá c\u2060hấ\u200cm điểm
phone | Đọc kỹ chữ đầu nhé: số của em là 09 bố 8 ba 7 sáu 2 một 5 bốn
link | gmail em là vayvon247 a còng gmail chấm com
phone | Ai cần xem nhà gọi chị Thu không tám tám sáu một một hai hai ba ba nha
phone | E để số ở đây O 9 I I 2 2 3 3 4 4
phone | Bác nào cần thì zl o.3.9.8.7.6.5.4.3.2
phone | 084 912 333 444 gặp Tuấn
link | kết bạn instagram @linh.xinhxinh nha
link | thư về chovay.nhanh@gmail.com
link | email: hotro(at)yahoo.com
link | xem phim tại phimhay.tv.vn hoặc phimmoi123.io nha
link | truy cập w w w . kiemtien . com
link | vaytien24h[chấm]vn
link | link trong bio tiktok @shopgiare88
link | https : // hack-fb . com/free
link | h t t p s://ga-choi.net
link | Vào web ‘ga179’ đuôi .com đăng ký liền tay
link | bấm vào đây: bit,ly/quatang
betting | T À I  X Ỉ U uy tín, rút tiền 24/7
lending | v*a*y t*i*ề*n o*n*l*i*n*e n*h*a*n*h
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
lending | vαy tíη chấp lãi suất ưu đãi
betting | nhacai uytin nhat 2026: new88 , 789b et , sh bet
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
lending | V.a.y t.i.ề.n nhanh lh không chín một hai ba bốn năm sáu bảy tám
betting | t.à.i x.ỉ.u uy tín nhất 2026, nạp 100k tặng 100k
betting | T@i x!u đổi thưởng, rút tiền 1 phút
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
lending | Tải ứng dụng Vay365, nhập số căn cước, 3 phút sau tiền vào tài khoản
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
lending | 💰 C ầ n   t i ề n   c ó   n g a y 💰 không thế chấp 💰
betting | Nhận ghi đ.ề, l.ô 23k/điểm, thanh toán sòng phẳng
betting | c4s1n0 0nl1n3 uy tín nhất VN
phone | Bác nào có nhu cầu sđt đây: (không) (chín) (một) (hai) 345 678
phone | 0988 - tám tám tám - 999 em Ngọc
phone | gọi 09/88/77/66/55
phone | liên lạc O.9.3.5 – I.2.3 – 4.5.6
phone | số em 0👉9👉1👉2👉3👉4👉5👉6👉7👉8
phone | Cần gì cứ gọi không-chín-bốn sáu-bảy-tám một-hai-ba-bốn
phone | zalo 84987654321
link | xem tại google chấm com gạch chéo abc
link | vanlinhnews . vip
link | truy cập: v a n l i n h . t o p
link | bacninhxxx.ga/km
link | h\u200bttps://x.co/abc
link | trang kèo chấm vip đuôi nhà cái nhé
link | đọc ở đây 👉 tinnhanh24[.]click
link | vanlinh\uff0ecom\uff0fvip
phrase | đụ\u200b má mấy thằng tham nhũng
phrase | đồ con l.ợ.n
phrase | cái đ!t bà già mày
phrase | Bố láo bố toét, thằng nhà báo l-á-o t-o-é-t
phrase | vãi cả loz
phrase | mả cha chúng nó
phrase | thằng ranh con viết báo thuê
phrase | NGU NHƯ B Ò
phrase | bọn súc  vật ăn tiền
phrase | ĐCM đường nát thế này
phrase | dit bo may
phrase | c@c viết như c@c
phrase | lũ kh0'n n@n
phrase | d!t c0n me
borrowed | Đồ nɡս xսẩn
shouting | ĐỀ NGHỊ XEM LẠI CÁCH LÀM VIỆC CỦA UBND XÃ PHÚ VÂN!!!
language | zxcv asdf qwer zxcv asdf tyui ghjk bnm
language | I totally agree with the author of this great post, keep it up
language | これはテストです ありがとう
length | 🤬🤬🤬🤬🤬🤬
repeating | chán chán chán chán chán chán chán chán chán chán chán chán chán chán chán chán chán
turned | Bài \u2067hay\u2069 lắm ạ
stacked | Q̷u̷á̷ ̷h̷a̷y̷
lending | hỗ tr0*ợ v*y vốn tiêu dùng l@~i thấp
betting | k.è.o b.ó.n.g tối nay, ai cần inbox
phone | Lh: o chín ba ba - bốn bốn bốn - năm năm năm
phone | 0947.ba.ba.ba.444
phone | ai mua nhà gọi số 0️⃣9️⃣8️⃣7️⃣6️⃣5️⃣4️⃣3️⃣2️⃣1️⃣
phone | số điện thoại em là 0 nine one two 345 678
phone | ĐT 0203.3.888.999 gặp chị Hà
phone | không 9 không 8 sáu sáu bảy bảy tám tám
link | vao sex chấm tv coi
link | Trang mới: kiem-tien-online(chấm)vn
link | dangky,vip/thuong
link | xem bản gốc http :// bao-that . net
link | t . me / hoivayvon
link | facebook chấm com xẹt vlinh88
link | taigame.live 🎁
link | xem video ở drive.google.com/file/d/abc
phrase | mẹ cha thằng nào ký duyệt cái này
phrase | Đồ ăn c ứ t
phrase | l ồ n què gì vậy
phrase | thằng l*z lãnh đạo
phrase | đjt con me no
phrase | đ... mẹ chứ tăng giá nữa
phrase | đúng là lũ mất dạyyyy vô học
phrase | thằng khốn nạn này đáng bị nhốt
phrase | ĐỤ MÁ NÓ
phrase | cặk
phrase | nguuuu vcđ
borrowed | ĐỒ СHÓ
borrowed | Ｂàｉ viết ｒấｔ hay
shouting | TRẢ LẠI ĐẤT CHO DÂN TRẢ LẠI ĐẤT CHO DÂN
language | asdasdasd qweqweqwe zxczxczxc
language | Hello everyone, nice to meet you here today
language | 안녕하세요 좋은 기사입니다
length | 😍
length | ?
repeating | ok ok ok ok ok ok ok ok ok ok ok ok ok ok ok ok ok ok ok ok
hidden | Hà\u200b\u200bng chí\u2060nh hã\u200bng
turned | \u202b Hay quá \u202c
stacked | H̶a̶y̶ đấy
advert | Nghỉ lễ này mời cả nhà lên homestay Mây Núi, combo 2N1Đ chỉ 699k, đặt sớm giảm 10%
phone | Zalo: O 3 8 8 1 2 3 4 5 6
phone | số: 0.8.8.8 - 1.2.3 - 4.5.6
phone | call: không tám tám tám ba bốn năm sáu bảy tám
phone | 09 12 34 56 78 gặp Hiền
phone | ☎ 0367⁸⁸⁸999
link | ghé tinvanlinh chấm nét đọc tin hot
link | zalo .me/g/xyz123
link | www。nhacai。vip
link | docbao24h .com
link | shopee.vn/abc-giare
link | youtube: gõ "sự thật Vân Lĩnh" là thấy kênh mình
phrase | đúng là lũ l.o.n
phrase | ĐÉO tin được
phrase | đếk hiểu nổi
phrase | Bọn nhà báo chó má
phrase | đm đm đm
phrase | con c.a.k
phrase | như lồ`n
phrase | ngu như chó
phrase | vl thật đường thế này
phrase | đ-ị-t mẹ nó
borrowed | Вọn ngu
hidden | Qu\u200bả th\u200cật hay
turned | \u202enât\u202c hay
shouting | KHÔNG THỂ TIN NỔI MỘT CON ĐƯỜNG MỚI LÀM ĐÃ HỎNG
language | fghfgh rtyrty vbnvbn jkljkl
language | Bonjour tout le monde, merci pour cet article magnifique
length | .....
repeating | tăng giá tăng giá tăng giá tăng giá tăng giá tăng giá tăng giá tăng giá tăng giá tăng giá
phrase | thằng ó.c ch.ó
phone | Ai muốn bàn thêm: kh0ng ch1n kh0ng ba, hai hai năm, sáu bảy tám
phone | Sdt: không9một2 ba4 năm678
lending | Ai bị app đòi nợ khủng bố không? Bên em xóa nợ, tất toán hộ rồi vay gói mới, lãi nhẹ
lending | Bài hay. "Vay tiền nhanh, không cần thế chấp", alo 0912 345 678 nhé, đừng tin chỗ lừa đảo
phone | 8 4 9 1 2 3 4 5 6 7 8 là số em
phone | 0９1二345六78 hoặc ghé nhà
phone | 090x3x225x678 (bỏ x đi nhé)
link | vanlinh365,vip
link | search Tele: hotvanlinh88
link | fb: vanlinh hot girl, tìm là ra, vanlinh.c0m
betting | Nhà⭐cái⭐số⭐1⭐châu⭐á
advert | thuốc gi@m c@n cấp tốc
phrase | đ ĩ mẹ
phrase | đúng là óc🐶 nguuuu vcccc
language | fgdhsjk fhdjsk
phone | Zalo: 0912 345 xxx, ba số cuối là 678
link | Xem clip: y o u t u . b e / abc
phrase | đỵt
advert | Nếu bạn bị lừa tiền, đội luật sư của chúng tôi thu hồi giúp, không thành công không lấy phí.
advert | Đồng ý, buồn thật, mong tỉnh quan tâm hơn. Cầu xong là đất lên vùn vụt, em còn 3 lô giá gốc, nhanh tay.
"""
