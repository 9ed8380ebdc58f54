"""Nothing was found: what may have been meant.

Words one slip away from what was typed (see slips.py), two words as one, or fewer words. Only what finds something that
readers may see is ever offered, in the words that stand there.
"""

from difflib import get_close_matches
from itertools import pairwise, product

from ..models import Article, Byline, Exchange, Interviewee, SearchWord
from ..richtext.sanitizer import plain
from ..vietnamese import nfc
from . import store
from .asked import Asked
from .excerpt import Marker
from .slips import slips
from .words import TEXT, Word

OFFERED = 3
MOST_TRIED = 14
MOST_SLIPS = 10  # of them; the rest are fewer words
MOST_WORDS = 6  # of a query, that are looked at
LONG_WORD = 6  # letters: in so long a word two slips leave enough to tell what it was
BESIDE = 1000  # known words that such a one is laid beside
LOOKED_AT = 20  # hits of each, to tell which is said more often
SURE, SLIP, FEWER, ONE = range(4)  # how likely it is that this was meant


def meant(asked: Asked, now) -> list[str]:
    """Other queries that find something, as the paper writes them; the likeliest first, at most OFFERED.

    Four queries of the database at most, two where nothing is found.
    """
    typed = _typed(asked)
    tried = {}
    for likeliness, query in _others(typed):
        most = MOST_SLIPS if likeliness < FEWER else MOST_TRIED
        if query and query != typed and len(tried) < most:
            tried.setdefault(query, likeliness)
    if not tried:
        return []
    lists = []
    for query in tried:
        other = _asked(query)
        lists.append(store.List(query, other.lexemes(TEXT), LOOKED_AT, other.pairs))
        if len(query) > 1:
            whole = other.in_a_row(TEXT)
            lists.append(store.List((query,), other.lexemes(TEXT), LOOKED_AT, other.pairs, within=whole))
    held = store.ask(lists, now)
    in_a_row = {query: held.get((query,), held[query]) for query in tried}
    found = sorted(
        (query for query in tried if held[query]),
        key=lambda query: (
            tried[query],
            _letters(query) != _letters(typed),
            -len(in_a_row[query]),
            -len(held[query]),
        ),
    )
    # Fewer words are offered only where no slip explains it, words apart only where none stand side by side.
    found = [
        query
        for query in found
        if tried[query] <= max(tried[found[0]], SLIP) and (in_a_row[query] or not in_a_row[found[0]])
    ][:OFFERED]
    articles = [(in_a_row[query] or held[query])[0] for query in found]
    texts = _texts(articles)
    return list(
        dict.fromkeys(_as_printed(query, texts[hit.pk]) for query, hit in zip(found, articles, strict=True))
    )


def _typed(asked):
    """The first words, as a query is written here: a row of phrases, each a row of folded words."""
    phrases, left = [], MOST_WORDS
    for phrase in asked.phrases:
        phrases.append(tuple(word.folded for word in phrase[: max(left, 0)]))
        left -= len(phrase)
    return tuple(filter(None, phrases))


def _letters(query):
    return "".join(word for phrase in query for word in phrase)


def _asked(query):
    return Asked("", tuple(tuple(Word(word, word, 0, 0) for word in phrase) for phrase in query))


def _texts(hits):
    """{number of an Article: all that is searched in it, the headline first}, in one query."""
    numbers = [hit.pk for hit in hits]
    columns = [(Article, "pk", name) for name in ("standfirst", "body", "kicker", "dateline", "lead_caption")]
    columns += [(Exchange, "article", name) for name in ("question", "answer")]
    columns += [(Interviewee, "article", "person__name"), (Interviewee, "article", "office")]
    columns += [(Byline, "article", "author__name")]
    first, *others = (
        model.objects.filter(**{f"{article}__in": numbers}).order_by().values_list(article, name)
        for model, article, name in columns
    )
    texts = {hit.pk: [hit.headline] for hit in hits}
    for number, text in first.union(*others, all=True) if numbers else ():
        texts[number].append(plain(text) if text.startswith("<") else text)
    return texts


def _others(typed):
    """(likeliness, query) pairs, the likeliest first."""
    words = list(dict.fromkeys(word for phrase in typed for word in phrase))
    neighbours = {word: slips(word) for word in words if word.isascii() and 1 < len(word) < 20}
    joined = list(_joined(typed))
    known = _known(
        {*words, *(piece for rows in neighbours.values() for row in rows for piece in row)}
        | {word for _, word in joined}
    )
    neighbours = {word: [row for row in rows if known.issuperset(row)] for word, rows in neighbours.items()}
    unknown = [word for word in words if word not in known or not word.isalpha()]
    neighbours |= _two_slips(word for word in unknown if word not in known and not neighbours.get(word))
    yield SURE, tuple((word,) for phrase in typed for word in phrase)
    yield from ((SURE, query) for query, word in joined if word in known)
    mended = [word for word in unknown if neighbours.get(word)]
    choices = [
        ([] if word.isalpha() else [(word,)]) + neighbours[word][: MOST_SLIPS // len(mended)]
        for word in mended
    ]
    if mended:
        # The likeliest of each word first, whichever word it is.
        for places in sorted(product(*(range(len(rows)) for rows in choices)), key=sum):
            choice = [rows[place] for rows, place in zip(choices, places, strict=True)]
            yield SURE, _instead(typed, dict(zip(mended, choice, strict=True)))
    else:
        # Each word is known, and one of them may still be a slip.
        for word in words:
            for other in neighbours.get(word, ())[: MOST_SLIPS // len(words)]:
                yield SLIP, _instead(typed, {word: other})
    best = _instead(typed, {word: rows[0] for word, rows in zip(mended, choices, strict=True)})
    sensible = tuple(phrase for phrase in best if known.issuperset(phrase))
    yield FEWER, sensible
    for place in reversed(range(len(best))):
        yield FEWER, best[:place] + best[place + 1 :]
    alone = [*sensible, *((word,) for phrase in sensible for word in phrase)]
    yield from ((ONE, (phrase,)) for phrase in sorted(alone, key=lambda phrase: -sum(map(len, phrase))))


def _known(words):
    """Those of the words that some article says. Of what has figures in it no list is kept: all of it may be said."""
    letters = {word for word in words if word.isalpha()}
    return words - letters | set(SearchWord.objects.filter(word__in=letters).values_list("word", flat=True))


def _joined(typed):
    """(query, the new word) for every two neighbours made one word: a space was too many ("QL 37")."""
    places = [(number, place) for number, phrase in enumerate(typed) for place in range(len(phrase))]
    for (number, place), (other, next_place) in pairwise(places):
        word = typed[number][place] + typed[other][next_place]
        phrase = *typed[number][:place], word, *typed[other][next_place + 1 :]
        yield (*typed[:number], phrase, *typed[other + 1 :]), word


def _instead(typed, others):
    """The query with other words, a row of them, in place of some: {word: row}."""
    return tuple(tuple(piece for word in phrase for piece in others.get(word, (word,))) for phrase in typed)


def _two_slips(words):
    """{long word that nobody says, nor anything one slip away: the likest ones that begin as it does}."""
    likest = {}
    for word in words:
        if word.isalpha() and len(word) >= LONG_WORD:
            begin_so = SearchWord.objects.filter(word__startswith=word[:2]).order_by("word")
            beside = begin_so.values_list("word", flat=True)[:BESIDE]
            likest[word] = [(other,) for other in get_close_matches(word, beside, cutoff=0.75)]
    return likest


def _as_printed(query, texts):
    """The words of the query as they stand in these texts, in a row if they do anywhere."""
    asked, printed = _asked(query), {}
    marker = Marker(asked)
    for text in texts:
        for hit in marker.hits(text):
            words = " ".join(nfc(text)[hit.start : hit.end].split())
            if len(hit.key) == len(asked.words):
                return words
            printed.setdefault(hit.key, words)
    return " ".join(printed.get(phrase, " ".join(phrase)) for phrase in query)
