"""Vietnamese text: the one normal form, and the keys made from it for matching, addresses and order.

Pure functions over strings. Every door of the house passes text through nfc(); the other functions do so
themselves.
"""

import re
import unicodedata
from functools import lru_cache

SLUG_WITHOUT_WORDS = "bai"
SORT_KEY_LENGTH = 200

# ---------------------------------------------------------------- the normal form

# PostgreSQL refuses NUL and surrogates; no reader ever sees another control character. Word's vertical tab,
# form feed and NEL end a line, so dropping them would glue two words together.
# XML, and so feeds and sitemaps, knows neither controls nor U+FFFE and U+FFFF.
_CLEANING = {code: None for code in (*range(0x20), *range(0x7F, 0xA0), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF)}
_CLEANING |= {ord(kept): kept for kept in "\n\t\r"} | {0x0B: "\n", 0x0C: "\n", 0x85: "\n", 0xA0: " "}
# Most text has nothing to clean, and translating letter by letter is slow.
_UNCLEAN = re.compile("[\0-\x08\x0b-\x1f\x7f-\xa0\ud800-\udfff\ufffe\uffff]")


def nfc(text: str) -> str:
    """The text as the house stores it: composed, lines ended by \\n, without control characters or nbsp.

    Joiners (emoji) and soft hyphens stay. Idempotent.
    """
    if text.isascii() and text.isprintable():
        return text
    if _UNCLEAN.search(text):
        # Cleaning goes first: a control character between a letter and its mark would keep them from composing.
        text = text.translate(_CLEANING).replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", text)


# ---------------------------------------------------------------- folding

# Letters with a stroke have no decomposition. Eth and African D are what old fonts and keyboards give for Đ.
_STROKES = {"đ": "d", "ð": "d", "ɖ": "d", "ø": "o", "ł": "l", "ħ": "h", "ŧ": "t", "ı": "i"}
# Unicode calls these letters; in "HʼMông" they are what other keyboards write as an apostrophe.
_APOSTROPHES = dict.fromkeys("\u02b9\u02bb\u02bc\u02bd\u02c8", "’")


def _is_diacritic(character: str) -> bool:
    """Whether this is a mark above, below or through a letter; marks of Thai, Arabic or Indic are not."""
    combining_class = unicodedata.combining(character)
    return combining_class == 1 or combining_class >= 200


def _fold_character(character: str) -> str:
    if _is_diacritic(character):
        return ""
    if character in _APOSTROPHES:
        return _APOSTROPHES[character]
    kept = [part for part in unicodedata.normalize("NFD", character) if not _is_diacritic(part)]
    base = kept[0] if len(kept) == 1 else character  # Hangul and kana decompose into several: left alone
    lower = base.lower()
    return _STROKES.get(lower, lower) if len(lower) == 1 else base


class _FoldTable(dict):
    """Translation table that works a character out on demand; it never grows, whatever readers send."""

    def __missing__(self, code: int) -> str:
        return _fold_character(chr(code))


# All letters of European writing (Latin to the end of Latin Extended Additional), worked out once.
_FOLDING = _FoldTable((code, _fold_character(chr(code))) for code in range(0x2000))


def fold(text: str) -> str:
    """Lower case without tones and marks, đ as d: "Đại hội" -> "dai hoi".

    One character for each of nfc(text), so positions agree, except that a stray mark (one that composes with
    nothing) is dropped. Where positions matter (highlighting), use fold_map().
    """
    return nfc(text).translate(_FOLDING)


def fold_map(text: str) -> tuple[str, list[int]]:
    """fold(text), and for each of its characters the position in nfc(text) it stands for."""
    normal = nfc(text)
    folded = normal.translate(_FOLDING)
    if len(folded) == len(normal):
        return folded, list(range(len(normal)))
    return folded, [position for position, character in enumerate(normal) if not _is_diacritic(character)]


def tokens(text: str) -> list[str]:
    """The folded words of a text, letters and digits only: "Bến Lĩnh-2" -> ["ben", "linh", "2"]."""
    return re.findall(r"[^\W_]+", fold(text))


# ---------------------------------------------------------------- addresses

_LETTER_PAIRS = str.maketrans({"æ": "ae", "œ": "oe", "ß": "ss", "þ": "th"})


def _ascii_words(text: str) -> list[str]:
    """The folded words with a-z and 0-9 only; what has no ASCII form is left out."""
    compatible = unicodedata.normalize("NFKD", fold(text).translate(_LETTER_PAIRS))
    letters = "".join(character for character in compatible if not unicodedata.combining(character))
    return re.findall(r"[a-z0-9]+", letters.lower())


def slug(text: str, *, max_length: int = 80) -> str:
    """An address part of a-z, 0-9 and hyphens, cut between words; never empty ("bai" if nothing is left)."""
    if max_length < 1:
        raise ValueError("max_length must be at least 1")
    words = _ascii_words(text) or [SLUG_WITHOUT_WORDS]
    fitting = words[0][:max_length]
    for word in words[1:]:
        if len(fitting) + 1 + len(word) > max_length:
            break
        fitting += "-" + word
    return fitting


# ---------------------------------------------------------------- dictionary order

_TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}  # huyền hỏi ngã sắc nặng
_QUALITIES = {("a", "\u0306"): "a1", ("a", "\u0302"): "a2", ("e", "\u0302"): "e1", ("o", "\u0302"): "o1",
              ("o", "\u031b"): "o2", ("u", "\u031b"): "u1"}
_BEYOND_THE_ALPHABET = "z9"


def sort_key(text: str) -> str:
    """A key whose order is Vietnamese dictionary order, word by word: first the letters, then the tone.

    Every letter is two characters, a letter and a digit (đ is "d1"), a word ends with "0" and its tone. Only
    a-z and 0-9, no two letters side by side: all database collations order it alike. At most 200 characters.
    """
    key: list[str] = []
    for word in re.findall(r"[^\W_]+", _composed_words_only(text)):
        tone = "0"
        for letter in word:
            parts = unicodedata.normalize("NFD", letter.lower())
            marks = parts[1:]
            if tone == "0":
                tone = next((_TONES[mark] for mark in marks if mark in _TONES), "0")
            key.append(_letter_key(parts[0], marks))
        key.append("0" + tone)
        if len(key) * 2 > SORT_KEY_LENGTH:
            break
    return "".join(key)[:SORT_KEY_LENGTH]


def _composed_words_only(text: str) -> str:
    """Stray marks and compatibility letters (fullwidth, ligatures) resolved, so that they tear no word."""
    composed = unicodedata.normalize("NFC", unicodedata.normalize("NFKD", nfc(text)))
    return "".join(character for character in composed if not _is_diacritic(character))


def _letter_key(base: str, marks: str) -> str:
    if base in "đðɖ":
        return "d1"
    if base.isascii() and base.isalpha():
        return next((_QUALITIES[base, mark] for mark in marks if (base, mark) in _QUALITIES), base + "0")
    if base.isascii() and base.isdigit():
        return "1" + base
    plain = _STROKES.get(base)
    return plain + "0" if plain else _BEYOND_THE_ALPHABET


def name_sort_key(full_name: str) -> str:
    """The sort key of a person: given name (the last word) first, then family and middle names."""
    words = nfc(full_name).split()
    return sort_key(" ".join([*words[-1:], *words[:-1]]))


# ---------------------------------------------------------------- spelling variants

_ONE_SYLLABLE = re.compile(r"[^aeiouyăâêôơư]*[aeiouyăâêôơư]+[^aeiouyăâêôơư]*")
_I_OR_Y = re.compile(r"(h|k|l|m|s|t|v|qu)[iy]")


def spelling_key(text: str) -> str:
    """One key for all spellings of a word (hòa/hoà, kĩ/kỹ, quí/quý), another for another word (bán/bạn).

    Lower case, marks kept: the tone is moved to the end of its syllable, and y after h k l m s t v qu, where
    both are written, is i. For comparing only; it is not a spelling to print. Idempotent.
    """
    return nfc(re.sub(r"[^\W\d_]+", lambda word: _syllable_key(word[0]), nfc(nfc(text).lower())))


@lru_cache(maxsize=8192)
def _syllable_key(word: str) -> str:
    parts = unicodedata.normalize("NFD", word)
    tones = [part for part in parts if part in _TONES]
    toneless = unicodedata.normalize("NFC", "".join(part for part in parts if part not in _TONES))
    # Foreign and glued words ("café", "Đắklắk") have no one place for a tone: theirs stays where it is.
    if len(tones) > 1 or not _ONE_SYLLABLE.fullmatch(toneless):
        return word
    if _I_OR_Y.fullmatch(toneless):
        toneless = toneless[:-1] + "i"
    return unicodedata.normalize("NFC", toneless + "".join(tones))
