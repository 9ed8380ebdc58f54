"""How something is said: shouting, repeating, saying nothing, in no language."""

import re

from .findings import Finding

ROUNDS = 16  # words; fewer are a cheer
SHOUTED = 25  # letters; a headline or an exclamation may stand in capitals
_ONSET = "ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdghklmnpqrstvx]"
_VOWELS = (
    "uye|uya|uyu|oai|oay|oeo|uay|uoi|uou|ieu|yeu|oao|ie|ye|ia|ya|uo|ua|oa|oe|oo|ue|uy"
    "|ai|ao|au|ay|eo|eu|iu|oi|ui|uu|[aeiouy]"
)
_SYLLABLE = re.compile(rf"(?:{_ONSET})?(?:{_VOWELS})(?:ch|ng|nh|[cmnpt])?")
_SHORT = {
    "k", "ko", "kg", "dc", "dk", "j", "gi", "z", "v", "vs", "mk", "ntn", "tp", "ubnd", "hdnd", "cs", "csgt",
    "hs", "gv", "bv", "tphcm", "hcm", "vn", "ok", "ht", "ah", "uh", "bhxh", "bhyt", "ql", "km", "m", "ca",
    "tt", "sn", "f", "b", "c", "d", "h", "l", "n", "p", "r", "s", "t", "x", "w", "thcs", "thpt", "cccd",
    "vneid", "zalo", "facebook", "fb", "video", "covid", "wifi", "internet", "online", "clip", "pv", "th",
    "ms", "mr", "nv", "kh", "ng", "trc", "bt", "qa", "lm",
}  # fmt: skip
_MARK = re.compile(r"\s*(?:\+1|[0-9]{1,3}\s?/\s?10{1,2})[\s!.]*")  # "10/10"
_LETTERS = re.compile(r"[^\W\d_]+")
_OF_OTHERS = re.compile(r"[^\W\d_A-Za-z\u00aa-\u024f\u1d00-\u1eff\uff21-\uff5a\U0001d400-\U0001d7ff]+")


def shouting(written, circumstances):
    letters = [character for character in written.text if character.isalpha()]
    loud = sum(character.isupper() for character in letters)
    if len(letters) >= SHOUTED and loud > 0.7 * len(letters):
        yield Finding("shouting", "Viết hoa gần hết.")
    for match in re.finditer(r"[!?！？]{8,}", written.text):
        yield Finding("shouting", "Quá nhiều dấu chấm than, chấm hỏi.", "text", *match.span())


def repeating(written, circumstances):
    tokens = written.reading.plain.split()
    if len(tokens) >= ROUNDS and len(set(tokens)) < 0.25 * len(tokens):
        yield Finding("repeating", "Một ít từ lặp đi lặp lại.")
    for match in re.finditer(r"([^\W\d_])\1{9,}", written.text, re.IGNORECASE):
        yield Finding("repeating", "Một chữ kéo dài.", "text", *match.span())


def saying_nothing(written, circumstances):
    if sum(character.isalpha() for character in written.text) < 2 and not _MARK.fullmatch(written.text):
        yield Finding("length", "Hầu như không có chữ nào.")


def no_language(written, circumstances):
    """Words that no Vietnamese syllable looks like, marks or no marks. Names and abbreviations may be among them."""
    reading = written.reading
    letters = sum(map(len, _LETTERS.findall(written.text)))
    if letters > 5 and sum(map(len, _OF_OTHERS.findall(written.text))) > 0.6 * letters:
        yield Finding("language", "Không giống tiếng Việt.")
        return
    words = [match for match in _LETTERS.finditer(reading.plain)]
    strange = [match for match in words if not _is_readable(match[0])]
    if len(words) >= 3 and len(strange) > 0.6 * len(words):
        yield Finding("language", "Không giống tiếng Việt.")
        return
    for match in strange:
        mashed = _mashed(match[0])
        if (
            len(match[0]) >= 9
            and (mashed or len(words) <= 2)
            or len(match[0]) >= 6
            and mashed
            and len(words) <= 2
        ):
            yield Finding("language", "Một chuỗi chữ không đọc được.", "text", *reading.place(*match.span()))


def _is_readable(word):
    return (
        word in _SHORT
        or bool(_SYLLABLE.fullmatch(word))
        or bool(_SYLLABLE.fullmatch(re.sub(r"(.)\1+", r"\1", word)))
    )


def _mashed(word):
    """Keys struck at random: hardly a vowel. Syllables written together have them."""
    return sum(letter in "aeiouy" for letter in word) < 0.2 * len(word) and len(set(word)) > 2
