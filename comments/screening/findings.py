"""What a check is given, and what it gives back."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from . import wording
from .reading import read


@dataclass(frozen=True)
class Finding:
    """Why a comment should be looked at twice, in Vietnamese, and where: the field and the characters of it as stored.

    start and end are None where the whole comment is meant.
    """

    check: str
    reason: str
    field: str = "text"
    start: int | None = None
    end: int | None = None


class Phrase(NamedTuple):
    """A watched word or phrase. marks: only as written with these marks.

    A tuple: the whole list is hashed for each comment.
    """

    words: str
    label: str
    marks: bool = False


@dataclass(frozen=True)
class Circumstances:
    """What is known besides the words. of_address: how many came from this address within the last ten minutes, this
    one not counted. same_words: how many earlier comments say exactly this. recent: earlier comments, folded.
    blocked: why and until when this reader is blocked, "" for the others. host: the paper's own."""

    phrases: Callable = tuple
    recent: tuple = ()
    of_address: int = 0
    same_words: int = 0
    blocked: str = ""
    host: str = ""


@dataclass(frozen=True)
class Written:
    """A comment's fields as they will be stored."""

    text: str
    name: str = ""
    place: str = ""
    email: str = ""

    @cached_property
    def readings(self):
        """The Reading of each field that readers will see, by its name; the text first."""
        return {name: read(getattr(self, name)) for name in ("text", "name", "place")}

    @property
    def reading(self):
        return self.readings["text"]

    @cached_property
    def worded(self):
        """The kind of offer its text is worded like, and where: a wording.Worded; None for an honest one."""
        return wording.worded(self.reading)
