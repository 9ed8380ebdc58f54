"""An earlier revision taken back: every word of it, in its order, under its numbers; and nothing lost on the way."""

import pytest
from django.utils import timezone

from articles import signoff, workflow
from articles.consent import State, consent_of
from articles.models import Byline, Exchange, Interviewee, Status, Verb
from articles.policy import Role
from articles.restoring import restore
from articles.snapshot import keep_revision, signed_part, snapshot
from articles.workflow import NotAllowed, Refused, record_change
from tests.factories import (
    make_article,
    make_author,
    make_image,
    make_interview,
    make_person,
    make_section,
    make_topic,
    make_user,
)

pytestmark = pytest.mark.django_db
TURNS = [
    ("Tiến độ ra sao?", "<p>Đúng hẹn.</p>"),
    ("Kinh phí?", "<p>Đủ dùng.</p>"),
    ("Bao giờ?", "<p>Trước Tết.</p>"),
]


@pytest.fixture
def editor():
    return make_user(Role.MANAGING_EDITOR)


@pytest.fixture
def interview():
    """With everything an article can have, and its first revision."""
    article = make_interview(
        TURNS,
        kicker="Bến Lĩnh",
        dateline="Vân Lĩnh",
        body="<p>Lời dẫn.</p>",
        topics=[make_topic()],
        lead_image=make_image(),
        lead_caption="Nhịp giữa.",
    )
    keep_revision(article, note="lập bài")
    return article


def first(article):
    return article.revisions.get(number=1)


def rewrite(article, by, **fields):
    type(article).objects.filter(pk=article.pk).update(**fields)
    article.refresh_from_db()
    return record_change(article, by=by)


def take_back(article, by, number=1, **given):
    article.refresh_from_db()
    return restore(article, article.revisions.get(number=number), by=by, **{"seen": article.version} | given)


def test_every_word_name_and_picture_comes_back_and_the_state_before_stays_in_the_history(interview, editor):
    before = first(interview).snapshot
    author, other = make_author("Nông Thanh Tùng"), make_person("Bế Thị Sen", "Bà")
    interview.bylines.all().delete()
    Byline.objects.create(article=interview, author=author, role=Byline.Role.PHOTOGRAPHS)
    interview.topics.set([make_topic("Giao thông")])
    guest = Interviewee.objects.create(article=interview, person=other, position=0)
    order = list(interview.exchanges.values_list("pk", flat=True))
    interview.exchanges.filter(pk=order[1]).delete()
    Exchange.objects.filter(pk=order[2]).update(position=0, question="Khi nào?", answered_by=guest)
    Exchange.objects.create(article=interview, question="Còn gì nữa?", position=9)
    everything = {
        "kicker": "",
        "headline": "Tít mới",
        "standfirst": "",
        "body": "",
        "dateline": "",
        "lead_caption": "Khác",
    }
    changed = rewrite(interview, editor, **everything, lead_image=None, section=make_section("Kinh tế"))
    done = take_back(interview, editor)
    assert done.lost == []
    assert signed_part(snapshot(interview)) == signed_part(before)
    assert [exchange.pk for exchange in interview.exchanges.all()] == order
    assert signed_part(interview.revisions.get(number=2).snapshot) == signed_part(changed.snapshot)
    assert (done.revision.number, done.revision.note, done.revision.by) == (3, "lấy lại bản 1", editor)
    assert interview.version == 3


def test_what_was_taken_back_can_be_taken_back_from(interview, editor):
    rewrite(interview, editor, headline="Tít thứ hai")
    take_back(interview, editor, 1)
    take_back(interview, editor, 2)
    assert interview.headline == "Tít thứ hai"
    assert interview.slug == "tit-thu-hai"
    assert [row.number for row in interview.revisions.all()] == [4, 3, 2, 1]


def test_a_moved_exchange_goes_back_to_its_exact_place(interview, editor):
    order = list(interview.exchanges.values_list("pk", flat=True))
    for position, number in enumerate(reversed(order)):
        interview.exchanges.filter(pk=number).update(position=position)
    rewrite(interview, editor)
    assert list(interview.exchanges.values_list("pk", flat=True)) == order[::-1]
    take_back(interview, editor)
    assert list(interview.exchanges.values_list("pk", flat=True)) == order


def test_it_is_refused_where_somebody_saved_meanwhile(interview, editor):
    seen = interview.version
    rewrite(interview, editor, headline="Tít của người khác")
    for old in (seen, None, 0, 99):
        with pytest.raises(Refused, match="vừa được sửa"):
            take_back(interview, editor, seen=old)
    interview.refresh_from_db()
    assert interview.headline == "Tít của người khác"
    assert interview.revisions.count() == 2


def test_a_revision_that_says_the_same_leaves_none(interview, editor):
    with pytest.raises(Refused, match="giống hệt bản 1"):
        take_back(interview, editor)
    assert interview.revisions.count() == 1 and interview.version == 1


def test_who_may_not_edit_takes_nothing_back(interview, editor):
    rewrite(interview, editor, headline="Tít mới")
    with pytest.raises(NotAllowed):
        take_back(interview, make_user(Role.REPORTER))
    workflow.withdraw(publish(interview, editor), by=editor, reason="Sai")
    with pytest.raises(NotAllowed):
        take_back(interview, make_user(Role.CHIEF_EDITOR))
    assert interview.headline == "Tít mới"


def publish(article, by):
    workflow.publish(article, by=by, urgent=True)
    return article


def test_a_revision_of_another_article_is_a_mistake_of_the_caller(interview, editor):
    other = make_article()
    keep_revision(other)
    with pytest.raises(ValueError, match="another article"):
        restore(interview, first(other), by=editor, seen=interview.version)


def test_hours_and_state_stay_and_an_approval_falls(interview, editor):
    rewrite(interview, editor, headline="Tít mới")
    workflow.submit(interview, by=editor)
    workflow.approve(interview, by=make_user(Role.CHIEF_EDITOR))
    at = timezone.now()
    rewrite(interview, editor, published_at=at)
    assert interview.status == Status.READY
    take_back(interview, editor)
    assert interview.published_at == at
    assert interview.status == Status.IN_REVIEW
    assert interview.transitions.first().verb == Verb.LAPSE


def test_what_is_gone_from_the_house_is_told_and_the_rest_comes_back(interview, editor):
    picture = interview.lead_image
    figure = f'<figure data-image-id="{picture.pk}"><figcaption>Nhịp giữa.</figcaption></figure>'
    rewrite(interview, editor, body=f"<p>Một.</p>{figure}")
    topic, author, section = interview.topics.get(), interview.bylines.get().author, interview.section
    guest = interview.interviewees.get()
    interview.topics.clear()
    interview.bylines.all().delete()
    interview.exchanges.update(answered_by=None)
    guest.delete()
    rewrite(interview, editor, body="", lead_image=None, section=make_section("Kinh tế"))
    for row in (topic, author, guest.person, section, picture):
        row.delete()
    done = take_back(interview, editor, 2)
    assert done.lost == [
        "Chuyên mục “Thời sự” không còn; bài ở lại “Kinh tế”.",
        "Chủ đề “Cầu Bến Lĩnh 2” không còn, hoặc đã đổi tên.",
        "Tác giả “Hoàng Minh Khuê” không còn; bài thiếu chữ ký này.",
        "Nhân vật “Ông Lương Văn Thành” không còn hồ sơ; bài thiếu người trả lời này.",
        "Lượt 1: người trả lời “Ông Lương Văn Thành” không còn, câu trả lời chưa có tên.",
        "Lượt 2: người trả lời “Ông Lương Văn Thành” không còn, câu trả lời chưa có tên.",
        "Lượt 3: người trả lời “Ông Lương Văn Thành” không còn, câu trả lời chưa có tên.",
        "Ảnh “Thi công nhịp giữa.” không còn trong kho ảnh; chỉ còn chú thích.",
    ]
    assert "Nhịp giữa." in interview.body
    assert [exchange.answer for exchange in interview.exchanges.all()] == [answer for _, answer in TURNS]


def test_a_picture_with_another_file_is_told(interview, editor):
    rewrite(interview, editor, headline="Tít mới")
    type(interview.lead_image).objects.update(digest="f" * 64)
    assert take_back(interview, editor).lost == [
        "Ảnh “Thi công nhịp giữa.” đã được thay tệp sau bản này; bài hiện tệp mới."
    ]


def test_signed_off_words_that_come_back_are_still_signed_off(interview, editor):
    guest = interview.interviewees.get()
    link = signoff.invite(guest, by=editor).sign_off
    for standing in consent_of(guest).standings:
        signoff.approve(link, standing.exchange.pk, seen=standing.fingerprint)
    interview.exchanges.update(answer="<p>Không nói gì.</p>")
    rewrite(interview, editor)
    assert {standing.state for standing in consent_of(guest).standings} == {State.CHANGED}
    take_back(interview, editor)
    assert {standing.state for standing in consent_of(guest).standings} == {State.APPROVED}


def test_whom_a_sign_off_names_stays_on_the_list(interview, editor):
    other = Interviewee.objects.create(article=interview, person=make_person("Bế Thị Sen", "Bà"), position=2)
    Exchange.objects.create(
        article=interview, position=9, question="Còn bà?", answered_by=other, answer="<p>Vâng.</p>"
    )
    rewrite(interview, editor)
    signoff.invite(other, by=editor)
    done = take_back(interview, editor)
    assert done.lost == ["Bà Bế Thị Sen đã được gửi duyệt lời nên còn trong danh sách người trả lời."]
    assert [guest.speaker for guest in interview.interviewees.all()] == [
        "Ông Lương Văn Thành",
        "Bà Bế Thị Sen",
    ]
    assert interview.exchanges.count() == 3


def test_a_row_never_becomes_somebody_else(interview, editor):
    """The desk changed who sits in the row: what that one signed off is not given to the first one."""
    guest, other = interview.interviewees.get(), make_person("Bế Thị Sen", "Bà")
    first_person = guest.person
    Interviewee.objects.filter(pk=guest.pk).update(person=other)
    rewrite(interview, editor)
    signoff.invite(interview.interviewees.get(), by=editor)
    take_back(interview, editor)
    assert interview.interviewees.get(pk=guest.pk).person == other
    assert {exchange.answered_by.person for exchange in interview.exchanges.all()} == {first_person}


def test_two_guests_who_changed_places_change_back(interview, editor):
    one = interview.interviewees.get()
    other = Interviewee.objects.create(article=interview, person=make_person("Bế Thị Sen", "Bà"), position=2)
    interview.exchanges.filter(position=2).update(answered_by=other)
    rewrite(interview, editor)
    Interviewee.objects.filter(pk=one.pk).update(position=5, office="Khác", label="Kỹ sư Thành")
    interview.exchanges.update(answered_by=one)
    rewrite(interview, editor)
    take_back(interview, editor, 2)
    assert list(interview.interviewees.values_list("pk", "label")) == [(one.pk, ""), (other.pk, "")]
    assert [exchange.answered_by_id for exchange in interview.exchanges.all()] == [one.pk, other.pk, one.pk]


def test_an_exchanges_number_that_another_article_bears_is_left_to_it(interview, editor):
    a, *_ = interview.exchanges.all()
    other = make_article(kind="interview")
    Exchange.objects.filter(pk=a.pk).update(article=other, answered_by=None)
    rewrite(interview, editor)
    take_back(interview, editor)
    assert Exchange.objects.get(pk=a.pk).article == other
    assert [exchange.question for exchange in interview.exchanges.all()] == [
        question for question, _ in TURNS
    ]


def test_a_snapshot_from_before_numbers_and_pictures_were_kept_is_taken_back_by_names(interview, editor):
    kept = first(interview)
    old = {name: value for name, value in kept.snapshot.items() if name not in ("pictures", "unpublish_at")}
    old["interviewees"] = [
        {k: guest[k] for k in ("person_id", "label", "office")} for guest in old["interviewees"]
    ]
    old["exchanges"] = [
        {k: v for k, v in exchange.items() if k != "answered_by_id"} for exchange in old["exchanges"]
    ]
    type(kept).objects.filter(pk=kept.pk).update(snapshot=old)
    interview.exchanges.update(answered_by=None)
    interview.interviewees.all().delete()
    rewrite(interview, editor)
    assert take_back(interview, editor).lost == []
    assert [exchange.speaker for exchange in interview.exchanges.all()] == ["Ông Lương Văn Thành"] * 3
