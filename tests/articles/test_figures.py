"""Pictures on the reader's page: numbered over the whole story, with caption and credit, in sets, large on demand."""

import pytest

from articles.models import Status
from articles.typeset import typeset
from tests.factories import make_article, make_image, make_interview, picture_bytes
from tests.html import page, words

pytestmark = pytest.mark.django_db


def figure(image, caption="", *, gallery=False):
    inside = f"<figcaption>{caption}</figcaption>" if caption else ""
    return f'<figure data-image-id="{image.pk}"{" class=gallery" if gallery else ""}>{inside}</figure>'


@pytest.fixture
def pictures():
    colours = ("#4a6b5d", "#6b4a5d", "#5d4a6b", "#6b5d4a")
    return [
        make_image(picture_bytes(48, 32, colour=colour), caption=f"Lời {n}", credit="Đỗ Nhật Linh")
        for n, colour in enumerate(colours, 1)
    ]


def read(client, article):
    return page(client.get(article.get_absolute_url()))


def test_figures_are_numbered_over_all_answers_in_reading_order(client, pictures):
    one, two, three, _ = pictures
    interview = make_interview(
        turns=[
            ("Một?", f"<p>Đáp.</p>{figure(two)}<p>Tiếp.</p>"),
            ("Hai?", f"<p>Đáp.</p>{figure(one, 'Của bài này')}{figure(three)}"),
        ],
        status=Status.PUBLISHED,
    )
    shown = read(client, interview)
    assert shown.texts(".answer figcaption") == [
        "Ảnh 1. Lời 2 Ảnh: Đỗ Nhật Linh",
        "Ảnh 2. Của bài này Ảnh: Đỗ Nhật Linh",
        "Ảnh 3. Lời 3 Ảnh: Đỗ Nhật Linh",
    ]


def test_on_the_light_page_a_link_stands_for_every_picture(client, pictures):
    one, two, three, lead = pictures
    awaited = make_image(caption="Chờ ảnh")
    body = f"{figure(one)}{figure(two, gallery=True)}{figure(three, 'Của bài', gallery=True)}{figure(awaited)}"
    article = make_article(body=body, lead_image=lead, status=Status.PUBLISHED)
    light = page(client.get(article.get_light_url()))
    assert not light.has("img") and not light.has("picture")
    assert light.links("figure a") == [
        ("Xem ảnh", lead.file.url),
        ("Xem ảnh 1", one.file.url),
        ("Xem ảnh 1/2", two.file.url),
        ("Xem ảnh 2/2", three.file.url),
    ]
    credit = "Ảnh: Đỗ Nhật Linh"
    told = [f"Lời 4 {credit}", f"Lời 1 {credit}", f"Lời 2 {credit}", f"Của bài {credit}", "Chờ ảnh"]
    assert light.texts("figcaption") == told


def test_the_credit_stands_without_a_caption_and_a_lone_picture_without_a_number(client):
    image = make_image(picture_bytes(48, 32), caption="", credit="Đỗ Nhật Linh")
    article = make_article(body=f"<p>Chữ.</p>{figure(image)}", status=Status.PUBLISHED)
    assert read(client, article).texts(".prose figcaption") == ["Ảnh: Đỗ Nhật Linh"]


def test_a_row_of_pictures_is_one_set_with_places_of_its_own(client, pictures):
    one, two, three, four = pictures
    rows = [figure(image, gallery=True) for image in (one, two, three)]
    article = make_article(body=f"<p>Chữ.</p>{''.join(rows)}{figure(four)}", status=Status.PUBLISHED)
    shown = read(client, article)
    assert shown.one("photo-gallery")["aria-label"] == "Bộ ảnh, 3 ảnh"
    assert shown.texts(".gallery > li .figure-label") == ["Ảnh 1/3.", "Ảnh 2/3.", "Ảnh 3/3."]
    assert shown.texts(".prose > .figure .figure-label") == ["Ảnh 1."]


def test_words_between_pictures_part_their_set(client, pictures):
    one, two, three, _ = pictures
    body = f"{figure(one, gallery=True)}{figure(two, gallery=True)}<p>Chữ.</p>{figure(three, gallery=True)}"
    shown = read(client, make_article(body=body, status=Status.PUBLISHED))
    assert shown.texts(".gallery > li .figure-label") == ["Ảnh 1/2.", "Ảnh 2/2."]
    assert shown.texts(".prose > .figure .figure-label") == ["Ảnh 1."], "alone it is a picture like any other"


def test_what_cannot_be_shown_is_not_counted_in_a_set(client, pictures):
    awaited = make_image(caption="")
    body = "".join(figure(image, gallery=True) for image in (pictures[0], awaited, pictures[1]))
    shown = read(client, make_article(body=body, status=Status.PUBLISHED))
    assert shown.texts(".gallery > li .figure-label") == ["Ảnh 1/2.", "Ảnh 2/2."]


def test_a_set_is_stored_as_it_was_laid_out(pictures):
    body = "".join(figure(image, "Lời", gallery=True) for image in pictures[:2])
    article = make_article(body=f"<p>Trên.</p>{body}")
    article.refresh_from_db()
    one, two = (image.pk for image in pictures[:2])
    assert article.body == (
        f'<p>Trên.</p><figure data-image-id="{one}" class="gallery"><figcaption>Lời</figcaption></figure>'
        f'<figure data-image-id="{two}" class="gallery"><figcaption>Lời</figcaption></figure>'
    )


def test_a_picture_leads_to_its_large_file_and_says_so(client, pictures):
    image = pictures[0]
    article = make_article(
        lead_image=image, body=f"<p>Chữ.</p>{figure(pictures[1])}", status=Status.PUBLISHED
    )
    shown = read(client, article)
    links = shown.select("figure a")
    assert [link["href"] for link in links] == [image.file.url, pictures[1].file.url]
    assert all(words(link) == "Xem ảnh lớn" and link.img["alt"] == "Cần cẩu trên sông" for link in links)
    assert [("fetchpriority" in link.img.attrs, link.img.get("loading")) for link in links] == [
        (True, None),
        (False, "lazy"),
    ]
    assert all(link.img["width"] == "48" and link.img["height"] == "32" for link in links)


def test_the_scripts_of_pictures_come_only_where_there_are_some(client, pictures):
    bare = make_article(status=Status.PUBLISHED)
    told = make_article(body=f"<p>Chữ.</p>{figure(pictures[0])}", status=Status.PUBLISHED)
    assert not read(client, bare).has("photo-viewer")
    assert read(client, told).has("photo-viewer")


def test_twenty_pictures_cost_one_query_more_than_none(client, django_assert_num_queries, pictures):
    passages = list(make_article(body="<p>Chữ.</p>" + "".join(map(figure, pictures * 5))).passages())
    with django_assert_num_queries(1):
        assert typeset(passages)[1].pictures == 20


def test_the_desk_reads_one_text_without_numbers(client, pictures):
    from articles.typeset import typeset_text

    html = typeset_text(figure(pictures[0]) + "".join(figure(image, gallery=True) for image in pictures[1:3]))
    assert page(html).texts(".figure-label") == ["Ảnh 1/2.", "Ảnh 2/2."]
