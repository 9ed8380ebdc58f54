"""What an editor looks over before a Word file is a draft: the head's fields, the body as it will be, its pictures."""

import base64
import io
from dataclasses import dataclass, field

from django.forms import fields_for_model
from django.utils.html import format_html

from .. import renditions
from ..models import Article, Author
from ..review.reviewed import signatures
from ..richtext.fields import LONGEST_TYPED
from ..richtext.render import render
from ..stories import StoryDraft
from ..story_drafting import numbered_figures
from .import_form import HeadForm, Problem, section_choice

_THUMBNAIL = 480  # pixels
_MOST_SHOWN = 40  # pictures; more of them would make a page of many megabytes
_GONE = "Tệp gốc không còn giữ ở đây: bản nháp để chỗ chờ ảnh."


class StoryHeadForm(HeadForm):
    """What stands above and around the body, by the rules of the article's own fields."""

    introduction = None
    published = None
    dateline = fields_for_model(Article, ["dateline"])["dateline"]

    field_order = (
        "headline", "kicker", "section", "section_new", "dateline", "standfirst", "byline", "unplaced"
    )  # fmt: skip


def head_of(draft: StoryDraft, user) -> dict[str, str]:
    """What the fields say at first. A section's name that leads to no choice stays among the unplaced."""
    section = section_choice(draft, user)
    printed = [draft.section] if draft.section and not section["section"] else []
    return section | {
        "headline": draft.headline,
        "kicker": draft.kicker,
        "standfirst": draft.standfirst,
        "byline": "\n".join(f"{name} ({role})" if role else name for name, role in draft.byline),
        "unplaced": "\n\n".join((*printed, *draft.unplaced)),
    }


def signed(head: StoryHeadForm) -> tuple[tuple[str, str], ...]:
    """The (name, role) pairs of the field of a valid form."""
    lines = filter(None, map(str.strip, head.cleaned_data["byline"].splitlines()))
    return tuple(pair for line in lines for pair in signatures(line))


def too_long(body: str, byline) -> list[Problem]:
    """What the rows of the database cannot hold."""
    longest = Author._meta.get_field("name").max_length
    found = []
    if any(len(name) > longest for name, _ in byline):
        found.append(Problem("id_byline", f"Một tên trong phần ký tên dài quá {longest} ký tự."))
    if len(body) > LONGEST_TYPED:
        found.append(Problem("body", "Bài dài quá một triệu ký tự. Hãy chia thành nhiều bài."))
    return found


@dataclass
class Shown:
    """A body as it will be. refusals: sentences about the pictures that will not come in."""

    body: str
    brought: tuple = ()
    refusals: list[str] = field(default_factory=list)

    def __post_init__(self):
        self.figures = numbered_figures(self.body, self.brought)
        self.html = render(self.body, self._figure)

    def _figure(self, number, caption):
        source, refusal = self._picture(self.figures[number].image, number)
        which = f"“{caption[:60]}”" if caption else f"thứ {number}"
        if refusal:
            self.refusals.append(f"Ảnh {which} không nhận được: {refusal}")
        picture = format_html('<img src="{}" alt="">', source) if source else _placeholder(refusal)
        words = format_html("<figcaption>{}</figcaption>", caption) if caption else ""
        return format_html('<figure class="brought">{}{}</figure>', picture, words)

    def _picture(self, raw, number):
        """(address of a small copy, "") or ("", why there is none); more than so many are not drawn."""
        if raw is None:
            return "", "" if self.brought else _GONE
        try:
            picture = renditions.read(raw)
        except renditions.PictureError as refusal:
            return "", str(refusal)
        if number > _MOST_SHOWN:
            return "", ""
        picture.thumbnail((_THUMBNAIL, _THUMBNAIL))
        small = io.BytesIO()
        picture.save(small, "JPEG", quality=70)
        return f"data:image/jpeg;base64,{base64.b64encode(small.getvalue()).decode()}", ""


def _placeholder(refusal):
    return format_html('<p class="no-picture">{}</p>', refusal or "Chỗ chờ ảnh")
