"""How those speak who sell something, and how those who tell, ask or warn."""

from .patterns import patterns

# How a reader is asked to come closer.
CONTACT = patterns(
    r"""
(?:lien he|lh|alo|goi ngay|goi em|inbox|inb|ib|nhan tin|ket ban|add|oi em)(?: ngay| em| minh| shop| ad| zalo)?
|nhan (?:cho )?(?:em|minh|ad|shop)
|check (?:inbox|ib|tin nhan)
(?:de lai|hoi|theo|tim|gap) (?:so )?(?:em|minh|toi|shop|ad|chi ay|anh ay|co ay|so)(?: ay| nhe| nha)?
(?:bac|ban|anh|chi|a|c|me|nha|nguoi) nao (?:can|ket|muon|quan tam|thich|bi|co nhu cau|ham)
|ai (?:muon|can|thich|quan tam|co nhu cau|bi|ham|ket|dang)
(?:moi|kinh moi) (?:ba con|anh chi|cac bac|cac ban|ca nha|ae|moi nguoi|quy khach|cac me|chi em)
|(?:ba con|ca nha|moi nguoi|anh chi|cac bac) (?:ghe|ung ho (?:em|shop|minh|nha|nhe)|thu (?:xem|di|ngay|van))
vao (?:nhom|hoi|group|room) (?:em|minh|nay|zalo|tele|kin|free|ben)|(?:em|minh|toi) (?:gioi thieu|chi cho
|keo vao|huong dan)
|vo (?:nhom|hoi)|keo (?:vao )?nhom
zalo|za lo|telegram|tele|hotline|whatsapp|wechat|viber|messenger
(?:de lai|cho xin|cho em xin) (?:sdt|so dien thoai|so|zalo|thong tin)|cmt (?:sdt|so)
|cu tim (?:chi|anh|em|co|minh)
(?:thi|cu) (?:nhan|ib|inbox|alo|cmt|cham|hoi)(?: rieng)?(?: (?:em|minh|toi|chi|anh|shop|nha|nhe|a))?
(?:google|gg|search|seach|tim) (?:gg |google )?(?:tu khoa|cum tu|voi tu khoa|trang)
"""
)
(AGAINST,) = patterns(
    r"""
(?<!khong\s)(?<!ko\s)(?<!k\s)lua dao|canh giac|tin dung den|cong an|xu ly(?!\sno)|xu phat|bat giu|te nan|dep bo
|trinh bao|nang lai|ngan chan|to cao|pha an|tuyen an|toi pham|canh bao|dung tin|ngan hang chinh sach|bi lua
|triet pha|tan gia bai san|mac bay|khuyet cao|bon lua|ke lua|can than keo|dung (?:nghe|bam|chuyen)|bien chung
|hai (?:dan|nguoi|chet)|de nghi|kien nghi|nghien|tran lan|nhuc nhoi|hau qua|mat nha|ban nha|tu tu|thua (?:het
|sach|lo)|vo no|bo hoc|nen cam|cam (?:tiet|han)|(?<!gia\s)hoc sinh|thanh nien|bi (?:cho|siet|khung bo)|khung bo|doi no
|siet no|tin dung den|quan ly (?:chat|thi truong)|mac lua|tro (?:bip|lua)|chieu (?:tro|nhu|lua)|bip bom|suyt
|mat (?:sach|trang|oan|toi|hut)|tu chiu|dung (?:ham|dai)|chat chem|nhoi nhet|te qua|qua te|kem chat luong
|khong dung duoc|(?:la|qua) cao|cao (?:so voi|qua)|dat (?:qua|do|hon)|vut (?:di|xo)|phuc vu kem
"""
)
(FOR_A_BUSINESS,) = patterns(r"(?:ben|shop|doi|team) (?:em|minh|ad|chung (?:em|toi|minh))|cua chung toi")
# Words of somebody who tells, asks or judges; who sells has no use for them.
TALKING = patterns(
    r"""
nhung|cam on (?:bac si|cac|anh|chi|thay|co giao|benh vien|can bo|cong an|tinh|phuong|xa)
|ở đâu|kiểu gì|gì vậy|ai lợi|lừa dân|\?\s*$|toa soan|can bo|chinh quyen|nha nuoc|buc xuc
|tai sao|vi sao|sao lai|sao khong|bao gio
mà|thì|sao|chứ|quá|lắm|vẫn|chưa|khổ|tiếc|mong|dân
"""
)
# How anything is sold, one way a line.
SELLING = patterns(
    r"""
giá (?:rẻ|tốt|sỉ|gốc|xưởng|mềm|ưu đãi|sinh viên|hạt dẻ)
|gia (?:re|si|xuong|uu dai|sinh vien)|phí (?:rẻ|thấp)
|nua gia|mien phi|uu dai
(?<!ba\s)(?<!hai\s)(?<!một\s)(?<![0-9]\s)chỉ (?:từ |với |có |còn )?SUM
|(?:goi|gop|phi|thue|gia|luong) (?:tu |chi )?[0-9]+ ?(?:k|tr|trieu)
|[0-9]+ ?k ?/ ?(?:ngay|don|gio|buoi|lit|hop|lo)
giảm (?:sốc|ngay|[0-9]+)|khuyen mai|tặng (?:quà|kèm|vốn|ngay|[0-9]+)|so luong co han|chi (?:con )?hom nay
|duy nhat hom nay
nhanh (?:gon|chong|le)|(?:co|lay|duyet|nhan|bay|di lam|dang ky) (?:ngay|lien|nhanh)|hoan von nhanh|lien tay
(?:sau|trong|chi) [0-9]+ ?(?:phut|p|s|giay|h)|24 ?/ ?7|24 ?h|trong ngay
tan (?:noi|nha)|tại nhà|toan quoc|ship|cod|giao hang
(?:khong|ko|k) (?:can|giu|mat|yeu cau) (?:thi|goi|bang cap|tieng|von|kinh nghiem|chung minh|giay to|gap mat
|the chap)
|(?:khong|ko|k) (?:can|giu|mat) (?:phi|coc|ca vet)|(?:khong|ko) ban hang
bao (?:dau|an o|gia|test|duyet|hanh|doi tra)|cam kết|uy tin|chinh hang|nguyen chat|hoàn tiền|100 ?%|kin dao
|tron goi
^\W*(?:nhận (?!xét|thấy|được|định|thức|ra)|chuyên (?!gia|viên|đề|môn|mục)|cần (?:bán|tuyển|thanh lý))
^\W*(?:tuyển |cho thuê|dịch vụ|cung cấp|cơ hội |bán |sang nhượng|sang lại|nhượng |rao (?:bán|giùm|hộ))
^\W*(?:pass lại|thanh lý|thu mua)
^\W*[Aa]i (?:\S+ ){1,3}(?:không|ko|k|hông|hong|hok)\W
(?:mua|di) (?:[0-9]|mot|hai|ba|bon) (?:tang|tinh tien) (?:[0-9]|mot|hai|ba)|hoc thu|dung thu|bao hanh [0-9]
|kiem hang|xem hang|(?:co|gia) thuong luong
|(?:khong|ko|k)(?: \w+){1,2} (?:khong|ko|k) (?:lay|thu|tinh) (?:phi|tien|cong)
|co (?:bot|fix)|bot loc|xem (?:dat|nha|xe|phong) (?:ca|moi|bat|truc|tu)
^\W*(?:thợ|đội thợ|khóa học|xưởng|vườn ươm|cửa hàng|nhà hàng|nha khoa|spa|trung tâm|nhà xe|lớp) \S+[^.?!]*$
^\W*(?:bạn (?:đang|muốn|có muốn|cần)|hội (?:chị em|anh em)|em \S+ bên|bên em)
^\W*(?:học (?:lái xe|tiếng|nghề)|mở thẻ|cầm đồ|xuất khẩu lao động|cho vay)
"""
)
