"""What readers saw, version by version; and quotations: any words that stood there pass, no others."""

import unicodedata
from datetime import timedelta

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from articles.models import Revision, Status
from articles.quoting import not_in, printed, words_of
from articles.snapshot import keep_revision, snapshot
from tests.factories import make_article, make_image, make_interview, picture_bytes

HOUR = timedelta(hours=1)
KEPT = {
    "headline": "Cầu Bến Lĩnh 2 dài 512 m",
    "standfirst": "Đêm qua, nhịp giữa\n\nđã nối liền.",
    "body": "<p>Mặt sông <em>lặng</em>.</p><ul><li>12 hộ</li></ul>"
    "<figure data-image-id='1'><figcaption>Ảnh A</figcaption></figure>",
    "exchanges": [
        {"question": "Xin ông cho biết?", "answered_by": "Ông Thành", "answer": "<p>Đúng hẹn.</p>"}
    ],
}
WORDS = words_of(KEPT)


@given(st.integers(0, len(WORDS)), st.integers(0, len(WORDS)), st.sampled_from(["NFC", "NFD"]))
def test_any_slice_of_the_words_is_a_quotation(start, end, form):
    assert not_in(unicodedata.normalize(form, WORDS[min(start, end) : max(start, end)]), WORDS) == ""


@given(
    st.integers(0, len(WORDS)),
    st.integers(0, len(WORDS)),
    st.sampled_from([" ", "\n", "\n\n", "\t", "\u00a0"]),
)
def test_white_space_does_not_count(start, end, space):
    quoted = space.join(WORDS[min(start, end) : max(start, end)].split())
    assert not_in(f"{space}{quoted}{space}", WORDS) == ""


@given(st.text(), st.text())
def test_foreign_words_are_refused_wherever_they_stand(before, after):
    assert not_in(f"{before}ngoài lề{after}", WORDS) != ""


@given(st.text(), st.text())
def test_no_text_at_all_breaks_it(quotation, words):
    assert isinstance(not_in(quotation, words), str)
    assert not_in(words, words) == ""


def test_every_paragraph_of_a_quotation_is_asked_for_and_the_strange_one_named():
    assert not_in("“12 hộ”\n\nMặt sông lặng.", WORDS) == ""
    assert not_in("12 hộ\n\nMặt sông dữ.", WORDS) == "Mặt sông dữ."
    assert not_in("Mặt sông LẶNG.", WORDS) == "Mặt sông LẶNG."


@pytest.mark.django_db
def test_all_that_readers_see_may_be_quoted():
    image = make_image(picture_bytes(), caption="Nhịp giữa lúc rạng đông", credit="Nông Thanh Tùng")
    article = make_interview(
        lead_image=image,
        kicker="Giao thông",
        dateline="Bến Lĩnh",
        lead_caption="Chú thích riêng",
        body="<p>Lời dẫn.</p>",
    )
    words = words_of(snapshot(article))
    for told in (
        *(article.headline, article.standfirst, "Giao thông", "Bến Lĩnh", "Lời dẫn.", "Chú thích riêng"),
        *(
            "Xin ông cho biết tiến độ?",
            "Tiến độ đúng hẹn.",
            "Ông Lương Văn Thành",
            "Giám đốc Ban quản lý dự án",
        ),
        *("Nhịp giữa lúc rạng đông", "Nông Thanh Tùng", "Hoàng Minh Khuê"),
    ):
        assert not_in(told, words) == "", told


# ---------------------------------------------------------------- what was printed


@pytest.fixture
def article(db):
    return make_article(status=Status.PUBLISHED, published_at=timezone.now() - 10 * HOUR)


def kept(article, hours_ago, **changes):
    """A revision of so many hours ago, with these fields written as they were then."""
    revision = keep_revision(article)
    revision.snapshot |= changes
    revision.at = timezone.now() - hours_ago * HOUR
    revision.save()
    return revision


def told(article):
    return [version.revision.number for version in printed(article, timezone.now())]


def test_drafts_and_what_was_replaced_before_publication_were_not_printed(article):
    kept(article, 20, status=Status.DRAFT, standfirst="nháp")
    kept(article, 15, standfirst="hẹn giờ, rồi sửa")
    kept(article, 12, standfirst="hẹn giờ")
    kept(article, 3, standfirst="sửa sau")
    versions = printed(article, timezone.now())
    assert [version.revision.number for version in versions] == [4, 3]
    assert versions[1].since == article.published_at
    assert versions[1].until == versions[0].since and versions[0].until is None


@pytest.mark.django_db
def test_a_story_still_to_come_has_no_printed_version():
    article = make_article(status=Status.PUBLISHED, published_at=timezone.now() + HOUR)
    kept(article, 1)
    assert told(article) == []


def test_an_embargo_and_an_hour_to_go_bound_what_was_seen(article):
    now = timezone.now()
    article.embargo_until, article.unpublish_at = now - 5 * HOUR, now - 2 * HOUR
    article.save()
    kept(article, 9, standfirst="trong lúc giữ tin")
    kept(article, 6, standfirst="hết giữ tin thì hiện")
    kept(article, 1, standfirst="sửa sau khi đã hạ")
    [version] = printed(article, now)
    assert (version.revision.number, version.since, version.until) == (
        2,
        article.embargo_until,
        article.unpublish_at,
    )


def test_versions_of_the_same_words_are_one(article):
    kept(article, 9)
    kept(article, 8)
    kept(article, 7, standfirst="khác")
    kept(article, 6)
    assert told(article) == [4, 3, 1]


def test_what_was_printed_before_a_withdrawal_stays_printed(article):
    kept(article, 9)
    kept(article, 2, status=Status.WITHDRAWN)
    article.status = Status.WITHDRAWN
    article.save()
    [version] = printed(article, timezone.now())
    assert version.revision.number == 1 and version.until is not None


def test_ten_times_the_revisions_cost_the_same_queries(article, django_assert_num_queries):
    for number in range(3):
        kept(article, 9 - number)
    with django_assert_num_queries(2):
        printed(article, timezone.now())
    for number in range(30):
        kept(article, 5, standfirst=str(number))
    with django_assert_num_queries(2):
        printed(article, timezone.now())
    assert Revision.objects.count() == 33
