"""What is found, in which order.

With the marks as they were typed before without; in the headline before in the text; all words side by side before
apart; then the newest. Of a common word the newest hits are looked at, never all.
"""

from dataclasses import dataclass, field

from . import store
from .asked import Asked
from .words import EXACT_HEADLINE, EXACT_TEXT, HEADLINE, TEXT, keys

COUNTED = 1000  # as far as hits are counted
LOOKED_AT = 150  # of better hits


@dataclass(frozen=True, slots=True)
class Found:
    """hits: store.Hits, the best first, at most COUNTED.

    capped: there are more.
    """

    hits: list[store.Hit] = field(default_factory=list)
    capped: bool = False


def find(asked: Asked, now, **filters) -> Found:
    """Everything public at `now` (aware) that holds all that is asked. One query.

    filters: further conditions on Articles, as of QuerySet.filter().
    """
    if not asked:
        return Found()
    pairs = asked.pairs
    lists = [
        store.List("exact headline", asked.lexemes(EXACT_HEADLINE), LOOKED_AT, pairs),
        store.List("exact", asked.lexemes(EXACT_TEXT), LOOKED_AT, pairs),
        store.List("headline", asked.lexemes(HEADLINE), LOOKED_AT, pairs),
        store.List("all", asked.lexemes(TEXT), COUNTED + 1, pairs),
    ]
    in_a_row = len(asked.phrases) > 1
    typed = [(word.exact, word.folded) for word in asked.words]
    rows = {exact: _in_a_row(typed, exact) for exact in (True, False)}
    if in_a_row:
        for name, stream in (("exact in a row", EXACT_TEXT), ("in a row", TEXT)):
            whole = asked.in_a_row(stream)
            lists.append(store.List(name, asked.lexemes(stream), LOOKED_AT, pairs, within=whole))
    held = store.ask(lists, now, **filters)
    numbers = {name: {article.pk for article in articles} for name, articles in held.items()}

    def rank(article):
        exact = article.pk in numbers["exact"] or article.pk in numbers["exact headline"]
        in_headline = article.pk in numbers["exact headline" if exact else "headline"]
        beside = in_a_row and article.pk in numbers["exact in a row" if exact else "in a row"]
        if in_headline and in_a_row:
            beside = rows[exact] in _in_a_row(keys(article.headline), exact)
        return not exact, not in_headline, not beside, -article.newest

    everything = {article.pk: article for articles in held.values() for article in articles}
    hits = sorted(everything.values(), key=rank)
    return Found(hits[:COUNTED], len(hits) > COUNTED)


def _in_a_row(row, exact):
    """One text of the keys of a row of words, in which a row of fewer can be looked for."""
    return "".join(f" {with_marks if exact else folded} " for with_marks, folded in row)
