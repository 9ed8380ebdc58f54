"""What is written in our letters alone is read at a glance, and no differently."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from comments.screening.reading import read

UNSEEN = "\u200b"  # nothing is read of it, and with it every character is looked at


@settings(max_examples=40)
@given(st.text(st.characters(max_codepoint=0x1F00, exclude_categories=["Cs", "Mn"]), max_size=40))
@example("Đường ĐT.12 b.e.t.8.8 l(o)n v-a-y, Ǆ ǅ ß ſ İ ı Å K")
@example("Cầu Bến Lĩnh “thông xe” – 5 giờ!\nMừng quá…")
def test_a_reading_at_a_glance_is_the_reading_of_every_character(text):
    at_once, one_by_one = read(text), read(text + UNSEEN)
    assert not one_by_one.ordinary
    assert (at_once.plain, at_once.marked, at_once.closed) == (
        one_by_one.plain,
        one_by_one.marked,
        one_by_one.closed,
    )
    assert at_once.positions == one_by_one.positions


def test_what_is_disguised_is_no_ordinary_text():
    assert read("Đường Hòa Sơn hỏng đã lâu: 5 năm!").ordinary
    assert not any(
        read(text).ordinary for text in ("vаy tiền", "v\u200bay", "ｖａｙ", "\u202eyav", "va\u0336y")
    )
