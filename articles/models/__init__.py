from .taxonomy import FormerSlug, Section, Topic  # noqa: I001  in the order they build on each other
from .image import Image
from .people import Author, Byline, Person
from .article import Article, ArticleQuerySet, Kind, Passage, Status
from .interview import Exchange, Interviewee
from .announcement import Announcement
from .record import Correction, Revision, Transition, Verb
from .frontpage import Placement
from .signoff import SignOff, SignOffEvent

__all__ = [
    "Announcement",
    "Article",
    "ArticleQuerySet",
    "Author",
    "Byline",
    "Correction",
    "Exchange",
    "FormerSlug",
    "Image",
    "Interviewee",
    "Kind",
    "Passage",
    "Person",
    "Placement",
    "Revision",
    "Section",
    "SignOff",
    "SignOffEvent",
    "Status",
    "Topic",
    "Transition",
    "Verb",
]
