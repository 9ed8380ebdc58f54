"""An article's passages as HTML: collect the pictures, fetch them at once, render."""

from functools import lru_cache, partial
from itertools import count
from typing import NamedTuple

from . import figures
from .drawing import STORIES
from .models import Image, Passage
from .prepared import Prepared
from .richtext.render import render
from .richtext.sanitizer import image_ids

PLAIN_ROLES = frozenset({"standfirst", "question", "remark"})
ASKED_ROLES = frozenset({"question", "remark"})  # printed as plain text wherever they are


class SetPassage(NamedTuple):
    """A Passage ready for the page.

    html: safe to print; "" for a question or remark.
    text: the plain words of a standfirst, question or remark, paragraphs apart by a blank line; "" for the others.
    number: 1 for the first question, 2 for the next one…, 0 for what is no question.
    voice: 1 for the guest who answers first, 2 for the next one…, 0 for everybody else: respondents look different.
    repeats_speaker: this answer has the same speaker as the answer before.
    pictures: how many it shows.
    """

    role: str
    speaker: str
    html: str
    anchor: str
    repeats_speaker: bool
    text: str = ""
    number: int = 0
    voice: int = 0
    pictures: int = 0


def image_ids_of(article):
    """The pictures an article shows, lead included, as an Image queryset."""
    texts = [article.body, *article.exchanges.values_list("answer", flat=True)]
    ids = {number for text in texts for number in image_ids(text)}
    if article.lead_image_id:
        ids.add(article.lead_image_id)
    return Image.objects.filter(pk__in=ids)


def typeset(passages: list[Passage], *, pictures=True, light=False):
    """Return the passages as SetPassages, in order. One query for all pictures together, none where there are none.

    pictures=False gives a feed: captions stand, pictures do not. light: a link stands for each picture.

    Where there are several, pictures are numbered "Ảnh 1.", "Ảnh 2."… over all passages; those of a set have their
    place in it instead, and a caption whose picture is not there has none.
    """
    wanted = [_ids(passage.html) if pictures else () for passage in passages]
    numbers = sorted({number for ids in wanted for number in ids})
    images = tuple((image.pk, *_seen(image)) for image in _images(numbers=numbers)) if numbers else ()
    return list(_set(tuple(passages), tuple(wanted), images, light))


_images = Prepared(lambda numbers: Image.objects.filter(pk__in=numbers).order_by("pk"))


@lru_cache(maxsize=2 * STORIES)
def _ids(html):
    return tuple(image_ids(html))


@lru_cache(maxsize=STORIES)
def _set(passages, wanted, images, light):
    """The SetPassages of Passages. wanted: the pictures of each by number; images: (number, Picture or None, the
    picture's own caption) of those there are. It asks nobody anything: equal passages are set once."""
    images = {number: (picture, caption) for number, picture, caption in images}
    numbers, several = count(1), sum(map(len, wanted)) > 1

    def figure(image_id, caption):
        shown = _shown(images.get(image_id), caption)
        if several and shown and shown.picture:
            shown = shown._replace(label=f"Ảnh {next(numbers)}.")
        return _drawn(shown, light=light)

    gallery = partial(_gallery, images, light=light)
    set_passages, last_answerer, voices, questions = [], None, {}, 0
    for passage, ids in zip(passages, wanted, strict=True):
        answers = passage.role == "answer"
        answerer = (passage.speaker_id, passage.speaker)
        repeats = answers and answerer == last_answerer
        last_answerer = answerer if answers else last_answerer
        questions += passage.role == "question"
        html = "" if passage.role in ASKED_ROLES else render(passage.html, figure, gallery)
        set_passages.append(
            SetPassage(
                role=passage.role,
                speaker=passage.speaker,
                html=html,
                anchor=passage.anchor,
                repeats_speaker=repeats,
                text=passage.text if passage.role in PLAIN_ROLES else "",
                number=questions if passage.role == "question" else 0,
                voice=voices.setdefault(passage.speaker_id, len(voices) + 1) if passage.speaker_id else 0,
                pictures=len(ids),
            )
        )
    return tuple(set_passages)


def typeset_text(html):
    """One rich text as safe HTML with its pictures; one query where there are any. Of an article: typeset()."""
    wanted = image_ids(html)
    images = Image.objects.in_bulk(wanted) if wanted else {}
    images = {number: _seen(image) for number, image in images.items()}
    return render(
        html,
        lambda image_id, caption: _drawn(_shown(images.get(image_id), caption)),
        partial(_gallery, images),
    )


def figure_html(image, caption="", *, lead=False, light=False):
    """One figure without a number. Without a picture file, or while it is sealed, the caption alone; with neither,
    nothing. light: a link instead of the picture."""
    return _drawn(_shown(_seen(image) if image else None, caption), lead=lead, light=light)


def _seen(image):
    """(its Picture, None where readers see none; its own caption) of an Image."""
    if not image.file or image.is_sealed():
        return None, image.caption
    size = image.width, image.height, image.made, image.focus_x, image.focus_y
    return figures.Picture(image.file.name, image.file.url, *size, image.alt, image.credit), image.caption


def _shown(seen, caption):
    """The Shown of what readers see: the picture only where it has its file; None where there is nothing to see."""
    picture, own = seen or (None, "")
    caption = caption or own
    return figures.Shown(picture, caption) if picture or caption else None


def _drawn(shown, *, lead=False, light=False):
    if not shown:
        return ""
    return figures.light_figure(shown) if light else figures.figure(shown, lead)


def _gallery(images, pictures, light=False):
    """A set of figures, shown as one. images: what _seen() tells by number; pictures: [(number, caption), …]. Those of
    which there is nothing to show are not counted."""
    shown = list(filter(None, (_shown(images.get(number), caption) for number, caption in pictures)))
    shown = [
        one._replace(label=f"Ảnh {place}/{len(shown)}.") if one.picture else one
        for place, one in enumerate(shown, 1)
    ]
    if light:
        return figures.light_gallery(shown)
    return figures.gallery(shown) if shown else ""
