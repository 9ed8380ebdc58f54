"""Offers that are no opinions: loans and bets; goods are in adverts.py. Speaking of them is not offering them.

Each offer is known by what is spoken of and by signs that it is offered: a strong sign is enough, of the weak ones it
takes two. Patterns are words without marks, alternatives on one line one sign; a space stands for whatever little
separates two syllables, or nothing: "vay tien" is "v.a.y t.i.ề.n" and "vay-tien". Marks stand where the words without
them are too often others ("mặt tiền" and "mất tiền").
"""

from dataclasses import dataclass
from functools import cached_property

from . import wording
from .contacts import leads_somewhere
from .findings import Finding
from .patterns import patterns, together
from .speech import AGAINST, CONTACT, FOR_A_BUSINESS, SELLING, TALKING

ENOUGH = 2  # the weight of the signs of an offer


@dataclass(frozen=True)
class Offer:
    check: str
    reason: str
    topics: tuple
    strong: tuple
    weak: tuple

    @cached_property
    def _spoken_of(self):
        return together(self.topics)

    @cached_property
    def _signs_in_text(self):
        return together([*self.strong, *self.weak, *SELLING])

    @cached_property
    def _strong_signs(self):
        return together(self.strong)

    def __call__(self, written, circumstances):
        for field, reading in written.readings.items():
            weight, place = self._weighed(reading, in_text=field == "text")
            if weight >= ENOUGH:
                yield Finding(self.check, self.reason, field, *place)
            # No list foresees every way to offer something: what is worded like offers are is one, too.
            elif field == "text" and self._is_worded_so(written, hinted=weight > 0):
                yield Finding(self.check, self.reason, field, written.worded.start, written.worded.end)

    def _is_worded_so(self, written, *, hinted):
        worded = written.worded
        if not worded or worded.kind != self.check or _is_against(written.reading):
            return False
        return worded.weight >= (wording.ENOUGH_WITH_SIGN if hinted else wording.ENOUGH)

    def _weighed(self, reading, *, in_text):
        """(the weight of the signs in the weightiest guise of a Reading, (start, end) of the first of them)."""
        best = (0, None)
        if reading.unquoted and _is_against(reading) and not leads_somewhere(reading):
            reading = reading.unquoted  # who warns quotes what others offer
        for guise in reading.guises:
            weight, first = self._signs(guise, in_text=in_text)
            if weight > best[0]:
                best = (weight, guise.place(*first.span()))
            if weight >= ENOUGH:
                break
        return best

    def _signs(self, reading, *, in_text):
        """(the weight of the signs, the match of the first); (0, None) where there are none. In a name or a place,
        which tell nothing, strong ones only."""
        # Most comments have no signs inside their words: then there is nothing to look through a second time.
        texts = list(dict.fromkeys([reading.plain, reading.without_signs]))

        def found(pattern):
            among = texts if pattern.pattern.isascii() else [*texts, reading.marked]
            return next((match for text in among if (match := pattern.search(text))), None)

        def found_any(pair):
            return any(
                pattern and any(map(pattern.search, among))
                for pattern, among in zip(pair, (texts, [*texts, reading.marked]), strict=True)
            )

        if self.topics and not found_any(self._spoken_of):
            return 0, None
        if not found_any(self._signs_in_text if in_text else self._strong_signs):
            return 0, None
        strong = [match for sign in self.strong if (match := found(sign))]
        weak = [match for sign in (*self.weak, *SELLING) if (match := found(sign))] if in_text else []
        weight = 2 * len(strong) + len(weak) + any(found(sign) for sign in CONTACT)
        # Who spaces a word out, or writes figures for its letters, hides it.
        disguised = [token for token in reading.tokens if token.disguised]
        places = [reading.place(*match.span()) for match in (*strong, *weak)] if disguised else ()
        weight += bool(self.topics and disguised) or any(
            token.start < end and start < token.end for token in disguised for start, end in places
        )
        first = min(strong or weak, key=lambda match: match.start())
        if leads_somewhere(reading):
            return weight + 1, first
        # Who warns, complains or asks does not offer; unless a number or a link stands there, too. Kind words before
        # an offer make it none the less one.
        there = max(reading.plain.rfind(sign, 0, first.start()) for sign in (". ", "! ", "\n")) + 1
        talks = any(
            pattern.search(text, there)
            for pattern in TALKING
            for text in (texts if pattern.pattern.isascii() else [*texts, reading.marked])
        )
        weight -= 3 * _is_against(reading) + talks
        return weight, first


def _is_against(reading):
    """Whether somebody warns, complains or demands; who speaks for a business may name what people fear, too."""
    return bool(AGAINST.search(reading.plain)) and not FOR_A_BUSINESS.search(reading.plain)


lending = Offer(
    "lending",
    "Giống lời mời vay tiền.",
    patterns(
        """
vay|vay tien|tien nhanh|tien mat|tin chap|bat ho|tra gop|dao han|cam do|cam co|giai ngan|can tien|ket tien
|rut tien|(?:ho tro|can|thieu|ket|xoay|cap) von|co tien|no xau|(?:mo )?the tin dung|lo von|gop ngay|boc ho
|von luu dong|han muc|nhan cam|bi tien|tra no|vay[0-9]+|tra dan|tien (?:dung|gop|gap|ve|vao)|gop (?:tuan
|thang)|cic|(?:xoay|kẹt|bi|thieu) (?:SUM|ma|thi|qua)|giu (?:can cuoc|cccd|cmnd|bang lai|ca vet|so do)
|tai chinh|lai 0|(?:cho|giup) (?:muon|vay)|boc bat|ngan hang|duyet (?:ho so|tu dong)|khoan vay|du no
|ung (?:luong|tien)|(?:vay|tien)(?: tien| von)? (?:nhanh|nong|gap|online) ?[0-9]{1,3}h?
|giat (?:nong|tam)|cam (?:iphone|dien thoai|laptop|vang|giay to|may|dong ho)|om (?:duoc )?SUM
"""
    ),
    patterns(
        r"""
no xau (?:nhom [0-9] )?(?:van|cung|ho tro|bao|deu)|bao dau|bao duyet|xoa no xau
ai (?:can|ket|thieu|dang can) (?:vay|tien|von|gap tien)
(?:ben|nha) (?:em|minh|ad|shop|toi) (?:cho vay|ho tro vay|co cho vay|nhan cho vay|giai ngan|nhan (?:cam|dao
|rut))
(?:vay|tien)(?: tien| von)? (?:nhanh|nong|gap|online) ?[0-9]{1,3}h?
|(?:mua|ban) no,? (?:mua|ban|xu ly) no|no xau tron goi
vay (?:(?:nong|nhanh|tien|von|gap) ){0,2}(?:online )?(?:chi can|khong the chap|khong can|giai ngan|lay lien
|bang cccd)
chi can (?:co )?(?:cccd|cmnd|can cuoc|so ho khau|the sinh vien|chung minh|dien thoai)
(?:khong|ko|k) (?:can )?(?:gap mat|tham dinh|chung minh thu nhap)
chi (?:can|voi)(?: co)?(?:\s\w+){1,4} (?:la )?(?:co|nhan|vay|lay|duyet)(?: duoc| ngay| lien)? SUM
(?:bao|lo|can|chap) (?:ca )?(?:moi )?no xau|(?:mien|khoi|bo qua) (?:tham dinh|cic|check)
vay (?:duoc |ngay |nong |nhanh )?SUM chi (?:can|voi)
(?:rut tien|dao han) (?:the )?(?:tin dung)? ?(?:phi|gia) (?:re|thap|chi)
"""
    ),
    patterns(
        r"""
(?:duyet|nhan tien|co tien|len tien|giai ngan|lay) (?:nhanh|ngay|lien|sau|tuc thi|tu dong|online|trong ngay)
|(?:tien|giai ngan|duyet) (?:vao|ve|sau|trong|chi)(?:\s\w+){0,3} [0-9]+ ?(?:phut|p|s|giay)
[0-9]+ ?(?:phut|p) (?:la )?(?:co|nhan|len) tien|can la co|tien ve (?:tai khoan|may|ngay)
de (?:em|minh) (?:giup|lo|ho tro)
lai (?:suat )?(?:chi |tu )?(?:0|sieu|thap|re)|lai suat (?:chi|tu)
thu tuc (?:don gian|nhanh|nhanh gon)|ho so don gian
(?:van )?ho tro (?:vay|giai ngan|no xau|von|toan quoc|24)|van ho tro|duyet [0-9]+ ?%?
bao mat|(?:khong|ko|k) (?:can )?(?:the chap|coc|giu giay to|phien ha|nguoi bao lanh|goi nguoi than)|theo luong
giu (?:can cuoc|cccd|cmnd|bang lai|ca vet|so do)|(?:co|bang) (?:xe may|so luong|bhyt|hop dong
|sim chinh chu) la
|han muc (?:toi |den |len )?SUM|(?:nhap|chup|gui) (?:so )?(?:can cuoc|cccd|cmnd|2 mat)|the sinh vien
(?:tien (?:ve|vao)|giai ngan ve) (?:tai khoan|tk|vi|tay|the)|la co tien|(?:la|xong la) (?:xong|duoc|nhan|co)
(?:tien|vay) (?:dung|gop)|gop (?:ngay|tuan|thang)|tra dan|xoay (?:duoc )?(?:SUM|von|tien)|tu a ?- ?z|lo tu a
(?:khong|ko|k) (?:can )?gap|(?:giup|ho tro|lo) (?:xoay|vay|cho|duoc) ?(?:SUM)?|ky dau|SUM (?:trong|ngay|la co)
|(?:may|tai|cai) (?:tai )?(?:app|ung dung)
giat (?:nong|tam)|(?:la |ma )?om (?:duoc )?SUM|cam (?:iphone|dien thoai|laptop|vang|giay to|may|dong ho)
|lai mem
vay nong|(?:cho vay|vay tien|vay) (?:nong|nhanh|gap|online)|cho vay tien
[0-9]+ ?(?:-|den|toi) ?[0-9]+ ?(?:tr|trieu|cu) (?:lay|co|nhan|duyet)|can (?:them )?von
"""
    ),
)

betting = Offer(
    "betting",
    "Giống lời mời cờ bạc, cá cược.",
    patterns(
        r"""
nha cai|ca cuoc|ca do|keo|soi cau|lo de|tai xiu|no hu|ban ca|game bai|doi thuong|casino|cuoc|xoc dia|baccarat
|slot|da ga|lode|nohu|taixiu|bong da|phom|tien len|mau binh|bau cua|poker|do den|chan le|vong quay|quay hu
|jackpot|song (?:bac|bai)|do den|phi tieu
|(?:ca|cuoc) [0-9]+ an|cau (?:dep|(?<!minh\s)bach thu)|xo so|con so|danh (?:lon|nho|de|lo|bai)|bai (?:cao|lieng)|may man
|ca ngua
|[a-z0-9]{1,7}(?:bet|88|vip|club|win|789|68|79)[0-9]{0,3}|bet ?[0-9]{2,3}|cong (?:quoc te|nha cai)
(?:fb|fun|jun|hi|new|go|m|w|bk|sky|vn|sv|xo|123|f8|i9|lucky|bong|lixi|ku|uk|mb|ee|aa)88|[0-9]{1,3}x?bet
|(?:ku|sh|dafa|kim|five|bon|net|vw) bet
sun win|b52|rikvip|iwin|hitclub|789club|68gb|k8|xsmb|(?<!minh\s)bach thu|lo to|chot (?:so|lo|de|dan)|dan de|song thu
|xoso[0-9]+|cong game|(?:choi|danh) bai an tien|danh con [0-9]{2}|con [0-9]{2} voi [0-9]{2}
(?:ba|3) cang|lo xien|xien [234]|cau lo|lo kep|so dep hom nay|giai dac biet
"""
    ),
    patterns(
        r"""
(?:fb|fun|jun|hi|new|go|bk|sky|sv|xo|123|f8|i9|lucky|bong|lixi|ku|uk|mb)88|(?:fb|fun|jun|sky|sv|ku|bk) 8 8
|[0-9]{1,3}x?bet|(?:ku|sh|dafa|five|bon|vw) bet
sun win|rikvip|hitclub|789club|68gb|xoso[0-9]+
nap (?:dau|lan dau|tien lan dau)|choi la thang|vao (?:keo|bo) la
soi cau (?:lo|de|xsmb|mien|vip|chuan|mb)|(?<!minh\s)bach thu|bao lo|song thu lo|chot (?:so|lo|de|dan)|dan de
(?:link|app|trang|san|web) (?:nha cai|ca cuoc|danh bai|tai xiu|game bai)
trung (?:moi|roi) (?:thu|lay|tra) (?:phi|tien)|(?:tai xiu|no hu|xoc dia) md[5s]
1 an [0-9]{2}|gift ?code|doi the cao|(?:ca|cuoc) [0-9]+ an [0-9]+
(?:bat|vao|len|theo|nhan|keo) keo (?:free|vip|cung|theo|mien phi|thom|ngon|cua|em|minh)|vao (?:lenh|tien) cung
(?:w|m|v|s|n|ok|vi|sin|du|max|one|win|may|net|ae|ee|shbet|kubet|bet|rich|vua|cm|ko|uu)88|bet ?88|bk8|may88
|kubet|shbet|win ?(?:55|68|79)
(?:san|thanh|bat|quay) hu|no hu (?:moi|uy|tang|nap|hang|doi|club|[0-9])|(?:gap|x
|trung) [0-9]{2}(?:[.,][0-9])? lan
"""
    ),
    patterns(
        r"""
dang ky|tai (?:app|game|ngay|ve)|tham gia (?:ngay|lien)|choi (?:ngay|thu)|thu van may
tang (?:ngay )?[0-9]+ ?k?|hoan (?:tra|tien)|khuyen mai|thuong|nhan (?:code|qua|ngay)
(?:tang|nhap|co|phat)? ?code (?:[0-9]+ ?k|tan thu|free|moi)|(?:free|mien phi) [0-9]+ ?k
|[0-9]+ ?k (?:free|mien phi)
rut (?:tien )?(?:nhanh|ngay|ve|mat|24)|nap rut|xanh chin|truc tuyen|online|thang la rut|thuong nap
ty le (?:an|cao|keo|trung)|an (?:tien|to|lon|dam)|thang lon|doi doi
|chuan 100|chinh xac|vip|trung lon|keo thom
|chac an|choi la trung|sieu to
no hu|nohu|tai xiu|taixiu|xoc dia|baccarat|(?<!minh\s)bach thu|soi cau|cong game|lo ?de|da ga (?:truc tiep|tho ?mo
|campuchia|cua sat)
|nha cai|game bai|doi thuong|keo (?:thom|xien|tai|free|rung|chap|chuan|vip)|(?:nua|mot) trai|(?:phom|mau binh
|tien len) doi
|bau cua|chan le|lo to|(?<!minh\s)bach thu|xien|bao lo|thay \S+ cho so|con so (?:co|thay|cau|chi|anh|ong)
(?:biet|vao|choi|co|nho|tu|tren) (?:trang|web|app|cong|san|link|cho|nhom) (?:nay|ben|kia|do)|trang nay
(?:momo|tu dong)|vi (?:momo|dien tu)|tra (?:thuong|tien) (?:gap|tuoi|ngay|nhanh)|tha ga|nap [0-9]+
|link (?:moi|vao|khong bi)
(?:thang|kiem|an|lai|duoc) (?:may|vai|ca|them)? ?(?:SUM|tram|trieu|cu)|song (?:khoe|on|sung) nho|go (?:lai
|von|gac)
|giu tien|(?:toi|ngay|dem) nao cung co (?:song|ban|nguoi choi)
|tai app|tai game|nap (?:rut|tien|the)|doi (?:the|tien|xu)|khong bi chan|nhan (?:tat|het|keo|so)
(?:cuoc|choi) tu [0-9]+|ai theo|theo (?:toi|em|minh|thay|co)|xem mien phi|vao (?:nhom|hoi) (?:kin|vip|keo)
|nhan free
|quoc te so 1|so 1 (?:viet nam|chau a|the gioi)|nuoi khung
"""
    ),
)
