"""“Lịch sử” and “Hồ sơ”: who may read which, what they say, and what taking a revision back does."""

import pytest

from articles import workflow
from articles.models import Byline, Correction, Standing, Status, Transition
from articles.policy import Role
from articles.snapshot import keep_revision
from articles.workflow import record_change
from comments.policy import CommentRole
from tests.articles.admin.forms import address, messages
from tests.articles.admin.test_language import assert_vietnamese
from tests.factories import (
    in_standing,
    make_article,
    make_image,
    make_interview,
    make_person,
    make_topic,
    make_user,
    picture_bytes,
)
from tests.html import page

TURNS = [
    ("Tiến độ ra sao?", "<p>Đúng hẹn.</p><p>Nhịp giữa nặng 15.608 tấn.</p>"),
    ("Kinh phí thế nào?", "<p>Đủ dùng.</p>"),
    ("Bao giờ thông xe?", "<p>Trước Tết.</p>"),
]
HEADLINE = "Tít không ai ngoài cuộc được đọc"
HOSTILE = "<script>alert(1)</script></textarea><img src=x onerror=alert(2)>"


def at(article, rest=""):
    return f"/admin/articles/article/{article.pk}/lich-su/{rest}"


def record_of(article):
    return f"/admin/articles/article/{article.pk}/ho-so/"


def revised(article, by=None, **fields):
    """One more revision, with these fields changed."""
    type(article).objects.filter(pk=article.pk).update(**fields)
    article.refresh_from_db()
    return record_change(article, by=by)


@pytest.fixture
def story(db):
    """Three revisions: the headline changed twice."""
    article = make_article(headline=HEADLINE)
    keep_revision(article, note="lập bài")
    for number in (2, 3):
        revised(article, headline=f"{HEADLINE}, lần {number}")
    return article


# ---------------------------------------------------------------- who may

S = Standing
UNSEALED = {S.DRAFT, S.IN_REVIEW, S.READY, S.SCHEDULED, S.PUBLISHED, S.EXPIRED, S.TRASHED}
EVERY = set(S)
# Written out by hand, not read from the policy: role, whose story -> where its history, its record may be read.
READERS = {
    (Role.REPORTER, "own"): (UNSEALED, UNSEALED | {S.WITHDRAWN}),
    (Role.REPORTER, "others"): (set(), set()),
    (Role.EDITOR, "others"): (UNSEALED, UNSEALED | {S.WITHDRAWN}),
    (Role.MANAGING_EDITOR, "others"): (UNSEALED, EVERY),
    (Role.CHIEF_EDITOR, "others"): (EVERY, EVERY),
    ("superuser", "others"): (EVERY, EVERY),
    (None, "others"): (set(), set()),
    (CommentRole.MODERATOR, "others"): (set(), set()),
}
# Who may read the earlier words and write the present ones.
RESTORERS = {
    (Role.REPORTER, "own"): {S.DRAFT},
    (Role.EDITOR, "others"): {S.DRAFT, S.IN_REVIEW, S.READY},
    (Role.MANAGING_EDITOR, "others"): UNSEALED - {S.TRASHED},
    (Role.CHIEF_EDITOR, "others"): UNSEALED - {S.TRASHED},
    ("superuser", "others"): UNSEALED - {S.TRASHED},
}


# Which view asks the rules is no matter of the database (tests/test_desk_matrix.py).
@pytest.mark.only_on("sqlite")
@pytest.mark.parametrize("standing", S)
@pytest.mark.parametrize(("role", "whose"), READERS, ids=str)
def test_every_address_asks_who_may_for_the_article_it_names(desk, role, whose, standing):
    client = desk(role)
    owner = client.user if whose == "own" else make_user()
    article = make_article(headline=HEADLINE, created_by=owner, **in_standing(standing))
    first = keep_revision(article)
    type(article).objects.filter(pk=article.pk).update(headline=f"{HEADLINE}, bản nay")
    article.refresh_from_db()
    keep_revision(article)
    history, record = READERS[role, whose]
    for reading in (at(article), at(article, "1/"), at(article, "2/"), at(article, "so-sanh/?tu=1&den=2")):
        response = client.get(reading)
        allowed = standing in history
        assert (response.status_code == 200) == allowed, reading
        assert allowed or response.status_code in (403, 404)
        assert (HEADLINE in response.content.decode()) == allowed
        assert client.post(reading).status_code != 500
    response = client.get(record_of(article))
    assert (response.status_code == 200) == (standing in record)
    assert (HEADLINE in response.content.decode()) == (standing in record)
    taken_back = client.post(at(article, "1/lay-lai/"), {"version": article.version})
    allowed = standing in RESTORERS.get((role, whose), set())
    assert taken_back.status_code == 302 if allowed else taken_back.status_code in (403, 404)
    article.refresh_from_db()
    assert (article.headline == first.snapshot["headline"]) == allowed
    assert article.revisions.count() == 2 + allowed


def test_a_stranger_is_sent_to_the_login(client, story):
    for reading in (at(story), at(story, "1/"), at(story, "so-sanh/?tu=1&den=2"), record_of(story)):
        response = client.get(reading)
        assert response.status_code == 302 and "/login/" in response["Location"]
    assert client.post(at(story, "1/lay-lai/"), {"version": "3"}).status_code == 302
    assert story.revisions.count() == 3


def test_revisions_of_another_article_are_not_reached_through_ones_own(desk, story):
    """Numbers count from one in every article; what is asked for is of the article in the address, or nothing."""
    client = desk(Role.REPORTER)
    own = make_article(created_by=client.user, headline="Tít của tôi")
    keep_revision(own)
    ids = list(story.revisions.values_list("pk", flat=True))
    for number in {2, 3, *ids} - {1}:
        assert client.get(at(own, f"{number}/")).status_code == 404
        assert client.post(at(own, f"{number}/lay-lai/"), {"version": own.version}).status_code == 404
        response = client.get(at(own, f"so-sanh/?tu=1&den={number}"), follow=True)
        assert messages(response) == [f"Bài này không có bản {number}."]
        assert HEADLINE not in response.content.decode()
    assert own.revisions.count() == 1
    assert client.get(at(story, "1/")).status_code == 404


def test_taking_back_is_not_done_by_a_link(desk, story):
    assert desk(Role.CHIEF_EDITOR).get(at(story, "1/lay-lai/")).status_code == 405


# ---------------------------------------------------------------- the list


def test_the_list_says_who_did_what_and_why_and_marks_the_approved_one(desk):
    writer, editor = make_user(Role.REPORTER), make_user(Role.EDITOR)
    article = make_article(created_by=writer)
    keep_revision(article, by=writer, note="lập bài")
    workflow.submit(article, by=writer, reason="Xin duyệt sớm")
    workflow.approve(article, by=editor)
    chief = desk(Role.CHIEF_EDITOR)
    workflow.publish(article, by=chief.user, urgent=True, reason="Bão số 9")
    shown = page(chief.get(at(article)))
    rows = shown.texts(".revisions tbody tr")
    assert [row.split(" · ")[0].split()[:2] for row in rows] == [
        ["Bản", str(number)] for number in (4, 3, 2, 1)
    ]
    assert "Bão số 9" in rows[0] and str(chief.user) in rows[0] and "Đăng" in rows[0] and "khẩn" in rows[0]
    assert "Bản đã duyệt" in rows[1] and str(editor) in rows[1]
    assert "Xin duyệt sớm" in rows[2] and "Lập bài" in rows[3]
    assert shown.texts("tr.approved th") == ["Bản 3"]
    assert shown.fields(".history form") == {"tu": "3", "den": "4"}


def test_the_list_and_the_record_are_paged_and_any_two_can_still_be_compared(desk, story):
    for _ in range(35):
        keep_revision(story)
    client = desk(Role.EDITOR)
    first = page(client.get(at(story)))
    assert len(first.select(".revisions tbody tr")) == 30
    assert ("Cũ hơn", "?trang=2") in first.links(".history-pages a")
    assert page(client.get(at(story, "?trang=2"))).texts(".revisions th a")[-1] == "Bản 1"
    assert first.has(".any-two input[name=tu]")
    for mangled in ("?trang=99", "?trang=x", "?trang=-1"):
        assert client.get(at(story, mangled)).status_code == 200


@pytest.mark.parametrize(
    "query", ["", "tu=1", "tu=1&den=1", "tu=x&den=y", "tu=١&den=٢", f"tu=1&den={10**30}", "den=2"]
)
def test_a_mangled_choice_is_told_so(desk, story, query):
    response = desk(Role.EDITOR).get(at(story, f"so-sanh/?{query}"), follow=True)
    assert messages(response) == ["Hãy chọn hai bản khác nhau để so."]


# ---------------------------------------------------------------- the comparison


@pytest.fixture
def interview(db):
    article = make_interview(TURNS, body="<p>Chúng tôi gặp ông bên bờ sông.</p>")
    keep_revision(article, note="lập bài")
    return article


def rearrange(interview, by=None):
    """The third exchange first, a picture in the first one, its number put right."""
    first, second, third = interview.exchanges.all()
    picture = make_image(picture_bytes(), caption="Lễ hợp long", credit="Thu Hà")
    figure = f'<figure data-image-id="{picture.pk}"><figcaption>Nhịp cuối nối liền.</figcaption></figure>'
    answer = first.answer.replace("15.608", "15.806") + figure
    interview.exchanges.filter(pk=third.pk).update(position=0)
    interview.exchanges.filter(pk=first.pk).update(answer=answer)
    record_change(interview, by=by)
    return picture


def test_a_moved_exchange_a_new_picture_and_a_corrected_number_are_what_the_page_tells(desk, interview):
    picture = rearrange(interview)
    shown = page(desk(Role.EDITOR).get(at(interview, "so-sanh/?tu=1&den=2")))
    assert shown.texts(".part > h2") == ["Hỏi – đáp", "Ảnh"]
    assert shown.texts(".turn h3") == ["Lượt 1 Chuyển từ lượt 3 lên lượt 1", "Lượt 2", "Lượt 3"]
    assert shown.texts(".changes del") == ["bỏ: 15.608"]
    assert shown.texts(".changes ins") == [
        "thêm: 15.806",
        "thêm: Nhịp cuối nối liền.",
        "thêm: Nhịp cuối nối liền. (Ảnh: Thu Hà)",
    ]
    assert shown.texts(".pictures .told") == ["Ảnh mới"]
    assert shown.one(".pictures img")["src"] == picture.file.url
    assert shown.texts(".changes > section > details > summary") == ["Lượt 3 không đổi"]
    assert "Nhịp giữa nặng 15.608" not in shown.text(".changes") or "bỏ: 15.608" in shown.text(".changes")
    assert "Không đổi: Tít" in shown.text(".history")


def test_the_later_revision_is_always_compared_with_the_earlier(desk, story):
    client = desk(Role.EDITOR)
    one, other = (page(client.get(at(story, f"so-sanh/?{query}"))) for query in ("tu=1&den=3", "tu=3&den=1"))
    assert one.texts(".changes ins") == other.texts(".changes ins") == ["thêm: , lần 3"]
    assert one.texts(".changes del") == []


def test_two_that_say_the_same_are_told_so(desk, story):
    keep_revision(story)
    assert "không khác chữ nào" in page(desk(Role.EDITOR).get(at(story, "so-sanh/?tu=3&den=4"))).text()


def test_markup_in_any_field_shows_as_text(desk):
    article = make_interview(
        [(HOSTILE, "<p>Đáp.</p>")],
        person=make_person(HOSTILE, HOSTILE[:40]),
        **{name: HOSTILE for name in ("kicker", "headline", "standfirst", "dateline", "lead_caption")},
        lead_image=make_image(caption=HOSTILE, credit=HOSTILE),
        topics=[make_topic(HOSTILE)],
    )
    Byline.objects.update(role=Byline.Role.PHOTOGRAPHS)
    article.bylines.get().author.__class__.objects.update(name=HOSTILE)
    keep_revision(article, note=HOSTILE)
    # What a database might hold in spite of the door, and a snapshot before it was cleaned.
    hostile = article.revisions.get()
    kept = hostile.snapshot | {"body": f"<p>Thân.</p>{HOSTILE}", "section": HOSTILE}
    kept["exchanges"][0] |= {
        "asked_by": HOSTILE,
        "answer": f"<p onclick=x>{HOSTILE}</p>",
        "answered_by": HOSTILE,
    }
    kept["interviewees"][0]["office"] = HOSTILE
    type(hostile).objects.filter(pk=hostile.pk).update(snapshot=kept)
    client = desk(Role.CHIEF_EDITOR)
    article.interviewees.update(office="Khác")
    article.exchanges.update(question="Khác?")
    article.topics.clear()
    revised(
        article,
        by=client.user,
        **dict.fromkeys(("kicker", "standfirst", "dateline", "lead_caption"), "Khác"),
        headline="Khác",
    )
    said = {"reason": HOSTILE, "missing": [HOSTILE], "by": client.user, "revision": hostile}
    Transition.objects.create(article=article, verb="submit", from_status="draft", to_status="draft", **said)
    type(article).objects.filter(pk=article.pk).update(approved_revision=hostile)
    for reading in (
        at(article),
        at(article, "1/"),
        at(article, "so-sanh/?tu=1&den=2"),
        record_of(article),
        address(article),
    ):
        shown = page(client.get(reading))
        assert not shown.has("[onerror], [onclick], img[src=x]"), reading
        assert "alert(1)" not in "".join(node.get_text() for node in shown.select("script")), reading
        assert "<script>alert(1)</script>" in shown.text(), reading


def test_a_long_difference_is_said_to_be_coarse(desk, story, monkeypatch):
    from articles.differences import words

    monkeypatch.setattr(words, "EFFORT", 10)
    monkeypatch.setattr(words.Effort.__init__, "__defaults__", (10,))
    revised(story, standfirst="Hoàn toàn khác hẳn những gì đã viết lần trước về cây cầu ấy.")
    shown = page(desk(Role.EDITOR).get(at(story, "so-sanh/?tu=1&den=4")))
    assert "so cả đoạn, không so từng chữ" in shown.text(".errornote")


# ---------------------------------------------------------------- one of them


def test_one_revision_is_read_as_it_was(desk, interview):
    rearrange(interview)
    client = desk(Role.EDITOR)
    old, new = page(client.get(at(interview, "1/"))), page(client.get(at(interview, "2/")))
    assert "15.608" in old.text(".as-it-was") and "15.806" in new.text(".as-it-was")
    assert old.texts(".turn.question .said") == [question for question, _ in TURNS]
    assert old.has("form.restore") and not new.has("form.restore")
    assert (new.text(".history > p")).endswith("Bản hiện tại")
    assert ("So với bản hiện tại", "?tu=1&den=2") in [
        (words, link[link.find("?") :]) for words, link in old.links()
    ]


def test_a_picture_that_is_gone_leaves_its_caption(desk, interview):
    picture = rearrange(interview)
    interview.exchanges.update(answer="<p>Không ảnh.</p>")
    record_change(interview, by=None)
    picture.delete()
    shown = page(desk(Role.EDITOR).get(at(interview, "2/")))
    assert "Nhịp cuối nối liền." in shown.text(".as-it-was")


# ---------------------------------------------------------------- taking back


def test_an_earlier_revision_is_taken_back_by_a_press(desk, interview):
    order = list(interview.exchanges.values_list("pk", flat=True))
    rearrange(interview)
    client = desk(Role.EDITOR)
    sent = page(client.get(at(interview, "1/"))).fields("form.restore")
    response = client.post(at(interview, "1/lay-lai/"), sent, follow=True)
    assert messages(response) == ["Đã lấy lại bản 1; đây là bản 3."]
    assert list(interview.exchanges.values_list("pk", flat=True)) == order
    assert "Lấy lại bản 1" in page(response).texts(".revisions tbody tr")[0]


def test_what_somebody_saved_meanwhile_is_not_overwritten(desk, story):
    client = desk(Role.EDITOR)
    sent = page(client.get(at(story, "1/"))).fields("form.restore")
    revised(story, headline="Tít của người khác")
    response = client.post(at(story, "1/lay-lai/"), sent, follow=True)
    assert messages(response) == ["Bài vừa được sửa sau khi bạn mở trang. Hãy đọc bản mới rồi bấm lần nữa."]
    for forged in ({}, {"version": "x"}, {"version": "-4"}, {"version": "9" * 40}):
        client.post(at(story, "1/lay-lai/"), forged)
    story.refresh_from_db()
    assert story.headline == "Tít của người khác" and story.revisions.count() == 4


def test_losses_are_told_in_as_many_sentences(desk, story):
    topic = make_topic("Chủ đề sắp bỏ")
    story.topics.add(topic)
    revised(story)
    topic.delete()
    revised(story)
    client = desk(Role.EDITOR)
    response = client.post(at(story, "4/lay-lai/"), {"version": story.version}, follow=True)
    assert messages(response)[1:] == ["Chủ đề “Chủ đề sắp bỏ” không còn, hoặc đã đổi tên."]


# ---------------------------------------------------------------- since the approval


@pytest.fixture
def approved(story):
    workflow.submit(story, by=make_user(Role.CHIEF_EDITOR))
    workflow.approve(story, by=make_user(Role.EDITOR, full_name="Đàm Thu Cúc"))
    return story


def test_the_screen_tells_what_changed_since_who_approved_when(desk, approved):
    client = desk(Role.MANAGING_EDITOR)
    assert not page(client.get(address(approved))).has(".since-approval")
    revised(approved, by=client.user, standfirst="Nhịp giữa nặng 15.806 tấn.")
    shown = page(client.get(address(approved)))
    said = shown.text(".since-approval")
    assert "Đàm Thu Cúc đã duyệt bản 5 lúc" in said and "Sapo:" in said
    assert shown.texts(".since-approval ins") == ["thêm: Nhịp giữa nặng 15.806 tấn."] or shown.has(
        ".since-approval ins"
    )
    [(_, link)] = [found for found in shown.links(".since-approval a") if found[0] == "Xem toàn bộ thay đổi"]
    assert link == at(approved, "so-sanh/?tu=5&den=6")
    assert client.get(link).status_code == 200


def test_hours_are_no_change_since_the_approval(desk, approved, now):
    revised(approved, published_at=now)
    client = desk(Role.MANAGING_EDITOR)
    assert not page(client.get(address(approved))).has(".since-approval")
    revised(approved, headline="Tít khác hẳn")
    assert page(client.get(address(approved))).texts(".since-approval li b") == ["Tít:"]


def test_a_reader_of_the_screen_who_may_not_read_history_sees_no_earlier_words(desk, approved):
    chief = desk(Role.CHIEF_EDITOR)
    workflow.publish(approved, by=chief.user)
    revised(approved, by=chief.user, headline="Tít sau khi đăng")
    type(approved).objects.filter(pk=approved.pk).update(approved_revision=approved.revisions.get(number=5))
    reporter = desk(Role.REPORTER)
    shown = page(reporter.get(address(approved)))
    assert "Tít sau khi đăng" in shown.text()
    assert not shown.has(".since-approval") and not shown.has(f'a[href="{at(approved)}"]')
    assert page(chief.get(address(approved))).has(".since-approval")


# ---------------------------------------------------------------- the record


def test_the_record_says_who_did_what_when_and_why_and_no_words_of_the_story(desk):
    chief = desk(Role.CHIEF_EDITOR)
    article = make_article(
        headline=HEADLINE, standfirst="Sapo đã niêm phong", body="<p>Chữ đã niêm phong.</p>", author=None
    )
    workflow.publish(article, by=chief.user, urgent=True, reason="Tin bão")
    workflow.withdraw(article, by=chief.user, reason="Sai tên người")
    editor = desk(Role.EDITOR)
    shown = page(editor.get(record_of(article)))
    gone, out = shown.texts(".revisions tbody tr")
    assert "Sai tên người" in gone and str(chief.user) in gone and "Đã đăng → Đã gỡ" in gone
    assert "Tin bão" in out and "Còn thiếu khi đăng: Chưa có người ký tên." in out
    assert "niêm phong" not in shown.text()
    assert not shown.has(f'a[href="{at(article)}"]') and not shown.has(f'a[href="{address(article)}"]')
    assert Correction.objects.count() == 0


def test_the_pages_speak_vietnamese(desk, interview):
    rearrange(interview)
    client = desk("superuser")
    for reading in (
        at(interview),
        at(interview, "1/"),
        at(interview, "so-sanh/?tu=1&den=2"),
        record_of(interview),
    ):
        assert_vietnamese(client.get(reading), reading)


# ---------------------------------------------------------------- what it costs


@pytest.mark.parametrize("rest", ["", "2/", "so-sanh/?tu=1&den=2"])
def test_queries_do_not_grow_with_exchanges_and_revisions(desk, rest, django_assert_max_num_queries):
    client = desk(Role.EDITOR)
    costs = []
    for count in (1, 10):
        article = make_interview(TURNS * count, person=make_person(f"Khách {count}"))
        keep_revision(article)
        pictures = [make_image(caption=f"Ảnh {number}") for number in range(count)]
        figures = "".join(f'<figure data-image-id="{picture.pk}"></figure>' for picture in pictures)
        article.exchanges.filter(position=1).update(answer=f"<p>Khác.</p>{figures}")
        article.exchanges.filter(position=3).update(position=0)
        for _ in range(count):
            revised(article, by=client.user)
        with django_assert_max_num_queries(12) as asked:
            assert client.get(at(article, rest)).status_code == 200
        costs.append(len(asked))
    assert costs[0] == costs[1]


def test_the_record_costs_the_same_for_three_steps_and_for_thirty(desk, django_assert_max_num_queries):
    client = desk(Role.EDITOR)
    costs = []
    for count in (3, 30):
        article = make_article(status=Status.IN_REVIEW)
        for number in range(count):
            step = {"verb": "submit", "from_status": "draft", "to_status": "in_review", "reason": f"{number}"}
            Transition.objects.create(article=article, by=make_user(), **step)
        with django_assert_max_num_queries(12) as asked:
            assert len(page(client.get(record_of(article))).select(".revisions tbody tr")) == count
        costs.append(len(asked))
    assert costs[0] == costs[1]


@pytest.mark.parametrize(("whose", "leads"), [("own", True), ("others", False)])
def test_who_opens_a_story_sealed_for_them_lands_on_the_record_they_may_read(desk, whose, leads):
    reporter = desk(Role.REPORTER)
    article = make_article(status=Status.WITHDRAWN, created_by=reporter.user if whose == "own" else make_user())
    response = reporter.get(f"/admin/articles/article/{article.pk}/change/")
    assert response["Location"] == (record_of(article) if leads else "/admin/")
    assert reporter.get("/admin/articles/article/khong-phai-so/change/")["Location"] == "/admin/"
