"""Where a comment wants its readers to go: telephone numbers and links, disguised or not."""

import re
from functools import lru_cache

from .findings import Finding

# Whatever may stand between the figures of one number, and the letters that pass for figures: no letters of a word.
_BETWEEN = r"[^\w\n,;:!?%+]{0,5}"
_FIGURE = r"(?:[0-9]|[oilsbz](?![^\W\doilsbz_])|[egqt](?=[0-9])|(?<=[0-9])[egqt](?![^\W\d_]))"
_PHONE = re.compile(
    # It ends where no figure follows: "0912345678 sửa" is a number and a word.
    r"(?:(?<!\w)(?<![0-9][.,])|(?<=[^\W\d_]{2})(?=0[35789]))(?:\+?\(?84\)?|[0o])"
    rf"(?:{_BETWEEN}{_FIGURE}){{8,11}}?(?!{_BETWEEN}[0-9]|[oilsbz](?![^\W\d_]))(?![.,][0-9])"
    # Figure by figure: "0,9,1,2,…"
    r"|(?<!\w)(?:0|8[,;:*|~ ]{1,2}4)(?:[,;:*|~ ]{1,2}[0-9]){9}(?![0-9])"
    # One and the same letter between: "090x3x225x678".
    r"|(?<!\w)0[0-9]{1,3}(?P<letter>[a-z])[0-9]{1,4}(?:(?P=letter)[0-9]{1,4}){1,4}(?![\w])"
)
# Its last figures apart from it: "0912 345 xxx, ba số cuối 678".
_IN_TWO = re.compile(
    r"(?<!\w)0[35789](?:[ .\-]?[0-9]){2,6}[ .\-]?[x*]{2,4}(?![^\W_])[^\n]{0,25}?"
    r"(?<![^\W_])(?:cuoi|duoi|con lai)[^\n0-9]{0,8}[0-9]{2,4}(?![0-9])"
)
_SHORT_NUMBER = re.compile(r"(?<![\w.,])(?:1900|1800)(?:[ .\-]{0,2}[0-9]){4,6}(?![0-9])")
_DATE = re.compile(r"\b[0-9]{1,2}[.\-/ ][0-9]{1,2}[.\-/ ](?:19|20)[0-9]{2}\b")
_AREAS = re.compile(r"0{0,2}(?:84)?0?[35789][0-9]{8}$|0{0,2}(?:84|0)2[0-9]{8,9}$")
# Who answers for the public gives a number to be called: an office, not an offer.
_OFFICE = re.compile(
    r"(?<![^\W_])(?:ubnd|hdnd|uy ban|so (?:y te|giao duc|xay dung|noi vu|nong nghiep"
    r"|cong thuong|tai chinh|tu phap|van hoa|khoa hoc)"
    r"|cong an|dien luc|evn|cap nuoc|benh vien|trung tam y te|tram y te|bao hiem xa hoi|bhxh|chi cuc|hai quan|kho bac"
    r"|trung tam (?:hanh chinh|phuc vu)|mat tran|toa an|vien kiem sat|tiep cong dan|bao ve tre em|phong chay|kiem lam"
    r"|quan ly thi truong|buu dien|thue|nha truong|truong (?:mam non|tieu hoc|thcs|thpt))(?![^\W_])"
)

_DIGITS = {
    "khong": "0", "mot": "1", "hai": "2", "ba": "3", "bon": "4", "tu": "4", "nam": "5", "lam": "5", "sau": "6",
    "bay": "7", "tam": "8", "chin": "9", "muoi": "1", "oh": "0", "zero": "0", "one": "1", "two": "2",
    "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
}  # fmt: skip
_WORD = re.compile(r"[^\W_]+")
_TURNS = re.compile(r"[0-9]+|[^\W\d_]+")
SPOKEN_AT_LEAST = 3  # words of digits in a number that is told, or letters for digits
FILLERS = 1  # words that are none, in between

_ENDS = (
    "com|net|org|info|biz|top|xyz|club|vip|win|bet|shop|online|site|store|asia|link|click|fun|live|pro|app|vn|tk|ru|cc"
    "|mobi|casino|bid|icu|sbs|cfd|lol|buzz|website|space|games|c0m|n3t"
)
# Syllables of ours, or words before them, too often: only behind a name that has a digit in it.
_ENDS_OF_NUMBERED = rf"{_ENDS}|me|io|co|gg|tv|la|ly|us|uk|eu|dev|one|life|world|day|game|bz|pw|ws|to|fm"
_QUOTE = "[\"'“”‘’«»`]"
_DOT = (
    rf"(?:{_QUOTE}?[.。｡•·‧․∙⋅・●]{_QUOTE}?"
    rf"|{_QUOTE}? ?[\[({{</|*-] ?(?:\.|dot|(?:dau |dấu )?(?:cham|chấm)) ?[\])}}>/|*-] ?"
    rf"|{_QUOTE}? (?:dot|(?:dau |dấu )?(?:cham|chấm)) {_QUOTE}?)"
)
_HOSTS = "bit.ly|t.me|m.me|zalo.me|goo.gl|wa.me|youtu.be|s.id|cutt.ly|fb.me|linktr.ee"
_SIGNS = r"[\s\"'“”‘’()\[\]{}*_]{0,3}"
# The same in pieces, where something follows: "b i t . l y / x".
_TORN = "|".join(
    _SIGNS.join(r"[.,。]" if letter == "." else letter for letter in host) for host in _HOSTS.split("|")
)
_SHOPS = "fb|facebook|shopee|lazada|tiki|tiktok|youtube|zalo|telegram|instagram"
_LINK = re.compile(
    rf"h[tx]{{2}}ps?:?//\S+|www[., ]+\w\S*|đuôi \.?(?:{_ENDS})\b"
    rf"|\b[0-9]{{1,3}}(?:\.[0-9]{{1,3}}){{3}}[:/][0-9a-z]\S*"
    rf"|\b[a-z0-9][a-z0-9\-]*(?:\.[a-z0-9\-]+)*{_DOT}(?:{_ENDS})(?:\.vn)?\b(?:/\S*)?"
    rf"|\b[a-z\-]{{1,30}}[0-9][a-z0-9\-]{{0,30}}{_DOT}(?:{_ENDS_OF_NUMBERED})\b(?:/\S*)?"
    # An end that is no word of ours, apart from its name: "kiemtien . com", "đuôi .com".
    rf"|\w{_QUOTE}? ?[.。] ?(?:com|org|xyz)\b(?:/\S*)?|(?<![^\s\"'“”‘’])\.(?:com|net|org|vn|top|vip|xyz)\b"
    # Its end in quotation marks of its own: "nha" . "cai" . "com".
    rf"|[a-z0-9]{_QUOTE}? ?\. ?{_QUOTE}(?:{_ENDS}){_QUOTE}"
    rf"|\b(?:{_HOSTS.replace('.', r'[.,。]')})\b/?\S*|\b(?:{_TORN}){_SIGNS}/{_SIGNS}\S*"
    rf"|\b(?:{_SHOPS})[ .,]{{1,2}}(?:com|vn|me) ?/ ?\S+"
    # Short addresses, their dot left out or their stroke told: "bit ly", "tinyurl com slash".
    r"|\b(?:bit[ ,\-]{1,3}ly|tinyurl|cutt[ ,\-]{1,3}ly|zalo[ ,\-]{1,3}me|shorturl|linktr|t[ ,]{1,2}me ?/)\b\S*"
    rf"|\b[a-z0-9\-]{{3,30}}[ ,.]{{1,3}}(?:{_ENDS}) ?(?:slash|gạch chéo|gach cheo|xuyệt|xuyet|xẹt|sẹc)\b"
    r"|\b(?:youtu\.be|is\.gd|v\.gd|rb\.gy|t\.ly|ow\.ly|t\.co|lnkd\.in|vt\.tiktok)\b\S*|\b[a-z]{3,5}:[\\/]{2,}\S+"
    rf"|\w ?[\[({{<] ?(?:dot|(?:dau |dấu )?(?:cham|chấm)) ?[\])}}>] ?(?:{_ENDS})\b"
    # A name too long for a syllable, its end apart or followed by a path; an end that is told.
    rf"|\b[a-z0-9\-]{{7,}} \. ?(?:{_ENDS})\b|\b[a-z0-9\-]{{8,}}\.[a-z]{{2,4}}/[a-z0-9]\S*"
    rf"|\w (?:dot|chấm) (?:com|net|org|vn|tv|vip|xyz|club|bet|info|biz|shop)\b|\b[a-z0-9]{{4,}},(?:{_ENDS})/\S+"
    rf"|\b[a-z]{{3,}}[0-9]+[a-z0-9]*,(?:{_ENDS})\b"
    r"|\b[a-z0-9]{6,} (?:cham|chấm) (?:nét|net|cơm|com|vn|vi en|tv)\b"
    r"|\bh[tx]{2}ps? {0,2}[:：] {0,2}/ ?/"
    # The name of an account, behind the name of where it is.
    r"|\b(?:tele|telegram|zalo|fb|facebook|tiktok|insta|instagram|viber|skype|line|wechat|messenger|id|nick)\b[^@\n]{0,15}@\w{4,}"
    r"|@\w{4,}\s(?:\w+\s)?(?:tele|telegram|zalo|facebook|tiktok|insta|instagram|viber|wechat)\b"
    r"|\b(?:tele|telegram|zalo|insta|instagram|viber|wechat)\W{1,3}(?:[a-z0-9]+[_.][a-z0-9_.]*[a-z0-9]|[a-z]{4,}[0-9]+)\b"
    r"|\b[a-z0-9_.]{4,40} ?(?:@|\(at\)|\[at\]|a còng|a cong) ?(?:gmail|yahoo|hotmail|outlook|icloud)\b\S*"
)
# Somebody's own room on a network, by its name alone.
_ELSEWHERE = re.compile(
    r"(?<![^\W_])(?:vao|ghe|tim|theo doi|xem|follow|like|dang ky|sub|bam|search)(?: \w+)?"
    r" (?:fanpage|page|kenh|group|channel|nhom|trang)(?![^\W_])[^\n]{0,40}?"
    r"(?<![^\W_])(?:facebook|fb|face|phay|tiktok|zalo|youtube|telegram|tele)(?![^\W_])"
    r"|(?<![^\W_])(?:facebook|fb|tiktok|youtube|telegram)\W{1,3}(?:go|tim|search|nhap|vao)(?![^\W_])"
    r"|(?<![^\W_])(?:facebook|fb|face|tiktok|youtube|telegram|tele|zalo)\W[^\n]{3,40}?"
    r"\W(?:tim|go|search) (?:la|se|phat) (?:ra|thay)"
    r"|(?<![^\W_])(?:kenh|fanpage|page) (?:cua )?(?:minh|em|shop|ad|nha em)(?![^\W_])"
)
# What readers say for fun: "bó tay.com", "hết hồn chấm com".
_JOKE = re.compile(
    r"(?<![^\W_])(?:bo tay|het hon|chan|cuoi|botay|so qua|buon ngu|het y kien|vai)(?:\.| cham )(?:com|vn|net)(?![\w/.])"
)
# Only the state may register below these.
_OF_THE_STATE = re.compile(r"(?:^|\.)(?:gov\.vn|chinhphu\.vn|quochoi\.vn)$")


def phones(written, circumstances):
    for field, reading in written.readings.items():
        for start, end in _numbers(reading):
            yield Finding("phone", "Có số điện thoại.", field, *reading.place(start, end))


def _numbers(reading):
    """(start, end) in reading.plain of each telephone number, those of public offices (no mobile ones) left out."""
    if "numbers" not in reading.known:
        reading.known["numbers"] = _numbers_in(reading)
    return reading.known["numbers"]


def _numbers_in(reading):
    written = [match.span() for match in _PHONE.finditer(reading.plain) if is_phone(match[0])]
    written += [match.span() for match in _IN_TWO.finditer(reading.plain)]
    short = [match.span() for match in _SHORT_NUMBER.finditer(reading.plain)]
    if (written or short) and _OFFICE.search(reading.plain):
        written = [span for span in written if not _is_landline(reading.plain[slice(*span)])]
        short = []
    found = [*written, *short]
    spoken = [
        span
        for span in _told(reading.plain)
        if not any(span[0] < end and start < span[1] for start, end in found)
    ]
    return [*found, *spoken]


def _is_landline(found):
    return re.sub(r"\D", "", found).removeprefix("84").removeprefix("0").startswith("2")


def _told(plain):
    """(start, end) of numbers told in words, figures and letters for figures: "o9l2 tám tám ba bốn 5 sáu 7"."""
    words = [(match[0], match.span()) for match in _WORD.finditer(plain)]
    number = 0
    while number < len(words):
        taken = _number_from(words, number) if _begins_a_number(words[number][0]) else 0
        if taken:
            yield words[number][1][0], words[number + taken - 1][1][1]
        number += taken or 1


def _number_from(words, first):
    """How many words from this one on make a telephone number of ten digits; 0: they make none."""
    digits, told, fillers, end = "", 0, 0, 0
    for place, (word, (start, stop)) in enumerate(words[first : first + 14]):
        if place and start - end > 4:
            return 0
        value, is_told = _value_of(word)
        if not value and place and fillers < FILLERS and len(word) <= 3 and word.isalpha():
            fillers += 1
        elif not value:
            return 0
        digits, told, end = digits + value, told + is_told, stop
        if len(digits) > 10:
            return 0
        # A word between belongs to a number that goes on behind it.
        if len(digits) == 10 and value:
            enough = told >= SPOKEN_AT_LEAST or (told and not fillers and digits[1] in "35789")
            return place + 1 if enough and _AREAS.match(digits) else 0
        # The nought in front left out, all the rest told.
        if told == len(digits) == 9 and digits[0] != "0" and _is_last(words, first + place):
            return place + 1 if _AREAS.match(digits) else 0
    return 0


@lru_cache(maxsize=8192)
def _begins_a_number(word):
    """Whether a word is a nought, or a digit that is told: the nought in front may be left out."""
    digits, told = _value_of(word)
    return digits.startswith("0") or (digits != "" and told > 0) or word[0] in "oz"


def _is_last(words, place):
    return place + 1 == len(words) or not _value_of(words[place + 1][0])[0]


def _value_of(word):
    """(the digits a word stands for, "" for none; how many of them are told and not written)."""
    if word in _DIGITS:
        return _DIGITS[word], 1
    if word.isdecimal() and word.isascii():
        return word, 0
    spelled = word.translate(_AS_LETTERS)
    if spelled in _DIGITS and word != spelled:
        return _DIGITS[spelled], 1
    if any(letter.isdecimal() for letter in word):
        if not word.strip("0123456789oilsbzegqt"):
            figures = word.translate(_AS_FIGURES)
            return figures, sum(one != other for one, other in zip(word, figures, strict=True))
        # Told and written by turns, in one word: "không9một2".
        parts = _TURNS.findall(word)
        if all(part in _DIGITS or part.isdecimal() for part in parts):
            return "".join(_DIGITS.get(part, part) for part in parts), sum(part in _DIGITS for part in parts)
    return "", 0


_AS_FIGURES = str.maketrans("oilsbzegqt", "0115823997")
_AS_LETTERS = str.maketrans("0134", "oiea")


def is_phone(found):
    """Whether what looks like a number is one of this country's telephones: a date or a sum of money is not."""
    if sum(character.isdigit() for character in found) < 6:
        return False
    digits = re.sub(r"\D", "", found.translate(_AS_FIGURES))
    return digits[:1] in "08" and bool(_AREAS.match(digits)) and not _DATE.search(found)


def links(written, circumstances):
    for field, reading in written.readings.items():
        invited = _ELSEWHERE.search(reading.plain)
        if invited and not _OFFICE.search(reading.plain):
            yield Finding("link", "Mời sang trang khác.", field, *reading.place(*invited.span()))
        for match in _LINK.finditer(reading.marked):
            start, end = reading.place(*match.span())
            if _JOKE.search(reading.plain, max(0, match.start() - 12), match.end()):
                continue
            if not _is_sentence(reading.text[start:end]) and not _is_open(match[0], circumstances.host):
                yield Finding("link", "Có đường dẫn.", field, start, end)


def _is_sentence(found):
    """A full stop without its space ("lắm.Vn mình"): what follows it begins with a capital, what precedes does not."""
    before, dot, after = found.rpartition(".")
    return (
        bool(dot)
        and "/" not in found
        and after[:1].isupper()
        and not after.isupper()
        and not before.istitle()
    )


def _is_open(address, own):
    """Whether this leads to the paper itself or to an authority: nobody advertises there."""
    host = re.sub(r"^https?://|^www\.", "", address).split("/")[0]
    return (bool(own) and host == own) or bool(_OF_THE_STATE.search(host))


def leads_somewhere(reading):
    """Whether a Reading holds a telephone number or a link."""
    if "leads" not in reading.known:
        reading.known["leads"] = bool(_numbers(reading)) or any(
            not _is_open(match[0], "") for match in _LINK.finditer(reading.marked)
        )
    return reading.known["leads"]
