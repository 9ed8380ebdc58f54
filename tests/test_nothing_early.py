"""Nothing unpublished is reachable: every standing of a story, on every public address, for everybody.

One interview for each standing, every field of it filled with words that occur nowhere else; beside them one that
readers see, so that no empty page passes. The addresses come from the resolver: a new one without a row here fails.
"""

import hashlib
import re
from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import get_resolver
from django.utils import timezone

from articles import previews, refreshing, signoff, workflow
from articles.models import Article, Correction, Exchange, Placement, Status
from articles.policy import Role
from articles.snapshot import keep_revision
from articles.streams import keep_streams
from comments.models import Comment, CommentKind, CommentStatus
from comments.policy import CommentRole
from tests.factories import (
    make_announcement,
    make_author,
    make_comment,
    make_image,
    make_interview,
    make_person,
    make_topic,
    make_user,
    picture_bytes,
)
from tests.html import page

pytestmark = pytest.mark.django_db

HIDDEN, SHOWN = "khuatlap", "congbo"  # no page of the paper says either of itself
HOUR = timedelta(hours=1)
TODAY = timezone.localdate()
DESK = ("draft", "draft with a time", "in review", "ready", "returned")
STANDINGS = (*DESK, "scheduled", "embargoed", "expired", "withdrawn", "trashed", "erased")
# Where nothing of it is told any more, not even the invitation to ask its guest.
OVER = ("expired", "withdrawn", "trashed", "erased")
GONE = ("expired", "withdrawn")  # readers saw it: 410, not 404


@dataclass
class Told:
    """An interview with all that may hang on one. links: addresses that are themselves the key, by name."""

    article: Article
    files: list = field(default_factory=list)
    links: dict = field(default_factory=dict)
    correction: Correction = None


def tell(word, chief, topic, author, colour):
    """A draft that says `word` wherever it says anything, in the topic and under the author of all of them."""
    pictures = [
        make_image(picture_bytes(48, 36, "PNG", f"#{colour:02x}{number}0{number}0"), caption=f"{word} kho ảnh",
                   alt=f"{word} mô tả", credit=f"{word} nguồn")
        for number in (1, 2, 3)
    ]  # fmt: skip
    lead, in_answer, portrait = pictures
    figure = f'<figure data-image-id="{in_answer.pk}"><figcaption>{word} chú thích</figcaption></figure>'
    article = make_interview(
        [(f"{word} câu hỏi?", f"<p>{word} trả lời.</p>{figure}"), (f"{word} lời cảm ơn.", "")],
        headline=f"{word} tít",
        kicker=f"{word} tiêu mục",
        standfirst=f"{word} sapo",
        dateline=f"{word} nơi viết",
        body=f"<p>{word} lời dẫn</p>",
        lead_image=lead,
        lead_caption=f"{word} chú thích chính",
        unplaced=f"{word} chưa xếp",
        person=make_person(f"{word} nhân vật", portrait=portrait),
        topics=[topic],
        author=author,
    )
    article.interviewees.update(label=f"{word} nhãn", office=f"{word} chức vụ")
    Placement.objects.create(article=article, slot=Placement.Slot.LEAD)
    Placement.objects.create(article=article, slot=Placement.Slot.SECTION, section=article.section)
    make_comment(article, text=f"{word} ý kiến", name=f"{word} bạn đọc", status=CommentStatus.APPROVED)
    correction = Correction.objects.create(
        article=article,
        piece=f"{word} bài nào",
        wrong=f"{word} sai",
        right=f"{word} đúng",
        apology=f"{word} xin lỗi",
        requested_by=f"{word} người yêu cầu",
    )
    keep_revision(article, by=chief, note=f"{word} ghi chú")
    guest = article.interviewees.get()
    links = {
        "preview": previews.invite(article, by=chief, reader=f"{word} người nhận", days=1).path,
        "sign_off": signoff.invite(guest, by=chief).path,
    }
    return Told(article, [picture.file.name for picture in pictures], links, correction)


def bring_into(standing, told, chief):
    now = timezone.now()
    article = told.article
    out = {"status": Status.PUBLISHED, "published_at": now - 2 * HOUR}
    fields = {
        "draft": {},
        "draft with a time": {"published_at": now - HOUR},
        "in review": {"status": Status.IN_REVIEW, "published_at": now - HOUR},
        "ready": {"status": Status.READY, "published_at": now - HOUR},
        "returned": out,
        "scheduled": out | {"published_at": now + HOUR},
        "embargoed": out | {"embargo_until": now + HOUR},
        "expired": out | {"unpublish_at": now - HOUR},
        "withdrawn": out,
        "trashed": {"trashed_at": now - HOUR},
        "erased": {"trashed_at": now - HOUR, "erased_at": now - HOUR},
        "public": out,
    }[standing]
    Article.objects.filter(pk=article.pk).update(**fields)
    article.refresh_from_db()
    keep_streams(article)
    if standing in ("withdrawn", "returned"):
        workflow.withdraw(article, by=chief, reason=f"{HIDDEN} lý do")
        refreshing.deliver()
    if standing == "returned":
        workflow.return_to_writer(article, by=chief, reason=f"{HIDDEN} viết lại")
    article.refresh_from_db()


@dataclass
class Paper:
    hidden: dict
    shown: Told
    chief: object


@pytest.fixture
def paper():
    chief, topic, author = make_user(Role.CHIEF_EDITOR), make_topic(), make_author()
    hidden = {}
    for number, standing in enumerate(STANDINGS):
        told = hidden[standing] = tell(f"{HIDDEN}{number}", chief, topic, author, 10 + number)
        make_announcement(told.article, title=f"Mời hỏi {number}", invitation=f"Lời mời {number}")
        told.article.announcement.guests.clear()  # named by the desk one by one; here nobody is, yet
        bring_into(standing, told, chief)
    shown = tell(SHOWN, chief, topic, author, 99)
    bring_into("public", shown, chief)
    return Paper(hidden, shown, chief)


# ---------------------------------------------------------------- the addresses

# Pages that are the same whatever story is asked for.
SHARED = {
    "healthz": ["/healthz"],
    "favicon": ["/favicon.ico"],
    "manifest": ["/manifest.webmanifest"],
    "security": ["/.well-known/security.txt"],
    "comments:rules": ["/quy-dinh-binh-luan/"],
    "articles:home": ["/"],
    "articles:section": ["/thoi-su/", "/thoi-su/?trang=2"],
    "articles:topic": ["/chu-de/cau-ben-linh-2/"],
    "articles:author": ["/tac-gia/hoang-minh-khue/"],
    "articles:corrections": ["/cai-chinh/"],
    # Words of all of them, hidden ones too; a word of theirs alone would be repeated as what was typed.
    "articles:search": ["/tim-kiem/?q=tra+loi", "/tim-kiem/?q=trả+lờii"],
    "read": ["/luu-tru/da-doc/1/"],
    "articles:most_read": ["/luu-tru/doc-nhieu/"],
    "articles:archive": ["/luu-tru/"],
    "articles:archive_month": [f"/luu-tru/{TODAY:%Y/%m}/"],
    "articles:archive_day": [f"/luu-tru/{TODAY:%Y/%m/%d}/"],
    "articles:rss": ["/rss/"],
    "articles:rss_corrections": ["/rss/cai-chinh/"],
    "articles:rss_section": ["/rss/chuyen-muc/thoi-su/"],
    "articles:rss_topic": ["/rss/chu-de/cau-ben-linh-2/"],
    "articles:rss_author": ["/rss/tac-gia/hoang-minh-khue/"],
    "articles:sitemap": ["/sitemap.xml"],
    "articles:sitemap_news": ["/sitemap-news.xml"],
    "articles:sitemap_questions": ["/sitemap-cau-hoi.xml"],
    "articles:sitemap_corrections": ["/sitemap-cai-chinh.xml"],
    "articles:sitemap_archive": ["/sitemap-luu-tru.xml"],
    # The month of what came out two hours ago.
    "articles:sitemap_month": [f"/sitemap-{timezone.localdate(timezone.now() - 2 * HOUR):%Y-%m}.xml"],
    "articles:sitemap_section": ["/sitemap-muc-thoi-su.xml"],
    "articles:robots": ["/robots.txt"],
}
# Pages about one story: a function from what is Told to their addresses.
OWN = {
    "comments:comments": lambda told: [
        f"/binh-luan/{told.article.pk}/",
        f"/binh-luan/{told.article.pk}/?tra-loi={told.article.comments.first().pk}",
        f"/binh-luan/{told.article.pk}/?trang=2",
    ],
    "comments:comment": lambda told: [
        f"/binh-luan/{told.article.pk}/y-kien/{told.article.comments.first().pk}/"
    ],
    "comments:report": lambda told: [
        f"/binh-luan/{told.article.pk}/bao-cao/{told.article.comments.first().pk}/"
    ],
    "comments:reported": lambda told: [f"/binh-luan/{told.article.pk}/bao-cao/da-gui/"],
    "comments:like": lambda told: [f"/binh-luan/{told.article.pk}/thich/"],
    "comments:sent": lambda told: [f"/binh-luan/{told.article.pk}/da-gui/"],
    "comments:questions": lambda told: [f"/cau-hoi/{told.article.pk}/"],
    "comments:question_sent": lambda told: [f"/cau-hoi/{told.article.pk}/da-gui/"],
    "articles:person": lambda told: [told.article.interviewees.get().person.get_absolute_url()],
    "articles:correction": lambda told: [told.correction.get_absolute_url()],
    "articles:light": lambda told: [told.article.get_light_url(), f"/nhe/thoi-su/khac-{told.article.pk}/"],
    "articles:article": lambda told: [told.article.get_absolute_url(), f"/thoi-su/khac-{told.article.pk}/"],
}
# Addresses that are themselves a key: asked with a link that was given out, in tests of their own below.
KEYS = {
    "articles:preview": "preview",
    "articles:sign_off": "sign_off",
    "xem-truoc/<path:rest>": "preview",
    "duyet-loi/<path:rest>": "sign_off",
    "media": "a picture's file",
}
# Where the public story must be named: a walk over empty pages would find nothing, too.
NAMES_THE_PUBLIC_ONE = set(OWN) - {"articles:correction", "comments:questions", "comments:question_sent"} | {
    f"articles:{name}"
    for name in (
        *("home", "section", "topic", "author", "search", "rss", "rss_section", "rss_topic", "rss_author"),
        *("sitemap_news", "sitemap_month"),
    )
}
# Of these a second address says less than the first.
FIRST_ADDRESS_ONLY = {"articles:section", "articles:search", "comments:comments"}
ODD_QUERY = "status=draft&preview=1&published=0&_connector=OR&author__password__startswith=a&order=asc"


def public_patterns(resolver=None, namespace=""):
    """The name of every address outside the desk, its route where it has none."""
    for pattern in (resolver or get_resolver()).url_patterns:
        if str(pattern.pattern) == "admin/":
            continue
        if hasattr(pattern, "url_patterns"):
            yield from public_patterns(pattern, f"{pattern.namespace}:" if pattern.namespace else namespace)
        else:
            yield f"{namespace}{pattern.name}" if pattern.name else str(pattern.pattern)


def test_every_public_address_has_its_row():
    assert set(public_patterns()) == set(SHARED) | set(OWN) | set(KEYS)


def leaks(response, paper, told=None):
    """What of the hidden stories (of one, where `told` says which) stands in a response, headers included."""
    body = b"".join(response.streaming_content) if response.streaming else response.content
    said = f"{body.decode()} {response.headers}"
    stories = [told] if told else paper.hidden.values()
    files = [name.rsplit(".", 1)[0] for story in stories for name in story.files]
    return sorted({*re.findall(rf"{HIDDEN}[^<\"]{{0,20}}", said), *(name for name in files if name in said)})


def everywhere(paper):
    """(what it is, address) of every public page: the shared ones and each story's own."""
    yield from ((name, address) for name, addresses in SHARED.items() for address in addresses)
    for told in (*paper.hidden.values(), paper.shown):
        yield from ((name, address) for name, of in OWN.items() for address in of(told))


def test_nobody_finds_a_word_or_a_picture_of_it_anywhere(client, paper):
    found = {}
    for _, address in everywhere(paper):
        for asked in (address, f"{address}{'&' if '?' in address else '?'}{ODD_QUERY}"):
            if leak := leaks(client.get(asked), paper):
                found[asked] = leak
    assert found == {}


# What changes by the second, whoever asks.
CLOCK = re.compile(rb'name="token" value="[^"]*"|<lastBuildDate>[^<]*')


def test_whoever_is_logged_in_gets_what_anonymous_readers_get(client, paper):
    known = {role: Client() for role in (*Role, *CommentRole, None, "superuser")}
    for role, reader in known.items():
        reader.force_login(make_user(role))

    def told(reader, address):
        response = reader.get(address)
        return response.status_code, CLOCK.sub(b"", response.content)

    different = []
    for address in [each for _, each in everywhere(paper)]:
        anonymous = told(client, address)
        different += [(role, address) for role, reader in known.items() if told(reader, address) != anonymous]
    assert different == []


def test_the_public_story_is_named_where_a_hidden_one_would_be(client, paper):
    missing = []
    for name in NAMES_THE_PUBLIC_ONE:
        addresses = SHARED[name] if name in SHARED else OWN[name](paper.shown)
        for address in addresses[:1] if name in FIRST_ADDRESS_ONLY else addresses:
            response = client.get(address, follow=True)
            if response.status_code != 200 or SHOWN not in response.content.decode():
                missing.append(address)
    assert missing == []
    own = client.get(paper.shown.article.get_absolute_url()).content.decode()
    for word in ("tít", "tiêu mục", "sapo", "lời dẫn", "chú thích chính", "câu hỏi", "trả lời", "chú thích", "nhãn",
                 "chức vụ", "ý kiến", "mô tả"):  # fmt: skip
        assert f"{SHOWN} {word}" in own, word
    assert all(name in own for name in paper.shown.files)
    # Not even of a public one: what waits for its publication, what the desk keeps to itself.
    for word in ("chưa xếp", "đúng", "ghi chú", "người nhận", "người yêu cầu"):
        assert f"{SHOWN} {word}" not in own, word


def test_its_own_addresses_say_no_more_than_that_it_is_gone(client, paper):
    wrong = {}
    for standing, told in paper.hidden.items():
        gone = 410 if standing in GONE else 404
        asked = (
            200 if standing not in OVER else gone
        )  # its readers were invited to ask, in words of their own
        expected = dict.fromkeys(OWN, gone) | {"comments:questions": asked, "comments:question_sent": asked}
        expected |= {"articles:person": 404, "articles:correction": 404}
        for name, of in OWN.items():
            for address in of(told):
                response = client.get(address)
                invited = name.startswith("comments:question") and asked == 200
                if (
                    response.status_code != expected[name]
                    or ("Mời hỏi" in response.content.decode()) != invited
                ):
                    wrong[address] = (standing, response.status_code)
    assert wrong == {}


def test_nothing_is_taken_for_it_and_nothing_typed_is_lost(client, paper):
    before, sent = Comment.objects.count(), {"name": "Bạn đọc", "text": "Tôi đã viết rất lâu", "token": "x"}
    for standing, told in paper.hidden.items():
        # Questions to a guest still to be asked are taken: tests/comments/test_questions.py.
        for door in ("binh-luan", "cau-hoi") if standing in OVER else ("binh-luan",):
            address = f"/{door}/{told.article.pk}/"
            response = client.post(address, sent, headers={"Sec-Fetch-Site": "same-origin"})
            assert response.status_code == (410 if standing in GONE else 404), (standing, address)
            assert leaks(response, paper) == []
            if standing in GONE:
                assert "Tôi đã viết rất lâu" in page(response).text(".form-errors")
    assert Comment.objects.count() == before


# ---------------------------------------------------------------- links given out


def test_a_preview_link_opens_only_what_is_still_to_come(client, paper):
    opened = []
    for standing, told in paper.hidden.items():
        response = client.get(told.links["preview"])
        assert "no-store" in response.headers["Cache-Control"]
        if response.status_code == 404:
            assert leaks(response, paper) == []
            continue
        opened.append(standing)
        assert page(response).text("h1") == told.article.headline
        # Its reader sees the story: no other one, neither what readers of the paper wrote nor what the desk keeps.
        word = told.article.headline.split()[0]
        assert {re.split("[ -]", leak)[0] for leak in leaks(response, paper) if leak.startswith(HIDDEN)} == {
            word
        }
        body = response.content.decode()
        assert not [kept for kept in ("ý kiến", "đúng", "ghi chú", "chưa xếp") if f"{word} {kept}" in body]
    assert opened == ["draft", "draft with a time", "in review", "ready", "scheduled", "embargoed"]


def test_a_sign_off_link_shows_their_own_answers_until_the_story_is_taken_back(client, paper):
    closed = []
    for standing, told in paper.hidden.items():
        response = client.get(told.links["sign_off"])
        assert "no-store" in response.headers["Cache-Control"]
        if response.status_code == 404:
            closed.append(standing)
            assert leaks(response, paper) == []
            continue
        word, body = told.article.headline.split()[0], response.content.decode()
        assert f"{word} trả lời." in body
        assert {re.split("[ -]", leak)[0] for leak in leaks(response, paper) if leak.startswith(HIDDEN)} == {
            word
        }
        others = ("sapo", "lời dẫn", "lời cảm ơn", "ý kiến", "đúng", "ghi chú", "chưa xếp", "người nhận")
        assert not [kept for kept in others if f"{word} {kept}" in body]
    assert closed == ["withdrawn", "trashed", "erased"]


def test_a_link_that_was_made_up_tells_nothing(client, paper):
    number = paper.hidden["draft"].article.pk
    for name in ("xem-truoc", "duyet-loi"):
        for token in ("x", "a" * 43, "a" * 5000, str(number), f"{number}:x:y", "x/y"):
            response = client.get(f"/{name}/{token}/")
            assert response.status_code == 404
            assert leaks(response, paper) == []


# ---------------------------------------------------------------- pictures


def test_the_pictures_of_what_was_taken_back_are_served_no_more(client, paper):
    for name in paper.hidden["withdrawn"].files + paper.hidden["returned"].files:
        for file in (name, name.replace(".jpg", "-48.webp")):
            assert client.get(f"/media/{file}").status_code == 404
    for name in paper.shown.files:
        response = client.get(f"/media/{name}")
        assert (response.status_code, len(b"".join(response.streaming_content)) > 100) == (200, True)


def test_a_picture_s_name_cannot_be_had_from_the_picture(paper):
    """Files of a draft lie in the served folder: nobody can guess their names, from the picture or from another's."""
    raw = picture_bytes(48, 36, "PNG", "#0a1010")
    name = paper.hidden["draft"].files[0]
    assert hashlib.sha256(raw).hexdigest()[:32] not in name
    assert re.fullmatch(r"anh/[0-9a-f]{2}/[0-9a-f]{32}\.jpg", name)


# ---------------------------------------------------------------- what hangs on it


def test_a_person_is_known_by_the_public_interviews_alone(client, paper):
    for told in paper.hidden.values():
        told.article.interviewees.update(person=paper.shown.article.interviewees.get().person)
        keep_streams(told.article)
    response = client.get(OWN["articles:person"](paper.shown)[0])
    assert page(response).texts(".record-headline") == [paper.shown.article.headline]
    assert leaks(response, paper) == []


def test_a_pin_that_is_not_public_leaves_no_hole(client, paper):
    assert page(client.get("/")).texts(".front-lead h2, .front-lead h3")[0] == paper.shown.article.headline


def test_a_reader_s_question_answered_in_a_hidden_interview_stays_a_question(client, paper):
    told = paper.hidden["scheduled"]
    exchange = Exchange.objects.filter(article=told.article).first()
    make_comment(
        told.article, text="Cầu có làn xe đạp không?", kind=CommentKind.QUESTION, exchange=exchange,
        status=CommentStatus.APPROVED,
    )  # fmt: skip
    response = client.get(f"/cau-hoi/{told.article.pk}/")
    assert "Cầu có làn xe đạp không?" in page(response).text()
    assert leaks(response, paper) == []


def test_it_appears_at_its_time_without_anybody_doing_anything(client, paper):
    """The same addresses, once its hour has come: what they said nothing of is there."""
    told = paper.hidden["scheduled"]
    Article.objects.filter(pk=told.article.pk).update(published_at=timezone.now())
    of_month = f"/sitemap-{timezone.localdate():%Y-%m}.xml"
    for address in ("/", "/thoi-su/", "/rss/", of_month, told.article.get_absolute_url()):
        assert leaks(client.get(address), paper, told), address


# ---------------------------------------------------------------- what a 410 says


def test_a_withdrawn_story_leads_to_the_notice_that_tells_why(client, paper):
    told = paper.hidden["withdrawn"]
    address = told.article.get_absolute_url()
    assert not page(client.get(address)).has(".apology-notice")
    first = Correction.objects.create(
        article=told.article, kind=Correction.Kind.REMOVAL, piece="Bài ấy.", wrong="Sai.", right="Vì sao gỡ.",
        published_at=timezone.now() - HOUR,
    )  # fmt: skip
    Correction.objects.create(
        article=told.article, piece="Bài ấy.", wrong="Sai.", right="Đúng.", published_at=timezone.now()
    )
    shown = page(client.get(address))
    assert shown.text("h1") == shown.title().partition(" – ")[0] == "Bài đã được gỡ"
    assert shown.links(".apology-notice a") == [("Gỡ bài", first.get_absolute_url())]
    assert client.get(first.get_absolute_url()).status_code == 200


def test_an_expired_story_says_that_its_time_is_over(client, paper):
    shown = page(client.get(paper.hidden["expired"].article.get_absolute_url()))
    assert shown.text("h1") == "Bài đã hết thời hạn hiển thị"


def test_what_readers_never_saw_is_not_told_to_have_been_there(client, paper):
    """Withdrawn before the embargo ended; expired before it ended."""
    now = timezone.now()
    for standing, embargo in (("withdrawn", now + HOUR), ("expired", now)):
        article = paper.hidden[standing].article
        Article.objects.filter(pk=article.pk).update(embargo_until=embargo)
        assert client.get(article.get_absolute_url()).status_code == 404
