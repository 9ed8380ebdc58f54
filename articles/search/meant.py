"""Nothing was found: what may have been meant.

A word that differs by one letter or one space from what was typed; or fewer words. Only what finds something that
readers may see is ever offered, in the words that stand there.
"""

from itertools import product

from django.db.models import Prefetch, prefetch_related_objects

from ..models import Exchange, SearchWord
from ..vietnamese import nfc
from . import store
from .asked import Asked, read
from .excerpt import Marker
from .words import TEXT, words

OFFERED = 3
MOST_TRIED = 20
MOST_WORDS = 6  # of a query, that are looked at
NEIGHBOURS = 6  # of a word, that are tried
LOOKED_AT = 20  # hits of each, to tell which is said more often
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def meant(asked: Asked, now) -> list[str]:
    """Other queries that find something, as the paper writes them; the likeliest first, at most OFFERED.

    Three queries, two where nothing is found.
    """
    typed = [word.folded for word in asked.words][:MOST_WORDS]
    others = _others(typed, quoted=len(asked.words) > len(asked.phrases))
    tried = {}
    for likeliness, query in others:
        if len(tried) < MOST_TRIED:
            tried.setdefault(query, likeliness)
    if not tried:
        return []
    held = store.ask(
        [store.List(query, read(query).lexemes(TEXT), LOOKED_AT) for query in tried],
        now,
        also=("standfirst", "body"),
    )
    found = sorted(
        (query for query in tried if held[query]), key=lambda query: (tried[query], -len(held[query]))
    )
    found = found[:OFFERED]
    articles = [held[query][0] for query in found]
    prefetch_related_objects(
        articles, Prefetch("exchanges", Exchange.objects.select_related("answered_by__person"))
    )
    return list(
        dict.fromkeys(_as_printed(query, article) for query, article in zip(found, articles, strict=True))
    )


def _others(typed, quoted):
    """(likeliness, query) pairs, 0 the likeliest."""
    slips = {word: _slips(word) for word in typed if word.isascii() and word.isalpha() and 1 < len(word) < 20}
    pieces = {piece for others in slips.values() for other in others for piece in other.split()}
    known = set(SearchWord.objects.filter(word__in={*typed, *pieces}).values_list("word", flat=True))
    neighbours = {
        word: [other for other in others if known.issuperset(other.split())][:NEIGHBOURS]
        for word, others in slips.items()
    }
    if quoted:
        yield 0, " ".join(typed)
    unknown = [word for word in typed if word not in known and neighbours.get(word)]
    choices = [neighbours[word] if word in unknown else [word] for word in typed]
    if unknown:
        yield from ((0, " ".join(choice)) for choice in product(*choices))
    else:
        # Each word is known, and one of them may still be a slip.
        for place, word in enumerate(typed):
            for other in neighbours.get(word, ()):
                yield 1, " ".join([*typed[:place], other, *typed[place + 1 :]])
    best = [choice[0] for choice in choices]
    for place in reversed(range(len(best))) if len(best) > 1 else ():
        yield 2, " ".join(best[:place] + best[place + 1 :])
    yield from ((3, word) for word in sorted(best, key=len, reverse=True) if len(best) > 2)


def _slips(word):
    """The words of which one slip of a finger makes this one: two letters exchanged, one too many, one too few, one for
    another, a space forgotten; in this order."""
    cuts = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    return dict.fromkeys(
        [
            *(before + after[1] + after[0] + after[2:] for before, after in cuts if len(after) > 1),
            *(before + after[1:] for before, after in cuts if after),
            *(before + letter + after for before, after in cuts for letter in _LETTERS),
            *(before + letter + after[1:] for before, after in cuts if after for letter in _LETTERS),
            *(f"{before} {after}" for before, after in cuts if before and after),
        ]
    )


def _as_printed(query, article):
    """The words of the query as they stand in the article, in a row if they do anywhere."""
    asked, printed = read(query), {}
    texts = [article.headline, *(passage.text for passage in article.passages())]
    for text in texts:
        for hit in Marker(asked).hits(text):
            if len(hit.key) == len(asked.words):
                return " ".join(nfc(text)[hit.start : hit.end].split())
            for word in words(nfc(text)[hit.start : hit.end]):
                printed.setdefault(word.folded, nfc(text)[hit.start : hit.end])
    return " ".join(printed.get(word.folded, word.folded) for word in asked.words)
