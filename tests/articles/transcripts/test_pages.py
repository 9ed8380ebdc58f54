"""Invented transcripts in the conventions in use: each comes through without a hand correction or a warning."""

import pytest

from articles.transcripts import UNSURE, parse, read_transcript
from articles.transcripts.report import as_json
from tests.pages import expected, pages, source


@pytest.mark.parametrize("transcript", pages(), ids=lambda path: path.name)
def test_a_transcript_comes_through_whole(transcript):
    draft = parse(read_transcript(source(transcript)))
    report = as_json(draft)
    assert report.pop("warnings") == []
    assert report == expected(transcript)
    assert all(turn.confidence >= UNSURE for turn in draft.turns)


def test_there_are_enough_of_them():
    assert len(pages()) >= 40
