"""An article's page: all it says made into words, and those put into one stencil (articles/stencils.py).

So a story nobody has asked for before costs what one costs that everybody reads.
"""

from typing import NamedTuple

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.html import format_html_join
from django.utils.text import Truncator

from . import srcset
from .models.address import address_of_numbers
from .stencils import stencilled
from .structured import as_script
from .templatetags import articles as tags
from .templatetags.sharing import share_links

DESCRIPTION_WORDS = 45
RELATED_SIZES = "(min-width: 60rem) 22vw, (min-width: 40rem) 44vw, 112px"


class Named(NamedTuple):
    """Of a section, a topic, an author: what a link to it needs, by the names that models have for it."""

    name: str
    get_absolute_url: str


class Signed(NamedTuple):
    """Of a Byline."""

    author: Named
    printed: str


class Story(NamedTuple):
    """Of an Article. picture: of the lead picture what other sites show, None where it has no file."""

    pk: str
    kind: str
    kicker: str
    headline: str
    description: str
    dateline: str
    section: Named
    get_absolute_url: str
    get_light_url: str
    when: str
    published: str
    picture: tuple | None


def printed(context):
    """The whole HTML. context: of views/public.py's article_context(), with preview (nobody outside sees it yet),
    invited (the PreviewLink by which one reader does), today (an aware moment) where they go for it."""
    article, preview, invited = context["article"], bool(context.get("preview")), context.get("invited")
    guests, corrections, passages = context["guests"], context["corrections"], context["passages"]
    section, share = context["section"], context["share"]
    around = {
        "paper": settings.PAPER,
        "sections": context["sections"],
        "today": context.get("today") or timezone.localtime(),
    }
    paper = tags.chrome(around)["paper"]
    told = {"corrections": corrections}
    return stencilled(
        "articles/article.html",
        paper=paper,
        site_url=settings.SITE_URL,
        masthead=tags.masthead(around, section, within=True),
        imprint=tags.imprint(around),
        preview=preview,
        reader=invited.reader if invited else "",
        until=f"{timezone.localtime(invited.expires_at):%H:%M %d/%m/%Y}" if invited else "",
        invited=bool(invited),
        share=share,
        article=story(article),
        read_url=address_of_numbers("read", article.pk),
        standfirst=context["standfirst"].html if context["standfirst"] else "",
        bylines=tuple([Signed(_named(each.author), each.printed) for each in context["bylines"]]),
        links=tuple(share_links(article)) if share else (),
        structured="" if preview else as_script(context["structured"]),
        correction_banner=render_to_string("articles/_correction_banner.html", told) if corrections else "",
        corrections=render_to_string("articles/_corrections.html", told) if corrections else "",
        lead=tags.lead_figure(article) if article.lead_image else "",
        guests=tags.guests_of(guests, portraits=True) if guests else "",
        questions=tags.questions_of(context["questions"]) if context["questions"] else "",
        text=tags.told(passages, guests, share),
        shows_pictures=context["shows_pictures"],
        topics=tuple([Named(topic.name, topic.address) for topic in context["topics"]]),
        related=format_html_join(
            "",
            "{}",
            [[tags.card(each, level=3, shape="stack", sizes=RELATED_SIZES)] for each in context["related"]],
        ),
        comments="" if preview else render_to_string("articles/_comments.html", {"article": article}),
    )


def story(article):
    """The Story of an Article with its section and lead picture."""
    published, image = article.published_at, article.lead_image
    picture = None
    if image and image.file:
        address, *size = srcset.social(image)
        picture = address, *map(str, size), image.alt
    said = Truncator(article.standfirst or article.headline)
    return Story(
        str(article.pk),
        article.kind,
        article.kicker,
        article.headline,
        said.words(DESCRIPTION_WORDS, truncate=" …"),
        article.dateline,
        _named(article.section),
        article.get_absolute_url(),
        article.get_light_url(),
        tags.when(published, weekday=True),
        timezone.localtime(published).isoformat() if published else "",
        picture,
    )


def _named(row):
    return Named(row.name, row.get_absolute_url())
