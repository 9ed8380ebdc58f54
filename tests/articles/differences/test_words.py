"""Two lines of words: what a person would call changed, both texts in full, and never more work than granted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.differences.words import EFFORT, Effort, difference, joined

# Few different words, so that texts have much in common; and everything else, too.
FEW = st.lists(st.sampled_from(["là", "và", "của", "15.608", "(", "”", ".", " ", "\n"]), max_size=40).map(
    "".join
)
TEXTS = st.one_of(FEW, st.text(max_size=80))


def told(before, after):
    return [(each.kind, each.words) for each in difference(before, after)]


def words(text):
    return " ".join(text.split())


@given(TEXTS, TEXTS)
def test_a_difference_gives_back_both_texts(before, after):
    stretches = difference(before, after)
    if not stretches:
        assert words(before) == words(after)
        return
    assert joined(stretches, without="new") == words(before)
    assert joined(stretches, without="gone") == words(after)
    assert {each.kind for each in stretches} - {"same"}


@given(TEXTS)
def test_a_text_does_not_differ_from_itself_however_it_is_spaced(text):
    assert difference(text, f"  {text.replace(' ', '  ')}\n") == []


@given(st.lists(st.sampled_from("một hai ba bốn năm".split()), min_size=1), st.data())
def test_one_word_changed_anywhere_is_one_word_told(before, data):
    at = data.draw(st.integers(0, len(before) - 1))
    after = [*before[:at], "khác", *before[at + 1 :]]
    changed = [each for each in told(" ".join(before), " ".join(after)) if each[0] != "same"]
    assert changed == [("gone", before[at]), ("new", "khác")]


@pytest.mark.parametrize(
    ("before", "after", "changed"),
    [
        ("thu 15.608 tỷ đồng", "thu 15.806 tỷ đồng", [("gone", "15.608"), ("new", "15.806")]),
        (
            "dài 12 km, rộng 7 m",
            "dài 13 km, rộng 8 m",
            [("gone", "12"), ("new", "13"), ("gone", "7"), ("new", "8")],
        ),
        ("tăng 12,5%.", "tăng 12,8%.", [("gone", "12,5%"), ("new", "12,8%")]),
        ("lúc 17:30 ngày 24/11", "lúc 17:45 ngày 24/11", [("gone", "17:30"), ("new", "17:45")]),
        ("Trước Tết.", "Trước Tết, nếu trời đẹp.", [("new", ", nếu trời đẹp")]),
        ("kinh phí đủ", "“kinh phí” đủ", [("new", "“"), ("new", "”")]),
        ("", "Có rồi.", [("new", "Có rồi.")]),
        ("Có rồi.", "", [("gone", "Có rồi.")]),
        ("cầu đường", "cầuđường", [("gone", "cầu đường"), ("new", "cầuđường")]),
    ],
)
def test_the_change_is_what_a_person_would_call_it(before, after, changed):
    assert [each for each in told(before, after) if each[0] != "same"] == changed


def test_a_rewritten_phrase_is_not_torn_by_the_small_words_it_shares():
    before = "Tuyến đường do huyện quản lý và bảo trì của xã Nà Thoang"
    after = "Con lộ này nay thuộc tỉnh và giao lại cho dân ở Nà Thoang"
    changed = [kind for kind, _ in told(before, after)]
    assert changed == ["gone", "new", "same"]


def test_a_number_with_its_points_is_never_cut():
    assert told("15.608", "15.806") == [("gone", "15.608"), ("new", "15.806")]


@pytest.mark.parametrize("length", [2_000, 20_000, 200_000])
def test_endless_texts_cost_no_more_than_the_effort_granted(length):
    """All words different, but for enough to keep the search going: the worst there is."""
    before = " ".join(f"a{number % 7} x{number % 11}" for number in range(length // 2))
    after = " ".join(f"x{number % 13} b{number % 5}" for number in range(length // 2))
    effort = Effort()
    stretches = difference(before, after, effort)
    assert effort.left >= 0
    if length > 10_000:
        assert effort.spent_out
        assert len(stretches) == 2
    assert joined(stretches, "new") == before and joined(stretches, "gone") == after


def test_two_corrections_in_a_text_of_two_megabytes_are_still_told_word_by_word():
    text = [f"chữ{number}" for number in range(200_000)]
    after = [*text[:5], "sửa", *text[6:150_000], "nữa", *text[150_001:]]
    effort = Effort()
    changed = [each for each in difference(" ".join(text), " ".join(after), effort) if each.kind != "same"]
    assert [each.words for each in changed] == ["chữ5", "sửa", "chữ150000", "nữa"]
    assert EFFORT - effort.left < 2 * len(text)


def test_effort_is_shared_by_all_that_is_compared_with_it():
    effort = Effort(10)
    assert effort.spend(10) and not effort.spent_out
    assert [each.kind for each in difference("a b c", "b c d", effort)] == ["gone", "new"]
    assert effort.spent_out
