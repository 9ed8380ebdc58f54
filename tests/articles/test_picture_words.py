"""What a story's pictures must say before it is published."""

import pytest

from articles.models import Exchange
from articles.picture_words import fault_of_alt
from articles.readiness import publishing_problems
from articles.richtext.sanitizer import figures
from tests.factories import make_article, make_image, make_interview, picture_bytes


@pytest.mark.parametrize(
    "alt",
    ["Ảnh 1", "ảnh 2.", "Hình", "Hình số 3", "Ảnh minh họa", "IMG_2041.JPG", "DSC 0042", "7", "cau-cu.png"],
)
def test_an_alt_text_that_tells_nothing_is_a_fault(alt):
    assert "không tả gì" in fault_of_alt(alt)


@pytest.mark.parametrize(
    "alt", ["Hợp long cầu Bến Lĩnh", "HỢP LONG CẦU BẾN LĨNH.", "Hop long cau Ben Linh - Ảnh 1."]
)
def test_an_alt_text_that_repeats_the_headline_is_a_fault(alt):
    assert "chép lại tít" in fault_of_alt(alt, headlines=["Tin khác", "Hợp long cầu Bến Lĩnh"])


@pytest.mark.parametrize(
    "alt",
    ["", "Ảnh bà Mận bên sạp vải", "Hai người đứng trên cầu", "Hình con trâu", "Cầu Bến Lĩnh lúc hợp long"],
)
def test_an_alt_text_that_tells_something_is_none(alt):
    assert fault_of_alt(alt, headlines=["Hợp long cầu Bến Lĩnh"]) == ""


def test_figures_are_read_with_their_captions():
    html = (
        '<p>Một.</p><figure data-image-id="7"><figcaption>Cầu &amp; sông</figcaption></figure>'
        '<figure data-image-id="3" class="gallery"></figure><p>Ảnh 1.</p>'
    )
    assert figures(html) == [(7, "Cầu & sông"), (3, "")]
    assert figures("<p>&lt;figure data-image-id=1&gt;</p>") == []


def problems(article):
    return [(str(problem), problem.field) for problem in publishing_problems(article) if "ảnh" in problem]


@pytest.mark.django_db
def test_every_picture_needs_caption_and_credit_where_it_stands(settings):
    bare = make_image(picture_bytes(20, 20), caption="", credit="", alt="")
    own = make_image(picture_bytes(20, 24), caption="", alt="")
    figure = f'<figure data-image-id="{bare.pk}"></figure>'
    article = make_interview(
        turns=[("Một?", f"<p>Đáp.</p>{figure}{figure}")], lead_image=own, lead_caption="Của bài này"
    )
    assert problems(article) == [
        ("1 ảnh chưa ghi nguồn.", "exchanges"),
        ("1 ảnh chưa có chú thích.", "exchanges"),
    ]
    Exchange.objects.update(answer=f'<figure data-image-id="{bare.pk}"><figcaption>Lời</figcaption></figure>')
    assert problems(article) == [("1 ảnh chưa ghi nguồn.", "exchanges")]
    settings.PICTURE_NEEDS = frozenset({"alt"})
    assert problems(article) == [("2 ảnh chưa có mô tả cho người không nhìn thấy ảnh.", "lead_image")]
    settings.PICTURE_NEEDS = frozenset()
    assert problems(article) == []


@pytest.mark.django_db
def test_a_picture_that_is_described_by_the_headline_keeps_a_story_back():
    image = make_image(picture_bytes(20, 20), alt="Hợp long cầu – Ảnh 1.")
    article = make_article(headline="Hợp long cầu", lead_image=image)
    assert problems(article) == [("1 ảnh có mô tả chép lại tít hoặc không tả gì.", "lead_image")]
