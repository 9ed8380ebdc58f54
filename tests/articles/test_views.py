"""Addresses and answers of the readers' pages: one address for each thing, and a plain 404 for what is none."""

from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from django.utils import timezone

from articles.models import Article, Byline, Correction, Placement, Status
from tests.factories import (
    make_article,
    make_author,
    make_comment,
    make_image,
    make_interview,
    make_person,
    make_section,
    make_topic,
    picture_bytes,
)
from tests.html import page

pytestmark = pytest.mark.django_db


@pytest.fixture
def story():
    return make_article(headline="Chợ phiên Nà Thoang", status=Status.PUBLISHED)


# ---------------------------------------------------------------- one address


@pytest.mark.parametrize("address", ["/thoi-su/cho-cu-{}/", "/muc-khac/cho-phien-na-thoang-{}/", "/x/y-{}/"])
def test_an_article_is_found_by_its_number_and_sends_to_its_one_address(client, story, address):
    response = client.get(address.format(story.pk))
    assert (response.status_code, response.headers["Location"]) == (301, story.get_absolute_url())


def test_the_light_page_sends_to_its_own_address(client, story):
    response = client.get(f"/nhe/muc-cu/ten-cu-{story.pk}/")
    assert (response.status_code, response.headers["Location"]) == (301, story.get_light_url())


def test_a_renamed_section_sends_on_and_so_do_its_articles_and_its_feed(client, story):
    old = story.get_absolute_url()
    section = story.section
    section.slug = "tin-trong-ngay"
    section.save()
    for address, target in (
        ("/thoi-su/", "/tin-trong-ngay/"),
        (old, f"/tin-trong-ngay/cho-phien-na-thoang-{story.pk}/"),
        ("/rss/chuyen-muc/thoi-su/", "/rss/chuyen-muc/tin-trong-ngay/"),
    ):
        response = client.get(address)
        assert (response.status_code, response.headers["Location"]) == (301, target)
        assert client.get(target).status_code == 200


def test_a_page_names_itself_as_the_one_address(client, story, settings):
    response = client.get(f"{story.get_absolute_url()}?utm_source=x")
    assert page(response).link("canonical") == f"{settings.SITE_URL}{story.get_absolute_url()}"


def test_a_foreign_host_is_refused(client, story):
    for headers in ({"Host": "ke-gian.example"}, {"Host": "127.0.0.1:8000@ke-gian.example"}):
        response = client.get(story.get_absolute_url(), headers=headers)
        assert response.status_code == 400
        assert "ke-gian" not in response.content.decode()


def test_a_forwarded_host_is_not_believed(client, story):
    shown = client.get(story.get_absolute_url(), headers={"X-Forwarded-Host": "ke-gian.example"})
    assert "ke-gian" not in shown.content.decode()
    assert "ke-gian" not in client.get("/rss/", headers={"X-Forwarded-Host": "ke-gian.example"}).content.decode()


@pytest.mark.parametrize("address", ["//evil.example/", "/\\evil.example/", "///evil.example", "/\t/evil.example/"])
def test_no_address_redirects_to_another_site(client, address):
    # The test client would take "//host" for a host.
    response = client.get("/", PATH_INFO=address)
    assert response.status_code in (301, 404)
    assert not response.headers.get("Location", "/").startswith(("//", "http", "/\\"))


# ---------------------------------------------------------------- what is no address


@pytest.mark.parametrize(
    "address",
    [
        "/thoi-su/x-0/",
        "/thoi-su/x-01/",
        "/thoi-su/x-999999999/",
        "/thoi-su/x-999999999999999999/",
        "/thoi-su/x-99999999999999999999999999999999/",
        "/thoi-su/x-１２/",
        "/thoi-su/x-12abc/",
        "/thoi-su/-12/",
        "/nhe/thoi-su/x-99999999999999999999/",
        "/binh-luan/0/",
        "/binh-luan/99999999999999999999/",
        "/binh-luan/１/",
        "/binh-luan/1abc/",
        "/khong-co/",
        "/chu-de/khong-co/",
        "/tac-gia/khong-co/",
        "/nhan-vat/khong-co/",
        "/rss/chuyen-muc/khong-co/",
        "/rss/chu-de/khong-co/",
        "/rss/tac-gia/khong-co/",
        "/sitemap-muc-khong-co.xml",
        "/wp-login.php",
        "/%00/",
        "/thoi-su/%00/",
        "/%FF%FE/",
        f"/{'a' * 5000}/",
        "/media/",
        "/media/%00",
        "/media/../newsroom/settings.py",
        "/media/anh/ab/khong-co.jpg",
        f"/media/{'a' * 5000}.jpg",
        f"/media/anh/ab/{'a' * 300}.jpg",
        "/media/anh/ab/0123456789abcdef.jpg",
    ],
)
def test_what_is_no_address_is_a_plain_404(client, address):
    response = client.get(address)
    assert response.status_code == 404
    assert page(response).text("h1") == "Không tìm thấy trang"


@pytest.mark.parametrize("address", ["/", "/thoi-su/", "/chu-de/cau-ben-linh-2/", "/tac-gia/hoang-minh-khue/"])
@pytest.mark.parametrize(
    "number",
    ["0", "2", "-1", "1.0", "01", "0000010", "１", "²", "1e3", "", "x", " 1", "1\n", "9" * 5000, "000001" + "0" * 5000],
)
def test_a_page_that_is_not_there_is_404(client, address, number):
    make_topic()
    make_article(status=Status.PUBLISHED, topics=[make_topic()])
    response = client.get(address, {"trang": number})
    # The front page has one page, and does not look at the number.
    assert response.status_code == (200 if address == "/" else 404)


def test_a_404_does_not_repeat_what_was_asked(client):
    scam = "goi-ngay-0900000000-de-nhan-thuong"
    body = client.get(f"/{scam}/", {"q": scam}).content.decode()
    assert scam not in body


def test_the_404_has_the_papers_face(client):
    make_section()
    shown = page(client.get("/khong-co-trang-nay/"))
    assert ("Thời sự", "/thoi-su/") in shown.links("nav a[href]")
    assert shown.meta("robots") == "noindex"


def test_a_withdrawn_article_says_so_with_410(client):
    article = make_article(status=Status.WITHDRAWN)
    for address in (article.get_absolute_url(), article.get_light_url()):
        response = client.get(address)
        assert response.status_code == 410
        assert page(response).text("h1") == "Bài đã được gỡ"


def test_posting_to_a_page_that_takes_nothing_is_refused_in_vietnamese(story):
    from django.test import Client

    response = Client(enforce_csrf_checks=True).post(story.get_absolute_url(), {"x": "1"})
    assert response.status_code == 405
    assert response.content.decode() == "Địa chỉ này không nhận yêu cầu kiểu ấy."


# ---------------------------------------------------------------- lists


def many(count, **overrides):
    now = timezone.now()
    return [
        make_article(
            headline=f"Tin thứ {number}",
            status=Status.PUBLISHED,
            published_at=now - timedelta(minutes=number),
            **overrides,
        )
        for number in range(count)
    ]


@pytest.mark.parametrize("address", ["/thoi-su/", "/chu-de/cau-ben-linh-2/", "/tac-gia/hoang-minh-khue/"])
def test_lists_go_from_the_newest_by_twenty(client, address):
    many(45, topics=[make_topic()])
    seen = []
    for number in (1, 2, 3):
        seen += page(client.get(address, {"trang": number})).texts("article .card-headline")
    assert seen == [f"Tin thứ {number}" for number in range(45)]
    assert client.get(address, {"trang": 4}).status_code == 404


def test_a_page_of_a_list_leads_to_the_next_and_back(client):
    many(45)
    shown = page(client.get("/thoi-su/", {"trang": 2}))
    assert [address for _, address in shown.links(".pages a[href]")] == ["?trang=1", "?trang=3"]


def test_articles_of_one_moment_keep_one_order(client):
    now = timezone.now() - timedelta(hours=1)
    articles = [make_article(status=Status.PUBLISHED, published_at=now) for _ in range(25)]
    seen = []
    for number in (1, 2):
        seen += page(client.get("/thoi-su/", {"trang": number})).texts("article .card-headline")
    assert seen == [article.headline for article in reversed(articles)]


def test_an_author_of_two_roles_has_the_article_once(client):
    author = make_author()
    article = make_article(status=Status.PUBLISHED, author=author)
    Byline.objects.create(article=article, author=author, role=Byline.Role.PHOTOGRAPHS)
    assert page(client.get(author.get_absolute_url())).texts(".card-headline") == [article.headline]
    assert client.get(f"/rss/tac-gia/{author.slug}/").content.count(b"<item>") == 1


# ---------------------------------------------------------------- the front page


def test_an_empty_paper_says_so(client):
    assert "đang được chuẩn bị" in page(client.get("/")).text("main")


def test_a_paper_without_pictures_still_has_a_first_story(client):
    newest = many(3)[0]
    shown = page(client.get("/"))
    assert shown.texts(".front-lead .card-headline") == [newest.headline]
    assert "đang được chuẩn bị" not in shown.text("main")


def test_nothing_stands_twice_on_the_front_page(client):
    image = make_image(picture_bytes())
    articles = many(12, lead_image=image) + [make_interview(status=Status.PUBLISHED) for _ in range(3)]
    Placement.objects.create(article=articles[3], slot=Placement.Slot.LEAD)
    shown = page(client.get("/")).texts(".card-headline")
    assert len(shown) == len(set(shown)) == 15
    assert shown[0] == articles[3].headline


def test_a_pin_holds_for_its_time_alone(client):
    image, now = make_image(picture_bytes()), timezone.now()
    newest, pinned = many(2, lead_image=image)
    pin = Placement.objects.create(article=pinned, starts_at=now + timedelta(hours=1))
    assert page(client.get("/")).texts(".front-lead .card-headline") == [newest.headline]
    Placement.objects.filter(pk=pin.pk).update(starts_at=now - timedelta(hours=2))
    assert page(client.get("/")).texts(".front-lead .card-headline") == [pinned.headline]
    Placement.objects.filter(pk=pin.pk).update(ends_at=now - timedelta(hours=1))
    assert page(client.get("/")).texts(".front-lead .card-headline") == [newest.headline]


# ---------------------------------------------------------------- one article


def test_the_time_is_written_as_the_paper_writes_it(client):
    at = timezone.datetime.fromisoformat("2021-01-15T17:26:00+07:00")
    article = make_article(status=Status.PUBLISHED, published_at=at)
    node = page(client.get(article.get_absolute_url())).one(".article-when time")
    assert (node["datetime"], node.get_text()) == ("2021-01-15T17:26:00+07:00", "Thứ Sáu, 17:26 15/01/2021")


def test_related_stories_are_of_the_section_and_not_the_story_itself(client):
    first, *others = many(7)
    elsewhere = make_article(status=Status.PUBLISHED, section=make_section("Văn hóa"))
    shown = page(client.get(first.get_absolute_url())).texts(".related .card-headline")
    assert shown == [article.headline for article in others[:4]]
    assert elsewhere.headline not in shown


def test_a_correction_stands_under_the_story(client, story):
    Correction.objects.create(article=story, wrong="12 hộ", right="21 hộ", published_at=timezone.now())
    shown = page(client.get(story.get_absolute_url()))
    assert shown.texts("#dinh-chinh dd") == ["12 hộ", "21 hộ"]
    assert shown.links(".correction-banner a") == [("Đọc nội dung", f"#{shown.one('.correction')['id']}")]


def test_a_picture_that_awaits_its_file_leaves_its_caption(client):
    image = make_image(caption="")
    body = f'<p>Chữ.</p><figure data-image-id="{image.pk}"><figcaption>Đoàn thuyền cá lồng</figcaption></figure>'
    article = make_article(status=Status.PUBLISHED, body=body, lead_image=image)
    shown = page(client.get(article.get_absolute_url()))
    assert shown.texts("article figcaption") == ["Đoàn thuyền cá lồng"]
    assert not shown.has("article img") and "thiếu ảnh" not in shown.text("article").lower()


def test_pictures_are_offered_in_their_own_widths_with_caption_and_credit(client):
    image = make_image(picture_bytes(1000, 600), caption="Nhịp giữa", credit="Nông Thanh Tùng")
    article = make_article(status=Status.PUBLISHED, body=f'<p>Chữ.</p><figure data-image-id="{image.pk}"></figure>')
    shown = page(client.get(article.get_absolute_url()))
    widths = [
        [part.split()[1] for part in source["srcset"].split(", ")] for source in shown.select("article source")
    ]
    assert widths == [["400w", "800w"], ["400w", "800w", "1000w"]]
    assert [source.get("media", "") for source in shown.select("article source")] == ["(max-width: 40rem)", ""]
    assert shown.texts("article figcaption") == ["Nhịp giữa Ảnh: Nông Thanh Tùng"]
    node = shown.one("article img")
    assert (node["width"], node["height"], node["alt"]) == ("1000", "600", image.alt)


def test_every_picture_of_a_page_is_served(client, settings):
    image = make_image(picture_bytes(1000, 600))
    article = make_article(status=Status.PUBLISHED, lead_image=image)
    shown = page(client.get(article.get_absolute_url()))
    sets = [node["srcset"] for node in shown.select("article source[srcset], article img[srcset]")]
    addresses = {part.split()[0] for each in sets for part in each.split(", ")}
    assert len(addresses) == 5
    for address in [*addresses, shown.one("article img")["src"], urlsplit(shown.meta("og:image")).path]:
        response = client.get(address)
        assert response.status_code == 200, address
        assert response.headers["Content-Type"] in ("image/webp", "image/jpeg")
        assert b"".join(response.streaming_content)


HOSTILE = '"><script>alert(1)</script>&\'{{7*7}}</title>'


def test_nothing_anybody_typed_runs(client):
    author, person = make_author(f"Tác giả {HOSTILE}"), make_person(f"Nhân vật {HOSTILE}", honorific="<b>")
    section, topic = make_section(f"Mục {HOSTILE}"), make_topic(f"Chủ đề {HOSTILE}")
    image = make_image(picture_bytes(), caption=HOSTILE, alt=HOSTILE, credit=HOSTILE)
    article = make_interview(
        turns=[(HOSTILE, f"<p>{HOSTILE}</p><figure data-image-id='{image.pk}'></figure>"), (HOSTILE, "")],
        **dict.fromkeys(["headline", "standfirst", "kicker", "dateline", "lead_caption"], HOSTILE),
        **{"author": author, "person": person, "section": section, "topics": [topic], "lead_image": image},
        status=Status.PUBLISHED,
    )
    Correction.objects.create(article=article, wrong=HOSTILE, right=HOSTILE, published_at=timezone.now())
    make_comment(article, name=HOSTILE[:60], place=HOSTILE, text=HOSTILE, status="approved")
    for address in (
        *("/", section.get_absolute_url(), topic.get_absolute_url(), author.get_absolute_url()),
        *(person.get_absolute_url(), article.get_absolute_url(), article.get_light_url(), f"/binh-luan/{article.pk}/"),
    ):
        response = client.get(address)
        assert response.status_code == 200, address
        scripts = page(response).select('script:not([type="application/ld+json"])')
        assert [node for node in scripts if node.get_text() or not node["src"].startswith("/static/")] == [], address
        assert "49" not in page(response).title()


def test_the_person_page_keeps_the_office_held_then(client):
    person = make_person()
    Article.objects.all().delete()
    then = make_interview(person=person, status=Status.PUBLISHED, published_at=timezone.now() - timedelta(days=900))
    today = make_interview(person=person, status=Status.PUBLISHED)
    then.interviewees.update(office="Kỹ sư trưởng")
    shown = page(client.get(person.get_absolute_url()))
    assert shown.texts(".record-office") == ["Giám đốc Ban quản lý dự án", "Kỹ sư trưởng"]
    assert shown.texts(".record-headline") == [today.headline, then.headline]


def test_the_person_page_quotes_this_person_alone(client):
    from articles.models import Exchange, Interviewee

    article = make_interview(status=Status.PUBLISHED)
    other = Interviewee.objects.create(article=article, person=make_person("Bế Thị Na", "Bà"))
    Exchange.objects.create(article=article, position=2, answered_by=other, answer="<p>Lời của bà Na.</p>")
    shown = page(client.get("/nhan-vat/luong-van-thanh/")).text("main")
    assert "Tiến độ đúng hẹn." in shown and "Lời của bà Na." not in shown
