"""The same answers on both databases: each is asked the same questions as a reading of every story, word by word.

Whatever SQLite and PostgreSQL make of a word, a phrase or an order, they agree with it, and so with each other.
"""

import unicodedata
from datetime import timedelta

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.models import Article, Status
from articles.search import asked, find, index
from articles.search.words import words
from articles.vietnamese import nfc
from tests.factories import make_section
from tests.html import page

SYLLABLES = [
    "bán",
    "bạn",
    "Bến",
    "bền",
    "Lĩnh",
    "lính",
    "hòa",
    "hoà",
    "30/4",
    "15.608",
    "đa",
    "da",
    "kỹ",
    "kĩ",
    "TW",
    "中文",
]
SIGNS = ["", "", ",", "-", "/", ".", "!", "“", "”", '"', "(", "*", ":", "'", "\u0301", "\x00", " AND "]
NOW = timezone.now()


@pytest.fixture
def corpus(db):
    """Forty stories of few words, so that most queries find some; the same on every run."""
    section, rows = make_section(), []
    for number in range(40):
        said = [SYLLABLES[(number * 7 + place * (3 + number % 5)) % len(SYLLABLES)] for place in range(9)]
        rows.append(
            Article(
                headline=" ".join(said[: 1 + number % 4]),
                slug="bai",
                body=f"<p>{' '.join(said[4:])}</p>",
                section=section,
                status=Status.PUBLISHED if number % 8 else Status.DRAFT,
                published_at=NOW - timedelta(days=number**2),
            )
        )
    Article.objects.bulk_create(rows)
    list(index.rebuild(Article.objects.all()))
    return list(Article.objects.filter(status=Status.PUBLISHED).newest_first())


def row(text, exact):
    return [word.exact if exact else word.folded for word in words(text)]


def holds(text, phrases, exact):
    """Whether every phrase stands in the text."""
    said = row(text, exact)

    def stands(phrase):
        keys = [word.exact if exact else word.folded for word in phrase]
        return any(said[at : at + len(keys)] == keys for at in range(len(said) - len(keys) + 1))

    return all(map(stands, phrases))


def expected(corpus, query):
    """Headlines' numbers in the order of articles/search/find.py, by reading everything."""

    def rank(article):
        texts = [article.headline, article.body[3:-4]]
        # As if nobody could ask for the word between them.
        everything = " qqqq ".join(texts)
        exact = holds(everything, query.phrases, True)
        in_headline = holds(article.headline, query.phrases, exact)
        text = article.headline if in_headline else everything
        return (
            not exact,
            not in_headline,
            not holds(text, [query.words], exact),
            -article.published_at.timestamp(),
        )

    found = [
        article
        for article in corpus
        if holds(" qqqq ".join([article.headline, article.body]), query.phrases, False)
    ]
    return [article.pk for article in sorted(found, key=rank)]


typed = st.lists(
    st.tuples(st.sampled_from(SIGNS), st.sampled_from(SYLLABLES), st.sampled_from(SIGNS)),
    min_size=1,
    max_size=3,
)
quiet = [HealthCheck.function_scoped_fixture]


@given(typed)
@settings(max_examples=40, suppress_health_check=quiet)
def test_what_is_found_and_in_which_order_depends_on_no_database(corpus, parts):
    query = asked.read(" ".join("".join(part) for part in parts))
    assert [hit.pk for hit in find.find(query, NOW).hits] == expected(corpus, query)


@given(st.text(max_size=25) | st.lists(st.sampled_from([*SIGNS, *SYLLABLES, " "]), max_size=12).map("".join))
@settings(max_examples=25, suppress_health_check=quiet)
def test_whatever_is_typed_is_answered(client, corpus, text):
    response = client.get("/tim-kiem/", {"q": text.encode("utf-8", "replace").decode()})
    assert response.status_code == 200
    assert page(response).text("h1") == "Tìm kiếm"


def test_every_word_of_a_story_finds_it_in_every_spelling(corpus):
    story = corpus[3]
    for word in f"{story.headline} {story.body[3:-4]}".split():
        plain = "".join(each.folded for each in words(word)) if word.isalpha() else word
        for spelling in {
            word,
            word.upper(),
            plain,
            unicodedata.normalize("NFD", word),
            f"“{word}”!",
            nfc(word),
        }:
            hits = find.find(asked.read(spelling), NOW).hits
            assert story.pk in [hit.pk for hit in hits], spelling
