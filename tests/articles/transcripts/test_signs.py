"""What divides labels from words, and what is no one's words: signs, times on a recording, names of parts."""

import pytest

from articles.transcripts import parse
from tests.transcripts import assert_nothing_lost, interview, kinds

TALK = (("PV", "Cầu dài bao nhiêu?"), ("Ông Vi Văn Lành", "Dài 412 m."), ("PV", "Phà đâu?"), ("Ông Lành", "Nghỉ rồi."))


@pytest.mark.parametrize("form", ["{}- {}", "{} – {}", "{}. {}", "{} | {}", "[{}] {}", "({}) {}", "{} / {}"])
def test_labels_are_read_before_any_sign_used_throughout(form):
    draft = interview(*(form.format(*turn) for turn in TALK))
    assert [label for _, label in kinds(draft)] == [label for label, _ in TALK]
    assert [turn.text for turn in draft.turns] == [text for _, text in TALK]


@pytest.mark.parametrize("form", ["{} – {}", "{}. {}"])
def test_so_are_full_names_without_an_honorific_that_stand_again(form):
    talk = [(label.replace("Ông Vi", "Vi").replace("Ông", "Vi Văn"), text) for label, text in TALK]
    draft = interview(*(form.format(*turn) for turn in talk))
    assert [label for _, label in kinds(draft)] == ["PV", "Vi Văn Lành"] * 2
    once = interview(form.format(*TALK[0]), form.format("Vi Văn Lành", "5 triệu"), form.format(*TALK[2]))
    assert all(turn.label != "Vi Văn Lành" for turn in once.turns)


def test_a_full_stop_behind_a_name_is_none_where_colons_divide():
    draft = interview("PV: Ai đứng đó?", "Ông Vi Văn Lành: Bà Lạ. Rồi ông Páo.", "PV: Sao nữa?", "Ông Lành: Hết.")
    assert draft.turns[1].text == "Bà Lạ. Rồi ông Páo."


def test_words_that_ask_and_answer_need_no_sign():
    draft = interview("Hỏi Bao giờ xong?", "Đáp Tháng sau.", "Hỏi Ai trả tiền?", "Đáp Tỉnh trả.")
    assert [turn.label for turn in draft.turns] == ["Hỏi", "Đáp"] * 2


def test_times_on_a_recording_are_no_ones_words():
    source = "Tít của bài\n\nĐoạn dẫn.\n\n" + "\n\n".join(
        f"[00:0{at}:10] {label}: {text}" for at, (label, text) in enumerate(TALK)
    )
    draft = parse(source)
    assert [turn.text for turn in draft.turns] == [text for _, text in TALK]
    assert_nothing_lost(source, draft)


def test_hours_that_somebody_tells_are():
    told = ("04:30: Dậy.", "05:00: Thả lưới.", "04:00: Đôi khi sớm hơn.")
    draft = interview("PV: Một ngày của ông?", "Ông Vi Văn Lành: Thế này:", *told)
    assert draft.turns[1].text.endswith("\n\n".join(told))


def test_parts_that_the_manuscript_names_are_what_it_calls_them():
    source = "Chuyên mục: Chân dung\nTít: Bà lang\nSapo: Bà Phin 78 tuổi\n\nPV: Bà học ai?\n\nBà Phin: Mẹ chồng."
    draft = parse(source)
    assert (draft.section, draft.headline, draft.standfirst) == ("Chân dung", "Bà lang", "Bà Phin 78 tuổi")
    assert draft.warnings == ()
    assert_nothing_lost(source, draft)


PLAIN = ("Vì sao anh về quê?", "Vì đất ở đây tốt lắm.", "Giống nào khó tìm?", "Giống lúa cổ, bảy bản mới có một.",
         "Anh mong điều gì?", "Mong có người nối nghề.")


def test_questions_that_follow_their_answers_one_by_one_need_no_sign():
    draft = interview(*PLAIN, "Cảm ơn anh!")
    assert [turn.kind for turn in draft.turns] == ["question", "answer"] * 3 + ["remark"]
    assert draft.warnings == ()


@pytest.mark.parametrize("line", ["Tôi biết hỏi ai bây giờ?", "Hỏi ai? Ai biết?", "Sao?"])
def test_where_an_answer_may_ask_itself_they_are_doubted(line):
    assert interview(*PLAIN[:4], line, *PLAIN[4:]).warnings != ()


@pytest.mark.parametrize(
    ("line", "closes"),
    [("Chúc Lành sớm thành công!", True), ("Chúng con xin kính chúc cụ mạnh khỏe!", True), ("Chúc mẹ khỏe!", False)],
)
def test_a_wish_closes_when_it_is_for_the_guest(line, closes):
    draft = interview("Hỏi: Anh tên gì?", "Anh Vi Văn Lành: Tôi là Lành.", "Hỏi: Anh nhắn ai?",
                      "Anh Vi Văn Lành: Nhắn mẹ.", line)
    assert bool(draft.closing) is closes
