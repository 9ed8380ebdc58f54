"""Templates drawn once for all words: the same as if drawn each time, and nothing asked of a word but itself."""

from typing import NamedTuple

import pytest
from django.template import engines
from django.template.loader import render_to_string
from django.utils.html import format_html
from hypothesis import given, settings
from hypothesis import strategies as st

from articles import stencils
from articles.stencils import stencilled
from comments.templatetags.comments import Door

WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=12) | st.sampled_from(
    ["{}", "{0}", "{{ x }}", "<b>", "&amp;", "\ue0000\ue001", "zq\ue0001\ue001", "“Ơi”\n'ạ'", "}"]
)


class Named(NamedTuple):
    name: str
    address: str


@pytest.fixture
def template(monkeypatch):
    """Makes a template of these words the one that is drawn; returns how often that happened."""
    drawn = []

    def of(source):
        made = engines["django"].from_string(source)

        def draw(name, shown):
            drawn.append(name)
            return made.render(shown)

        monkeypatch.setattr(stencils, "render_to_string", draw)
        stencils._stencil.cache_clear()
        return drawn

    yield of
    stencils._stencil.cache_clear()


@settings(max_examples=30, deadline=None)
@given(said=st.tuples(*[WORDS] * 6), acts=st.booleans())
def test_what_comes_of_a_stencil_is_what_the_template_draws(said, acts):
    names = ("pk", "name", "place", "sent", "text", "reply_url")
    shown = dict(zip(names, said, strict=True)) | {"acts": acts, "erased": not acts, "likes": said[0]}
    assert stencilled("comments/_comment.html", **shown) == render_to_string("comments/_comment.html", shown)


def test_a_template_is_drawn_once_for_all_words_and_once_more_where_one_is_missing(template):
    drawn = template("<p>{{ a }}{% if b %} {{ b.name }}{% endif %} {{ '{' }}</p>")
    assert stencilled("x", a="Một <b>", b=None) == "<p>Một &lt;b&gt; {</p>"
    assert stencilled("x", a="{0}", b=None) == "<p>{0} {</p>"
    assert len(drawn) == 1
    assert stencilled("x", a="", b=Named("&", "")) == "<p> &amp; {</p>"
    assert len(drawn) == 2


def test_words_that_are_html_stay_html_and_what_comes_out_is_html(template):
    template("<p>{{ a }}</p>")
    inner = stencilled("x", a=format_html("<b>{}</b>", "<"))
    assert inner == "<p><b>&lt;</b></p>"
    assert stencilled("x", a=inner) == "<p><p><b>&lt;</b></p></p>"


def test_a_template_may_walk_through_rows(template):
    template("{% for each in rows %}{{ each.name }}:{{ each.address }} {% endfor %}{{ rows|length }}")
    rows = (Named("Nà", "/na/"), Named("Phú", ""))
    assert stencilled("x", rows=rows) == "Nà:/na/ Phú: 2"


@pytest.mark.parametrize(
    "source",
    [
        "{{ a|truncatewords:45 }}", "{{ a|capfirst }}", "{{ a|linebreaksbr }}", "{{ a|urlencode }}{{ a|upper }}",
        "{{ a }}{% if a == 'x' %}!{% endif %}", "{{ a }}{% if 'x' in a %}!{% endif %}",
        "{{ a }}{% for c in a %}{% endfor %}",
        "{{ a }}{% if a > b %}!{% endif %}", "{{ a|slugify }}", "{{ a }}{{ a|slice:':30' }}",
    ],
)  # fmt: skip
def test_a_template_that_does_more_than_print_a_word_is_refused(template, source):
    template(source)
    with pytest.raises(TypeError):
        stencilled("x", a="Vân Lĩnh", b="y")


@pytest.mark.parametrize("value", [3, 2.5, ["a"], {"a": "b"}, object(), (("a", 1),)])
def test_no_stencil_is_cut_for_numbers_and_what_may_change(value):
    with pytest.raises(TypeError):
        stencilled("comments/_comment.html", name=value)


def test_who_works_on_a_template_sees_it_change(template, settings):
    settings.DEBUG = True
    drawn = template("{{ a }}")
    assert [stencilled("x", a="1"), stencilled("x", a="2")] == ["1", "2"]
    assert len(drawn) == 2


def test_a_form_is_a_word_among_words():
    door = Door("gui-y-kien", "/binh-luan/7/")
    shown = {
        "form": door,
        "token": "7:ab",
        "blank": format_html("<p>{}</p>", "ô"),
        "closed": "",
        "number": "7",
    }
    html = stencilled("comments/_under_article.html", **shown)
    assert html == render_to_string("comments/_under_article.html", shown)
    assert 'action="/binh-luan/7/#gui-y-kien"' in html
