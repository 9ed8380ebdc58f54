"""Hours at the desk: typed as they are said, by whom they may be, and what is told of what they will do."""

from datetime import datetime, timedelta

import pytest
from django import forms
from django.utils import timezone

from articles import hours
from articles.admin.hours import HourField
from articles.models import Placement, PreviewLink, Standing, Status
from articles.policy import Role
from tests.articles.admin.forms import address, errors, filled, messages, save
from tests.articles.admin.test_language import assert_vietnamese
from tests.factories import in_standing, make_announcement, make_article, make_interview, make_preview
from tests.html import page

pytestmark = pytest.mark.django_db

LIST = "/admin/articles/article/"
ASKED = "/admin/articles/article/gio/"
HOURS = ["published_at", "embargo_until", "unpublish_at"]
HOUR = timedelta(hours=1)


def minute(at):
    return at.replace(second=0, microsecond=0)


# ---------------------------------------------------------------- the field


class OneHour(forms.Form):
    at = HourField(required=False)


def test_an_untouched_hour_keeps_its_seconds_and_is_no_change(now):
    stored = now.replace(second=42)
    for typed in (hours.written(stored), f" {stored:%d/%m/%Y %H:%M}"):
        form = OneHour({"at": typed}, initial={"at": stored})
        assert form.is_valid() and form.cleaned_data["at"] == stored
        assert not form.has_changed()


def test_another_minute_is_a_change_and_has_no_seconds(now):
    form = OneHour({"at": hours.written(now + timedelta(minutes=1))}, initial={"at": now.replace(second=42)})
    assert form.has_changed() and form.is_valid()
    assert form.cleaned_data["at"] == minute(now + timedelta(minutes=1))


@pytest.mark.parametrize("typed", ["30/2/2026 6:00", "x", "25:00 mai", "\x00", "9" * 9000])
def test_what_cannot_be_read_is_a_sentence_and_is_kept(typed):
    form = OneHour({"at": typed})
    assert not form.is_valid() and form.has_changed()
    [sentence] = form.errors["at"]
    assert sentence.endswith((".", "”"))
    assert page(str(form["at"])).one("input")["value"].strip("\x00") == typed.strip("\x00")


def test_an_emptied_hour_is_none(now):
    form = OneHour({"at": " "}, initial={"at": now})
    assert form.is_valid() and form.cleaned_data["at"] is None and form.has_changed()


def test_the_field_says_how_it_is_understood(now):
    at = timezone.make_aware(datetime(now.year + 1, 11, 23, 6, 5))
    shown = page(str(OneHour(initial={"at": at})["at"]))
    assert shown.one("input")["value"] == f"06:05 23/11/{now.year + 1}"
    assert f"23/11/{now.year + 1}, 06:05 · còn" in shown.text(".hour-said time")
    assert page(str(OneHour()["at"])).text(".hour-said") == ""


# ---------------------------------------------------------------- how a moment is understood, while it is typed


def test_the_desk_says_how_a_moment_is_understood(desk):
    said = desk(Role.REPORTER).get(ASKED, {"luc": "+2 giờ"}).json()
    assert said["ok"] and said["said"].endswith("· còn 2 giờ")
    said = desk(Role.REPORTER).get(ASKED, {"luc": "30/2/2026 6:00"}).json()
    assert said == {"ok": False, "said": "Tháng 2/2026 không có ngày 30, chỉ có 28 ngày."}


def test_nobody_else_is_told_and_nothing_is_kept(desk, client):
    assert client.get(ASKED, {"luc": "mai 6h"}).status_code == 302
    reporter = desk(Role.REPORTER)
    assert "no-store" in reporter.get(ASKED).headers["Cache-Control"]
    assert reporter.post(ASKED, {"luc": "mai 6h"}).status_code == 405


# ---------------------------------------------------------------- who sets hours


@pytest.mark.parametrize("role", [Role.MANAGING_EDITOR, Role.CHIEF_EDITOR, "superuser"])
def test_who_may_schedule_types_the_hours(desk, role, now):
    article, client = make_article(), desk(role)
    save(client, article, published_at="sáng mai 6h", embargo_until="7h mai", unpublish_at="+30 ngày")
    article.refresh_from_db()
    tomorrow = now + timedelta(days=1)
    assert article.published_at == tomorrow.replace(hour=6, minute=0, second=0)
    assert article.embargo_until == tomorrow.replace(hour=7, minute=0, second=0)
    assert timedelta(days=29) < article.unpublish_at - now < timedelta(days=31)


@pytest.mark.parametrize("role", [Role.REPORTER, Role.EDITOR])
def test_others_read_the_hours_and_their_forged_ones_are_ignored(desk, role, now):
    client = desk(role)
    article = make_article(created_by=client.user, published_at=minute(now + 5 * HOUR))
    shown = page(client.get(address(article)))
    assert not [name for name in HOURS if shown.has(f"[name={name}]")]
    assert hours.written(article.published_at) in shown.text(".field-published_at .readonly")
    # What is not set is not shown as a dash.
    assert not shown.has(".field-embargo_until") and not shown.has(".field-unpublish_at")
    before = article.published_at
    save(client, article, kicker="Mới", published_at="mai 6h", embargo_until="mai 6h", unpublish_at="mai 6h")
    article.refresh_from_db()
    assert article.kicker == "Mới"
    assert (article.published_at, article.embargo_until, article.unpublish_at) == (before, None, None)


@pytest.mark.parametrize(("role", "has_hours"), [(Role.REPORTER, False), (Role.MANAGING_EDITOR, True)])
def test_a_new_story_is_given_hours_by_who_may(desk, role, has_hours):
    assert page(desk(role).get(f"{LIST}add/")).has("[name=published_at]") == has_hours


# ---------------------------------------------------------------- what contradicts itself


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"published_at": "mai 6h", "unpublish_at": "mai 5h"}, "Thời điểm hạ bài phải sau thời điểm đăng."),
        ({"embargo_until": "mai 6h", "unpublish_at": "mai 5h"}, "sẽ không hiện ra lúc nào cả"),
        ({"unpublish_at": "hôm qua 5h"}, "Thời điểm hạ bài đã qua. Hãy chọn một lúc sắp tới."),
        ({"published_at": "30/2 5h"}, "Tháng 2 không có ngày 30"),
    ],
)
def test_hours_that_contradict_each_other_are_refused_once_beside_their_field(desk, typed, sentence):
    article = make_article(headline="Tít cũ")
    response = save(desk(Role.MANAGING_EDITOR), article, headline="Tít mới", **typed)
    [told] = errors(response)
    assert sentence in told
    for name, words in typed.items():
        assert page(response).one(f"[name={name}]")["value"] == words
    article.refresh_from_db()
    assert article.headline == "Tít cũ"


def test_a_story_that_is_out_keeps_an_hour_and_is_not_taken_down_by_one(desk):
    article, client = make_article(status=Status.PUBLISHED), desk(Role.MANAGING_EDITOR)
    assert errors(save(client, article, published_at="")) == ["Bài đã đăng phải có thời điểm đăng."]
    [told] = errors(save(client, article, unpublish_at="bây giờ"))
    assert "bấm “Gỡ bài” và ghi lý do" in told
    article.refresh_from_db()
    assert article.is_public(timezone.now())


def test_an_expired_story_can_be_saved_as_it_is(desk):
    article = make_article(**in_standing(Standing.EXPIRED))
    assert not errors(save(desk(Role.MANAGING_EDITOR), article, kicker="Vân Lĩnh"))
    article.refresh_from_db()
    assert article.kicker == "Vân Lĩnh"


# ---------------------------------------------------------------- what they will do


def test_a_story_that_is_out_and_gets_an_hour_to_come_is_hidden_with_a_warning(desk, client, now):
    article = make_article(status=Status.PUBLISHED)
    response = save(desk(Role.MANAGING_EDITOR), article, published_at="mai 6h")
    told = messages(response)[0]
    assert told.startswith("Bài vừa ẩn khỏi trang báo. Bài sẽ ẩn đến 06:00 ")
    assert client.get(article.get_absolute_url()).status_code == 404


def test_links_sent_before_a_story_came_out_stay_dead_when_it_is_hidden(desk, client):
    article = make_article()
    path = make_preview(article)
    type(article).objects.update(**in_standing(Standing.PUBLISHED))
    save(desk(Role.MANAGING_EDITOR), article, published_at="mai 6h")
    article.refresh_from_db()
    assert article.standing(timezone.now()) in (Standing.SCHEDULED, Standing.IN_REVIEW)
    assert client.get(path).status_code == 404
    assert PreviewLink.objects.get().revoked_at


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"published_at": "+3 ngày"}, "Khi được duyệt và đăng, bài sẽ tự hiện lúc"),
        (
            {"published_at": "+1 giờ", "embargo_until": "+3 ngày"},
            "Giữ tin lâu hơn giờ đăng: bạn đọc chỉ thấy bài từ",
        ),
        ({"unpublish_at": "+3 ngày"}, "Bài sẽ tự hạ xuống lúc"),
    ],
)
def test_what_the_hours_will_do_is_said(desk, typed, told):
    response = save(desk(Role.MANAGING_EDITOR), make_article(), **typed)
    assert [message for message in messages(response) if message.startswith(told) and "còn 3 ngày" in message]


def test_untouched_hours_say_nothing(desk, now):
    article = make_article(published_at=minute(now + 72 * HOUR))
    response = save(desk(Role.MANAGING_EDITOR), article, kicker="Vân Lĩnh")
    assert not [message for message in messages(response) if "tự hiện" in message]


# ---------------------------------------------------------------- where they are seen


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"published_at": 2}, "đăng {} · còn 2 giờ"),
        ({"published_at": -1, "embargo_until": 3}, "giữ tin đến {} · còn 3 giờ"),
        ({"published_at": 5, "embargo_until": 3}, "đăng {} · còn 5 giờ"),
        ({"published_at": -1, "unpublish_at": 50}, "hạ xuống {} · còn 2 ngày"),
    ],
)
def test_the_list_counts_down_to_what_comes_next(desk, now, given, said):
    at = {name: now + number * HOUR for name, number in given.items()}
    make_article(status=Status.PUBLISHED, **at)
    shown = page(desk(Role.EDITOR).get(LIST))
    [told] = shown.texts("#result_list time-left time")
    due = next(iter(reversed(at.values()))) if "{}" in said else None
    if "5 giờ" in said:
        due = at["published_at"]
    assert told == said.format(hours.written(due))
    assert shown.has("script[type=module][src*=time-left]")


def test_the_first_page_of_the_desk_names_what_waits_for_its_hour_held_news_included(desk, now):
    published = {"status": Status.PUBLISHED, "published_at": now - HOUR}
    make_article(headline="Giữ đến năm giờ nữa", **published | {"embargo_until": now + 5 * HOUR})
    make_article(headline="Ba giờ nữa", **published | {"published_at": now + 3 * HOUR})
    make_article(headline="Đã ra", **published)
    make_article(headline="Qua rồi", **published | {"unpublish_at": now - HOUR / 2})
    shown = page(desk(Role.EDITOR).get("/admin/"))
    assert shown.texts(".waiting .scheduled a") == ["Ba giờ nữa", "Giữ đến năm giờ nữa"]
    assert [told.split(" · ")[1] for told in shown.texts(".waiting .scheduled time")] == [
        "còn 3 giờ",
        "còn 5 giờ",
    ]
    assert shown.has("script[type=module][src*=time-left]")


def test_every_hour_of_the_desk_is_typed_alike(desk, now):
    """No field of the browser's own, which speaks the browser's language."""
    interview = make_interview()
    make_announcement(interview)
    Placement.objects.create(slot="lead", article=interview)
    client = desk("superuser")
    for url, names in {
        address(interview): [*HOURS, "announcement-0-opens_at", "announcement-0-closes_at"],
    }.items():
        shown = page(client.get(url))
        assert not shown.has("input[type^=datetime], input[type=time], input[type=date]")
        for name in names:
            assert shown.has(f"hour-hint input.hour[name={name}]"), name
    assert_vietnamese(client.get(address(interview)), address(interview))


def test_an_announcement_saved_untouched_is_no_change(desk):
    interview = make_interview()
    make_announcement(interview)
    client = desk(Role.MANAGING_EDITOR)
    sent = filled(client, address(interview)) | {"_continue": "1"}
    client.post(address(interview), sent)
    interview.refresh_from_db()
    assert interview.version == 1
