"""The moderation desk: what waits, oldest first, dealt to one moderator at a time, decided by one press."""

from datetime import timedelta

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, JsonResponse
from django.template.response import TemplateResponse
from django.urls import path
from django.utils import timezone
from django.utils.http import urlencode

from articles.hours import elapsed
from articles.models import Article

from .. import claims, moderation, policy, queues
from ..models import Comment, CommentKind, Lead, Reason
from .cards import cards
from .pressing import last_act, numbers, press
from .redirecting import see_other

PER_PAGE = 20
FRAGMENT = "admin/comments/comment/_cards.html"
UNDOABLE = timedelta(minutes=30)  # how long the page offers to take back what one did last
REASONS = [choice for choice in Reason.choices if choice[0] != Reason.SPAM]


class ModerationDesk:
    """Mixed into the admin of comments."""

    def get_urls(self):
        guarded = self.admin_site.admin_view
        return [
            path("duyet/", guarded(self.desk_view), name="comments_comment_desk"),
            path("duyet/so-lieu/", guarded(self.figures_view), name="comments_comment_figures"),
            *super().get_urls(),
        ]

    def desk_view(self, request):
        """A queue (?hang=) from its beginning or behind one comment (?sau=), what is like one (?giong=), by one reader
        (?nguoi=) or those of given numbers (?the=); under one story (?bai=); without the page around it (?phan=1)."""
        if request.method == "POST":
            return self._pressed(request)
        if not policy.can(request.user, "view"):
            raise PermissionDenied
        decides = policy.can(request.user, "decide")
        name = request.GET.get("hang", queues.WAITING)
        if name not in queues.NAMES:
            raise Http404
        story = _number(request, "bai")
        of = {
            "article": story,
            "kind": CommentKind.QUESTION if "cau-hoi" in request.GET else None,
        }
        ids, more = self._shown(request, name, of, decides)
        context = {
            "cards": cards(ids, request.user),
            "hang": name,
            "decides": decides,
            "may_turn": self.has_turn_permission(request),
            "all_chosen": "giong" in request.GET,
            "reasons": REASONS,
            "leads": Lead.choices,
            "days": moderation.BLOCK_DAYS,
        }
        if "phan" in request.GET:
            return TemplateResponse(request, FRAGMENT, context)
        about = Article.objects.filter(pk=story).select_related("section").first() if story else None
        onward = request.GET.copy()
        onward["sau"] = ids[-1] if more else ""
        context |= {
            **self.admin_site.each_context(request),
            "title": "Duyệt ý kiến bạn đọc",
            "opts": self.opts,
            # Readers' words need the width.
            "is_nav_sidebar_enabled": False,
            "told": self._told(request.user),
            "about": about,
            "only_questions": bool(of["kind"]),
            "within": urlencode({"bai": story} if story else {}) + ("&cau-hoi" if of["kind"] else ""),
            "about_is_public": about is not None and about.is_public(timezone.now()),
            "last_act": last_act(request.user, timezone.now() - UNDOABLE) if decides else None,
            "onward": onward.urlencode() if more else "",
            "narrowed": next((name for name in ("giong", "nguoi", "the") if name in request.GET), ""),
        }
        return TemplateResponse(request, "admin/comments/comment/desk.html", context)

    def _shown(self, request, name, of, decides):
        """(numbers of the comments that are shown, whether more follow them)."""
        if "the" in request.GET:
            return numbers(request.GET["the"].split(","))[: moderation.AT_ONCE], False
        if "giong" in request.GET:
            ids = queues.alike(self._comment(request, "giong"))[: moderation.AT_ONCE]
            if decides:
                ids = claims.deal(Comment.objects.filter(pk__in=ids).order_by("pk"), request.user, len(ids))
            return ids, False
        if "nguoi" in request.GET:
            one = self._comment(request, "nguoi")
            rows, name = queues.of_reader(one), queues.APPROVED  # newest first, and dealt to nobody
        else:
            rows = queues.queue(name, **of)
        if "sau" in request.GET:
            rows = queues.after(rows, name, self._comment(request, "sau"))
        if name in queues.DEALT and decides:
            ids = claims.deal(rows, request.user, PER_PAGE)
        else:
            ids = list(rows.values_list("pk", flat=True)[:PER_PAGE])
        return ids, len(ids) == PER_PAGE

    def _comment(self, request, parameter):
        found = Comment.objects.filter(pk=_number(request, parameter)).first()
        if found is None:
            raise Http404
        return found

    def _pressed(self, request):
        """Do what the button says; back to the same place of the same queue, or as JSON to a script."""
        verb, _, rest = request.POST.get("_do", "").partition(":")
        if verb == "turn":
            self.turn(request, rest)
            return see_other(request.get_full_path())
        if not policy.can(request.user, "decide"):
            raise PermissionDenied
        result = press(request.POST, request.user)
        if request.headers.get("Accept") == "application/json":
            last = last_act(request.user, timezone.now() - UNDOABLE)
            answer = {"said": result.said, "done": result.done, "left": result.left, "last": last and last[0]}
            return JsonResponse(answer)
        for why in dict.fromkeys(result.left.values()):
            messages.warning(request, why)
        return see_other(f"{request.get_full_path()}#{_next(request.POST, result.done)}")

    def figures_view(self, request):
        """The counts and figures as JSON. A POST names the comments before one's eyes (`ids`), and keeps them there."""
        if not policy.can(request.user, "view"):
            raise PermissionDenied
        told = self._told(request.user)
        answer = {
            "queues": told["queues"],
            "figures": {name: told[name] for name in ("waiting", "oldest", "median", "rate")},
            "late": told["late"],
            "gone": {},
        }
        if request.method == "POST":
            ids = numbers(request.POST.get("ids", "").split(","))[: moderation.AT_ONCE]
            answer["gone"] = _gone(ids, request.POST.get("hang", ""), request.user)
        return JsonResponse(answer)

    def _told(self, user):
        """The head of the page: {queues: {name: count}, waiting, oldest, median, rate: as they are shown, late}."""
        now = timezone.now()
        counts, day, promised = queues.counts(), queues.figures(now), queues.target()
        return {
            "queues": counts,
            "tabs": [(name, label, counts[name]) for name, label in queues.NAMES.items()],
            "waiting": counts[queues.WAITING],
            "oldest": elapsed(day.oldest, now) if day.oldest else "–",
            "late": bool(day.oldest and now - day.oldest > promised),
            "target": round(promised.total_seconds() / 60),
            "median": elapsed(now - day.median, now) if day.median is not None else "–",
            "rate": f"{day.rate}%" if day.rate is not None else "–",
            "decided": day.decided,
        }


def _number(request, parameter):
    return next(iter(numbers([request.GET.get(parameter, "")])), None)


def _next(sent, done):
    """The anchor of the comment behind those that were decided on, as the page showed them."""
    shown = numbers(sent.get("shown", "").split(","))
    behind = shown[max((shown.index(pk) + 1 for pk in done if pk in shown), default=0) :]
    return next((f"y-kien-{pk}" for pk in behind if pk not in done), "hang-doi")


def _gone(ids, name, user):
    """{number: why} of the comments that are no longer this moderator's to decide on; the others are held on."""
    seen = queues.SEEN_AS.get(name)
    now_is = dict(Comment.objects.filter(pk__in=ids).values_list("pk", "status"))
    gone = {pk: moderation.IS_ALREADY[status] for pk, status in now_is.items() if seen and status != seen}
    if name in queues.DEALT and policy.can(user, "decide"):
        rest = [pk for pk in now_is if pk not in gone]
        mine = claims.hold(rest, user)
        others = claims.of_others([pk for pk in rest if pk not in mine], user)
        gone |= {pk: f"{claim.moderator} đang xem ý kiến này." for pk, claim in others.items()}
    return gone
