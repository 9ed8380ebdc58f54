"""Is this Vietnamese? The share of words with marks that are syllables of the language, by spelling alone."""

import re
import unicodedata
from functools import lru_cache

_TONES = frozenset("\u0300\u0309\u0303\u0301\u0323")
_WORD = re.compile(r"[^\W\d_]+")
_SYLLABLE = re.compile(
    r"(?:ngh|ng|gh|gi|kh|ch|nh|ph|qu|th|tr|[bcdđghklmnprstvx])?"
    r"(?:(?:uya|uyu|oai|oay|oeo|oao|uây|iêu|yêu|ươu|ươi|uôi|uơ|ưu|ưi|ưa|ua|ui|ia|iu|ai|ao|au|ay|âu|ây|eo|êu|oi|ôi|ơi)"
    r"|(?:uyê|uê|uâ|uă|oă|oa|oe|oo|uy|iê|yê|ươ|uô|[aăâeêioôơuưy])(?:ch|ng|nh|[cmnpt])?)"
)


@lru_cache(maxsize=8192)
def is_syllable(word: str) -> bool:
    """Whether a word (in any case) can be a Vietnamese syllable, tone included."""
    if not (word.islower() or word.isupper() or word.istitle()):
        return False
    parts = unicodedata.normalize("NFD", word.lower())
    toneless = unicodedata.normalize("NFC", "".join(part for part in parts if part not in _TONES))
    return sum(part in _TONES for part in parts) <= 1 and bool(_SYLLABLE.fullmatch(toneless))


def marked_words(text: str) -> list[str]:
    """The words that are not plain ASCII: the ones that tell an encoding."""
    return [word for word in _WORD.findall(text) if not word.isascii()]


def share(text: str) -> float:
    """How much of the marked words are syllables, 0..1; 1.0 for a text without any."""
    found = marked_words(text)
    return sum(map(is_syllable, found)) / len(found) if found else 1.0
