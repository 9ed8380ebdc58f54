"""The rules the database itself holds, and what the rows make of themselves: addresses, order, composed text."""

import unicodedata
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.utils import timezone

from articles.models import (
    Article,
    Author,
    Byline,
    Correction,
    Exchange,
    FormerSlug,
    Image,
    Interviewee,
    Kind,
    Person,
    Placement,
    Revision,
    Section,
    Status,
    Topic,
    Transition,
    Verb,
)
from tests.factories import (
    make_article,
    make_author,
    make_image,
    make_interview,
    make_person,
    make_section,
    make_topic,
)

pytestmark = pytest.mark.django_db

NFD = unicodedata.normalize("NFD", "Hội xuống đồng Nà Thoang")
NFC = unicodedata.normalize("NFC", NFD)


def refused(constraint, write):
    """Whether the database refuses what `write` does, by the constraint of this name."""
    with pytest.raises(IntegrityError) as caught, transaction.atomic():
        write()
    told = str(caught.value)
    # SQLite names the columns of a broken unique constraint, and not the constraint.
    return constraint in told or "UNIQUE constraint failed" in told


def past_the_model(row, **fields):
    """Write these fields past save() and its politeness."""
    type(row).objects.filter(pk=row.pk).update(**fields)


@pytest.mark.parametrize(
    ("constraint", "fields"),
    [
        ("article_kind_is_known", {"kind": "video"}),
        ("article_status_is_known", {"status": "live"}),
        ("article_published_has_time", {"status": Status.PUBLISHED, "published_at": None}),
        ("article_has_headline", {"headline": ""}),
        ("article_has_headline", {"slug": ""}),
        ("article_version_counts_from_one", {"version": 0}),
    ],
)
def test_the_database_refuses_an_article_that_cannot_be(constraint, fields):
    article = make_article()
    assert refused(constraint, lambda: past_the_model(article, **fields))


@pytest.mark.parametrize("slug", ["", "admin", "rss", "binh-luan", "media", "healthz"])
def test_the_database_refuses_a_section_at_an_address_of_the_site(slug):
    section = make_section()
    assert refused("section_slug_is_free", lambda: past_the_model(section, slug=slug))


def test_the_database_refuses_a_picture_that_does_not_know_its_size():
    image = make_image()
    assert refused("image_knows_its_size", lambda: past_the_model(image, file="anh/a.jpg"))
    assert refused("image_focus_is_inside", lambda: past_the_model(image, focus_x=101))


def test_the_database_refuses_an_exchange_that_says_nothing():
    article = make_interview()
    assert refused("exchange_says_something", lambda: Exchange.objects.create(article=article, question="", answer=""))


def test_an_exchange_may_lack_either_side():
    article = make_interview(turns=[("", "<p>Còn tôi thì nghĩ khác.</p>"), ("Xin cảm ơn ông!", "")])
    assert [passage.role for passage in article.passages()][1:] == ["answer", "remark"]


def test_the_database_refuses_the_same_twice():
    article, author = make_article(author=None), make_author()
    Byline.objects.create(article=article, author=author)
    assert refused("byline_once_per_role", lambda: Byline.objects.create(article=article, author=author))
    person = make_person()
    Interviewee.objects.create(article=article, person=person)
    assert refused("interviewee_once", lambda: Interviewee.objects.create(article=article, person=person))
    Revision.objects.create(article=article, number=1, snapshot={})
    assert refused(
        "revision_number_once", lambda: Revision.objects.create(article=article, number=1, snapshot={})
    )
    Placement.objects.create(article=article)
    assert refused("placement_once_per_slot", lambda: Placement.objects.create(article=article))


def test_one_author_may_sign_in_two_roles():
    article, author = make_article(author=None), make_author("Nông Thanh Tùng")
    Byline.objects.create(article=article, author=author, position=1)
    Byline.objects.create(article=article, author=author, role=Byline.Role.PHOTOGRAPHS, position=2)
    assert [byline.printed for byline in article.bylines.all()] == ["Nông Thanh Tùng", "Nông Thanh Tùng (ảnh)"]


def test_a_placement_ends_after_it_starts():
    now = timezone.now()
    early = {"starts_at": now, "ends_at": now - timedelta(hours=1)}
    article = make_article()
    assert refused("placement_ends_after_it_starts", lambda: Placement.objects.create(article=article, **early))


def test_records_without_what_makes_them_true_are_refused():
    article = make_article()
    whole = {"article": article, "from_status": Status.DRAFT, "to_status": Status.DRAFT}
    assert refused("transition_verb_is_known", lambda: Transition.objects.create(verb="burn", **whole))
    assert refused("transition_return_has_reason", lambda: Transition.objects.create(verb=Verb.RETURN, **whole))
    out = {"article": article, "published_at": timezone.now()}
    assert refused("correction_is_complete", lambda: Correction.objects.create(wrong="", right="Đúng", **out))
    assert refused(
        "correction_apologises",
        lambda: Correction.objects.create(
            kind=Correction.Kind.APOLOGY, wrong="Sai", right="Đúng", apology="", **out
        ),
    )
    # One that waits may be half written.
    Correction.objects.create(article=article)


def test_positions_need_not_differ():
    article = make_interview(turns=[("Một?", "<p>Một.</p>"), ("Hai?", "<p>Hai.</p>")])
    article.exchanges.update(position=0)
    assert [exchange.question for exchange in article.exchanges.all()] == ["Một?", "Hai?"]


# ---------------------------------------------------------------- one composed form, whichever door


def test_text_is_composed_on_save_and_on_update():
    article = make_article(headline=NFD, standfirst=NFD, kicker=NFD)
    article.refresh_from_db()
    assert (article.headline, article.standfirst, article.kicker) == (NFC, NFC, NFC)
    Article.objects.update(headline=f"{NFD} 2")
    article.refresh_from_db()
    assert article.headline == f"{NFC} 2"


def test_text_is_composed_in_bulk():
    Topic.objects.bulk_create([Topic(name=NFD, slug="hoi")])
    assert Topic.objects.get(slug="hoi").name == NFC


def test_composed_and_decomposed_names_find_each_other():
    make_topic(name=NFC)
    assert Topic.objects.filter(name=NFD).exists()


def test_a_line_is_one_line():
    article = make_article(headline="  Chợ phiên\r\nNà Thoang\t họp \n")
    assert article.headline == "Chợ phiên Nà Thoang họp"


def test_nul_never_reaches_the_database():
    article = make_article(headline="Chợ\0 phiên", standfirst="Sương\0 mù", body="<p>Đồi\0 chè</p>")
    article.refresh_from_db()
    assert (article.headline, article.standfirst, article.body) == ("Chợ phiên", "Sương mù", "<p>Đồi chè</p>")


@pytest.mark.parametrize("field", [Article._meta.get_field("headline"), Article._meta.get_field("standfirst")])
def test_forms_compose_before_they_count(field):
    form_field = field.formfield()
    form_field.max_length = len(NFC)
    assert form_field.clean(f"{NFD}\0") == NFC


def test_every_text_of_the_house_is_composed_or_rich():
    """A plain CharField on a noun would let NFD in: keys, codes and addresses are the only ones."""
    plain = {
        f"{model.__name__}.{field.name}"
        for model in (Article, Author, Byline, Correction, Exchange, Image, Interviewee, Person, Section, Topic)
        for field in model._meta.get_fields()
        if type(field) in (models.CharField, models.TextField) and not field.choices
    }
    of_pictures = {"Image.digest", "Image.folded", "Image.likeness", "Image.made"}
    assert plain == of_pictures | {"Author.sort_key", "Person.sort_key", "Topic.sort_key"}


# ---------------------------------------------------------------- addresses


def test_the_address_of_an_article_follows_its_headline_until_it_is_published():
    article = make_article(headline="Cầu Bến Lĩnh 2 hợp long")
    assert article.slug == "cau-ben-linh-2-hop-long"
    article.headline = "Đêm hợp long"
    article.save(update_fields=["headline"])
    article.refresh_from_db()
    assert article.slug == "dem-hop-long"
    article.status, article.published_at = Status.PUBLISHED, timezone.now()
    article.save()
    article.headline = "Đêm hợp long bên sông Lĩnh"
    article.save()
    assert article.slug == "dem-hop-long"


def test_a_headline_without_letters_still_has_an_address():
    assert make_article(headline="?!").slug == "bai"


def test_two_people_of_one_name_have_two_addresses():
    first, second = Author.objects.create(name="Nguyễn Văn An"), Author.objects.create(name="Nguyễn Văn An")
    assert (first.slug, second.slug) == ("nguyen-van-an", "nguyen-van-an-2")
    assert Person.objects.create(name="Nguyễn Văn Ân").slug == "nguyen-van-an"


def test_topics_and_sections_that_differ_by_tones_alone_have_two_addresses():
    assert [make_topic(name=name).slug for name in ("Cầu mây", "Câu mây")] == ["cau-may", "cau-may-2"]
    assert [make_section(name=name).slug for name in ("Vườn mơ", "Vướn mơ")] == ["vuon-mo", "vuon-mo-2"]


@pytest.mark.parametrize("name", ["Tìm kiếm", "RSS", "Tác giả", "Sitemap của báo"])
def test_a_section_that_would_hide_an_address_is_refused_with_a_sentence(name):
    with pytest.raises(ValidationError, match="địa chỉ riêng của trang báo"):
        Section(name=name).full_clean()
    with pytest.raises(ValidationError, match="địa chỉ riêng của trang báo"):
        Section.objects.create(name=name)


def test_a_section_needs_no_address_given():
    section = Section(name="Nông thôn")
    section.full_clean()
    assert section.slug == "nong-thon"


def test_a_section_keeps_its_former_addresses():
    section = make_section(name="Nông thôn")
    section.slug = "nong-thon-moi"
    section.save()
    assert FormerSlug.objects.get().slug == "nong-thon"
    section.slug = "nong-thon"
    section.save()
    assert FormerSlug.objects.get().slug == "nong-thon-moi"


def test_a_former_address_goes_to_the_section_that_takes_it():
    first = make_section(name="Nông thôn")
    first.slug = "lang-que"
    first.save()
    second = Section.objects.create(name="Nông thôn mới", slug="nong-thon")
    assert not FormerSlug.objects.filter(slug=second.slug).exists()


# ---------------------------------------------------------------- order


def test_people_stand_in_vietnamese_order_by_given_name():
    for name in ("Đỗ Nhật Linh", "Bế Thu Hiền", "Lý Mai Lan", "Đặng Quý Bình", "Nông Thị Ánh", "Triệu Ngọc An"):
        Author.objects.create(name=name)
    given = [author.name.split()[-1] for author in Author.objects.all()]
    assert given == ["An", "Ánh", "Bình", "Hiền", "Lan", "Linh"]


def test_topics_stand_in_vietnamese_order():
    for name in ("Đường mới", "Dòng sông", "Ấm no", "An toàn", "Ăn sạch"):
        make_topic(name=name)
    assert [topic.name for topic in Topic.objects.all()] == ["An toàn", "Ăn sạch", "Ấm no", "Dòng sông", "Đường mới"]


# ---------------------------------------------------------------- what an article says


def test_is_public_agrees_with_the_query():
    now = timezone.now()
    past, future = now - timedelta(minutes=1), now + timedelta(minutes=1)
    for status in Status:
        for published_at in (past, now, future):
            for embargo in (None, past, now, future):
                article = make_article(status=status, published_at=published_at, embargo_until=embargo)
                found = Article.objects.public(now).filter(pk=article.pk).exists()
                assert found == article.is_public(now), (status, published_at, embargo)


def test_the_clock_of_the_database_serves_where_no_time_is_given():
    shown = make_article(status=Status.PUBLISHED)
    make_article(status=Status.PUBLISHED, published_at=timezone.now() + timedelta(hours=1))
    assert list(Article.objects.public()) == [shown]


def test_a_story_ignores_exchanges_left_from_another_kind():
    article = make_interview(body="<p>Thân bài.</p>")
    article.kind = Kind.STORY
    assert [passage.role for passage in article.passages()] == ["standfirst", "text"]


def test_an_interviewee_is_called_by_the_label_of_this_interview():
    article = make_interview()
    guest = article.interviewees.get()
    assert guest.speaker == "Ông Lương Văn Thành"
    guest.label = "Kỹ sư Thành"
    assert (guest.speaker, str(guest)) == ("Kỹ sư Thành", "Kỹ sư Thành, Giám đốc Ban quản lý dự án")


@pytest.mark.parametrize(
    ("role", "printed"),
    [
        ("", "Lý Mai Lan"),
        (Byline.Role.CONDUCTED, "Lý Mai Lan (thực hiện)"),
        (Byline.Role.PHOTOGRAPHS, "Lý Mai Lan (ảnh)"),
        (Byline.Role.SOURCE, "Theo Lý Mai Lan"),
    ],
)
def test_a_byline_is_printed_with_its_role(role, printed):
    assert Byline(author=Author(name="Lý Mai Lan"), role=role).printed == printed
