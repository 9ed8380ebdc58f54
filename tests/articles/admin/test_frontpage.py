"""The arrangement of the front page at the desk: drawn, rearranged, tried, saved as one whole."""

from datetime import timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from articles.hours import written
from articles.models import Article, Placement, Section, Standing, Status
from articles.policy import Role, can
from comments.policy import CommentRole
from tests.articles.admin.forms import errors, messages
from tests.factories import in_standing, make_article, make_image, make_section, picture_bytes
from tests.html import page

pytestmark = pytest.mark.django_db

DESK = "/admin/articles/placement/"
TRIAL = f"{DESK}xem-truoc/"
HOUR = timedelta(hours=1)
FORM = "#arrangement"
SLOT = Placement.Slot


def story(headline, hours=1, **overrides):
    given = {"status": Status.PUBLISHED, "published_at": timezone.now() - hours * HOUR} | overrides
    return make_article(headline=headline, **given)


def pin(article, slot=SLOT.SECOND, **overrides):
    return Placement.objects.create(article=article, slot=slot, **overrides)


def sent(client, **changes):
    """What the form would send as it stands, with these changes."""
    return page(client.get(DESK)).fields(FORM) | changes


def act(client, wish, fields=None, **changes):
    """Press a button; the answer."""
    return client.post(DESK, (fields or sent(client)) | {"do": wish} | changes, follow=True)


def pinned(response, place):
    """The headlines pinned to this place of the picture."""
    return page(response).texts(f"[data-place={place}] .pins .face-headline")


def filled(response, place):
    return page(response).texts(f"[data-place={place}] .fill .face-headline")


def states(response):
    return dict(
        zip(page(response).texts(".pin .face-headline"), page(response).texts(".pin-state"), strict=True)
    )


def arranged():
    return [(one.slot, one.article.headline) for one in Placement.objects.order_by("slot", "position")]


@pytest.fixture
def client(desk):
    return desk(Role.MANAGING_EDITOR)


# ---------------------------------------------------------------- who may


@pytest.mark.parametrize("role", [*Role, *CommentRole])
def test_who_may_open_and_who_may_arrange(desk, role):
    article = story("Cầu Bến Lĩnh 2")
    client = desk(role)
    arranges = role in (Role.MANAGING_EDITOR, Role.CHIEF_EDITOR)
    opens = arranges or role == Role.EDITOR
    response = client.get(DESK)
    assert response.status_code == (200 if opens else 403)
    if opens:
        assert page(response).has("button") and page(response).has(f"{FORM} button") == arranges
    fields = {"seen": page(response).fields(FORM)["seen"] if opens else "", "pin-0-article": article.pk}
    fields |= {"pin-0-place": "lead", "trang": "home"}
    assert client.post(TRIAL, fields).status_code == (200 if arranges else 403)
    assert client.post(DESK, fields | {"do": "save"}).status_code == (302 if arranges else 403)
    assert client.post(DESK, fields | {"do": "show"}).status_code == (200 if arranges else 403)
    assert Placement.objects.exists() == arranges


def test_nobody_arranges_without_an_account(db):
    for address in (DESK, TRIAL):
        response = Client().post(address, {"do": "save"})
        assert response.status_code == 302 and response.url.startswith("/admin/login/")


@pytest.mark.parametrize("rest", ["add/", "1/change/", "1/delete/", "1/history/", "1/"])
def test_there_is_no_other_door(desk, rest):
    pin(story("Cầu"), pk=1)
    client = desk("superuser")
    assert client.get(f"{DESK}{rest}").status_code == 404
    assert client.post(f"{DESK}{rest}", {"post": "yes"}).status_code == 404
    assert Placement.objects.exists()


def test_the_names_of_the_stock_pages_lead_nowhere():
    for name in ("add", "change", "delete", "history"):
        with pytest.raises(NoReverseMatch):
            reverse(f"admin:articles_placement_{name}", args=[1] if name != "add" else [])


def test_the_trial_is_a_post(client):
    assert client.get(TRIAL).status_code == 405


# ---------------------------------------------------------------- the picture


def test_the_page_is_drawn_with_pins_and_what_fills(client):
    stories = [story(f"Bài {number}", number) for number in range(1, 22)]
    pin(stories[10], SLOT.LEAD)
    pin(stories[11])
    pin(stories[12], SLOT.SECTION, section=stories[0].section)
    response = client.get(DESK)
    assert pinned(response, "lead") == ["Bài 11"] and filled(response, "lead") == []
    assert pinned(response, "second") == ["Bài 12"]
    assert filled(response, "second") == ["Bài 1", "Bài 2", "Bài 3"]
    place = f"muc-{stories[0].section_id}"
    assert pinned(response, place) == ["Bài 13"] and len(filled(response, place)) == 3
    home = page(client.get("/")).texts(".front-block .card-headline")
    assert [*pinned(response, place), *filled(response, place)] == home


def test_every_section_has_its_place_though_it_be_empty(client):
    make_section("Thể thao")
    place = page(client.get(DESK)).one(f"[data-place=muc-{Section.objects.get().pk}]")
    assert "Chưa có bài" in place.get_text()


def test_each_pin_says_how_it_stands(client, now):
    shown, until, later, over = story("Đang"), story("Đến"), story("Sau"), story("Hết")
    gone, comes, draft = story("Gỡ"), story("Hẹn", -3), make_article(headline="Nháp")
    pin(shown)
    tomorrow = now.replace(hour=6, minute=0) + timedelta(days=1)
    pin(until, ends_at=tomorrow, position=1)
    pin(later, starts_at=tomorrow, position=2)
    pin(over, ends_at=now - HOUR, position=3)
    Article.objects.filter(pk=gone.pk).update(status=Status.WITHDRAWN)
    for position, article in enumerate((gone, comes, draft), 4):
        pin(article, position=position)
    when = f"6:00 {tomorrow.day}/{tomorrow.month}" + (
        f"/{tomorrow.year}" if tomorrow.year != now.year else ""
    )
    told = states(client.get(DESK))
    assert told["Đang"] == "đang hiện ở chỗ bài chính"
    assert told["Đến"] == f"đang hiện đến {when}"
    assert told["Sau"] == f"chờ đến {when}"
    assert told["Hết"].startswith("hết giờ từ ") and told["Hết"].endswith(": không hiện")
    assert told["Gỡ"] == "bài đã gỡ: không hiện"
    assert told["Hẹn"].startswith("chờ đến ")
    assert told["Nháp"] == "bài chưa đăng: hiện khi bài ra"


def test_a_pin_without_room_and_one_that_stands_higher_say_so(client):
    stories = [story(f"Bài {number}", number) for number in range(1, 8)]
    for position, article in enumerate(stories[:6]):
        pin(article, position=position)
    pin(stories[0], SLOT.SECTION, section=stories[0].section)
    told = page(client.get(DESK)).texts(".pin-state")
    assert told[5] == "hết chỗ: lên khi có chỗ trống"
    assert told[6] == "đã đứng ở chỗ trên; mở đầu trang chuyên mục"


# Which view asks the rules is no matter of the database (tests/test_desk_matrix.py).
@pytest.mark.only_on("sqlite")
@pytest.mark.parametrize("standing", [Standing.WITHDRAWN, Standing.ERASED, Standing.TRASHED])
@pytest.mark.parametrize("role", [Role.EDITOR, Role.MANAGING_EDITOR, Role.CHIEF_EDITOR])
def test_of_a_story_one_may_not_view_at_most_the_headline_is_shown(desk, role, standing):
    given = in_standing(standing) | {"standfirst": "Lời kín", "lead_image": make_image(picture_bytes())}
    sealed = make_article(headline="Chuyện kín", **given)
    pin(sealed)
    client = desk(role)
    shown = page(client.get(DESK)).one(".pin")
    viewed, named = can(client.user, "view", sealed), can(client.user, "read_record", sealed)
    assert bool(shown.select("a, img")) == viewed
    assert ("Chuyện kín" in shown.get_text()) == (viewed or named)
    assert "Lời kín" not in page(client.get(DESK)).text()


def test_who_only_looks_does_not_read_who_pinned_what(desk, client):
    erased = story("Chuyện đã xóa")
    act(client, "save", page(act(client, f"pin:{erased.pk}:lead")).fields(FORM))
    assert "Chuyện đã xóa" in page(client.get(DESK)).text(".front-desk-record")
    assert not page(desk(Role.EDITOR).get(DESK)).has(".front-desk-record")


# ---------------------------------------------------------------- rearranging


def test_pins_move_up_and_down_and_off_without_being_saved(client):
    for position, headline in enumerate(["Một", "Hai", "Ba"]):
        pin(story(headline), position=position)
    response = act(client, "up:2")
    assert pinned(response, "second") == ["Một", "Ba", "Hai"]
    assert page(response).one("[autofocus]")["aria-label"] == "Lên: Ba"
    response = act(client, "down:0", page(response).fields(FORM))
    assert pinned(response, "second") == ["Ba", "Một", "Hai"]
    response = act(client, "drop:1", page(response).fields(FORM))
    assert pinned(response, "second") == ["Ba", "Hai"]
    assert "Một" in [*filled(response, "second"), *filled(response, "lead")]
    assert page(response).has("form[data-unsaved]") and "chưa lưu" in page(response).text(".saved-or-not")
    assert [headline for _, headline in arranged()] == ["Một", "Hai", "Ba"]


def test_what_fills_by_itself_is_pinned_where_it_stands(client):
    first, second = story("Mới", 1), story("Cũ", 2)
    response = act(client, f"pin:{second.pk}:second")
    assert pinned(response, "second") == ["Cũ"]
    assert states(response) == {"Cũ": "sẽ hiện khi lưu ở chỗ bài chính"}
    response = act(client, f"pin:{first.pk}:lead", page(response).fields(FORM))
    assert pinned(response, "lead") == ["Mới"] and states(response)["Cũ"] == "sẽ hiện khi lưu"
    act(client, "save", page(response).fields(FORM))
    assert arranged() == [("lead", "Mới"), ("second", "Cũ")]


def test_a_story_is_dragged_to_a_place_among_the_others(client):
    section = make_section("Kinh tế")
    rows = [story(headline) for headline in ("Một", "Hai", "Ba")]
    for position, article in enumerate(rows):
        pin(article, position=position)
    response = act(client, "put:row:2:second:0")
    assert pinned(response, "second") == ["Ba", "Một", "Hai"]
    response = act(client, f"put:row:0:muc-{section.pk}:5", page(response).fields(FORM))
    assert pinned(response, f"muc-{section.pk}") == ["Ba"]
    response = act(client, f"put:pin:{rows[2].pk}:lead:0", page(response).fields(FORM))
    assert pinned(response, "lead") == ["Ba"]
    act(client, "save", page(response).fields(FORM))
    assert arranged() == [("lead", "Ba"), ("second", "Một"), ("second", "Hai"), ("section", "Ba")]


def test_a_pin_goes_to_another_place_by_its_chooser(client):
    section = make_section("Kinh tế")
    pin(story("Một"), SLOT.LEAD)
    pin(story("Hai"))
    response = act(client, "show:1", sent(client, **{"pin-1-place": f"muc-{section.pk}"}))
    assert pinned(response, f"muc-{section.pk}") == ["Hai"]
    act(client, "save", sent(client, **{"pin-0-place": "second"}))
    assert arranged() == [("second", "Một"), ("second", "Hai")]


WISHES = [
    "",
    "up",
    "up:",
    "up:99",
    "up:-1",
    "up:²",
    "drop:x",
    "put:row:0:nowhere:0",
    "put:row:0:lead:-1",
    "put:a:b",
]
WISHES += [
    "pin:0:lead",
    "pin::lead",
    "pin:1:muc-999",
    "put:pin:9e9:lead:0",
    "put:row:0:lead:" + "9" * 5000,
    "save:1",
]


@pytest.mark.parametrize("wish", WISHES)
def test_a_wish_nobody_can_grant_changes_nothing(client, wish):
    pin(story("Một"), SLOT.LEAD)
    response = act(client, wish)
    assert response.status_code == 200
    assert pinned(response, "lead") == ["Một"]
    assert arranged() == [("lead", "Một")]


# ---------------------------------------------------------------- finding


@pytest.mark.parametrize("words", ["ben linh", "BẾN LĨNH", "cầu bến", "linh ben"])
def test_stories_are_found_without_marks(client, words):
    wanted = story("Hợp long cầu Bến Lĩnh")
    story("Chợ đêm Cầu Mây")
    response = act(client, "find", tim=words)
    assert page(response).texts(".shelf .face-headline") == ["Hợp long cầu Bến Lĩnh"]
    response = act(client, f"pin:{wanted.pk}", page(response).fields(FORM), to="lead")
    assert pinned(response, "lead") == ["Hợp long cầu Bến Lĩnh"]


@pytest.mark.parametrize("standing", list(Standing))
def test_what_can_come_out_is_found_and_pinned(client, standing):
    make_article(headline="Chuyện Nà Thoang", **in_standing(standing))
    never = {Standing.EXPIRED, Standing.WITHDRAWN, Standing.TRASHED, Standing.ERASED}
    found = page(act(client, "find", tim="na thoang")).texts(".shelf .face-headline")
    assert bool(found) == (standing not in never)


def test_a_scheduled_story_is_pinned_and_shows_when_it_comes(client):
    comes = story("Hội đèn lồng", -2)
    story("Tin thường")
    response = client.get(DESK)
    assert page(response).texts(".shelf .face-headline") == ["Hội đèn lồng"]
    act(client, "save", page(act(client, f"pin:{comes.pk}:lead")).fields(FORM))
    assert states(client.get(DESK))["Hội đèn lồng"].startswith("chờ đến ")
    assert page(client.get("/")).texts(".front-lead .card-headline") == ["Tin thường"]
    Article.objects.filter(pk=comes.pk).update(published_at=timezone.now())
    assert page(client.get("/")).texts(".front-lead .card-headline") == ["Hội đèn lồng"]


# ---------------------------------------------------------------- saving


def test_times_are_typed_and_kept_in_viet_nam_time(client):
    pin(story("Một"), SLOT.LEAD)
    times = {"pin-0-starts_at": "06:00 24/11/2026", "pin-0-ends_at": "18:30 25/11/2026"}
    response = act(client, "save", sent(client, **times))
    assert messages(response) == ["Đã lưu trang nhất. Đổi giờ ghim “Một” ở Bài chính."]
    saved = Placement.objects.get()
    assert f"{saved.starts_at:%H:%M %d/%m} {saved.ends_at:%H:%M %d/%m}" == "23:00 23/11 11:30 25/11"  # UTC
    fields = page(response).fields(FORM)
    assert {name: fields[name] for name in times} == times


def test_an_hour_of_words_stays_the_hour_that_was_meant(client, now):
    pin(story("Một"))
    fields = page(act(client, "show", sent(client, **{"pin-0-ends_at": "mai 6h"}))).fields(FORM)
    assert fields["pin-0-ends_at"] == written(now.replace(hour=6, minute=0) + timedelta(days=1))


def test_a_wrong_time_is_refused_and_stays_typed(client):
    pin(story("Một"))
    wrong = {"pin-0-starts_at": "06:00 24/11/2026", "pin-0-ends_at": "05:00 24/11/2026"}
    response = act(client, "save", sent(client, **wrong))
    assert response.status_code == 422
    assert errors(response) == ["Thời điểm kết thúc phải sau thời điểm bắt đầu."]
    assert page(response).fields(FORM)["pin-0-ends_at"] == "05:00 24/11/2026"
    response = act(client, "save", sent(client, **{"pin-0-starts_at": "hôm nào đó"}))
    assert response.status_code == 422 and page(response).fields(FORM)["pin-0-starts_at"] == "hôm nào đó"
    assert Placement.objects.get().starts_at is None


def test_one_story_is_pinned_once_to_a_kind_of_place(client):
    article = story("Một")
    pin(article)
    response = act(client, "save", sent(client, **{"pin-1-article": article.pk, "pin-1-place": "second"}))
    assert response.status_code == 422 and errors(response) == ["Bài này đã ghim ở đây."]
    assert Placement.objects.count() == 1


def test_what_was_done_is_recorded_with_who_did_it(client):
    one, two, three = story("Một"), story("Hai"), story("Ba")
    pin(one)
    pin(two, position=1)
    fields = {
        "pin-0-article": two.pk,
        "pin-0-place": "lead",
        "pin-1-article": three.pk,
        "pin-1-place": "second",
    }
    response = act(client, "save", {"seen": sent(client)["seen"]} | fields)
    entry = LogEntry.objects.get()
    assert entry.user == client.user and entry.object_repr == "Trang nhất"
    told = "Chuyển “Hai” từ Bài nổi bật sang Bài chính. Ghim “Ba” vào Bài nổi bật. Bỏ ghim “Một” khỏi Bài nổi bật."
    assert entry.change_message == told
    assert told in page(response).text(".front-desk-record")
    act(client, "save")
    assert LogEntry.objects.count() == 1, "a save that changes nothing is no event"


def test_saving_keeps_the_rows_of_what_stays(client):
    kept = pin(story("Một"))
    act(client, "save", page(act(client, f"pin:{story('Hai').pk}:lead")).fields(FORM))
    assert Placement.objects.get(slot="second").pk == kept.pk


def test_whoever_saves_second_is_told_and_loses_nothing(desk, client):
    one, two = story("Một"), story("Hai")
    mine = page(act(client, f"pin:{one.pk}:lead")).fields(FORM) | {"pin-0-ends_at": "18:00 25/11/2030"}
    other = desk(Role.CHIEF_EDITOR)
    act(other, "save", page(act(other, f"pin:{two.pk}:second")).fields(FORM))
    response = act(client, "save", mine)
    assert response.status_code == 409
    note = page(response).text(".errornote")
    assert str(other.user) in note and "Bài nổi bật: Hai" in note
    assert written(LogEntry.objects.get().action_time) in note
    assert pinned(response, "lead") == ["Một"] and pinned(response, "second") == []
    assert page(response).fields(FORM)["pin-0-ends_at"] == "18:00 25/11/2030"
    assert arranged() == [("second", "Hai")]
    act(client, "save", page(response).fields(FORM))
    assert arranged() == [("lead", "Một")]


def test_looking_again_does_not_make_one_the_newest(desk, client):
    """Only a refusal says what is saved now: a rearrangement keeps the fingerprint it was opened with."""
    one, two = story("Một"), story("Hai")
    mine = page(act(client, f"pin:{one.pk}:lead")).fields(FORM)
    pin(two)
    mine = page(act(client, "show", mine)).fields(FORM)
    assert act(client, "save", mine).status_code == 409


def test_a_deleted_section_takes_its_pins_and_the_form_says_so(client):
    section = make_section("Thể thao")
    pin(story("Một"), SLOT.SECTION, section=section)
    mine = sent(client)
    section.delete()
    response = act(client, "save", mine)
    assert response.status_code == 422
    assert errors(response) == ["Chỗ này không còn. Hãy chọn chỗ khác."]
    assert page(response).texts(".place-lost .face-headline") == ["Một"]


# ---------------------------------------------------------------- forged fields


@pytest.mark.parametrize("standing", [Standing.WITHDRAWN, Standing.ERASED, Standing.TRASHED])
def test_a_story_one_may_not_view_is_not_pinned(client, standing, caplog):
    hidden = make_article(headline="Chuyện kín", **in_standing(standing))
    for wish in ("save", "show", f"pin:{hidden.pk}:lead", f"put:pin:{hidden.pk}:lead:0"):
        forged = {"pin-0-article": hidden.pk, "pin-0-place": "lead"} if ":" not in wish else {}
        response = act(client, wish, {"seen": sent(client)["seen"]} | forged)
        assert "Có bài không ghim được" in page(response).text(".errornote")
        assert "Chuyện kín" not in page(response).text()
    assert not Placement.objects.exists()
    assert client.user.username in caplog.text


@pytest.mark.parametrize("place", ["", "muc-999", "muc-x", "section", "ngoai", "lead; drop"])
def test_an_unknown_place_is_refused(client, place):
    fields = {"seen": sent(client)["seen"], "pin-0-article": story("Một").pk, "pin-0-place": place}
    assert act(client, "save", fields).status_code == 422
    assert not Placement.objects.exists()


@pytest.mark.parametrize("number", ["", "x", "0", "-1", "9" * 40, "1e3", "²"])
def test_a_number_that_is_no_story_is_refused(client, number):
    fields = {"seen": sent(client)["seen"], "pin-0-article": number, "pin-0-place": "lead"}
    assert act(client, "save", fields).status_code == 422
    assert not Placement.objects.exists()


def test_only_so_many_pins_are_read(client):
    article = story("Một")
    fields = {f"pin-{number}-article": article.pk for number in range(500)}
    fields |= {f"pin-{number}-place": "lead" for number in range(500)}
    response = act(client, "save", {"seen": sent(client)["seen"]} | fields)
    assert response.status_code == 422 and len(page(response).select(".pin")) == 100


def test_a_forged_fingerprint_saves_nothing(client):
    fields = {"seen": "", "pin-0-article": story("Một").pk, "pin-0-place": "lead", "do": "save"}
    assert client.post(DESK, fields).status_code == 409
    assert not Placement.objects.exists()


# ---------------------------------------------------------------- trying


def test_the_trial_is_the_home_page_with_what_was_not_saved(client):
    one, two = story("Một", 1), story("Hai", 2)
    pin(one, SLOT.LEAD)
    fields = sent(client, **{"pin-0-article": two.pk})
    response = client.post(TRIAL, fields)
    shown = page(response)
    assert shown.texts(".front-lead .card-headline") == ["Hai"]
    assert "Xem trước trang nhất" in shown.text(".preview-banner") and "chưa lưu" in shown.text(
        ".preview-banner"
    )
    assert "no-store" in response.headers["Cache-Control"] and "private" in response.headers["Cache-Control"]
    assert response.headers["X-Robots-Tag"] == "noindex, nofollow" and "noindex" in shown.meta("robots")
    assert not shown.has("form[method=post]")
    assert page(client.get("/")).texts(".front-lead .card-headline") == ["Một"]
    public = page(client.get("/"))
    assert not public.has(".preview-banner") and public.meta("robots") is None


def test_the_trial_shows_what_will_stand_at_its_moment(client, now):
    today, tomorrow = story("Hôm nay"), story("Ngày mai", -20)
    pin(today, SLOT.LEAD, ends_at=now + 10 * HOUR)
    pin(tomorrow, SLOT.LEAD, position=1)
    for hours, lead in ((1, "Hôm nay"), (15, "Hôm nay"), (30, "Ngày mai")):
        response = client.post(TRIAL, sent(client, luc=written(now + hours * HOUR)))
        assert page(response).texts(".front-lead .card-headline") == [lead], hours
        assert ("Ngày mai" in page(response).text("main")) == (hours == 30)
        assert written(now + hours * HOUR) in page(response).text(".preview-banner")


@pytest.mark.parametrize(
    "standing", [one for one in Standing if one not in (Standing.PUBLISHED, Standing.SCHEDULED)]
)
def test_the_trial_shows_nothing_that_would_not_be_public(client, now, standing):
    hidden = make_article(headline="Chuyện kín", **in_standing(standing))
    pin(hidden, SLOT.LEAD)
    story("Tin thường")
    response = client.post(TRIAL, sent(client, luc=written(now + HOUR)))
    assert "Chuyện kín" not in response.content.decode()
    assert page(response).texts(".front-lead .card-headline") == ["Tin thường"]


def test_a_section_is_tried_the_same_way(client):
    one, two = story("Một", 1), story("Hai", 2)
    place = f"muc-{one.section_id}"
    fields = sent(client, trang=place, **{"pin-0-article": two.pk, "pin-0-place": place})
    response = client.post(TRIAL, fields)
    assert page(response).texts(".listing .card-headline") == ["Hai", "Một"]
    assert "Xem trước Thời sự" in page(response).text(".preview-banner")
    assert response.headers["X-Robots-Tag"] == "noindex, nofollow"


@pytest.mark.parametrize("wrong", [{"luc": "bao giờ"}, {"trang": "muc-999"}, {"pin-0-ends_at": "?"}])
def test_a_trial_that_makes_no_sense_says_so(client, wrong):
    pin(story("Một"))
    response = client.post(TRIAL, sent(client, **wrong))
    assert response.status_code == 422 and errors(response)


# ---------------------------------------------------------------- cost


def test_the_desk_asks_no_more_for_ten_times_the_pins(client):
    image = make_image(picture_bytes())
    asked = []
    for number in range(25):
        story(f"Cũ {number}", 200 + number)
    for rows in (3, 30):
        for number in range(rows):
            section = make_section(f"Mục {rows} {number}")
            pin(story(f"Bài {rows} {number}", number + 1, section=section, lead_image=image), position=number)
            pin(story(f"Tin {rows} {number}", number + 1, section=section), SLOT.SECTION, section=section)
            story(f"Thêm {rows} {number}", number + 50, section=section)
        fields = sent(client)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(DESK).status_code == 200
        with CaptureQueriesContext(connection) as trying:
            assert client.post(TRIAL, fields).status_code == 200
        asked.append((len(queries), len(trying)))
    assert asked[0] == asked[1] and asked[0][0] <= 20 and asked[0][1] <= 20, asked
