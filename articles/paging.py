"""A long list page by page, never counted: one row more than is shown tells whether another page follows.

The first pages have numbers (?trang=2). Further down a page is named by the story above it (?truoc=<its number>), from
which an index goes on at any depth: the millionth story costs what the twentieth costs.
"""

from dataclasses import dataclass

NUMBERED = 50  # pages; to find the ten thousandth by its number, all rows above it would have to be walked


@dataclass(frozen=True, slots=True)
class Page:
    """number: from 1, None for a page named by the story above it.

    query: what stands behind the list's address for this page, newer and older for those beside it: "?trang=2", ""
    for the first page, and where there is none.
    """

    rows: list
    number: int | None
    query: str = ""
    newer: str = ""
    older: str = ""

    def __iter__(self):
        return iter(self.rows)

    @property
    def name(self):
        """What tells it from the first page, "" for that."""
        if self.number is None:
            return "các bài cũ hơn"
        return f"trang {self.number}" if self.number > 1 else ""


def numbered(rows, number, per_page, *, last=None):
    """Page `number` (from 1) of what can be sliced; None where there is none. The first page may be empty.

    last: the last page that has a number; those after it are below() its stories.
    """
    if last and number > last:
        return None
    start = (number - 1) * per_page
    found = list(rows[start : start + per_page + 1])
    if not found and number > 1:
        return None
    shown, older = found[:per_page], ""
    if len(found) > per_page:
        older = _below(shown[-1]) if number == last else _numbered(number + 1)
    return Page(
        shown,
        number,
        query=_numbered(number) if number > 1 else "",
        newer=_numbered(number - 1) if number > 1 else "",
        older=older,
    )


def below(rows, story, per_page):
    """The page of `rows` that follows `story`, an Article with its published_at; None where nothing does.

    rows: what has older_than(story): an Article queryset, newest first, or a SectionList.
    """
    found = list(rows.older_than(story)[: per_page + 1])
    if not found:
        return None
    shown = found[:per_page]
    older = _below(shown[-1]) if len(found) > per_page else ""
    return Page(shown, None, query=_below(story), newer=_numbered(1), older=older)


def _numbered(number):
    return f"?trang={number}"


def _below(story):
    return f"?truoc={story.pk}"
