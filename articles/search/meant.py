"""Nothing was found: what may have been meant.

A word that differs by one letter or one space from what was typed; or fewer words. Only what finds something that
readers may see is ever offered, in the words that stand there.
"""

import re
from itertools import product

from ..models import Article, Exchange, SearchWord
from ..richtext.sanitizer import plain
from ..vietnamese import nfc
from . import store
from .asked import Asked, read
from .excerpt import Marker
from .words import TEXT, words

OFFERED = 3
MOST_TRIED = 14
MOST_WORDS = 6  # of a query, that are looked at
NEIGHBOURS = 5  # of a word, that are tried
LOOKED_AT = 20  # hits of each, to tell which is said more often
SURE, SLIP, FEWER, ONE = range(4)  # how likely it is that this was meant
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
    lists = []
    for query in tried:
        other = read(query)
        lists.append(store.List(query, other.lexemes(TEXT), LOOKED_AT))
        if len(other.phrases) > 1:
            lists.append(
                store.List(f'"{query}"', other.lexemes(TEXT), LOOKED_AT, within=other.in_a_row(TEXT))
            )
    held = store.ask(lists, now)
    in_a_row = {query: held.get(f'"{query}"', held[query]) for query in tried}
    found = sorted(
        (query for query in tried if held[query]),
        key=lambda query: (tried[query], -len(in_a_row[query]), -len(held[query])),
    )
    # Fewer words are offered only where no slip explains it.
    found = [query for query in found if tried[query] <= max(tried[found[0]], SLIP)][:OFFERED]
    articles = [(in_a_row[query] or held[query])[0] for query in found]
    texts = _texts(articles)
    return list(
        dict.fromkeys(_as_printed(query, texts[hit.pk]) for query, hit in zip(found, articles, strict=True))
    )


def _texts(hits):
    """{number of an Article: what it says, the headline first}, in one query."""
    numbers = [hit.pk for hit in hits]
    articles, exchanges = (
        Article.objects.filter(pk__in=numbers).order_by(),
        Exchange.objects.filter(article__in=numbers),
    )
    rows = articles.values_list("pk", "standfirst").union(
        articles.values_list("pk", "body"),
        exchanges.order_by().values_list("article", "question"),
        exchanges.order_by().values_list("article", "answer"),
        all=True,
    )
    texts = {hit.pk: [hit.headline] for hit in hits}
    for number, text in rows if numbers else ():
        texts[number].append(plain(text) if text.startswith("<") else text)
    return texts


def _others(typed, quoted):
    """(likeliness, query) pairs, the likeliest first."""
    slips = {word: _slips(word) for word in typed if word.isascii() and word.isalpha() and 1 < len(word) < 20}
    pieces = {piece for others in slips.values() for other in others for piece in other.split()}
    known = set(SearchWord.objects.filter(word__in={*typed, *pieces}).values_list("word", flat=True))
    neighbours = {
        word: [other for other in others if known.issuperset(other.split())][:NEIGHBOURS]
        for word, others in slips.items()
    }
    if quoted:
        yield SURE, " ".join(typed)
    unknown = [word for word in typed if word not in known and neighbours.get(word)]
    choices = [neighbours[word] if word in unknown else [word] for word in typed]
    if unknown:
        yield from ((SURE, " ".join(choice)) for choice in product(*choices))
    else:
        # Each word is known, and one of them may still be a slip.
        for place, word in enumerate(typed):
            for other in neighbours.get(word, ())[: MOST_TRIED // 2 // len(typed)]:
                yield SLIP, " ".join([*typed[:place], other, *typed[place + 1 :]])
    best = [choice[0] for choice in choices]
    for place in reversed(range(len(best))) if len(best) > 1 else ():
        yield FEWER, " ".join(best[:place] + best[place + 1 :])
    yield from ((ONE, word) for word in sorted(best, key=len, reverse=True) if len(best) > 2)


def _slips(word):
    """The words of which one slip makes this one: Telex that nothing read ("vieejt"), two letters exchanged, one too
    many, one too few, one for another, a space forgotten; in this order."""
    toneless = re.sub(r"(?<=[aeiouyw])([a-z]*?)[sfrxj](?=[a-z]*$)", r"\1", word)
    telex = re.sub(r"([aeo])\1|(d)d|([uoa])w", r"\1\2\3", toneless)
    cuts = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    return dict.fromkeys(
        [
            *([telex] if telex != word else []),
            *(before + after[1] + after[0] + after[2:] for before, after in cuts if len(after) > 1),
            *(before + after[1:] for before, after in cuts if after),
            *(before + letter + after for before, after in cuts for letter in _LETTERS),
            *(before + letter + after[1:] for before, after in cuts if after for letter in _LETTERS),
            *(f"{before} {after}" for before, after in cuts if before and after),
        ]
    )


def _as_printed(query, texts):
    """The words of the query as they stand in these texts, in a row if they do anywhere."""
    asked, printed = read(query), {}
    marker = Marker(asked)
    for text in texts:
        for hit in marker.hits(text):
            if len(hit.key) == len(asked.words):
                return " ".join(nfc(text)[hit.start : hit.end].split())
            for word in words(nfc(text)[hit.start : hit.end]):
                printed.setdefault(word.folded, nfc(text)[hit.start : hit.end])
    return " ".join(printed.get(word.folded, word.folded) for word in asked.words)
