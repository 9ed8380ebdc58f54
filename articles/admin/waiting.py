"""What of the articles waits for the person who opens the desk, and what readers have before them."""

from dataclasses import dataclass
from datetime import timedelta

from django.contrib import admin
from django.db.models import Case, Exists, F, OuterRef, Q, Subquery, When
from django.db.models.functions import Coalesce, Greatest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html

from .. import beginnings
from ..consent import State, consents
from ..hours import elapsed
from ..models import Article, Revision, SignOff, Standing, Transition, Verb, WorkingCopy, has_standing
from ..models.standing import UNPUBLISHED
from ..policy import grants, owned, scope
from . import schedule
from .article_list import standing_badge
from .begun import address_of
from .desk import moment
from .hours import time_left

SHOWN = 5  # rows of each shelf
LINKS = 30  # sign-off links looked through for those that still wait
SOON = timedelta(days=1)
WORDS = ("body", "standfirst", "unplaced")  # of an article, which no row shows
BEFORE_READERS = (Standing.DRAFT, Standing.IN_REVIEW, Standing.READY, Standing.SCHEDULED)


@dataclass(frozen=True, slots=True)
class Row:
    address: str
    words: str
    note: str


@dataclass(frozen=True, slots=True)
class Shelf:
    """One kind of what waits: its first rows, how many there are, the address of the list with all ("" for none)."""

    key: str
    heading: str
    rows: list
    count: int
    all: str = ""

    @property
    def more(self):
        return self.all and self.count > len(self.rows)


def shelves(user, now):
    """The Shelves with something on them, what is most pressing first. The same number of queries for any number."""
    found = [
        _returned(user, now),
        _unsaved(user, now),
        _to_approve(user, now),
        _to_publish(user, now),
        _to_review_after(user, now),
        _sign_offs(user, now),
        _own(user, now),
    ]
    return [shelf for shelf in found if shelf and shelf.rows]


# ---------------------------------------------------------------- the lists they are the first rows of


class ForMeFilter(admin.SimpleListFilter):
    """In the list of stories: what waits for whoever looks at it."""

    title = "việc của tôi"
    parameter_name = "viec"

    def lookups(self, request, model_admin):
        kinds = [("approve", "duyet", "Chờ tôi duyệt"), ("publish", "dang", "Chờ tôi đăng")]
        mine = [(value, label) for action, value, label in kinds if grants(request.user, action)]
        return [*mine, ("cua-toi", "Bài của tôi chưa đăng")]

    def queryset(self, request, queryset):
        waiting = {"duyet": for_approval, "dang": for_publishing, "cua-toi": of_mine}.get(self.value())
        return (
            queryset.filter(pk__in=waiting(request.user, timezone.now()).values("pk"))
            if waiting
            else queryset
        )


def of_mine(user, now):
    """What this user writes and readers do not have yet."""
    return Article.objects.filter(owned(user), has_standing(*(Standing(s) for s in UNPUBLISHED), now=now))


def for_approval(user, now):
    return Article.objects.filter(scope(user, "approve", now), has_standing(Standing.IN_REVIEW, now=now))


def for_publishing(user, now):
    return Article.objects.filter(scope(user, "publish", now), has_standing(Standing.READY, now=now))


def for_review_after(user, now):
    urgent = Transition.objects.awaiting_review().exclude(by=user)
    return Article.objects.filter(scope(user, "review_after", now), pk__in=urgent.values("article"))


# ---------------------------------------------------------------- shelves


def _listed(query):
    return f"{reverse('admin:articles_article_changelist')}?{query}"


def _form(article):
    return reverse("admin:articles_article_change", args=[article.pk])


def _stepped(articles):
    """With the moment of the last step of each, those that wait longest first."""
    last = Transition.objects.steps().filter(article=OuterRef("pk")).order_by("-at", "-id").values("at")[:1]
    stepped = articles.annotate(stepped_at=Coalesce(Subquery(last), F("updated_at")))
    return stepped.select_related("created_by").defer(*WORDS).order_by("stepped_at", "pk")


def _returned(user, now):
    """Drafts the user began or signs whose last step was a return, with the reason."""
    last = (
        Transition.objects.steps().filter(article=OuterRef("article")).order_by("-at", "-id").values("pk")[:1]
    )
    drafts = Article.objects.filter(
        scope(user, "edit", now), has_standing(Standing.DRAFT, now=now), owned(user)
    )
    returns = Transition.objects.filter(pk=Subquery(last), verb=Verb.RETURN, article__in=drafts)
    rows = [
        Row(_form(step.article), str(step.article), f"{step.by or 'Tòa soạn'}: {step.reason}")
        for step in returns.select_related("article", "by").order_by("-at")[:SHOWN]
    ]
    return Shelf("returned", "Bài của bạn bị trả lại", rows, len(rows))


def _unsaved(user, now):
    """What this user wrote into a form and never saved: it is still there."""
    saved_since = Revision.objects.filter(
        article=OuterRef("article"), by=user.pk, at__gte=OuterRef("saved_at")
    )
    copies = WorkingCopy.objects.filter(
        ~Exists(saved_since), user=user.pk, saved_at__isnull=False,
        article__in=Article.objects.filter(scope(user, "edit", now)),
    )  # fmt: skip
    newest = copies.select_related("article").defer("fields").order_by("-saved_at")[:SHOWN]
    found = [
        *((copy.saved_at, _form(copy.article), str(copy.article), "") for copy in newest),
        *((new.saved_at, address_of(new), str(new), "bài mới, ") for new in beginnings.of(user)[:SHOWN]),
    ]
    rows = [
        Row(address, words, f"{kind}tự giữ lúc {moment(at)}")
        for at, address, words, kind in sorted(found, key=lambda one: one[0], reverse=True)[:SHOWN]
    ]
    return Shelf("unsaved", "Viết dở, chưa lưu", rows, len(rows))


def _to_approve(user, now):
    articles = for_approval(user, now)
    rows = [
        Row(_form(one), str(one), f"{one.created_by or 'Tòa soạn'} · chờ {elapsed(one.stepped_at, now)}")
        for one in _stepped(articles)[:SHOWN]
    ]
    return Shelf("to-approve", "Chờ bạn duyệt", rows, articles.count(), _listed("viec=duyet"))


def _to_publish(user, now):
    articles = for_publishing(user, now)
    rows = [
        Row(_form(article), str(article), f"chờ {elapsed(article.stepped_at, now)}")
        for article in _stepped(articles)[:SHOWN]
    ]
    return Shelf("to-publish", "Đã duyệt, chờ bạn đăng", rows, articles.count(), _listed("viec=dang"))


def _to_review_after(user, now):
    articles = for_review_after(user, now)
    newest = articles.defer(*WORDS).newest_first()[:SHOWN]
    rows = [Row(_form(article), str(article), f"đăng {moment(article.published_at)}") for article in newest]
    return Shelf("to-review", "Đăng khẩn, chờ hậu kiểm", rows, articles.count(), _listed("hau-kiem=cho"))


def _sign_offs(user, now):
    """Guests who hold a link to their words and have not settled all of them."""
    asked = Article.objects.filter(
        scope(user, "invite_sign_off", now), has_standing(*BEFORE_READERS, now=now)
    )
    links = SignOff.objects.filter(revoked_at=None, interviewee__article__in=asked)
    stories = {
        link.interviewee.article_id: link.interviewee.article
        for link in links.select_related("interviewee__article").order_by("expires_at", "pk")[:LINKS]
    }
    waiting = [
        one for one in consents(*stories.values(), now=now) if one.sign_off and not one.sign_off.revoked_at
        and not one.settled
    ]  # fmt: skip
    waiting.sort(key=lambda one: one.sign_off.expires_at)
    rows = [
        Row(
            reverse("admin:articles_article_sign_off", args=[one.interviewee.article_id]),
            f"{one.interviewee.speaker}: {stories[one.interviewee.article_id]}",
            _signing(one, now),
        )
        for one in waiting[:SHOWN]
    ]
    return Shelf("sign-offs", "Khách mời duyệt lời", rows, len(rows))


def _signing(consent, now):
    """How far a guest has come: "1/3 câu đã duyệt · có góp ý · đường dẫn còn 2 ngày"."""
    commented = any(standing.state == State.COMMENTED for standing in consent.standings)
    so_far = f"{consent.approved}/{len(consent.standings)} câu đã duyệt{' · có góp ý' if commented else ''}"
    until = consent.sign_off.expires_at
    left = time_left(until, now) if until > now else "hết hạn"
    return format_html("{} · đường dẫn {}", so_far, left)


def _own(user, now):
    articles = of_mine(user, now)
    newest = articles.defer(*WORDS).order_by("-updated_at", "-pk")[:SHOWN]
    rows = [
        Row(
            _form(article),
            str(article),
            format_html("{} sửa {}", standing_badge(article), moment(article.updated_at)),
        )
        for article in newest
    ]
    return Shelf("own", "Bài của bạn chưa đăng", rows, articles.count(), _listed("viec=cua-toi"))


# ---------------------------------------------------------------- by the clock


def coming(user, now):
    """A Shelf of what the clock will do next with the stories this user sees: bring them, or take them down soon."""
    appears = Greatest("published_at", Coalesce("embargo_until", "published_at"))
    goes = has_standing(Standing.PUBLISHED, now=now) & Q(unpublish_at__lte=now + SOON)
    turns = Article.objects.filter(scope(user, "view", now), has_standing(Standing.SCHEDULED, now=now) | goes)
    turns = turns.annotate(turns_at=Case(When(goes, then="unpublish_at"), default=appears)).defer(*WORDS)
    first = turns.order_by("turns_at", "pk")[:SHOWN]
    rows = [Row(_form(article), str(article), schedule.due(article, now)) for article in first]
    return Shelf("scheduled", "Hẹn giờ", rows, turns.count(), _listed(f"status={Standing.SCHEDULED}"))


def live(now):
    """The newest stories readers have before them, each with the moment it appeared."""
    stories = Article.objects.public(now).select_related("section").defer(*WORDS, "section__description")
    return [(story, moment(story.published_at)) for story in stories.newest_first()[:SHOWN]]
