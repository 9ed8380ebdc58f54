from .taxonomy import FormerSlug, Section, Topic  # noqa: I001  in the order they build on each other
from .image import Image
from .people import Author, Byline, Person
from .standing import Standing, Status, has_standing
from .article import Article, ArticleQuerySet, Kind, Passage
from .interview import Exchange, Interviewee
from .announcement import Announcement
from .record import Revision, Transition, Verb
from .correction import Correction
from .preview import PreviewLink
from .readership import Readership
from .refresh import Refresh
from .search import SearchEntry, SearchWord
from .stream import StreamEntry
from .frontpage import Placement
from .signoff import SignOff, SignOffEvent
from .working_copy import WorkingCopy

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
    "PreviewLink",
    "Readership",
    "Refresh",
    "Revision",
    "SearchEntry",
    "SearchWord",
    "Section",
    "SignOff",
    "SignOffEvent",
    "Standing",
    "Status",
    "StreamEntry",
    "Topic",
    "Transition",
    "Verb",
    "WorkingCopy",
    "has_standing",
]
