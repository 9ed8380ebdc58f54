"""Offers that are no opinions: loans, bets, goods. Speaking of them is not offering them.

Each offer is known by what is spoken of and by signs that it is offered: a strong sign is enough, of the weak ones it
takes two. Patterns are words without marks, alternatives on one line one sign; a space stands for whatever little
separates two syllables, or nothing: "vay tien" is "v.a.y t.i.ề.n" and "vay-tien".
"""

import re
from dataclasses import dataclass

from .contacts import leads_somewhere
from .findings import Finding

_GAP = r"[ .\-_*|·•~]{0,3}"


def _pattern(words):
    return re.compile(rf"(?<![^\W_])(?:{words.strip().replace(' ', _GAP)})(?![^\W_])")


def _patterns(lines):
    return tuple(_pattern(line) for line in lines.strip().splitlines())


@dataclass(frozen=True)
class Offer:
    check: str
    reason: str
    topics: tuple
    strong: tuple
    weak: tuple

    def __call__(self, written, circumstances):
        reading = written.reading

        def found(pattern):
            return pattern.search(reading.plain) or pattern.search(reading.without_signs)

        if self.topics and not any(found(topic) for topic in self.topics):
            return
        strong = [match for sign in self.strong if (match := found(sign))]
        weak = [match for sign in self.weak if (match := found(sign))]
        if not strong and not weak:
            return
        leads = leads_somewhere(reading)
        weight = 2 * len(strong) + len(weak) + (leads or any(found(sign) for sign in CONTACT))
        # Who warns, complains or asks for action does not offer; unless a number or a link stands there, too.
        if not leads and found(AGAINST):
            weight -= 3
        if weight >= 2:
            first = min(strong or weak, key=lambda match: match.start())
            yield Finding(self.check, self.reason, "text", *reading.place(*first.span()))


CONTACT = _patterns(
    r"""
(?:lien he|lh|alo|goi ngay|goi em|inbox|inb|ib|nhan tin|ket ban|add)(?: ngay| em| minh| shop| ad| zalo)?
zalo|telegram|tele|hotline|whatsapp|wechat
"""
)
AGAINST = _pattern(
    "lua dao|canh giac|tin dung den|cong an|xu ly|xu phat|bat giu|te nan|dep bo|trinh bao|nang lai|ngan chan|to cao|pha"
    " an|tuyen an|toi pham|canh bao|dung tin|ngan hang chinh sach|bi lua|triet pha|tan gia bai san|mac bay|khuyet cao"
)

lending = Offer(
    "lending",
    "Giống lời mời vay tiền.",
    _patterns(
        "vay|vay tien|tien nhanh|tin chap|bat ho|tra gop|dao han|cam do|giai ngan|can tien|ket tien|rut tien"
    ),
    _patterns(
        r"""
no xau (?:van|cung|ho tro|bao|deu)|bao dau|bao duyet
ai (?:can|ket|thieu|dang can) (?:vay|tien|von|gap tien)
(?:ben|nha) (?:em|minh|ad|shop|toi) (?:cho vay|ho tro vay|co cho vay|nhan cho vay|giai ngan)
vay (?:nong|nhanh|tien|von)? ?(?:online )?(?:chi can|khong the chap|khong can|giai ngan|lay lien)
chi can (?:cccd|cmnd|can cuoc|so ho khau|the sinh vien|chung minh|dien thoai)
(?:khong|ko|k) (?:can )?(?:gap mat|tham dinh|chung minh thu nhap)
(?:rut tien|dao han) (?:the )?(?:tin dung)? ?(?:phi|gia) (?:re|thap|chi)
"""
    ),
    _patterns(
        r"""
(?:duyet|nhan tien|co tien|len tien|giai ngan) (?:nhanh|ngay|lien|sau|tuc thi|trong ngay|trong [0-9]+ phut)
(?:sau|trong|chi) [0-9]+ ?(?:phut|p|s|giay)|[0-9]+ ?(?:phut|p) (?:co|nhan|len) tien
lai suat (?:chi|0|tu|sieu)|lai thap|uu dai
thu tuc (?:don gian|nhanh|nhanh gon)|ho so don gian
ho tro (?:vay|giai ngan|no xau|toan quoc|24)|toan quoc
uy tin|bao mat|(?:khong|ko|k) (?:can )?the chap
vay nong|cho vay (?:nong|nhanh|tien)
"""
    ),
)

betting = Offer(
    "betting",
    "Giống lời mời cờ bạc, cá cược.",
    _patterns(
        r"""
nha cai|ca cuoc|ca do|keo|soi cau|lo de|tai xiu|no hu|ban ca|game bai|doi thuong|casino|cuoc|xoc dia|baccarat|slot
(?:fb|fun|jun|hi|new|go|m|w|bk|sky|vn|sv|xo|123|f8|i9|lucky|bong|lixi)88|[0-9]{1,3}x?bet|(?:ku|sh|dafa|kim|five)bet
sun win|b52|rikvip|iwin|hitclub|789club|68gb|k8|xsmb|bach thu|lo to|chot (?:so|lo|de|dan)|dan de|song thu
"""
    ),
    _patterns(
        r"""
(?:fb|fun|jun|hi|new|go|bk|sky|sv|xo|123|f8|i9|lucky|bong|lixi)88|[0-9]{1,3}x?bet|(?:ku|sh|dafa|five)bet
sun win|rikvip|hitclub|789club|68gb
nap (?:dau|lan dau|tien lan dau)|choi la thang|vao (?:keo|bo) la
soi cau (?:lo|de|xsmb|mien|vip|chuan|mb)|bach thu|bao lo|song thu lo|chot (?:so|lo|de|dan)|dan de
(?:link|app|trang|san|web) (?:nha cai|ca cuoc|danh bai|tai xiu|game bai)
"""
    ),
    _patterns(
        r"""
dang ky|tai (?:app|game|ngay|ve)|tham gia (?:ngay|lien)|choi (?:ngay|thu)|thu van may
tang (?:ngay )?[0-9]+ ?k?|hoan (?:tra|tien)|khuyen mai|thuong|nhan (?:code|qua|ngay)
rut (?:tien )?(?:nhanh|ngay|ve)|nap rut|xanh chin|uy tin
ty le (?:an|cao|keo)|an (?:tien|to|lon)|thang lon|doi doi
"""
    ),
)

advert = Offer(
    "advert",
    "Giống quảng cáo, chào mời.",
    (),
    _patterns(
        r"""
viec nhe luong cao|kiem (?:tien|them thu nhap) (?:online|tai nha)
tuyen (?:ctv|cong tac vien)|can tuyen (?:gap )?(?:ctv|nhan vien)
(?:lam|ban) (?:bang|giay to|cccd|can cuoc) gia|gai goi|hack (?:fb|facebook|zalo|nick)
(?:nhan|dich vu) (?:lam bang|lam giay to|hut be phot|lay lai tien|tham tu|chay an)|sim so dep
(?:giam gia|sale|chiet khau) (?:toi |den |soc )?[0-9]+ ?%?|free ?ship|mien phi (?:ship|van chuyen)
"""
    ),
    _patterns(
        r"""
(?:tri|chua|dac tri) (?:dut diem|khoi han|tan goc)|khoi han|cam ket (?:khoi|hieu qua|hoan tien)
gia truyen|than duoc|thuoc nam|thuc pham chuc nang
(?:ban|ai|ba con|me) (?:nao )?(?:can|muon|quan tam)(?: mua| biet| hoi)?(?: thi| cu)? (?:ib|inbox|lien he|nhan|alo|goi)
(?:minh|em|toi) (?:chi|gioi thieu|de lai|gui) (?:cho|dia chi|so|link)
mua ngay|dat (?:hang|mua) (?:ngay|o|tai)|gia chi (?:tu )?[0-9]+|mua (?:cua|o|tai) shop|ghe shop|shop (?:em|minh)
thanh ly|xa kho|hang chinh hang|san pham (?:cua|ben|nha) (?:em|minh)|(?:ben|nha) (?:em|minh) (?:co ban|ban|chuyen)
lai (?:[0-9]+ ?%|cao) (?:moi|mot|1|/)? ?(?:thang|ngay)|loi nhuan [0-9]+|nhan doi (?:tai khoan|tien|von)
(?:ban|sang nhuong|can ban) (?:gap )?(?:dat|lo dat|nha|can ho)|chinh chu|so (?:do|hong) trao tay|dat nen
kiem (?:them )?[0-9]+ ?(?:k|tr|trieu|cu)
forex|tien ao|bitcoin|chung khoan quoc te|(?:vao|tham gia) (?:nhom|group|room) (?:zalo|telegram|keo|kin|ben duoi)
uy tin|chat luong cao|lien he (?:ngay|em|minh)|ib (?:em|minh)|tu van mien phi
"""
    ),
)
