"""Vietnamese of old fonts and code pages: TCVN3 (.VnTime), VNI, Windows-1258, and UTF-8 read as Windows-1252.

Such text is recognised by what it becomes: it is converted only when nearly every word then is a Vietnamese
syllable, and refused when it plainly is not Vietnamese as it stands and becomes none either.
"""

import re
import unicodedata

from .draft import TranscriptError
from .syllables import marked_words, share

_CERTAIN = 0.93  # of the marked words are syllables
_BROKEN = 0.55
_LEAST_WORDS = 5  # fewer prove nothing
_STRANGE_WORDS = 12  # different ones; fewer may be anything
_BAD_LINE = 0.6

_REFUSAL = (
    "Chữ trong tệp bị lỗi phông hoặc bảng mã (không phải Unicode) và không chuyển lại được một cách chắc chắn. "
    "Hãy chuyển mã sang Unicode rồi nạp lại."
)

# The code of the first letter of each run; the letters follow code by code, "." where the font has none.
_TCVN3_RUNS = {
    0xA1: "ĂÂÊÔƠƯĐăâêôơưđ", 0xB5: "àảãáạ.ằẳẵắ", 0xC6: "ặầẩẫấậè.ẻẽéẹềểễếệìỉ",
    0xDC: "ĩíịò.ỏõóọồổỗốộờởỡớợù.ủũúụừửữứựỳỷỹýỵ",
}
_TCVN3 = {
    chr(first + at): letter
    for first, letters in _TCVN3_RUNS.items() for at, letter in enumerate(letters) if letter != "."
}
_TCVN3_TABLE = str.maketrans(_TCVN3)

_GRAVE, _HOOK, _TILDE, _ACUTE, _DOT = "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"
_BREVE, _CIRCUMFLEX = "\u0306", "\u0302"
_VNI_MARKS = {
    "ù": _ACUTE, "ø": _GRAVE, "û": _HOOK, "õ": _TILDE, "ï": _DOT,
    "â": _CIRCUMFLEX, "á": _CIRCUMFLEX + _ACUTE, "à": _CIRCUMFLEX + _GRAVE, "å": _CIRCUMFLEX + _HOOK,
    "ã": _CIRCUMFLEX + _TILDE, "ä": _CIRCUMFLEX + _DOT,
    "ê": _BREVE, "é": _BREVE + _ACUTE, "è": _BREVE + _GRAVE, "ú": _BREVE + _HOOK, "ü": _BREVE + _TILDE,
    "ë": _BREVE + _DOT,
}
_VNI_LETTERS = {"ñ": "đ", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ", "ô": "ơ", "ö": "ư", "í": "í", "ì": "ì"}
_VNI_LETTERS |= {key.upper(): letter.upper() for key, letter in _VNI_LETTERS.items()}
_VNI_MARKED = re.compile("([aeouyôö])([" + "".join(_VNI_MARKS) + "])", re.IGNORECASE)
_CP1258_MARKS = {"Ì": _GRAVE, "Ò": _HOOK, "Þ": _TILDE, "ì": _ACUTE, "ò": _DOT}
_CP1258_LETTERS = {"Ã": "Ă", "ã": "ă", "Ð": "Đ", "ð": "đ", "Õ": "Ơ", "õ": "ơ", "Ý": "Ư", "ý": "ư", "þ": "₫"}
_CP1258_TABLE = str.maketrans(_CP1258_MARKS | _CP1258_LETTERS)
# What Windows-1252 shows for the bytes 80 to 9F; the five it leaves open stay what Latin-1 makes of them.
_WINDOWS = {
    bytes([code]).decode("cp1252", errors="ignore") or chr(code): chr(code) for code in range(0x80, 0xA0)
}
_TO_LATIN = str.maketrans(_WINDOWS)
_VIETNAMESE = frozenset("àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ“”‘’–—…•\xa0")
_NOT_LATIN = re.compile("[^\x00-\xff]")
_HALF_DECODED = re.compile("(?:[ÃÂÄÆÅ][\x80-\xbf]|á[»º])")
_TORN = re.compile(r"[^\W\d_]\?[^\W\d_]|\ufffd")


def from_tcvn3(text: str) -> str:
    return text.translate(_TCVN3_TABLE)


def from_vni(text: str) -> str:
    def marked(match: re.Match) -> str:
        letter, mark = match[1], _VNI_MARKS[match[2].lower()]
        return _VNI_LETTERS.get(letter, letter) + mark

    # The letters that are a mark for others ("ô", "ö") are the base here: "ôù" is ớ.
    pieces, end = [], 0
    for match in _VNI_MARKED.finditer(text):
        pieces += [text[end:match.start()].translate(_VNI_TABLE), marked(match)]
        end = match.end()
    return unicodedata.normalize("NFC", "".join([*pieces, text[end:].translate(_VNI_TABLE)]))


_VNI_TABLE = str.maketrans(_VNI_LETTERS)


def from_cp1258(text: str) -> str:
    """Windows-1258 that was taken for Windows-1252."""
    return unicodedata.normalize("NFC", text.translate(_CP1258_TABLE))


def from_utf8(text: str) -> str:
    """UTF-8 that was taken for Windows-1252, once or twice; the text itself where it cannot be."""
    for _ in range(2):
        try:
            # A mail or form has made a common space of the second byte of "à".
            text = text.replace("Ã ", "Ã\xa0").translate(_TO_LATIN).encode("latin-1").decode()
        except UnicodeError:
            break
    return unicodedata.normalize("NFC", text)


_WAYS = (from_utf8, from_tcvn3, from_vni, from_cp1258)


def mend(text: str) -> str:
    """The text with what was in an old encoding converted line by line; TranscriptError when it is beyond that.

    Text that is Vietnamese (or has too few words with marks to tell) comes back as it is.
    """
    torn = len(_TORN.findall(text))
    if torn >= _LEAST_WORDS and torn * 12 > len(text.split()):
        raise TranscriptError(_REFUSAL)
    lines = text.split("\n")
    bad = [at for at, line in enumerate(lines) if _is_suspect(line)]
    suspect = "\n".join(lines[at] for at in bad)
    if len(marked_words(suspect)) < _LEAST_WORDS or share(suspect) >= _BROKEN or not _is_western(suspect):
        return text
    suspects = frozenset(bad)
    score, way = max(((share(way(suspect)), way) for way in _WAYS), key=lambda found: found[0])
    if score < _CERTAIN or not _says_enough(way(suspect)):
        strange = {word for word in suspect.split() if not word.isascii() and len(word) > 1}
        if _is_broken(suspect) and len(strange) >= _STRANGE_WORDS and len(suspect) * 4 > len(text):
            raise TranscriptError(_REFUSAL)
        return text
    if way is from_utf8:
        # What decodes as UTF-8 was UTF-8: this decides for every line, also one with too few words to tell.
        lines = [line if line.isascii() else way(line) for line in lines]
        if any(map(_HALF_DECODED.search, lines)):
            raise TranscriptError(_REFUSAL)
        return "\n".join(lines)
    for at, line in enumerate(lines):
        # A short line proves nothing by itself; beside converted ones it goes along when it becomes Vietnamese.
        sound = marked_words(line) and share(line) == 1
        if at in suspects or (not line.isascii() and not sound and share(way(line)) == 1):
            lines[at] = way(line)
    return "\n".join(lines)


def decode_legacy(raw: bytes) -> str | None:
    """Bytes that are not UTF-8 as text, when one old encoding surely fits; else None."""
    plain = raw.decode("latin-1")
    windows = "".join(bytes([byte]).decode("cp1252", errors="ignore") or chr(byte) for byte in range(256))
    shown = plain.translate({code: windows[code] for code in range(0x80, 0xA0)})
    found = []
    for way in (from_cp1258, from_tcvn3, from_vni):
        # The C1 bytes are punctuation in Windows' pages ("…", quotes) and no letters in any of these.
        text = way(shown)
        if _says_enough(text):
            found.append((share(text), text))
    score, text = max(found, default=(0.0, ""), key=lambda pair: pair[0])
    return text if score >= _CERTAIN else None


def _is_suspect(line: str) -> bool:
    return not line.isascii() and len(marked_words(line)) > 1 and share(line) < _BAD_LINE


def _says_enough(text: str) -> bool:
    """Whether there are words enough to judge by: a few different ones, not single letters."""
    return len({word for word in marked_words(text) if len(word) > 1}) >= _LEAST_WORDS


def _is_western(text: str) -> bool:
    """Whether it is made of one-byte letters: Chinese or Thai is no broken Vietnamese."""
    return len(_NOT_LATIN.findall(text.translate(_TO_LATIN))) * 20 < len(text)


def _is_broken(text: str) -> bool:
    """Whether many of its letters are none of Vietnamese; a line of "DàiDài" is odd, but not broken."""
    marked = [character for character in text.lower() if not character.isascii()]
    return sum(character not in _VIETNAMESE for character in marked) * 3 > len(marked)
