"""manage.py rebuild_search: the index from nothing, what it lacks, on from where it was stopped."""

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.models import Article, SearchEntry, SearchWord, Status
from articles.search import asked, find, index, store
from articles.search.store import ENTRIES, INDEX
from tests.factories import make_article

pytestmark = pytest.mark.django_db


def found(query):
    return [hit.headline for hit in find.find(asked.read(query), timezone.now()).hits]


@pytest.fixture
def stories():
    return [make_article(headline=f"Chè {number}", status=Status.PUBLISHED) for number in range(5)]


def rebuild(capsys, **options):
    call_command("rebuild_search", **options)
    return capsys.readouterr().out


def test_every_story_is_found_afterwards(stories, capsys):
    assert found("chè") == []
    assert "Đã đưa 5 bài" in rebuild(capsys)
    assert sorted(found("chè")) == [f"Chè {number}" for number in range(5)]
    assert "Đã đưa 5 bài" in rebuild(capsys)
    assert len(found("chè")) == 5


def test_only_what_is_missing(stories, capsys):
    index.keep_found(stories[2])
    Article.objects.filter(pk=stories[2].pk).update(headline="Lúa")
    assert "Đã đưa 4 bài" in rebuild(capsys, missing=True)
    assert len(found("chè")) == 5


def test_it_goes_on_where_it_was_stopped(stories, capsys, monkeypatch):
    monkeypatch.setattr(index, "AT_ONCE", 2)
    write, lots = store.write, []

    def stop_at_the_third(entries, learned):
        lots.append(entries)
        if len(lots) == 3:
            raise KeyboardInterrupt
        write(entries, learned)

    monkeypatch.setattr(store, "write", stop_at_the_third)
    with pytest.raises(CommandError, match=rf"rebuild_search --after {stories[3].pk}$"):
        rebuild(capsys)
    assert SearchEntry.objects.count() == 4
    monkeypatch.setattr(store, "write", write)
    assert "Đã đưa 1 bài" in rebuild(capsys, after=stories[3].pk)
    assert len(found("chè")) == 5


@pytest.mark.parametrize("stopped", [False, True])
def test_what_is_filled_from_nothing_has_its_index_at_the_end(stories, capsys, monkeypatch, stopped):
    """However it ends: whoever searches next must not walk through the whole paper."""
    monkeypatch.setattr(store, "MANY", 1)
    there = []

    def look(*given):
        there.append(INDEX in connection.introspection.get_constraints(connection.cursor(), ENTRIES))
        if stopped:
            raise KeyboardInterrupt
        write(*given)

    write = store.write
    monkeypatch.setattr(store, "write", look)
    if stopped:
        with pytest.raises(CommandError):
            rebuild(capsys)
    else:
        rebuild(capsys)
        assert len(found("chè")) == 5
    if connection.vendor == "postgresql":
        assert there == [False]
        assert INDEX in connection.introspection.get_constraints(connection.cursor(), ENTRIES)


def test_words_that_were_learned_in_an_earlier_lot_are_there_once(stories, capsys, monkeypatch):
    monkeypatch.setattr(index, "AT_ONCE", 2)
    rebuild(capsys)
    rebuild(capsys)
    assert sorted(SearchWord.objects.filter(word="che").values_list("word", flat=True)) == ["che"]


def test_nothing_is_said_where_nothing_is_to_be_said(stories, capsys):
    assert rebuild(capsys, verbosity=0) == ""


def test_a_lot_costs_the_same_number_of_queries_whatever_its_size(stories):
    def queries(articles):
        with CaptureQueriesContext(connection) as captured:
            list(index.rebuild(articles))
        return len(
            [
                query
                for query in captured.captured_queries
                if query["sql"].lstrip().upper().startswith("SELECT")
            ]
        )

    assert queries(Article.objects.filter(pk=stories[0].pk)) == queries(Article.objects.all())
