"""The hours of an article on the desk: who may set them, what they will do, how they are shown."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.utils import timezone

from .. import hours, policy, previews
from ..models import Article, Standing, Status
from ..models.standing import appears_at
from .hours import time_left
from .rights import may

FIELDS = ("published_at", "embargo_until", "unpublish_at")


def rows(request, article=None):
    """The hours of the form, by name: fields for who sets them, for others those that are set."""
    if may_schedule(request, article):
        return list(FIELDS)
    return [name for name in FIELDS if article and getattr(article, name)]


def may_schedule(request, article=None):
    """Whether the hours are fields of this user's form; of a story still to be made: whether of any draft."""
    if article is None:
        return any(Standing.DRAFT in grant.standings for grant in policy.grants(request.user, "schedule"))
    return may(request, "schedule", article)


# ---------------------------------------------------------------- what was typed


def check(form):
    """Refuse hours that contradict each other: errors on the fields of this ArticleForm, which has cleaned them."""
    # An hour with an error of its own is not judged a second time.
    if not set(FIELDS) <= form.cleaned_data.keys():
        return
    now = timezone.now()
    comes, held, goes = (form.cleaned_data[name] for name in FIELDS)
    out = form.instance.status == Status.PUBLISHED
    if out and not comes:
        form.add_error("published_at", ValidationError("Bài đã đăng phải có thời điểm đăng."))
    if not goes:
        return
    if comes and goes <= comes:
        form.add_error("unpublish_at", ValidationError("Thời điểm hạ bài phải sau thời điểm đăng."))
    elif held and goes <= held:
        form.add_error(
            "unpublish_at",
            ValidationError("Bài hạ xuống trước khi hết giữ tin: sẽ không hiện ra lúc nào cả."),
        )
    elif "unpublish_at" in form.changed_data and goes <= now:
        way = (
            "Muốn đưa bài xuống ngay, hãy bấm “Gỡ bài” và ghi lý do." if out else "Hãy chọn một lúc sắp tới."
        )
        form.add_error("unpublish_at", ValidationError(f"Thời điểm hạ bài đã qua. {way}"))


def tell(request, form):
    """Say what the hours just saved will do; where they hide a story that was out, its preview links end."""
    if not set(FIELDS) & set(form.changed_data):
        return
    article, now = form.instance, timezone.now()
    before = Article(status=article.status, **{name: form.initial.get(name) for name in FIELDS})
    stood = before.standing(now)
    waits = article.standing(now) == Standing.SCHEDULED
    if waits and stood in (Standing.PUBLISHED, Standing.EXPIRED):
        previews.close(article)
    if waits and stood == Standing.PUBLISHED:
        again = _when(appears_at(article), now)
        messages.warning(request, f"Bài vừa ẩn khỏi trang báo. Bài sẽ ẩn đến {again} rồi tự hiện lại.")
    elif "_verb" not in request.POST and (sentence := _coming(article, now)):
        # A button pressed with the same stroke says it itself.
        messages.info(request, sentence)
    if article.unpublish_at and "unpublish_at" in form.changed_data:
        messages.info(request, f"Bài sẽ tự hạ xuống lúc {_when(article.unpublish_at, now)}.")


def _coming(article, now):
    """What its hours will do with a story that readers do not see yet, as a sentence; "" where they are over."""
    at = appears_at(article)
    if at is None or at <= now:
        return ""
    if article.published_at and article.published_at < at:
        typed = hours.written(article.published_at)
        return f"Giữ tin lâu hơn giờ đăng: bạn đọc chỉ thấy bài từ {_when(at, now)}, không phải từ {typed}."
    if article.status == Status.PUBLISHED:
        return f"Bài sẽ tự hiện lúc {_when(at, now)}."
    return f"Khi được duyệt và đăng, bài sẽ tự hiện lúc {_when(at, now)}."


def _when(at, now):
    left = hours.remaining(at, now)
    return f"{hours.written(at)} ({left})" if left else hours.written(at)


# ---------------------------------------------------------------- what is shown


def turn(article, now):
    """(what comes next by the clock, when): ("đăng", …), ("giữ tin đến", …) or ("hạ xuống", …); None for neither."""
    standing = article.standing(now)
    if standing == Standing.SCHEDULED:
        at = appears_at(article)
        return ("giữ tin đến" if at == article.embargo_until != article.published_at else "đăng", at)
    if standing == Standing.PUBLISHED and article.unpublish_at:
        return "hạ xuống", article.unpublish_at
    return None


def running(words, article, now):
    """The words with their "còn 37 phút" going on by itself, where the clock brings something next."""
    coming = turn(article, now)
    return time_left(coming[1], now, words) if coming else words


def due(article, now):
    """That turn in words that go on by themselves: "đăng 06:00 24/11/2026 · còn 37 phút"; "" where none comes."""
    coming = turn(article, now)
    if coming is None:
        return ""
    what, at = coming
    return time_left(at, now, f"{what} {hours.written(at)} · {hours.remaining(at, now)}")
