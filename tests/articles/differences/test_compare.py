"""Two snapshots of an article: the change is told as a person would call it."""

from hypothesis import given
from hypothesis import strategies as st

from articles.differences import Effort, briefly, compare
from articles.differences.words import EFFORT, joined

INTERVIEW = {
    "kind": "interview",
    "status": "draft",
    "section": "Thời sự",
    "section_id": 1,
    "topics": ["Cầu Bến Lĩnh 2"],
    "kicker": "Bến Lĩnh",
    "headline": "Cầu sẽ thông xe trước Tết",
    "standfirst": "Kỹ sư trưởng nói về nhịp cuối.",
    "dateline": "Vân Lĩnh",
    "body": "<p>Chúng tôi gặp ông bên bờ sông.</p>",
    "lead_image_id": 5,
    "lead_caption": "Nhịp giữa.",
    "bylines": [{"author_id": 1, "name": "Hoàng Minh Khuê", "role": ""}],
    "interviewees": [{"id": 3, "person_id": 8, "label": "Ông Lương Văn Thành", "office": "Kỹ sư trưởng"}],
    "exchanges": [
        {
            "id": number,
            "asked_by": "PV",
            "question": question,
            "answered_by": "Ông Lương Văn Thành",
            "answered_by_id": 3,
            "answer": answer,
        }
        for number, question, answer in [
            (11, "Tiến độ ra sao?", "<p>Đúng hẹn.</p><p>Nhịp giữa nặng 15.608 tấn.</p>"),
            (12, "Kinh phí thế nào?", "<p>Đủ dùng.</p>"),
            (13, "Bao giờ thông xe?", "<p>Trước Tết.</p>"),
        ]
    ],
    "pictures": [{"id": 5, "digest": "aa", "caption": "Cần cẩu", "credit": "Minh Khuê"}],
    "published_at": None,
    "embargo_until": None,
    "unpublish_at": None,
}


def changed(**parts):
    return INTERVIEW | parts


def told(difference):
    """What the difference says has happened, one short line for each place."""
    places, more = briefly(difference, places=99, words=99)
    assert more == 0
    return [
        (
            place.label,
            place.told,
            *(f"{each.kind} {each.words}" for each in place.words if each.kind != "same"),
        )
        for place in places
    ]


def exchanges(*numbers, **edits):
    """The exchanges of these numbers in this order; edits: l11={"answer": …}."""
    known = {exchange["id"]: exchange for exchange in INTERVIEW["exchanges"]}
    return [known[number] | edits.get(f"l{number}", {}) for number in numbers]


def test_a_moved_exchange_a_new_picture_and_a_corrected_number_are_told_as_just_that():
    figure = '<figure data-image-id="6"><figcaption>Lễ hợp long.</figcaption></figure>'
    edited = {"answer": f"<p>Đúng hẹn.</p><p>Nhịp giữa nặng 15.806 tấn.</p>{figure}"}
    after = changed(
        exchanges=exchanges(13, 11, 12, l11=edited),
        pictures=[*INTERVIEW["pictures"], {"id": 6, "digest": "bb", "caption": "", "credit": "Thu Hà"}],
    )
    difference = compare(INTERVIEW, after)
    assert told(difference) == [
        ("Lượt 1", "Chuyển từ lượt 3 lên lượt 1"),
        ("Lượt 2, trả lời", "", "gone 15.608", "new 15.806"),
        ("Lượt 2, trả lời", "", "new Lễ hợp long."),
        ("Ảnh", "Ảnh mới", "new Lễ hợp long. (Ảnh: Thu Hà)"),
    ]
    assert difference.parts == [] and not difference.coarse
    assert [turn.kind for turn in difference.turns] == ["same", "changed", "same"]


def test_an_exchange_moved_and_edited_shows_both():
    edited = {"question": "Khi nào thông xe?"}
    difference = compare(INTERVIEW, changed(exchanges=exchanges(13, 11, 12, l13=edited)))
    first = difference.turns[0]
    assert (first.kind, first.moves, first.was, first.now) == ("changed", "Chuyển từ lượt 3 lên lượt 1", 3, 1)
    assert [turn.untouched for turn in difference.turns] == [False, True, True]


def test_an_exchange_that_goes_stands_where_it_was_and_one_that_comes_where_it_is():
    new = INTERVIEW["exchanges"][0] | {"id": 99, "question": "Có làn xe đạp không?", "answer": ""}
    after = changed(exchanges=[*exchanges(11, 13), new])
    turns = compare(INTERVIEW, after).turns
    assert [(turn.kind, turn.number, turn.was, turn.now) for turn in turns] == [
        ("same", 11, 1, 1),
        ("gone", 12, 2, None),
        ("same", 13, 3, 2),
        ("new", 99, None, 3),
    ]


def test_an_exchange_deleted_and_retyped_word_for_word_has_not_changed():
    retyped = [exchange | {"id": exchange["id"] + 100} for exchange in INTERVIEW["exchanges"]]
    assert not compare(INTERVIEW, changed(exchanges=retyped))


def test_another_speaker_is_told_by_name():
    after = changed(
        exchanges=exchanges(11, 12, 13, l12={"answered_by": "Bà Bế Thị Sen", "answered_by_id": 4})
    )
    assert told(compare(INTERVIEW, after)) == [
        ("Lượt 2, người trả lời", "", "gone Ông Lương Văn Thành", "new Bà Bế Thị Sen")
    ]


def test_every_part_is_compared_and_named():
    after = changed(
        kicker="Cầu Mây",
        headline="Cầu sẽ thông xe sau Tết",
        standfirst="Kỹ sư trưởng nói về nhịp biên.",
        section="Kinh tế",
        topics=["Cầu Bến Lĩnh 2", "Giao thông"],
        bylines=[{"author_id": 1, "name": "Hoàng Minh Khuê", "role": "anh"}],
        interviewees=[INTERVIEW["interviewees"][0] | {"office": "Giám đốc"}],
        lead_caption="Nhịp biên.",
        dateline="Bến Lĩnh",
        body="<p>Chúng tôi gặp ông trên cầu.</p>",
        published_at="2026-11-24T10:00:00+00:00",
    )
    difference = compare(
        INTERVIEW, after, signed_as=lambda byline: f"{byline['name']} {byline['role']}".strip()
    )
    assert [part.label for part in difference.parts] == [
        "Địa danh, tiêu mục", "Tít", "Sapo", "Chuyên mục", "Chủ đề", "Ký tên", "Chú thích ảnh chính", "Người trả lời",
        "Nơi viết", "Nội dung", "Giờ đăng",
    ]  # fmt: skip
    assert difference.same == ["Hỏi – đáp"]
    lines = {line[0]: line[2:] for line in told(difference)}
    assert lines["Tít"] == ("gone trước", "new sau")
    assert lines["Chủ đề"] == ("new Giao thông",)
    assert lines["Ký tên"] == ("new anh",)
    assert lines["Người trả lời"] == ("gone Kỹ sư trưởng", "new Giám đốc")
    assert lines["Giờ đăng"] == ("new 2026-11-24 10:00:00+00:00",)


def test_pictures_are_told_by_what_happened_to_them():
    one, two = INTERVIEW["pictures"][0], {"id": 6, "digest": "bb", "caption": "Mố cầu", "credit": ""}

    def pictures(before=None, **after):
        return [line[1:] for line in told(compare(before or INTERVIEW, changed(**after))) if line[0] == "Ảnh"]

    assert pictures(pictures=[one | {"digest": "cc"}]) == [("Thay tệp ảnh",)]
    assert pictures(changed(pictures=[one | {"digest": None}])) == [("Có tệp ảnh",)]
    assert pictures(pictures=[one | {"credit": "Thu Hà"}]) == [("Nguồn ảnh", "gone Minh Khuê", "new Thu Hà")]
    assert pictures(pictures=[one | {"caption": "Cần trục"}]) == [
        ("Chú thích trong kho ảnh", "gone cẩu", "new trục")
    ]
    assert pictures(lead_image_id=None, pictures=[]) == [("Bỏ ảnh chính", "gone Nhịp giữa. (Ảnh: Minh Khuê)")]
    assert pictures(lead_image_id=6, pictures=[two]) == [
        ("Bỏ ảnh chính", "gone Nhịp giữa. (Ảnh: Minh Khuê)"),
        ("Ảnh chính mới", "new Nhịp giữa."),
    ]
    body = '<figure data-image-id="5"></figure>'
    assert pictures(lead_image_id=None, body=body) == [("Không còn là ảnh chính",)]


def test_what_an_old_snapshot_does_not_tell_is_not_compared():
    old = {
        name: value
        for name, value in INTERVIEW.items()
        if name not in ("pictures", "unpublish_at", "section_id")
    }
    old["interviewees"] = [
        {name: guest[name] for name in ("person_id", "label", "office")}
        for guest in INTERVIEW["interviewees"]
    ]
    old["exchanges"] = [
        {name: exchange[name] for name in ("id", "asked_by", "question", "answered_by", "answer")}
        for exchange in INTERVIEW["exchanges"]
    ]
    assert not compare(old, INTERVIEW) and not compare(INTERVIEW, old)
    assert not compare({}, {})


def test_two_long_interviews_that_share_little_cost_no_more_than_one_effort():
    """Some two megabytes a side."""

    def talk(word, step):
        answers = (
            " ".join(f"{word}{number * step % 97} x{number % 31}" for number in range(2_600))
            for _ in range(100)
        )
        return changed(
            exchanges=[
                INTERVIEW["exchanges"][0] | {"id": at, "answer": f"<p>{each}</p>"}
                for at, each in enumerate(answers)
            ]
        )

    before, after = talk("cầu", 3), talk("đò", 5)
    assert len(str(before)) > 2_000_000
    effort = Effort()
    difference = compare(before, after, effort=effort)
    assert difference.coarse and 0 <= effort.left < EFFORT
    last = difference.turns[-1].answer[0]
    assert len(last.stretches) <= 4, "word by word after all"
    assert f"<p>{joined(last.stretches, 'gone')}</p>" == after["exchanges"][-1]["answer"]


NUMBERS = st.lists(st.sampled_from([11, 12, 13]), unique=True)
WORDS = st.sampled_from(["Đúng hẹn.", "Chậm 15 ngày.", "Chậm 16 ngày.", ""])


@given(NUMBERS, NUMBERS, st.dictionaries(st.sampled_from([11, 12, 13]), WORDS))
def test_a_difference_of_exchanges_gives_back_both_in_their_order(before, after, edits):
    edited = {f"l{number}": {"answer": f"<p>{words}</p>" if words else ""} for number, words in edits.items()}
    old, new = exchanges(*before), exchanges(*after, **edited)
    turns = compare(changed(exchanges=old), changed(exchanges=new)).turns
    if not turns:
        assert old == new
        return
    was = sorted((turn for turn in turns if turn.was), key=lambda turn: turn.was)
    assert [turn.number for turn in was] == before
    assert [turn.number for turn in turns if turn.now] == after
    for turn in turns:
        if turn.now:
            told_now = "".join(joined(each.stretches, "gone") for each in turn.answer if each.now)
            assert told_now == new[turn.now - 1]["answer"].replace("<p>", "").replace("</p>", "")


def test_a_short_telling_keeps_the_change_and_a_few_words_around_it():
    words = [f"chữ{number}" for number in range(100)]
    after = changed(
        standfirst=" ".join([*words[:50], "15.806", *words[51:]]), headline="Tít khác hẳn", kicker="Khác"
    )
    difference = compare(changed(standfirst=" ".join(words)), after)
    places, more = briefly(difference, places=2, words=3)
    assert [place.label for place in places] == ["Địa danh, tiêu mục", "Tít"] and more == 1
    (*_, standfirst), _ = briefly(difference, places=3, words=3)
    assert [each.words for each in standfirst.words] == [
        "… chữ47 chữ48 chữ49",
        "chữ50",
        "15.806",
        "chữ51 chữ52 chữ53 …",
    ]


def test_what_stayed_is_folded_but_for_what_stands_beside_a_change():
    lines = [f"Đoạn {number}: " + "chuyện cũ kể lại nguyên văn. " * 4 for number in range(12)]
    body = "".join(f"<p>{line}</p>" for line in lines)
    (part,) = compare(changed(body=body), changed(body=body.replace("Đoạn 6", "Khúc 6"))).parts
    assert [(fold, len(paragraphs)) for fold, paragraphs in part.folds] == [
        (True, 5),
        (False, 1),
        (False, 1),
        (False, 1),
        (True, 4),
    ]
    short = changed(body="<p>Một.</p><p>Hai.</p><p>Ba.</p>")
    (part,) = compare(short, changed(body="<p>Một.</p><p>Hai.</p><p>Tư.</p>")).parts
    assert not any(fold for fold, _ in part.folds)
