"""Parts of pages drawn once: the same for the same, another for another, and never of what may change unseen."""

from dataclasses import dataclass

import pytest
from django.utils import timezone

from articles.cards import card_of, cards_by_number, shot_of
from articles.drawing import drawn
from articles.models import Image, Section, Status
from tests.factories import make_article, make_image, make_section, picture_bytes
from tests.html import page

MASTHEAD = {"sections": (), "today": "", "here": None, "within": False, "front": False}


@dataclass
class Loose:
    words: str


@pytest.mark.parametrize("value", [Section(pk=1, name="Thời sự"), ["Thời sự"], {"a": 1}, (("a", Section(pk=1)),)])
def test_what_may_change_and_stay_equal_is_refused(value):
    with pytest.raises(TypeError):
        drawn("includes/_masthead.html", paper=value, **MASTHEAD)


def test_a_part_that_may_be_changed_in_place_is_refused():
    with pytest.raises(TypeError):
        drawn("includes/_masthead.html", paper=Loose("Báo"), **MASTHEAD)


def test_equal_parts_are_drawn_once():
    first = drawn("includes/_masthead.html", paper="x", **MASTHEAD)
    assert drawn("includes/_masthead.html", paper="x", **MASTHEAD) is first
    assert drawn("includes/_masthead.html", paper="x", **MASTHEAD | {"today": "Thứ Hai"}) != first


def test_who_works_on_a_template_sees_it_change(settings, monkeypatch):
    settings.DEBUG = True
    for written in ("Một", "Hai"):
        monkeypatch.setattr("articles.drawing.render_to_string", lambda template, shown, words=written: words)
        assert drawn("includes/_masthead.html", paper="x", **MASTHEAD) == written


@pytest.mark.django_db
def test_a_card_out_of_a_row_is_the_card_of_the_article():
    raw = picture_bytes(64, 48)
    for given in ({}, {"lead_image": make_image(raw)}, {"lead_image": make_image()}, {"kicker": "Bến Lĩnh"}):
        article = make_article(status=Status.PUBLISHED, **given)
        assert cards_by_number([article.pk], timezone.now()) == {article.pk: card_of(article)}
    assert cards_by_number([], timezone.now()) == {}
    assert shot_of(None) is None


CHANGES = {
    "headline": ("Tít khác hẳn", ".card-headline"),
    "kicker": ("Nà Thoang", ".kicker"),
    "standfirst": ("Sapo khác hẳn", ".card-standfirst"),
}


@pytest.mark.django_db
@pytest.mark.parametrize("name", CHANGES)
def test_what_changes_on_a_card_is_seen_at_once(client, name):
    article = make_article(status=Status.PUBLISHED, kicker="Bến Lĩnh")
    client.get("/")
    value, where = CHANGES[name]
    type(article).objects.filter(pk=article.pk).update(**{name: value})
    assert page(client.get("/")).texts(f".front-lead {where}") == [value]


@pytest.mark.django_db
def test_names_of_sections_and_words_of_pictures_change_at_once_on_every_page(client):
    image = make_image(picture_bytes(64, 48), caption="Nhịp giữa", credit="Nông Thanh Tùng")
    section = make_section()
    body = f'<p>Chữ.</p><figure data-image-id="{image.pk}"></figure>'
    article = make_article(status=Status.PUBLISHED, section=section, lead_image=image, body=body)
    for address in ("/", article.get_absolute_url()):
        client.get(address)
    Image.objects.filter(pk=image.pk).update(credit="Lò Thị Inh", caption="Nhịp cuối", alt="Cầu dây")
    Section.objects.filter(pk=section.pk).update(name="Chuyện tỉnh nhà")
    shown = page(client.get(article.get_absolute_url()))
    assert shown.texts(".figure-credit") == ["Ảnh: Lò Thị Inh"] * 2
    assert set(shown.texts(".figure-caption")) == {"Nhịp cuối"}
    assert {node["alt"] for node in shown.select(".figure img")} == {"Cầu dây"}
    for each in (shown, page(client.get("/"))):
        assert "Chuyện tỉnh nhà" in each.text(".masthead-nav") and "Chuyện tỉnh nhà" in each.text(".imprint")
