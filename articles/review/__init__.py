"""A transcript under review: what the importer read, as plain values an editor can rearrange; pure, no models.

    written.py       the blocks of a turn <-> the text of a text area
    reviewed.py      Review, its speakers and turns; Draft -> Review -> Draft
    rearranging.py   split, merge, swap, assign, mark: each gives a new Review and keeps every word
    fields.py        Review <-> the flat fields of a form: all of them strings
"""

from .fields import as_fields, from_fields
from .rearranging import assign, look, mark, merge, rearranged, split, swap
from .reviewed import (
    BYLINE,
    CAPTION,
    KINDS,
    NOBODY,
    Review,
    ReviewedTurn,
    ReviewError,
    Speaker,
    as_draft,
    of_draft,
)

__all__ = [
    "BYLINE",
    "CAPTION",
    "KINDS",
    "NOBODY",
    "Review",
    "ReviewError",
    "ReviewedTurn",
    "Speaker",
    "as_draft",
    "as_fields",
    "assign",
    "from_fields",
    "look",
    "mark",
    "merge",
    "of_draft",
    "rearranged",
    "split",
    "swap",
]
