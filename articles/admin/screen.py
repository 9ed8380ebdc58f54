"""The writing screen: what stands on the page being written, what stands in the column beside it."""

from django.urls import reverse
from django.utils import timezone

from ..models import Kind
from . import corrections, history, previews, refreshing, signoff, verbs
from .rights import may

TITLES = {Kind.STORY: "Viết bài", Kind.INTERVIEW: "Lập phỏng vấn"}
BESIDE = "beside"  # the class of what stands in the column; templates/admin/articles/article/change_form.html reads it
SIGNED = "signed"  # the part under which the bylines stand
STYLES = [
    "css/admin/writing-screen.css",
    "css/admin/writing-bar.css",
    "css/admin/writing-sheet.css",
    "css/admin/writing-column.css",
    "css/admin/exchanges.css",
]
SCRIPTS = [
    "js/admin/unsaved-work.js",
    "js/admin/jump-list.js",
    "js/admin/growing-text.js",
    "js/admin/word-count.js",
    "js/admin/writing-keys.js",
    "js/admin/kept-place.js",
    "js/admin/side-column.js",
]
SHOWN_RECORDS = 50  # newest revisions and transitions in the column


def fieldsets(article, body, hours):
    """The form's parts, for ModelAdmin.get_fieldsets().

    article: None while it is still to be made. body: the name of the field that shows the text. hours: names of fields.
    """
    unplaced = [("Chưa xếp được", {"fields": ["unplaced"]})] if article and article.unplaced else []
    return [
        (None, {"fields": ["kicker", "headline", "standfirst"]}),
        *unplaced,
        (None, {"fields": ["dateline", body]}),
        ("Xếp bài", {"classes": [BESIDE, SIGNED], "fields": ["section", "topics"]}),
        ("Ảnh chính", {"classes": [BESIDE], "fields": ["lead_image", "lead_caption"]}),
        ("Đăng bài", {"classes": [BESIDE], "fields": [*hours, "comments_open"]}),
    ]


def panels(request, article, editable):
    """What the screen of a stored article shows around its form, as the template's context."""
    return {
        "title": "Sửa bài" if editable else "Xem bài",
        "step": verbs.panel(request, article),
        "verb_url": "" if editable else reverse("admin:articles_article_verb", args=[article.pk]),
        "preview_url": reverse(f"admin:{previews.FRAMES}", args=[article.pk]),
        "public_url": article.get_absolute_url() if article.is_public(timezone.now()) else "",
        "may_correct": may(request, "correct", article),
        "transitions": article.transitions.select_related("by")[:SHOWN_RECORDS],
        "revisions": article.revisions.select_related("by").defer("snapshot")[:SHOWN_RECORDS],
        "since_approval": history.panel(request, article),
        "may_read_history": may(request, "read_history", article),
        "may_read_record": may(request, "read_record", article),
        "corrections": corrections.panel(request, article),
        "sign_off": signoff.panel(request, article),
        "preview_links": previews.panel(request, article),
        "refreshed": refreshing.panel(request, article),
    }
