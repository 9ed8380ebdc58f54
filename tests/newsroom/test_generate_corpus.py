"""The corpus for measurements: as many rows as asked for, such as readers' pages and the desk can show."""

import pytest
from django.core.management import CommandError, call_command

from articles.models import Article, Byline, Exchange, Kind, Revision, Topic
from articles.richtext.sanitizer import clean
from articles.vietnamese import slug, tokens
from comments.models import Comment
from newsroom.corpus import filling, words
from tests.factories import make_article
from tests.html import page as parsed

pytestmark = pytest.mark.django_db


@pytest.fixture
def corpus(monkeypatch):
    """A corpus of several batches."""
    monkeypatch.setattr(filling, "BATCH", 12)
    call_command("generate_corpus", articles=30, comments=40, verbosity=0)


def test_as_many_are_written_as_were_asked_for(corpus):
    assert (Article.objects.public().count(), Comment.objects.count()) == (30, 40)
    assert Byline.objects.count() == 30
    assert Article.objects.filter(kind=Kind.INTERVIEW).count() in (3, 4)
    assert not Article.objects.filter(kind=Kind.INTERVIEW, exchanges=None).exists()
    assert Comment.objects.exclude(parent=None).exists()
    # Said by the command itself.
    assert not Revision.objects.exists()


def test_two_topics_of_one_name_are_one(monkeypatch):
    monkeypatch.setattr(words, "headline", lambda dice: "Chợ phiên ở xã Phú Vân")
    call_command("generate_corpus", articles=12, verbosity=0)
    [topic] = Topic.objects.all()
    assert 0 < topic.articles.count() < 12


def test_nothing_is_said_where_nothing_is_to_be_said(capsys):
    call_command("generate_corpus", articles=2, verbosity=0)
    assert capsys.readouterr().out == ""


def test_the_newest_were_written_last_and_none_is_of_tomorrow(corpus):
    by_number = list(Article.objects.order_by("pk").values_list("pk", flat=True))
    assert list(Article.objects.order_by("published_at", "pk").values_list("pk", flat=True)) == by_number


def test_what_saving_sets_is_set(corpus):
    for article in Article.objects.all():
        assert article.slug == slug(article.headline, max_length=120)
        assert clean(article.body) == article.body
    for exchange in Exchange.objects.all():
        assert clean(exchange.answer) == exchange.answer
    for comment in Comment.objects.all():
        assert comment.folded == " ".join(tokens(f"{comment.name} {comment.place} {comment.text}"))
        assert comment.parent is None or comment.parent.article_id == comment.article_id


def test_readers_can_read_it(corpus, client):
    assert len(parsed(client.get("/")).headings()) > 10
    for kind in Kind.values:
        article = Article.objects.filter(kind=kind).select_related("section").first()
        shown = parsed(client.get(article.get_absolute_url()))
        assert shown.text("h1") == article.headline
        assert client.get(article.section.get_absolute_url()).status_code == 200


def test_a_paper_with_stories_of_its_own_is_left_alone():
    make_article()
    with pytest.raises(CommandError, match="đã có bài"):
        call_command("generate_corpus", articles=3, verbosity=0)
    call_command("generate_corpus", articles=3, add=True, verbosity=0)
    assert Article.objects.count() == 4


def test_stopped_half_way_it_says_how_to_go_on(monkeypatch):
    monkeypatch.setattr(filling, "BATCH", 2)
    written = filling.Corpus._stories

    def interrupted(corpus, there, count):
        if there == 4:
            raise KeyboardInterrupt
        written(corpus, there, count)

    monkeypatch.setattr(filling.Corpus, "_stories", interrupted)
    with pytest.raises(CommandError, match="Dừng sau 4 bài.*--add --articles 6 --comments 5"):
        call_command("generate_corpus", articles=10, comments=5, verbosity=0)
    assert Article.objects.count() == 4


def test_comments_alone_go_under_the_stories_there_are():
    call_command("generate_corpus", articles=2, verbosity=0)
    call_command("generate_corpus", articles=0, comments=5, add=True, verbosity=0)
    assert Comment.objects.count() == 5


@pytest.mark.parametrize("given", [{"articles": -1}, {"comments": -1}, {"articles": 0, "comments": 3}])
def test_what_cannot_be_meant_is_refused(given):
    with pytest.raises(CommandError):
        call_command("generate_corpus", **given, verbosity=0)
    assert not Article.objects.exists()


def test_a_text_is_made_from_its_number_alone():
    said = [words.body(words.chance(7, "bài")) for _ in range(2)]
    assert said[0] == said[1] != words.body(words.chance(8, "bài"))
