"""Nothing that runs, loads or misleads comes through clean(), guard() or render()."""

# ruff: noqa: E501

from html.parser import HTMLParser

import pytest
from bs4 import BeautifulSoup
from hypothesis import example, given, settings
from hypothesis import strategies as st

from articles.richtext import vocabulary
from articles.richtext.render import render
from articles.richtext.sanitizer import clean, guard, plain

PROBES = [
    "<script>alert(1)</script>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<img src=x onerror=alert(1)>",
    '<p onclick="alert(1)" onmouseover=alert(1)>a</p>',
    "<svg onload=alert(1)><script>alert(1)</script></svg>",
    "<svg><style><img src=x onerror=alert(1)></style></svg>",
    "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
    "<math><mi><table><mi><mglyph><style><a title=\"</style><img src onerror=alert(1)>\">",
    "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
    "<textarea><p title=\"</textarea><img src=x onerror=alert(1)>\">",
    "<title><p title=\"</title><img src=x onerror=alert(1)>\">",
    "<xmp><p title=\"</xmp><img src=x onerror=alert(1)>\">",
    "<style>@import 'https://evil.example/x.css';</style>",
    '<p style="background:url(https://evil.example/)">a</p>',
    "<![CDATA[<script>alert(1)</script>]]>",
    "<![CDATA[<!--]]><img src=x onerror=alert(1)>",
    "<p><![CDATA[</p><img src=x onerror=alert(1)>]]></p>",
    "<!--><img src=x onerror=alert(1)>-->",
    "<!-- --!><img src=x onerror=alert(1)> -->",
    "<!--{cke_protected}%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E-->",
    "<!--[if gte IE 4]><script>alert(1)</script><![endif]-->",
    '<p data-cke-realelement="%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E">a</p>',
    '<figure data-cke-widget-data="%7B%7D" data-image-id="1" onclick="x"><figcaption onfocus="x">a</figcaption></figure>',
    '<figure data-image-id="1\"><script>x</script>"></figure>',
    '<figure data-image-id="1"><figcaption><script>alert(1)</script><img src=x onerror=alert(1)>a</figcaption></figure>',
    '<figure data-image-id="1"><figcaption>&lt;script&gt;alert(1)&lt;/script&gt;</figcaption></figure>',
    '<figure class="x&quot; onload=&quot;alert(1)" data-image-id="1"></figure>',
    '<a href="javascript:alert(1)">a</a>',
    '<a href=" java\tscript:alert(1)">a</a>',
    '<a href="java&#10;script:alert(1)">a</a>',
    '<a href="&#1;javascript:alert(1)">a</a>',
    '<a href="java&Tab;script&colon;alert(1)">a</a>',
    '<a href="JaVaScRiPt:alert(1)">a</a>',
    '<a href="vbscript:x">a</a><a href="data:text/html,<script>alert(1)</script>">b</a>',
    '<a href="data:text/html;base64,PHNjcmlwdD4=">a</a>',
    '<a href="//evil.example/">a</a><a href="/\\evil.example/">b</a><a href="/&#9;/evil.example/">c</a>',
    '<a href="https:evil.example">a</a><a href="blob:https://x/y">b</a><a href="feed:javascript:x">c</a>',
    '<a href="/x" ping="https://evil.example/" download onclick=x>a</a>',
    '<a href="/x" target="evil">a</a><a href="/y" rel="opener" target="_blank">b</a>',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    '<iframe src="javascript:alert(1)"></iframe><embed src=x><object data=x></object>',
    '<form action="https://evil.example/"><input name=x><button formaction="javascript:alert(1)">a</button></form>',
    '<base href="https://evil.example/"><meta http-equiv="refresh" content="0;url=https://evil.example/">',
    '<link rel="stylesheet" href="https://evil.example/"><video src=x onerror=alert(1)><audio src=x onerror=alert(1)>',
    '<table background="javascript:alert(1)"><td background="x" onclick=alert(1)>a</table>',
    '<p id="content" name="cookie" class="site-header">a</p>',
    '<template><script>alert(1)</script></template><slot name=x></slot><dialog open>a</dialog>',
    '<details open ontoggle=alert(1)>a</details><marquee onstart=alert(1)>b</marquee>',
    "<p xmlns:x='x' x:onclick='alert(1)' autofocus tabindex=1 contenteditable>a</p>",
    "<p title='`onmouseover=alert(1)`'>``onmouseover=alert(1)</p>",
    "<p/onclick=alert(1)/>a<//p><img/src=x/onerror=alert(1)//",
    "&lt;script&gt;alert(1)&lt;/script&gt; &amp;lt;script&amp;gt;",
    "<plaintext><script>alert(1)</script>",
]  # fmt: skip


class _Strict(HTMLParser):
    """Reads a cleaned text with a parser of its own and holds every piece against the vocabulary."""

    def __init__(self):
        super().__init__()
        self.open = []

    def handle_starttag(self, tag, attrs):
        assert tag in vocabulary.tags(), tag
        if tag not in {"br", "hr"}:
            self.open.append(tag)
        assert len(dict(attrs)) == len(attrs)
        for name, value in attrs:
            if name == "class":
                assert set(value.split()) <= vocabulary.classes().get(tag, set())
            elif name == "rel":
                assert (tag, value) == ("a", vocabulary.LINK_REL)
            else:
                assert name in vocabulary.attributes().get(tag, set()), name
                assert vocabulary.VALUES[name].fullmatch(value), value

    def handle_startendtag(self, tag, attrs):
        raise AssertionError(f"<{tag}/>")

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_comment(self, data):
        raise AssertionError("comment")

    def handle_decl(self, decl):
        raise AssertionError("declaration")

    unknown_decl = handle_pi = handle_decl


def assert_harmless(html):
    parser = _Strict()
    parser.feed(html)
    parser.close()
    assert parser.open == []
    for link in BeautifulSoup(html, "html.parser").find_all("a", href=True):
        assert link["href"].lower().startswith(("http://", "https://", "mailto:", "tel:", "/"))
        assert not link["href"].startswith(("//", "/\\"))
        assert link["rel"] == ["noopener", "noreferrer"]


def assert_laid_out(html):
    """Words and figures stand where the structure has a place for them."""
    soup = BeautifulSoup(html, "html.parser")
    for child in soup.children:
        assert child.name in {"p", "h2", "h3", "ul", "ol", "blockquote", "figure", "table", "hr"}, child
    for paragraph in soup.find_all(["p", "h2", "h3", "li"]):
        assert paragraph.get_text().strip(" ") or paragraph.find(["ul", "ol"])
    for figure in soup.find_all("figure"):
        assert figure.parent is soup
        assert [child.name for child in figure.children] in ([], ["figcaption"])
    for caption in soup.find_all("figcaption"):
        assert caption.parent.name == "figure"
        assert caption.find(True) is None
        assert caption.get_text().strip(" ")


@pytest.mark.parametrize("probe", PROBES)
@pytest.mark.parametrize(
    "frame", ["{}", "<p>a</p>{}<p>b</p>", "<table><tr><td>{}</td></tr></table>", "<ul><li>{}</li></ul>"]
)
def test_probes_are_harmless(probe, frame):
    html = frame.format(probe)
    cleaned = clean(html)
    assert_harmless(cleaned)
    assert_laid_out(cleaned)
    assert clean(cleaned) == cleaned
    assert_harmless(guard(html))
    assert guard(cleaned) == cleaned
    assert_harmless(str(render(html)).replace(' class="figure"', ""))


TAGS = sorted(
    vocabulary.tags()
    | set(
        "div span b i img svg math style script template iframe form button textarea title noscript select option mglyph mtext "
        "mi annotation-xml foreignObject desc h1 h5 font center dl dt dd pre col colgroup tfoot section main o:p object".split()
    )
)
VALUES = [
    "1", "12", "0", "x", "_blank", "/x", "//x", "javascript:alert(1)", "java\tscript:x", "https://x.example/?a=<b>&c='d'", "data:x",
    "align-right", "align-right MsoNormal", "\"><script>x</script>", "a\u0301 \u00a0", "-->", "]]>",
]  # fmt: skip
ATTRIBUTES = [
    "href",
    "src",
    "class",
    "id",
    "style",
    "onclick",
    "onerror",
    "data-image-id",
    "target",
    "colspan",
    "scope",
    "srcdoc",
    "start",
]

tag_names = st.sampled_from(TAGS)
attributes = st.builds(
    lambda name, quote, value: f" {name}={quote}{value}{quote}",
    st.sampled_from(ATTRIBUTES), st.sampled_from(['"', "'", ""]), st.sampled_from(VALUES),
)  # fmt: skip
starts = st.builds(
    lambda tag, inside: f"<{tag}{''.join(inside)}>", tag_names, st.lists(attributes, max_size=3)
)
ends = tag_names.map(lambda tag: f"</{tag}>")
texts = st.sampled_from(
    [
        "Chợ phiên",
        " ",
        "\n",
        "&nbsp;",
        "&lt;b&gt;",
        "&amp;",
        "\u0301",
        "\u0338",
        "\u200b",
        "a",
        "<br>",
        "<hr>",
        "\x00",
        "\x0b",
        "\x85",
        "\ud83d",
    ]
) | st.text(max_size=6)
oddities = st.sampled_from(
    [
        "<!--",
        "-->",
        "<!-- x -->",
        "<![CDATA[",
        "]]>",
        "<?php",
        "?>",
        "</",
        "<",
        ">",
        "&#x",
        "&#0;",
        "&#x301;",
        "&#xd800;",
        "<!doctype html>",
        "--!>",
        "<p/",
    ]
)
figures = st.sampled_from(
    [
        '<figure data-image-id="7"><figcaption>Chú thích</figcaption></figure>',
        '<figure class="image"><img data-image-id="8" src="/x"><figcaption>Chú <b>thích</b></figcaption></figure>',
        '<figure data-image-id="9">',
        "<figure>",
        "</figure>",
        "<figcaption>",
    ]
)
hostile = st.lists(starts | ends | texts | oddities | figures, max_size=30).map("".join)


@settings(max_examples=200, deadline=None)
@given(hostile)
@example("<p>a<br>\u0301</p>")
@example("<ul><ul><li>a</ul></ul><figure data-image-id=1><figure></figure>b")
@example("<i id=1>x<p><table><a href=/x><td>y<figure data-image-id=2>")
def test_whatever_comes_is_harmless_laid_out_and_stable(html):
    cleaned = clean(html)
    assert_harmless(cleaned)
    assert_laid_out(cleaned)
    assert clean(cleaned) == cleaned
    assert guard(cleaned) == cleaned


words = st.lists(
    st.sampled_from("Chợ phiên Nà Thoang 2026 & < > \" ' 50% sông, Lĩnh.".split()), min_size=1, max_size=6
)


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from("p h2 h3 li td blockquote div b em a figcaption".split()), words),
        min_size=1,
        max_size=8,
    )
)
def test_the_words_of_benign_text_are_kept_in_order(passages):
    escaped = [
        (tag, " ".join(said).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
        for tag, said in passages
    ]
    markup = {
        "li": "<ul><li>{}</li></ul>",
        "td": "<table><tr><td>{}</td></tr></table>",
        "a": '<p><a href="/x">{}</a></p>',
        "figcaption": '<figure data-image-id="3"><figcaption>{}</figcaption></figure>',
    }
    html = "".join(markup.get(tag, f"<{tag}>{{}}</{tag}> ").format(text) for tag, text in escaped)
    assert plain(clean(html), captions=True).split() == [word for _tag, said in passages for word in said]
