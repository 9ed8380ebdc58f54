from django.utils.html import format_html
from django.utils.safestring import SafeString

from articles.richtext.render import render
from articles.richtext.sanitizer import clean

FIGURE = '<figure data-image-id="{}"><figcaption>{}</figcaption></figure>'


def drawn(image_id, caption):
    return format_html(
        '<figure class="figure"><img src="/{}.webp" alt=""><figcaption>{}</figcaption></figure>',
        image_id,
        caption,
    )


def test_figures_are_drawn_by_the_caller_in_reading_order():
    asked = []

    def figure(image_id, caption):
        asked.append((image_id, caption))
        return drawn(image_id, caption)

    html = clean(
        "<p>Trước</p>"
        + FIGURE.format(12, "Cầu &amp; &lt;sông&gt;")
        + "<p>Giữa &lt;b&gt;</p>"
        + '<figure data-image-id="3"></figure>'
    )
    page = render(html, figure)
    assert asked == [(12, "Cầu & <sông>"), (3, "")]
    assert isinstance(page, SafeString)
    assert page == (
        '<p>Trước</p><figure class="figure"><img src="/12.webp" alt="">'
        "<figcaption>Cầu &amp; &lt;sông&gt;</figcaption></figure>"
        '<p>Giữa &lt;b&gt;</p><figure class="figure"><img src="/3.webp" alt=""><figcaption></figcaption></figure>'
    )


def test_an_unknown_image_leaves_its_caption_and_without_one_nothing():
    html = clean(FIGURE.format(1, "Cầu &amp; sông") + '<figure data-image-id="2"></figure><p>Hết</p>')
    alone = '<figure class="figure"><figcaption>Cầu &amp; sông</figcaption></figure><p>Hết</p>'
    assert render(html) == alone
    assert render(html, lambda image_id, caption: None) == alone
    assert render(html, lambda image_id, caption: "") == alone


def test_html_the_caller_did_not_vouch_for_is_escaped():
    assert (
        render(FIGURE.format(1, "x"), lambda image_id, caption: f"<b>{caption}</b>") == "&lt;b&gt;x&lt;/b&gt;"
    )


def test_a_row_written_past_the_field_is_harmless_on_the_page():
    page = render(
        '<p onclick="x">a</p><script>b</script>'
        '<figure data-image-id="1"><figure data-image-id="2"><p>c</p><figcaption>d'
        '<img src=x onerror=y></figcaption></figure></figure><figure data-image-id="x" onload="y">e</figure>',
        drawn,
    )
    assert page == (
        '<p>a</p><figure class="figure"><img src="/1.webp" alt=""><figcaption>cd</figcaption></figure>'
        '<figure class="figure"><figcaption>e</figcaption></figure>'
    )


def test_text_without_figures_passes_as_it_is():
    html = clean('<p>Giá &lt;figure&gt; <a href="/x?a=1&amp;b=2">tin</a></p><ul><li>x</li></ul>')
    assert render(html) == html


def test_markup_in_an_address_is_no_figure():
    html = clean('<p><a href="/?q=<figure data-image-id=1>">tin</a></p><figure data-image-id="2"></figure>')
    assert render(html, drawn).count("<figure") == 1
