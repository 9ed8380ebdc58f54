"""Two texts by paragraph: what stayed, moved, was rewritten, looks otherwise; and both texts in full."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.differences.blocks import blocks_of, lines_of
from articles.differences.paragraphs import changed_paragraphs, steady
from articles.differences.words import EFFORT, Effort, joined
from articles.richtext.sanitizer import clean

LINES = st.lists(
    st.lists(st.sampled_from("cầu đường sông núi".split()), min_size=1, max_size=4).map(" ".join), max_size=9
).map("\n".join)
PIECES = st.sampled_from(
    ["<p>", "</p>", "<h2>", "</h2>", "<ul><li>", "</li></ul>", "<br>", "<strong>", "</strong>", "cầu ",
     "15.608 ", "<hr>",
     '<figure data-image-id="7"><figcaption>', "</figcaption></figure>", "<table><tr><td>", "</td><td>",
     "</td></tr></table>", "<blockquote>", "</blockquote>", "<a href='/x/'>", "</a>"]
)  # fmt: skip
ALONE, IN_A_SET = (f'<figure data-image-id="7"{kind}></figure>' for kind in ("", ' class="gallery"'))
RICH = st.lists(PIECES, max_size=25).map("".join).map(clean)


def sides(paragraphs):
    """(texts before, texts after) that the paragraphs of a difference tell."""
    was = sorted((each for each in paragraphs if each.was), key=lambda each: each.was)
    return [joined(each.stretches, "new") for each in was], [
        joined(each.stretches, "gone") for each in paragraphs if each.now
    ]


def told(before, after):
    """(kind, words, moves) of every paragraph that is not as it was."""
    paragraphs = changed_paragraphs(lines_of(before), lines_of(after))
    return [
        (each.kind, [part.words for part in each.stretches if part.kind != "same"], each.moves)
        for each in paragraphs
        if not each.untouched
    ]


@given(LINES, LINES)
def test_a_difference_gives_back_both_texts(before, after):
    old, new = lines_of(before), lines_of(after)
    paragraphs = changed_paragraphs(old, new)
    assert sides(paragraphs) == ([block.text for block in old], [block.text for block in new])
    assert all(each.untouched for each in paragraphs) == (before.split("\n") == after.split("\n"))


@given(RICH, RICH)
def test_a_difference_of_rich_texts_gives_back_both(before, after):
    old, new = blocks_of(before), blocks_of(after)
    paragraphs = changed_paragraphs(old, new)
    assert sides(paragraphs) == ([block.text for block in old], [block.text for block in new])


@given(RICH)
def test_every_word_of_a_rich_text_is_in_its_blocks(html):
    from articles.richtext.sanitizer import plain

    # Cells stand apart by bars, an empty last one behind its bar.
    words = [word for block in blocks_of(html) for word in block.text.split() if word != "|"]
    assert words == plain(html, captions=True).split()


@given(st.lists(st.one_of(st.none(), st.integers(0, 30)), max_size=30, unique=True))
def test_what_is_steady_keeps_its_order_and_nothing_longer_does(places):
    kept = sorted(steady(places))
    numbers = [places[at] for at in kept]
    assert numbers == sorted(numbers)
    longest = [0] * len(places)
    for at, place in enumerate(places):
        if place is not None:
            before = (
                longest[other] for other in range(at) if places[other] is not None and places[other] < place
            )
            longest[at] = 1 + max(before, default=0)
    assert len(kept) == max(longest, default=0)


FOUR = "Cầu dài 512 m.\nMặt cầu rộng 12 m.\nVốn từ ngân sách tỉnh.\nThông xe trước Tết."


@pytest.mark.parametrize(
    ("after", "changes"),
    [
        (FOUR, []),
        (FOUR.replace("512", "521"), [("changed", ["512", "521"], "")]),
        (f"{FOUR}\nHai đầu cầu có vỉa hè.", [("new", ["Hai đầu cầu có vỉa hè."], "")]),
        (FOUR.replace("Mặt cầu rộng 12 m.\n", ""), [("gone", ["Mặt cầu rộng 12 m."], "")]),
        (
            "Thông xe trước Tết.\nCầu dài 512 m.\nMặt cầu rộng 12 m.\nVốn từ ngân sách tỉnh.",
            [("same", [], "Chuyển từ đoạn 4 lên đoạn 1")],
        ),
        (
            "Mặt cầu rộng 12 m.\nVốn từ ngân sách tỉnh.\nThông xe trước Tết.\nCầu dài 512 m.",
            [("same", [], "Chuyển từ đoạn 1 xuống đoạn 4")],
        ),
    ],
)
def test_the_change_is_what_a_person_would_call_it(after, changes):
    assert told(FOUR, after) == changes


def test_words_said_often_do_not_seem_to_move():
    assert told("Vâng.\nMột.\nVâng.\nHai.", "Vâng.\nVâng.\nMột.\nVâng.\nHai.") == [("new", ["Vâng."], "")]


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("<p>Cầu</p>", "<h2>Cầu</h2>", "Đổi đoạn văn thành tít phụ"),
        ("<p>Cầu</p>", "<p><strong>Cầu</strong></p>", "Chỉ đổi cách trình bày"),
        ('<p><a href="/a/">Cầu</a></p>', '<p><a href="/b/">Cầu</a></p>', "Đổi liên kết: /a/ → /b/"),
        ("<p>Cầu</p>", '<p><a href="/b/">Cầu</a></p>', "Đổi liên kết: không có → /b/"),
        ("<p>Cầu</p>", '<p class="align-center">Cầu</p>', "Chỉ đổi cách trình bày"),
        (ALONE, IN_A_SET, "Ghép vào bộ ảnh"),
        (IN_A_SET, ALONE, "Tách khỏi bộ ảnh"),
    ],
)
def test_a_change_without_a_word_is_no_secret(before, after, said):
    (paragraph,) = changed_paragraphs(blocks_of(before), blocks_of(after))
    assert (paragraph.kind, paragraph.restyled, paragraph.untouched) == ("same", said, False)


def test_a_picture_with_another_caption_is_the_same_picture():
    before, after = (
        f'<p>Một.</p><figure data-image-id="7"><figcaption>{caption}</figcaption></figure><p>Hai.</p>'
        for caption in ("Nhịp giữa.", "Nhịp biên.")
    )
    changed = [each for each in changed_paragraphs(blocks_of(before), blocks_of(after)) if not each.untouched]
    assert [(each.kind, each.block.image) for each in changed] == [("changed", 7)]
    other = after.replace('"7"', '"8"')
    changed = [each for each in changed_paragraphs(blocks_of(before), blocks_of(other)) if not each.untouched]
    assert [(each.kind, each.block.image) for each in changed] == [("gone", 7), ("new", 8)]


def test_a_long_text_changed_in_every_paragraph_is_compared_within_the_effort():
    before = [
        f"Đoạn {number} kể về con đường dài {number * 7} km qua Nà Thoang và Khau Lạc."
        for number in range(3000)
    ]
    after = [line.replace("Lạc", "Lạc mới") for line in before]
    effort = Effort()
    paragraphs = changed_paragraphs(lines_of("\n".join(before)), lines_of("\n".join(after)), effort)
    assert not effort.spent_out and 0 <= effort.left < EFFORT
    assert {each.kind for each in paragraphs} == {"changed"}


@pytest.mark.parametrize("granted", [0, 50, 500, 5_000])
def test_short_of_effort_whole_paragraphs_stand_against_each_other_and_no_word_is_lost(granted):
    before = [f"Đoạn {number} về đường {number * 7} km." for number in range(60)]
    after = [f"Khúc {number} nói chuyện sông {number * 9} hải lý." for number in range(50)]
    effort = Effort(granted)
    paragraphs = changed_paragraphs(lines_of("\n".join(before)), lines_of("\n".join(after)), effort)
    assert effort.spent_out == (granted < 5_000)
    assert effort.left >= 0
    assert sides(paragraphs) == (before, after)
