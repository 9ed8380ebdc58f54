"""Where a flag stands in the words: whatever the places, nothing of the words is lost, doubled or moved."""

from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from comments.admin.cards import Part, parts


@dataclass
class Noticed:
    start: int | None
    end: int | None
    reason: str = "vì sao"


places = st.builds(Noticed, st.integers(0, 40), st.integers(0, 60)) | st.just(Noticed(None, None))


@settings(max_examples=60)
@given(st.text(max_size=30), st.lists(places, max_size=5))
def test_the_parts_together_are_the_words(text, flags):
    cut = parts(text, flags)
    assert "".join(part.text for part in cut) == text
    assert all(part.text for part in cut)


def test_overlapping_places_are_told_each_for_itself():
    flags = [Noticed(0, 7, "mời vay"), Noticed(4, 13, "quảng cáo"), Noticed(None, None, "cả ý kiến")]
    assert parts("Cho vay nhanh nhé", flags) == [
        Part("Cho ", ("mời vay",)),
        Part("vay", ("mời vay", "quảng cáo")),
        Part(" nhanh", ("quảng cáo",)),
        Part(" nhé"),
    ]
