"""The words of search: one tokeniser, one reading of queries, the marks in a text."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.search.asked import MOST_WORDS, read
from articles.search.excerpt import LENGTH, Marker
from articles.search.slips import slips
from articles.search.words import LONGEST_WORD, streams, words
from articles.search.words import keys as keys_alone
from articles.vietnamese import nfc


def keys(text):
    return [(word.exact, word.folded) for word in words(text)]


def folded(text):
    return [word.folded for word in words(text)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Dịp 30/4, thu 15.608 tấn", "dip 30 4 thu 15 608 tan"),
        ("Chỉ thị 19-CT/TW", "chi thi 19 ct tw"),
        ("ĐỒNG Đau ðồng", "dong dau dong"),
        ("nghi\u00adên cứu", "nghien cuu"),
        ("m², ﬁ, Ａ１", "m2 fi a1"),
        ("_x_ – “y”…", "x y"),
        ("", ""),
        ("…!?", ""),
    ],
)
def test_words_are_runs_of_letters_and_digits(text, said):
    assert folded(text) == said.split()


@pytest.mark.parametrize(("one", "other"), [("hòa", "hoà"), ("kĩ", "kỹ"), ("QUÝ", "quí"), ("thuở", "thủơ")])
def test_spellings_of_a_word_have_one_key(one, other):
    assert keys(one) == keys(other) == keys(unicodedata.normalize("NFD", one))


@pytest.mark.parametrize(
    ("one", "other"), [("bán", "bạn"), ("lĩnh", "linh"), ("lĩnh", "lính"), ("đa", "da"), ("an", "ăn")]
)
def test_other_marks_make_another_word_with_the_same_folded_key(one, other):
    assert keys(one) != keys(other)
    assert folded(one) == folded(other)


@given(st.text(max_size=60))
@settings(max_examples=200)
def test_a_word_s_key_holds_neither_signs_nor_spaces_and_its_place_is_right(text):
    normal = nfc(text)
    for word in words(text):
        assert word.exact.isalnum() and word.folded.isalnum() and len(word.exact) <= LONGEST_WORD
        assert 0 <= word.start < word.end <= len(normal)
        assert folded(normal[word.start : word.end]) == [word.folded]


COMMON_TEXT = st.text("aàăằÂậeyÝđĐưƯ²ﬁ 09_-/.,“”…\u00ad\u0301\n", max_size=30)


@given(st.one_of(st.text(max_size=60), COMMON_TEXT))
@settings(max_examples=300)
def test_keys_are_the_same_with_and_without_their_places(text):
    """Stories are indexed without, queries read and words marked with them."""
    assert keys_alone(text) == keys(text)


@given(st.text(max_size=60))
@settings(max_examples=200)
def test_words_are_the_same_read_twice(text):
    """What was found once is found when it is copied into the search box."""
    assert keys(" ".join(nfc(text)[word.start : word.end] for word in words(text))) == keys(text)


def test_streams_keep_texts_apart():
    exact_headline, exact_text, headline, text = streams("Giá chè", ["", "Búp non"])
    assert headline == ["cgia", "cche"]
    assert text == ["dgia", "dche", "d", "d", "dbup", "dnon", "d"]
    assert exact_headline == ["agia4", "ache1"]
    assert [len(exact_text), exact_text[2]] == [len(text), "b"]


@pytest.mark.parametrize(
    ("query", "phrases"),
    [
        ("chè búp", ["che", "bup"]),
        ('"chè búp" non', ["che bup", "non"]),
        ("“chè búp”", ["che bup"]),
        ("30/4 15.608 19-CT/TW 12,5", ["30 4", "15 608", "19 ct tw", "12 5"]),
        ("chè,búp chè;búp", ["che", "bup"]),
        ('"chè', ["che"]),
        ('""', []),
        ("chè chè CHÈ che", ["che", "che"]),
    ],
)
def test_a_query_is_read_as_phrases(query, phrases):
    assert [" ".join(word.folded for word in phrase) for phrase in read(query).phrases] == phrases


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("dduwowngf", "duong"), ("d9uong7", "duong"), ("xeee", "xe"), ("tahi", "thai"), ("nguyn", "nguyen"),
        ("xao", "sao"), ("ngiem", "nghiem"), ("truyen", "chuyen"), ("mach", "mac"),
        ("hmong", "h mong"), ("covid19", "covid 19"), ("15608", "15 608"), ("1000000", "1 000 000"),
    ],
)  # fmt: skip
def test_a_slip_tells_what_was_meant(typed, meant):
    assert tuple(meant.split()) in slips(typed)
    assert (typed,) not in slips(typed)


@pytest.mark.parametrize("typed", ["covid19", "ql37", "u23"])
def test_a_figure_beside_letters_is_no_key_of_vni(typed):
    assert (typed.rstrip("0123456789"),) not in slips(typed)


def test_a_long_query_is_read_as_far_as_it_makes_sense():
    asked = read("a" * 10_000 + " " + " ".join(f"tu{number}" for number in range(99)))
    assert len(asked.words) <= MOST_WORDS and len(asked.text) <= 200
    assert len(read(" ".join(f"t{number}" for number in range(99))).words) == MOST_WORDS
    assert len(read('"' + " ".join(f"t{number}" for number in range(99))).words) == MOST_WORDS


@given(st.text(max_size=80), st.text(max_size=30))
@settings(max_examples=150)
def test_marking_changes_no_letter(text, query):
    pieces = Marker(read(query)).marked(text)
    assert "".join(piece.text for piece in pieces) == nfc(text)
    assert all(piece.text for piece in pieces)


def marks(query, text):
    return [piece.text for piece in Marker(read(query)).marked(text) if piece.hit]


@pytest.mark.parametrize(
    ("query", "text", "marked"),
    [
        ("ban", "Bán cho bạn.", ["Bán", "bạn"]),
        ("bán", "Bán cho bạn.", ["Bán"]),
        ("hoà giải", "Tổ hòa giải; hòa bình.", ["hòa giải"]),
        ("bến lĩnh", "Bến xe, lĩnh vực.", ["Bến", "lĩnh"]),
        ("15.608", "Thu 15.608 tấn, 608 hộ.", ["15.608"]),
        ('"ky su"', "Kỹ sư trẻ", ["Kỹ sư"]),
        ("che", "Chènh vênh", []),
        ("m2 ab", "Rộng 12 m², ô ＡＢ", ["m²", "ＡＢ"]),
        ("h'mông", "Người HʼMông", ["HʼMông"]),
    ],
)
def test_the_words_as_printed_are_marked(query, text, marked):
    assert marks(query, text) == marked


def test_a_long_text_is_cut_between_words_around_the_first_hit():
    pieces = Marker(read("ngựa")).marked("Dốc dài. " * 200 + "Con ngựa thồ đi. " + "Dốc dài. " * 200, LENGTH)
    text = "".join(piece.text for piece in pieces)
    assert text.startswith("…") and text.endswith("…") and len(text) < LENGTH + 10
    assert "Con ngựa thồ đi." in text and set(text[1:-1].split()) <= {
        "Dốc",
        "dài.",
        "Con",
        "ngựa",
        "thồ",
        "đi.",
    }
    assert "".join(piece.text for piece in Marker(read("x")).marked("ă" * 1000, LENGTH)).endswith("…")
