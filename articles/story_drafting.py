"""From a story's manuscript to rows: an article in the state of a draft, with everything the source said."""

import html as entities
import re

from .drafting import Drafted, Received, figure_html, receive_figures, sign
from .models import Article, Kind
from .richtext.sanitizer import clean
from .snapshot import keep_revision
from .transcripts import Figure

# As the sanitiser writes them.
_FIGURE = re.compile(r'<figure data-image-id="(\d+)">(?:<figcaption>(.*?)</figcaption>)?</figure>', re.DOTALL)


def numbered_figures(body: str, brought=()) -> dict[int, Figure]:
    """{number: Figure} for the figures of a body whose figures carry numbers, each with the caption it has there.

    brought: the Figures of the file, whose pictures they are by their place from 1; one without stays without bytes.
    """
    found = {}
    for number, caption in _FIGURE.findall(clean(body)):
        n = int(number)
        image = brought[n - 1].image if 0 < n <= len(brought) else None
        found[n] = Figure(n, "", "", entities.unescape(caption), image)
    return found


def receive_story_pictures(body: str, brought, *, by) -> Received:
    """Take in the pictures of the file that the body shows, before the rows: files cannot be rolled back."""
    return receive_figures(numbered_figures(body, brought).values(), by=by)


def make_story(*, body, section, byline=(), brought=(), pictures: Received, by=None, **words) -> Drafted:
    """Store a story as a draft, within the caller's transaction.

    body: rich text whose figures carry numbers (see numbered_figures()); a figure whose picture did not come gets an
    Image that awaits its file. byline: (name, role) pairs. words: kicker, headline, standfirst, dateline, unplaced.
    """
    figures = numbered_figures(body, brought)
    notes = [*pictures.notes]
    laid_out = _FIGURE.sub(lambda found: figure_html(figures[int(found[1])], pictures.images), clean(body))
    if section.pk is None:
        section.save()
    article = Article.objects.create(kind=Kind.STORY, section=section, body=laid_out, created_by=by, **words)
    sign(article, byline, notes)
    keep_revision(article, by=by, note="nhập từ Word")
    return Drafted(article, notes)
