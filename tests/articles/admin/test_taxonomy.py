"""Sections, topics, people: addresses made on the server, lists in Vietnamese order."""

import pytest

from articles.models import Author, FormerSlug, Person, Section, Status, Topic
from articles.policy import Role, can
from tests.articles.admin.forms import errors, filled
from tests.factories import make_article, make_author, make_person, make_section, make_topic, make_user
from tests.html import page


def test_a_section_gets_its_address_from_its_name(desk):
    desk(Role.CHIEF_EDITOR).post("/admin/articles/section/add/", {"name": "Đời sống", "slug": "", "position": 1})
    assert Section.objects.get().slug == "doi-song"


@pytest.mark.parametrize("given", [{"name": "Bình luận", "slug": "binh-luan"}, {"name": "Tìm kiếm", "slug": ""}])
def test_a_section_cannot_take_an_address_of_the_site(desk, given):
    response = desk(Role.CHIEF_EDITOR).post("/admin/articles/section/add/", given | {"position": 1})
    assert response.status_code == 200
    assert "là địa chỉ riêng của trang báo" in errors(response)[0]
    assert not Section.objects.exists()


def test_two_sections_cannot_share_an_address(desk):
    make_section("Van hoa")
    response = desk(Role.CHIEF_EDITOR).post(
        "/admin/articles/section/add/", {"name": "Văn hóa", "slug": "", "position": 1}
    )
    assert errors(response)


def test_a_new_section_goes_behind_the_others_where_no_number_is_typed(desk):
    make_section("Thời sự", position=4)
    chief = desk(Role.CHIEF_EDITOR)
    url = "/admin/articles/section/add/"
    assert page(chief.get(url)).one("#id_position").get("value") is None
    chief.post(url, {"name": "Đời sống", "slug": "", "position": ""})
    chief.post(url, {"name": "Giáo dục", "slug": "", "position": "2"})
    assert [(section.name, section.position) for section in Section.objects.all()] == [
        ("Giáo dục", 2),
        ("Thời sự", 4),
        ("Đời sống", 5),
    ]


@pytest.mark.parametrize("kind", ["section", "topic"])
@pytest.mark.parametrize("name", ["!!!", "…", "— —", "_"])
def test_a_name_needs_a_letter_or_a_digit(desk, kind, name):
    response = desk(Role.CHIEF_EDITOR).post(f"/admin/articles/{kind}/add/", {"name": name, "slug": ""})
    assert errors(response) == ["Tên cần có ít nhất một chữ cái hoặc chữ số."]
    assert not Section.objects.exists() and not Topic.objects.exists()


@pytest.mark.parametrize(("kind", "model"), [("section", Section), ("topic", Topic)])
def test_names_without_latin_letters_do_not_clash(desk, kind, model):
    for name in ("新聞", "文化"):
        desk(Role.CHIEF_EDITOR).post(f"/admin/articles/{kind}/add/", {"name": name, "slug": "", "summary": ""})
    assert sorted(model.objects.values_list("slug", flat=True)) == ["bai", "bai-2"]


def test_a_moved_section_keeps_its_old_address(desk):
    section = make_section("Nông thôn")
    chief, url = desk(Role.CHIEF_EDITOR), f"/admin/articles/section/{section.pk}/change/"
    chief.post(url, filled(chief, url, "#section_form") | {"name": "Nông thôn mới", "slug": "nong-thon-moi"})
    assert FormerSlug.objects.get().slug == "nong-thon"


def test_a_section_with_articles_is_not_deleted(desk):
    section = make_article().section
    desk(Role.CHIEF_EDITOR).post(f"/admin/articles/section/{section.pk}/delete/", {"post": "yes"})
    assert Section.objects.filter(pk=section.pk).exists()


def test_two_topics_cannot_share_an_address(desk):
    make_topic("Giữ dòng sông Lĩnh")
    response = desk(Role.EDITOR).post("/admin/articles/topic/add/", {"name": "Giữ dòng sông Linh", "summary": ""})
    assert "cùng địa chỉ" in errors(response)[0]
    assert Topic.objects.count() == 1


@pytest.mark.parametrize(
    ("url", "make", "names", "in_order"),
    [
        ("topic", make_topic, ["Ổi", "Ong", "Đê", "Dê"], ["Dê", "Đê", "Ong", "Ổi"]),
        ("person", make_person, ["Lò Thị Sen", "Vi Văn Ánh", "Bế An"], ["Bế An", "Vi Văn Ánh", "Lò Thị Sen"]),
        ("author", make_author, ["Lý Mai Lan", "Đỗ Khuê"], ["Đỗ Khuê", "Lý Mai Lan"]),
    ],
)
def test_lists_stand_in_vietnamese_order(desk, url, make, names, in_order):
    for name in names:
        make(name)
    listed = page(desk(Role.CHIEF_EDITOR).get(f"/admin/articles/{url}/"))
    assert listed.texts("#result_list .field-ordered_name") == in_order


def test_two_people_of_one_name_have_two_addresses(desk):
    chief = desk(Role.CHIEF_EDITOR)
    for _ in range(2):
        chief.post("/admin/articles/person/add/", {"honorific": "Ông", "name": "Lương Văn Thành"})
    assert sorted(Person.objects.values_list("slug", flat=True)) == ["luong-van-thanh", "luong-van-thanh-2"]


def test_an_author_is_bound_to_an_account(desk):
    chief = desk(Role.CHIEF_EDITOR)
    account = desk(Role.REPORTER).user
    chief.post("/admin/articles/author/add/", {"name": "Vũ Hà Phương", "user": account.pk})
    assert Author.objects.get().user == account
    form = page(chief.get(f"/admin/articles/author/{Author.objects.get().pk}/change/"))
    assert not form.has("input[name=slug]") and "vu-ha-phuong" in form.text(".field-slug")


def test_people_are_found_without_marks_while_a_row_is_filled_in(desk):
    make_person("Lương Văn Thành")
    query = "?app_label=articles&model_name=interviewee&field_name=person&term=luong%20thanh"
    found = desk(Role.EDITOR).get(f"/admin/autocomplete/{query}").json()["results"]
    assert [row["text"] for row in found] == ["Lương Văn Thành"]


def test_a_section_is_given_to_editors_and_to_nobody_who_is_none(desk):
    insider, outsider = make_user(Role.EDITOR), make_user(Role.EDITOR)
    reporter = make_user(Role.REPORTER)
    section, managing = make_section("Kinh tế"), desk(Role.MANAGING_EDITOR)
    url = f"/admin/articles/section/{section.pk}/change/"
    sent = filled(managing, url, "#section_form")
    managing.post(url, sent | {"editors": [insider.pk]})
    story = make_article(section=section, status=Status.IN_REVIEW)
    assert can(insider, "approve", story) and not can(outsider, "approve", story)
    sent = filled(managing, url, "#section_form")
    assert errors(managing.post(url, sent | {"editors": [reporter.pk]}))
    assert list(section.editors.all()) == [insider]
    managing.post(url, {name: value for name, value in sent.items() if name != "editors"})
    assert not section.editors.exists()


def test_deleting_a_topic_tells_how_many_stories_it_is_taken_from(desk):
    topic = make_topic("Vụ chè")
    for _ in range(2):
        make_article(topics=[topic])
    asked = page(desk("superuser").get(f"/admin/articles/topic/{topic.pk}/delete/")).text("#content")
    assert "Chỗ đang dùng: 2" in asked and "object" not in asked
