"""A transcript under review: it comes back as it went, in any form, and no operation loses a word."""

from collections import Counter
from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles import review
from articles.review import BYLINE, CAPTION, NOBODY, Review, ReviewedTurn, ReviewError, Speaker
from articles.transcripts import Draft, Figure, Paragraph, Turn, exchanges, parse, respondents
from articles.transcripts.draft import ANSWER, QUESTION, REMARK
from articles.vietnamese import nfc
from tests.transcripts import PAGE, interview, words

PV, THANH, HA = 0, 1, 2
SPEAKERS = (
    Speaker("PV"),
    Speaker("Ông Lương Văn Thành", "Ông", "Lương Văn Thành", "Giám đốc"),
    Speaker("Bà Hà", "Bà", "Lê Thị Hà", "Chủ tịch UBND xã"),
)


def turn(kind, speaker, text, printed=None, **more):
    printed = SPEAKERS[speaker].label if printed is None and speaker != NOBODY else printed or ""
    return ReviewedTurn(kind, speaker, text, printed, **({"source": tuple(text.split("\n\n"))} | more))


def talk(*turns):
    return Review(headline="Tít", speakers=SPEAKERS, turns=turns)


def laid(reviewed):
    return [(one.kind, one.speaker, one.text) for one in reviewed.turns]


def said(reviewed):
    """Every word of the review and every label that stands as text."""
    return words(" ".join(one.text for one in reviewed.turns))


TALK = talk(
    turn(QUESTION, PV, "Tiến độ ra sao?"),
    turn(ANSWER, THANH, "Đúng hẹn.\n\nCầu cao 12 m.\n\nXin cảm ơn báo.", confidence=0.6),
    turn(QUESTION, PV, "Còn xã?"),
    turn(ANSWER, HA, "Xã mừng."),
)


# ---------------------------------------------------------------- there and back


def there_and_back(draft):
    return review.as_draft(review.from_fields(review.as_fields(review.of_draft(draft))))


def test_a_page_comes_back_as_it_went():
    draft = parse(PAGE)
    assert there_and_back(draft) == draft


def test_everything_in_a_form_is_text():
    fields = review.as_fields(review.of_draft(parse(PAGE)))
    assert all(isinstance(value, str) for value in fields.values())
    assert fields["turn-1-kind"] == ANSWER
    assert fields["speaker-1-name"] == "Triệu Thị Mận"
    assert "[Ảnh 1] Đồi chè thôn Trên" in fields["turn-1-text"]


LETTERS = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp", "Zs", "Cn", "Co"))
LINE = (
    st.text(LETTERS | st.sampled_from(" -•[]#\\:1.)Ảnh"), min_size=1, max_size=30)
    .map(lambda text: " ".join(nfc(text).split()))
    .filter(bool)
)
PERSONS = st.sampled_from([("Ông", "Lương Văn Thành", "Giám đốc"), ("Bà", "Lê Thị Hà", ""), ("", "Lò Văn Páo", "")])


FIGURES = st.builds(Figure, st.integers(0, 99), st.just("- Ảnh 1."), st.just(""), LINE | st.just(""))
BLOCKS = st.lists(LINE.map(Paragraph) | FIGURES, min_size=1, max_size=4).map(tuple)


@st.composite
def turns(draw):
    kind = draw(st.sampled_from([QUESTION, ANSWER, REMARK]))
    label = draw(st.sampled_from(["", "PV", "Báo Vân Lĩnh"]))
    person = draw(PERSONS) if kind == ANSWER else ("", "", "")
    return Turn(kind, label, *person, draw(BLOCKS), draw(st.floats(0, 1)))


MOMENTS = st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1)).map(lambda at: at.replace(second=0, microsecond=0))
NAMES, BYLINE_ROLES = st.sampled_from(["Hoàng Minh Khuê", "Lý Mai Lan"]), st.sampled_from(["", "ảnh", "bài, ảnh"])
SIGNATURES = st.tuples(NAMES, BYLINE_ROLES)
SOME_LINES = st.lists(LINE, max_size=2).map(tuple)
DRAFTS = st.builds(
    Draft,
    headline=LINE, kicker=LINE | st.just(""), section=LINE | st.just(""),
    published=st.none() | MOMENTS, published_text=LINE | st.just(""),
    standfirst=LINE | st.just(""), introduction=BLOCKS | st.just(()),
    turns=st.lists(turns(), max_size=6).map(tuple),
    byline=st.lists(SIGNATURES, max_size=2).map(tuple), byline_text=LINE | st.just(""),
    unplaced=SOME_LINES, after=SOME_LINES, warnings=SOME_LINES,
)


@given(DRAFTS)
def test_every_draft_comes_back_as_it_went(draft):
    assert there_and_back(draft) == draft


@given(st.dictionaries(
    st.sampled_from([f"{what}-{n}-{field}" for what in ("turn", "speaker", "figure") for n in range(3)
                     for field in "kind speaker text name caption number confidence seen source".split()]),
    st.text(max_size=20) | st.sampled_from(["-1", "99", "1e999", "nan", "²", "answer"]),
))
def test_nothing_that_comes_back_is_believed(fields):
    draft = review.as_draft(review.from_fields(fields | {"headline": "Tít", "published": "hôm qua"}))
    assert all(one.kind in (QUESTION, ANSWER, REMARK) and 0 <= one.confidence <= 1 for one in draft.turns)
    exchanges(draft)


def test_a_form_without_a_headline_field_is_none():
    with pytest.raises(ReviewError, match="không đầy đủ"):
        review.from_fields({"turn-0-text": "Có"})


def test_more_turns_than_an_interview_has_are_refused():
    with pytest.raises(ReviewError, match="hơn 400 lượt"):
        review.from_fields({"headline": "T"} | {f"turn-{n}-text": "x" for n in range(500)})


def test_one_person_under_two_labels_is_one_speaker():
    draft = interview("PV: Vì sao?", "Ông Lương Văn Thành: Vì đúng hẹn.", "PV: Bao giờ?", "Ông Thành: Mai.")
    reviewed = review.of_draft(draft)
    assert [one.printed for one in reviewed.speakers] == ["PV", "Ông Lương Văn Thành"]
    assert [one.name for one in respondents(review.as_draft(reviewed))] == ["Lương Văn Thành"]
    assert reviewed.turns[3].printed == "Ông Thành"


@pytest.mark.parametrize(
    "text", ["- Thưa ông", "[Ảnh 1] là tên tranh", "[Ảnh] nhỏ", "## thẻ", "\\ gạch", "1. Một", "• chấm", "[Ảnh 3]"]
)
def test_a_paragraph_that_looks_like_a_mark_stays_a_paragraph(text):
    spoken = Turn(ANSWER, "Ông A", "Ông", "Nguyễn Văn A", "", (Paragraph(text), Figure(1, "- Ảnh 1.", "", "Cầu")), 1.0)
    draft = replace(parse(PAGE), turns=(spoken,))
    assert there_and_back(draft).turns == (spoken,)


def test_a_figure_named_twice_is_a_new_one_the_second_time():
    cau = Figure(1, "- Ảnh 1.", "", "Cầu")
    reviewed = replace(talk(turn(ANSWER, THANH, "[Ảnh 1] Cầu\n[Ảnh 1] Lại cầu\n[Ảnh 7] Hồ")), figures=(cau,))
    assert review.as_draft(reviewed).turns[0].blocks == (
        cau, Figure(0, "", "", "Lại cầu"), Figure(0, "", "", "Hồ")
    )


# ---------------------------------------------------------------- what an editor does


def test_split_gives_the_rest_to_the_other_side():
    after = review.split(TALK, 1, len("Đúng hẹn.\n\n"))
    assert laid(after)[1:3] == [
        (ANSWER, THANH, "Đúng hẹn."), (QUESTION, PV, "Cầu cao 12 m.\n\nXin cảm ơn báo.")
    ]
    assert [one.source for one in after.turns[1:3]] == [("Đúng hẹn.",), ("Cầu cao 12 m.", "Xin cảm ơn báo.")]
    assert said(after) == said(TALK)


def test_split_before_a_known_label_names_its_speaker():
    reviewed = talk(turn(QUESTION, PV, "Còn xã? Bà Hà : Xã mừng."), turn(ANSWER, HA, "Vâng."))
    after = review.split(reviewed, 0, len("Còn xã?"))
    assert laid(after)[:2] == [(QUESTION, PV, "Còn xã?"), (ANSWER, HA, "Xã mừng.")]
    assert after.turns[1].printed == "Bà Hà"


@pytest.mark.parametrize("at", [0, 10_000])
def test_split_at_an_end_does_nothing(at):
    assert review.split(TALK, 1, at) == TALK


def test_merge_keeps_a_label_that_was_none():
    reviewed = talk(turn(ANSWER, THANH, "Một."), turn(ANSWER, HA, "chúng tôi đi bộ.", "Lưu ý"))
    assert laid(review.merge(reviewed, 1)) == [(ANSWER, THANH, "Một.\n\nLưu ý: chúng tôi đi bộ.")]


def test_merge_of_one_speakers_turns_drops_the_label():
    reviewed = talk(turn(ANSWER, THANH, "Một."), turn(ANSWER, THANH, "Hai."))
    assert laid(review.merge(reviewed, 1)) == [(ANSWER, THANH, "Một.\n\nHai.")]
    assert review.merge(reviewed, 0) == reviewed


def test_swap_keeps_whom_the_source_names_and_guesses_the_others():
    assert laid(review.swap(TALK, 1))[1][:2] == (QUESTION, THANH)
    unnamed = talk(turn(QUESTION, PV, "Sao?"), turn(QUESTION, NOBODY, "Vì đúng hẹn."), turn(ANSWER, HA, "Vâng."))
    assert laid(review.swap(unnamed, 1))[1][:2] == (ANSWER, HA)


def test_an_assigned_speaker_asks_or_answers_as_elsewhere():
    assert laid(review.assign(TALK, 2, HA))[2] == (ANSWER, HA, "Còn xã?")
    assert laid(review.assign(TALK, 3, PV))[3] == (QUESTION, PV, "Xã mừng.")
    with pytest.raises(ReviewError):
        review.assign(TALK, 1, 9)


def test_a_caption_is_a_figure_where_it_stands():
    after = review.mark(TALK, 1, CAPTION, at=len("Đúng hẹn.\n\nCầu"))
    assert review.as_draft(after).turns[1].blocks == (
        Paragraph("Đúng hẹn."), Figure(0, "", "", "Cầu cao 12 m."), Paragraph("Xin cảm ơn báo.")
    )


def test_a_whole_turn_that_is_a_caption_joins_the_one_before():
    reviewed = talk(turn(ANSWER, THANH, "Một."), turn(ANSWER, HA, "bên cầu", "Trong ảnh"))
    draft = review.as_draft(review.mark(reviewed, 1, CAPTION))
    assert [one.blocks for one in draft.turns] == [(Paragraph("Một."), Figure(0, "", "", "Trong ảnh: bên cầu"))]


def test_a_closing_is_taken_out_of_its_answer():
    after = review.mark(TALK, 1, REMARK, at=len(TALK.turns[1].text))
    assert laid(after)[1:3] == [(ANSWER, THANH, "Đúng hẹn.\n\nCầu cao 12 m."), (REMARK, NOBODY, "Xin cảm ơn báo.")]
    assert said(after) == said(TALK)


def test_a_byline_is_no_turn():
    photographer = turn(ANSWER, HA, "Nông Thanh Tùng", "Ảnh")
    reviewed = talk(turn(ANSWER, THANH, "Xong.\n\nHoàng Minh Khuê (thực hiện)"), photographer)
    marked = review.mark(review.mark(reviewed, 0, BYLINE, at=10), 2, BYLINE)
    draft = review.as_draft(marked)
    assert draft.byline == (("Hoàng Minh Khuê", "thực hiện"), ("Nông Thanh Tùng", "ảnh"))
    assert len(draft.turns) == 1


def test_whatever_is_touched_is_no_longer_doubtful():
    for after in (review.look(TALK, 1), review.swap(TALK, 1), review.assign(TALK, 1, HA), review.mark(TALK, 1, REMARK)):
        assert all(one.confidence == 1 for one in after.turns)


OPERATIONS = st.sampled_from(["split", "merge", "swap", "assign", CAPTION, REMARK, BYLINE])


def done(reviewed, operation, number, at):
    if operation == "split":
        return review.split(reviewed, number, at)
    if operation == "assign":
        return review.assign(reviewed, number, at % len(SPEAKERS))
    if operation in ("merge", "swap"):
        return getattr(review, operation)(reviewed, number)
    return review.mark(reviewed, number, operation, at)


@given(st.lists(st.tuples(OPERATIONS, st.integers(0, 9), st.integers(0, 60)), max_size=8))
def test_no_row_of_operations_loses_a_word(steps):
    reviewed = replace(TALK, turns=tuple(replace(one, printed="") for one in TALK.turns))
    for operation, number, at in steps:
        reviewed = done(reviewed, operation, number % len(reviewed.turns), at)
    draft = review.as_draft(reviewed)
    blocks = [*draft.introduction, *(block for one in draft.turns for block in one.blocks)]
    kept = [block.caption if isinstance(block, Figure) else block.text for block in blocks]
    # Letters: a split may cut a word in two.
    letters = Counter("".join([*kept, *("".join(pair) for pair in draft.byline)]))
    assert not Counter("".join(said(TALK).elements())) - letters


def test_a_button_without_script_says_verb_and_turn():
    assert review.rearranged(TALK, "merge:1") == review.merge(TALK, 1)
    assert review.rearranged(TALK, "closing:3").turns[3].kind == REMARK
    assert len(review.rearranged(TALK, "speaker:0").speakers) == len(SPEAKERS) + 1
    marked = replace(TALK, turns=(replace(TALK.turns[0], text="Tiến độ\n===\nra sao?"), *TALK.turns[1:]))
    assert laid(review.rearranged(marked, "split:0"))[:2] == [(QUESTION, PV, "Tiến độ"), (ANSWER, THANH, "ra sao?")]
    for wish in ("merge:99", "merge:-1", "merge:", "merge:²", "drop:1", "split:0", ""):
        with pytest.raises(ReviewError):
            review.rearranged(TALK, wish)


@pytest.mark.parametrize(
    ("label", "name"), [("Ông Lê Văn B", "Lê Văn B"), ("Phạm Sơn", "Phạm Sơn"), ("PV", ""), ("Đáp", ""), ("", "")]
)
def test_a_label_gives_its_name_to_who_answers(label, name):
    assert Speaker(label).named().name == name
