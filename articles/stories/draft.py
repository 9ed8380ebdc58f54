"""What a story's manuscript turned out to say."""

from collections.abc import Iterator
from dataclasses import dataclass

from articles.richtext.sanitizer import plain
from articles.transcripts import Figure


@dataclass(frozen=True)
class StoryDraft:
    """body: clean rich text whose figures carry, in place of an Image's id, their place in `figures`, from 1."""

    headline: str
    kicker: str
    section: str  # the name as printed, or ""
    standfirst: str
    byline: tuple[tuple[str, str], ...]  # (name, role); role in lower case, or ""
    byline_text: str  # as printed, one line for each
    body: str
    figures: tuple[Figure, ...]
    unplaced: tuple[str, ...]  # the paper's name, time of printing, footnotes, hidden words
    warnings: tuple[str, ...]  # Vietnamese sentences


def printed(draft: StoryDraft) -> Iterator[str]:
    """Every piece of the source exactly once, the signs of lists apart: the proof that nothing was lost."""
    yield from (draft.kicker, draft.headline, draft.section, draft.standfirst, draft.byline_text)
    yield plain(draft.body, captions=True)
    for figure in draft.figures:
        yield figure.marker
    yield from draft.unplaced
