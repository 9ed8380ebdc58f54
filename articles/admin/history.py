"""“Lịch sử” of an article: its revisions, one of them, two compared, one taken back; what changed since approval.

Every address asks the policy for the article it names; revisions are looked for among that article's own.
"""

from datetime import datetime

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.views.decorators.http import require_POST

from ..differences import briefly, compare
from ..models import Article, Author, Byline, Image, Passage, Verb
from ..restoring import restore
from ..richtext.sanitizer import from_plain
from ..snapshot import HOURS, snapshot
from ..typeset import figure_html, typeset
from ..workflow import Refused, changed_since_approval
from .desk import moment
from .rights import may

LIST, ONE, COMPARISON, RESTORING = (
    f"articles_article_{name}" for name in ("revisions", "revision", "comparison", "restoring")
)
ON_A_PAGE = 30
SIGNING = [Verb.APPROVE, Verb.REVIEW_AFTER, Verb.AMEND]


def urls(model_admin):
    """The addresses, for ArticleAdmin.get_urls()."""
    views = [
        ("<id:object_id>/lich-su/", list_view, LIST),
        ("<id:object_id>/lich-su/so-sanh/", comparison_view, COMPARISON),
        ("<id:object_id>/lich-su/<id:number>/", revision_view, ONE),
        ("<id:object_id>/lich-su/<id:number>/lay-lai/", require_POST(restoring_view), RESTORING),
    ]
    return [
        path(route, model_admin.admin_site.admin_view(view), {"model_admin": model_admin}, name=name)
        for route, view, name in views
    ]


def article_for(request, object_id, *actions):
    """The article, if this user may do all of this to it. 403 where they may read the article but not do this; 404
    where they may not even know of it."""
    article = get_object_or_404(Article.objects.select_related("section", "approved_revision"), pk=object_id)
    if not all(may(request, action, article) for action in actions):
        raise PermissionDenied if may(request, "view", article) else Http404
    return article


def page_of(model_admin, request, article, title, template, **context):
    """One page about an article. `may_open`: its form would open for this user."""
    context |= {
        **model_admin.admin_site.each_context(request),
        "title": title,
        "subtitle": str(article),
        "opts": model_admin.opts,
        "original": article,
        "may_open": may(request, "view", article),
        "may_read_history": may(request, "read_history", article),
        "may_read_record": may(request, "read_record", article),
    }
    return TemplateResponse(request, f"admin/articles/history/{template}.html", context)


def list_view(request, object_id, model_admin):
    article = article_for(request, object_id, "read_history")
    revisions = article.revisions.select_related("by").defer("snapshot")
    shown = Paginator(revisions, ON_A_PAGE).get_page(request.GET.get("trang"))
    steps = {}
    for step in article.transitions.filter(revision__in=[row.pk for row in shown]).select_related("by"):
        steps.setdefault(step.revision_id, []).append(step)
    numbers = [row.number for row in shown]
    return page_of(
        model_admin,
        request,
        article,
        "Lịch sử",
        "revisions",
        rows=[{"revision": row, "steps": steps.get(row.pk, [])} for row in shown],
        shown=shown,
        newest=numbers[0] if numbers else None,
        before_it=numbers[1] if len(numbers) > 1 else None,
    )


def comparison_view(request, object_id, model_admin):
    article = article_for(request, object_id, "read_history")
    asked = [request.GET.get(name, "") for name in ("tu", "den")]
    numbers = sorted({int(each) for each in asked if _is_number(each)})
    found = {
        row.number: row
        for row in article.revisions.filter(number__in=numbers).select_related("by", "article")
    }
    missing = [number for number in numbers if number not in found]
    if missing or len(numbers) != 2:
        sentence = f"Bài này không có bản {missing[0]}." if missing else "Hãy chọn hai bản khác nhau để so."
        messages.error(request, sentence)
        return redirect(f"admin:{LIST}", article.pk)
    earlier, later = (found[number] for number in numbers)
    difference = compare(earlier.snapshot, later.snapshot, signed_as=signed_as, told_at=moment)
    return page_of(
        model_admin,
        request,
        article,
        f"So bản {earlier.number} với bản {later.number}",
        "comparison",
        earlier=earlier,
        later=later,
        difference=difference,
        pictures=_with_thumbnails(difference.pictures),
        may_restore=may(request, "edit", article),
    )


def revision_view(request, object_id, number, model_admin):
    article = article_for(request, object_id, "read_history")
    revision = get_object_or_404(article.revisions.select_related("by"), number=number)
    kept = revision.snapshot
    lead = Image.objects.filter(pk=kept.get("lead_image_id")).first()
    newest = article.revisions.order_by("-number").values_list("number", flat=True).first()
    return page_of(
        model_admin,
        request,
        article,
        f"Bản {revision.number}",
        "revision",
        revision=revision,
        newest=newest,
        kept=kept,
        passages=typeset(list(_passages(kept))),
        signed=[signed_as(byline) for byline in kept.get("bylines", [])],
        lead=figure_html(lead, kept.get("lead_caption", "")),
        hours=[
            (label, moment(datetime.fromisoformat(kept[name])))
            for name, label in HOURS.items()
            if kept.get(name)
        ],
        may_restore=may(request, "edit", article) and number != newest,
    )


def restoring_view(request, object_id, number, model_admin):
    article = article_for(request, object_id, "edit", "read_history")
    earlier = get_object_or_404(article.revisions, number=number)
    seen = request.POST.get("version", "")
    try:
        done = restore(article, earlier, by=request.user, seen=int(seen) if _is_number(seen) else None)
    except Refused as refused:
        for problem in refused.problems:
            messages.error(request, problem)
        return redirect(f"admin:{LIST}", article.pk)
    messages.success(request, f"Đã lấy lại bản {number}; đây là bản {done.revision.number}.")
    for sentence in done.lost:
        messages.warning(request, sentence)
    # Whoever took back an approved story's words may no longer be the one to see it.
    readable = may(request, "view", article)
    return (
        redirect(f"admin:{LIST}", article.pk) if readable else redirect("admin:articles_article_changelist")
    )


def panel(request, article):
    """What changed since somebody approved, for the article's screen; None where nothing did, nobody approved, or this
    user may not read earlier words."""
    if not may(request, "read_history", article):
        return None
    approved = changed_since_approval(article)
    if approved is None:
        return None
    # Hours are no words: an approval does not answer for them.
    before, now = (
        {name: value for name, value in kept.items() if name not in HOURS}
        for kept in (approved.snapshot, snapshot(article))
    )
    places, more = briefly(compare(before, now, signed_as=signed_as, told_at=moment))
    newest = article.revisions.order_by("-number").values_list("number", flat=True).first()
    signing = article.transitions.filter(revision=approved, verb__in=SIGNING).select_related("by").first()
    address = reverse(f"admin:{COMPARISON}", args=[article.pk])
    return {
        "approved": approved,
        "signing": signing,
        "places": places,
        "more": more,
        "address": f"{address}?tu={approved.number}&den={newest}" if newest != approved.number else "",
    }


def signed_as(byline):
    """A kept byline as it stands under the story."""
    return Byline(author=Author(name=byline["name"]), role=byline["role"]).printed


def _is_number(written):
    return written.isascii() and written.isdigit() and len(written) <= 9


def _with_thumbnails(changes):
    images = Image.objects.in_bulk({change.image for change in changes})
    return [{"change": change, "image": images.get(change.image)} for change in changes]


def _passages(kept):
    """What a snapshot says, in reading order, as Passages; the headline and the names around it stand apart."""
    if kept.get("standfirst"):
        yield Passage("standfirst", "", from_plain(kept["standfirst"]))
    if kept.get("body"):
        yield Passage("text", "", kept["body"])
    for exchange in kept.get("exchanges", []):
        if exchange["question"]:
            role = "question" if exchange["answer"] else "remark"
            yield Passage(role, exchange["asked_by"], from_plain(exchange["question"]))
        if exchange["answer"]:
            speaker = exchange["answered_by"]
            yield Passage("answer", speaker, exchange["answer"], speaker_id=exchange.get("answered_by_id"))
