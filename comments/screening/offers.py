"""Offers that are no opinions: loans, bets, goods. Speaking of them is not offering them.

Each offer is known by what is spoken of and by signs that it is offered: a strong sign is enough, of the weak ones it
takes two. Patterns are words without marks, alternatives on one line one sign; a space stands for whatever little
separates two syllables, or nothing: "vay tien" is "v.a.y t.i.ề.n" and "vay-tien". Marks stand where the words without
them are too often others ("mặt tiền" and "mất tiền").
"""

import re
from dataclasses import dataclass

from .contacts import leads_somewhere
from .findings import Finding

_GAP = r"[ .\-_*|\u00b7\u2022~]{0,3}"


def _pattern(words):
    words = words.strip()
    if words.startswith("^"):
        return re.compile(words)  # how a text begins
    return re.compile(rf"(?<![^\W_])(?:{words.replace(' ', _GAP)})(?![^\W_])")


def _patterns(lines):
    """One pattern a line; what begins with "|" goes on with the line before."""
    return tuple(_pattern(line) for line in lines.strip().replace("\n|", "|").splitlines())


@dataclass(frozen=True)
class Offer:
    check: str
    reason: str
    topics: tuple
    strong: tuple
    weak: tuple

    def __call__(self, written, circumstances):
        for field, reading in written.readings.items():
            first = self._first_sign(reading, in_text=field == "text")
            if first:
                yield Finding(self.check, self.reason, field, *reading.place(*first.span()))

    def _first_sign(self, reading, *, in_text):
        """The match of the first sign where the signs weigh enough; else None. In a name or a place, which tell
        nothing, a strong one only."""
        # Most comments have no signs inside their words: then there is nothing to look through a second time.
        texts = list(dict.fromkeys([reading.plain, reading.without_signs]))

        def found(pattern):
            among = texts if pattern.pattern.isascii() else [*texts, reading.marked]
            return next((match for text in among if (match := pattern.search(text))), None)

        if self.topics and not any(found(topic) for topic in self.topics):
            return None
        strong = [match for sign in self.strong if (match := found(sign))]
        weak = [match for sign in (*self.weak, *SELLING) if (match := found(sign))] if in_text else []
        if not strong and not weak:
            return None
        weight = 2 * len(strong) + len(weak) + any(found(sign) for sign in CONTACT)
        # Who spaces a word out, or writes figures for its letters, hides it.
        weight += bool(self.topics) and any(token.disguised for token in reading.tokens)
        if leads_somewhere(reading):
            weight += 1
        # Who warns, complains or asks does not offer; unless a number or a link stands there, too.
        else:
            weight -= 3 * bool(found(AGAINST)) + any(found(sign) for sign in TALKING)
        return min(strong or weak, key=lambda match: match.start()) if weight >= 2 else None


CONTACT = _patterns(
    r"""
(?:lien he|lh|alo|goi ngay|goi em|inbox|inb|ib|nhan tin|ket ban|add|oi em)(?: ngay| em| minh| shop| ad| zalo)?
|nhan (?:cho )?(?:em|minh|ad|shop)
|check (?:inbox|ib|tin nhan)
zalo|za lo|telegram|tele|hotline|whatsapp|wechat|viber|messenger
(?:de lai|cho xin|cho em xin) (?:sdt|so dien thoai|so|zalo|thong tin)|cmt (?:sdt|so)
|cu tim (?:chi|anh|em|co|minh)
(?:google|gg|search|seach|tim) (?:gg |google )?(?:tu khoa|cum tu|voi tu khoa|trang)
"""
)
AGAINST = _pattern(
    "lua dao|canh giac|tin dung den|cong an|xu ly|xu phat|bat giu|te nan|dep bo|trinh bao|nang lai|ngan chan|to cao|pha"
    " an|tuyen an|toi pham|canh bao|dung tin|ngan hang chinh sach|bi lua|triet pha|tan gia bai san|mac bay|khuyet cao"
    "|bon lua|ke lua|can than keo|dung (?:nghe|bam|chuyen)|bien chung|hai (?:dan|nguoi|chet)|de nghi|kien nghi"
)
# Words of somebody who tells, asks or judges; who sells has no use for them.
TALKING = _patterns(
    r"""
nhung|cam on|ở đâu|kiểu gì|gì vậy|ai lợi|lừa dân|\?\s*$|toa soan|can bo|chinh quyen|nha nuoc|buc xuc
|tai sao|vi sao|sao lai|sao khong|bao gio
mà|thì|sao|chứ|quá|lắm|vẫn|chưa|khổ|tiếc|mong|dân
"""
)
# How anything is sold, one way a line.
SELLING = _patterns(
    r"""
giá (?:rẻ|tốt|sỉ|gốc|xưởng|mềm|ưu đãi|sinh viên|hạt dẻ)
|gia (?:re|si|xuong|uu dai|sinh vien)|phí (?:rẻ|thấp)
|nua gia|mien phi|uu dai
chỉ (?:từ |với |có )?[0-9]+ ?(?:k|tr|triệu|nghìn|cu)
|(?:goi|gop|phi|thue|gia|luong) (?:tu |chi )?[0-9]+ ?(?:k|tr|trieu)
|[0-9]+ ?k ?/ ?(?:ngay|don|gio|buoi|lit|hop|lo)
giảm (?:sốc|ngay|[0-9]+)|khuyen mai|tặng (?:quà|kèm|vốn|ngay|[0-9]+)|so luong co han|chi (?:con )?hom nay
|duy nhat hom nay
nhanh (?:gon|chong|le)|(?:co|lay|duyet|nhan|bay|di lam|dang ky) (?:ngay|lien|nhanh)|hoan von nhanh|lien tay
(?:sau|trong|chi) [0-9]+ ?(?:phut|p|s|giay|h)|24 ?/ ?7|24 ?h|trong ngay
tan (?:noi|nha)|tại nhà|toan quoc|ship|cod|giao hang
(?:khong|ko|k) (?:can|giu|mat|yeu cau) (?:thi|goi|bang cap|tieng|von|kinh nghiem|chung minh|giay to|gap mat|the chap)
|(?:khong|ko|k) (?:can|giu|mat) (?:phi|coc|ca vet)|(?:khong|ko) ban hang
bao (?:dau|an o|gia|test|duyet|hanh|doi tra)|cam kết|uy tin|chinh hang|nguyen chat|hoàn tiền|100 ?%|kin dao
|tron goi
^\W*(?:nhận (?!xét|thấy|được|định|thức|ra)|chuyên (?!gia|viên|đề|môn|mục)|cần (?:bán|tuyển|thanh lý))
^\W*(?:tuyển |cho thuê|dịch vụ|cung cấp|cơ hội )
^\W*(?:bạn (?:đang|muốn|có muốn|cần)|hội (?:chị em|anh em)|em \S+ bên|bên em)
^\W*(?:học (?:lái xe|tiếng|nghề)|mở thẻ|cầm đồ|xuất khẩu lao động|cho vay)
"""
)

lending = Offer(
    "lending",
    "Giống lời mời vay tiền.",
    _patterns(
        "vay|vay tien|tien nhanh|tien mat|tin chap|bat ho|tra gop|dao han|cam do|cam co|giai ngan|can tien|ket tien"
        "|rut tien"
        "|(?:ho tro|can|thieu|ket|xoay|cap) von|co tien|no xau|(?:mo )?the tin dung|lo von|gop ngay|boc ho"
        "|von luu dong|han muc|nhan cam|bi tien|tra no"
    ),
    _patterns(
        r"""
no xau (?:nhom [0-9] )?(?:van|cung|ho tro|bao|deu)|bao dau|bao duyet|xoa no xau
ai (?:can|ket|thieu|dang can) (?:vay|tien|von|gap tien)
(?:ben|nha) (?:em|minh|ad|shop|toi) (?:cho vay|ho tro vay|co cho vay|nhan cho vay|giai ngan|nhan (?:cam|dao|rut))
vay (?:(?:nong|nhanh|tien|von|gap) ){0,2}(?:online )?(?:chi can|khong the chap|khong can|giai ngan|lay lien|bang cccd)
chi can (?:co )?(?:cccd|cmnd|can cuoc|so ho khau|the sinh vien|chung minh|dien thoai)
(?:khong|ko|k) (?:can )?(?:gap mat|tham dinh|chung minh thu nhap)
(?:rut tien|dao han) (?:the )?(?:tin dung)? ?(?:phi|gia) (?:re|thap|chi)
"""
    ),
    _patterns(
        r"""
(?:duyet|nhan tien|co tien|len tien|giai ngan|lay) (?:nhanh|ngay|lien|sau|tuc thi|tu dong|online|trong ngay)
|giai ngan trong [0-9]+ phut
[0-9]+ ?(?:phut|p) (?:la )?(?:co|nhan|len) tien|can la co|tien ve (?:tai khoan|may|ngay)
de (?:em|minh) (?:giup|lo|ho tro)
lai (?:suat )?(?:chi |tu )?(?:0|sieu|thap|re)|lai suat (?:chi|tu)
thu tuc (?:don gian|nhanh|nhanh gon)|ho so don gian
(?:van )?ho tro (?:vay|giai ngan|no xau|von|toan quoc|24)|van ho tro|duyet [0-9]+ ?%?
bao mat|(?:khong|ko|k) (?:can )?the chap|theo luong
vay nong|(?:cho vay|vay tien|vay) (?:nong|nhanh|gap|online)|cho vay tien
[0-9]+ ?(?:-|den|toi) ?[0-9]+ ?(?:tr|trieu|cu) (?:lay|co|nhan|duyet)|can (?:them )?von
"""
    ),
)

betting = Offer(
    "betting",
    "Giống lời mời cờ bạc, cá cược.",
    _patterns(
        r"""
nha cai|ca cuoc|ca do|keo|soi cau|lo de|tai xiu|no hu|ban ca|game bai|doi thuong|casino|cuoc|xoc dia|baccarat
|slot|da ga
(?:fb|fun|jun|hi|new|go|m|w|bk|sky|vn|sv|xo|123|f8|i9|lucky|bong|lixi|ku|uk|mb|ee|aa)88|[0-9]{1,3}x?bet
|(?:ku|sh|dafa|kim|five|bon|net|vw) bet
sun win|b52|rikvip|iwin|hitclub|789club|68gb|k8|xsmb|bach thu|lo to|chot (?:so|lo|de|dan)|dan de|song thu
|xoso[0-9]+|cong game|(?:choi|danh) bai an tien|danh con [0-9]{2}|con [0-9]{2} voi [0-9]{2}
(?:ba|3) cang|lo xien|xien [234]|cau lo|lo kep|so dep hom nay|giai dac biet
"""
    ),
    _patterns(
        r"""
(?:fb|fun|jun|hi|new|go|bk|sky|sv|xo|123|f8|i9|lucky|bong|lixi|ku|uk|mb)88|[0-9]{1,3}x?bet
|(?:ku|sh|dafa|five|bon|vw) bet
sun win|rikvip|hitclub|789club|68gb|xoso[0-9]+
nap (?:dau|lan dau|tien lan dau)|choi la thang|vao (?:keo|bo) la
soi cau (?:lo|de|xsmb|mien|vip|chuan|mb)|bach thu|bao lo|song thu lo|chot (?:so|lo|de|dan)|dan de
(?:link|app|trang|san|web) (?:nha cai|ca cuoc|danh bai|tai xiu|game bai)
trung (?:moi|roi) (?:thu|lay|tra) (?:phi|tien)|(?:tai xiu|no hu|xoc dia) md[5s]
1 an [0-9]{2}|gift ?code
"""
    ),
    _patterns(
        r"""
dang ky|tai (?:app|game|ngay|ve)|tham gia (?:ngay|lien)|choi (?:ngay|thu)|thu van may
tang (?:ngay )?[0-9]+ ?k?|hoan (?:tra|tien)|khuyen mai|thuong|nhan (?:code|qua|ngay)
(?:tang|nhap|co|phat)? ?code (?:[0-9]+ ?k|tan thu|free|moi)|(?:free|mien phi) [0-9]+ ?k
|[0-9]+ ?k (?:free|mien phi)
rut (?:tien )?(?:nhanh|ngay|ve|mat|24)|nap rut|xanh chin|truc tuyen|online|thang la rut|thuong nap
ty le (?:an|cao|keo|trung)|an (?:tien|to|lon|dam)|thang lon|doi doi
|chuan 100|chinh xac|vip|trung lon|keo thom
|chac an|choi la trung|sieu to
(?:cuoc|choi) tu [0-9]+|ai theo|xem mien phi|vao (?:nhom|hoi) (?:kin|vip|keo)|nhan free
|quoc te so 1|so 1 (?:viet nam|chau a|the gioi)|nuoi khung
"""
    ),
)

# What is sold, one kind a line; what shows that it is sold, one way a line.
advert = Offer(
    "advert",
    "Giống quảng cáo, chào mời.",
    (),
    _patterns(
        r"""
viec nhe luong cao|kiem (?:tien|them thu nhap) (?:online|tai nha)
tuyen (?:gap )?(?:ctv|cong tac vien)|can tuyen (?:gap )?(?:ctv|nhan vien)
(?:lam|ban) (?:bang|giay to|cccd|can cuoc) gia|gai goi|hack (?:fb|facebook|zalo|nick)
(?:nhan|dich vu) (?:lam bang|lam giay to|hut be phot|lay lai (?:tien|nick|fb|facebook)|tham tu|chay an)
|sim so dep
(?:giam gia|sale|chiet khau) (?:toi |den |soc )?[0-9]+ ?%?|free ?ship|mien phi (?:ship|van chuyen)
(?:nhan|dich vu) (?:lam )?(?:bang (?:dai hoc|lai xe)|chung chi|gplx|ho chieu)
|bao (?:dau|kiem tra|cong chung) bang
"""
    ),
    _patterns(
        r"""
(?:tri|chua|dac tri|xoa|het) (?:dut diem|khoi han|tan goc)|khoi han
|cam ket (?:khoi|hieu qua|hoan tien|giam|tang|lai|dau ra)
thuoc (?:ho|bo|xuong khop|da day|tieu duong|tri|dac tri)|nha lam|la khoi
gia truyen|than duoc|thuoc nam|thuc pham chuc nang|lieu trinh|thao duoc
giảm [0-9]+ ?kg|yeu sinh ly|xuat tinh som|giam (?:can|mo)|tang (?:can|chieu cao|kich thuoc)|trang da|kem tri|serum
|roi loan cuong
(?:ban|ai|ba con|me) (?:nao )?(?:can|muon|quan tam)(?: mua| biet| hoi)?(?: thi| cu)? (?:ib|inbox|lien he|nhan|alo|goi)
(?:minh|em|toi) (?:chi|gioi thieu|de lai|gui) (?:cho|dia chi|so|link)
mua ngay|dat (?:hang|mua) (?:ngay|o|tai)|gia chi (?:tu )?[0-9]+|mua (?:cua|o|tai) shop|ghe shop|shop (?:em|minh)
thanh ly|xa kho|hang chinh hang|giá (?:đầu tư|tốt nhất|rẻ nhất)|san pham (?:cua|ben|nha) (?:em|minh)
(?:ben|nha) (?:em|minh) (?:co ban|ban|chuyen|nhan|cung cap|co san)
|(?:em|minh) (?:chuyen )?(?:ban|nhan ban|co ban) (?:thuoc|hang|si|le|my pham|sim)
ship (?:cod|toan quoc|tan noi|tan nha|hoa toc|ca nuoc)|giao (?:hang )?(?:toan quoc|tan noi)|kin dao
|bao (?:gia|test|doi tra)
lai (?:[0-9]+ ?%|cao) (?:moi|mot|1|/)? ?(?:thang|ngay)|loi nhuan [0-9]+|nhan doi (?:tai khoan|tien|von)
|win [0-9]+ ?%?
(?:ban|sang nhuong|can ban|chinh chu ban) (?:gap )?(?:dat|lo (?:dat|goc)|nha|can ho|nen|shophouse)|chinh chu
|so (?:do|hong) trao tay|dat nen
chuyển nhượng|thổ cư|sổ sẵn|sẵn sổ
bao sang ten|sang ten (?:ngay|trong ngay)|goi xem (?:dat|nha)|xem (?:dat|nha) ngay|suat ngoai giao
[0-9]+ mặt tiền|lô góc mặt tiền|mặt tiền [0-9]+ ?m
kiem (?:them )?[0-9]+ ?(?:k|tr|trieu|cu)|thu nhap (?:tu )?[0-9]+ ?(?:k|tr|trieu|cu)
|[0-9]+ ?k ?/ ?(?:ngay|don|gio)
thiet ke (?:web|website|logo)|ten mien|chay quang cao|đặt (?:chỗ|lịch|vé|phòng)|nhà xe \S+
hoa hong [0-9]+|chot don|lam (?:tren|bang) dien thoai|viec lam them|lam (?:tai nha|online)
|khong (?:coc|can von|can kinh nghiem)|ko coc
forex|tien ao|bitcoin|crypto|chung khoan quoc te|usdt|copy trade
(?:vao|tham gia) (?:nhom|group|room) (?:zalo|telegram|keo|kin|mien phi|ben duoi)|(?:nhom|group|room) vip
|tin hieu (?:forex|vip|vang|lenh|mua)
(?:super |hang )?(?:fake|replica|rep) ?(?:1[:. ]1|loai 1|cao cap)|super fake|like auth|hang auth
bùa (?:yêu|ngải|bình an)|gọi (?:vong|hồn)|(?:bói|xem) (?:bài|toán|tarot|tử vi)|bua (?:yeu|ngai)
lay lai (?:nguoi yeu|chong|vo)|cung sao giai han|giai han|thinh (?:bua|tai gia)|linh nghiem
theo dõi (?:ngoại tình|chồng|vợ|người yêu)|thám tử
tang (?:like|follow|tuong tac|sub)|mua ban (?:nick|acc|sim)
chat luong cao|lien he (?:ngay|em|minh)|ib (?:em|minh)|tu van (?:mien phi|tan tinh|24)
(?:khoan gieng|thong tac|hut be phot|sua (?:may tinh|dieu hoa|ong nuoc|may giat|nha))
|(?:diet (?:moi|virus)|cai win|chuyen nha|taxi tai)
(?:thuê xe|lái xe b[12]|bằng lái|luận văn|tiểu luận|làm thuê đồ án|massage|tẩm quất|karaoke)
|(?:xuất khẩu lao động|bảo hiểm nhân thọ)
(?:sữa|kem|máy|mật ong|sâm|yến|son|viên uống|trà giảm) (?:tăng|của (?:chị|em|shop)|lọc|rừng|trị|dưỡng|sào|chính)
|hết (?:nám|mụn|đau|hẳn)
nữ (?:trẻ đẹp|phục vụ)|trẻ đẹp|dau tu (?:sinh loi|loi nhuan|nhan doi|4.0)|them thu nhap|bao ăn ở
|phục vụ tại phòng
"""
    ),
)
