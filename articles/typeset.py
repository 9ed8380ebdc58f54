"""An article's passages as HTML: collect the pictures, fetch them at once, render."""

from dataclasses import dataclass

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from . import renditions
from .models import Image, Passage
from .richtext.render import render
from .richtext.sanitizer import image_ids

PLAIN_ROLES = frozenset({"standfirst", "question", "remark"})


@dataclass(frozen=True, slots=True)
class SetPassage:
    """A Passage ready for the page: `html` is safe to print.

    text: the plain words of a standfirst, question or remark, paragraphs apart by a blank line; "" for the others.
    number: 1 for the first question, 2 for the next one…, 0 for what is no question.
    voice: 1 for the guest who answers first, 2 for the next one…, 0 for everybody else: respondents look different.
    repeats_speaker: this answer has the same speaker as the answer before.
    """

    role: str
    speaker: str
    html: SafeString
    anchor: str
    repeats_speaker: bool
    text: str = ""
    number: int = 0
    voice: int = 0


def image_ids_of(article):
    """The pictures an article shows, lead included, as an Image queryset."""
    texts = [article.body, *article.exchanges.values_list("answer", flat=True)]
    ids = {number for text in texts for number in image_ids(text)}
    if article.lead_image_id:
        ids.add(article.lead_image_id)
    return Image.objects.filter(pk__in=ids)


def typeset(passages: list[Passage], *, pictures=True):
    """Return the passages as SetPassages, in order. One query for all pictures together, none where there are none.

    pictures=False gives the light page: captions stand, pictures do not.
    """
    wanted = {number for passage in passages for number in image_ids(passage.html)}
    images = Image.objects.in_bulk(wanted) if wanted and pictures else {}

    def figure(image_id, caption):
        return figure_html(images.get(image_id), caption)

    set_passages, last_answerer, voices, questions = [], None, {}, 0
    for passage in passages:
        answers = passage.role == "answer"
        answerer = (passage.speaker_id, passage.speaker)
        repeats = answers and answerer == last_answerer
        last_answerer = answerer if answers else last_answerer
        questions += passage.role == "question"
        set_passages.append(
            SetPassage(
                role=passage.role,
                speaker=passage.speaker,
                html=render(passage.html, figure),
                anchor=passage.anchor,
                repeats_speaker=repeats,
                text=passage.text if passage.role in PLAIN_ROLES else "",
                number=questions if passage.role == "question" else 0,
                voice=voices.setdefault(passage.speaker_id, len(voices) + 1) if passage.speaker_id else 0,
            )
        )
    return set_passages


def typeset_text(html):
    """One rich text as safe HTML with its pictures; one query where there are any. Of an article: typeset()."""
    wanted = image_ids(html)
    images = Image.objects.in_bulk(wanted) if wanted else {}
    return render(html, lambda image_id, caption: figure_html(images.get(image_id), caption))


def figure_html(image, caption="", *, lead=False):
    """One figure. Without a picture file, or while it is sealed, the caption alone; with neither, nothing."""
    caption = caption or (image.caption if image else "")
    has_file = bool(image and image.file) and not image.is_sealed()
    if not has_file and not caption:
        return ""
    return render_to_string(
        "articles/_figure.html",
        {"image": image if has_file else None, "caption": caption, "lead": lead},
    )


def sources(image):
    """The srcset of a picture's WebP ladder: "…-400.webp 400w, …-800.webp 800w"."""
    storage = image.file.storage
    return ", ".join(
        f"{storage.url(renditions.rendition_name(image.file.name, width))} {width}w"
        for width in renditions.ladder(image.width)
    )
