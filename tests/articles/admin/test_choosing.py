"""Two write on one story: the second hears who, when and what, chooses place by place, and nothing typed is lost."""

import json

import pytest
from django.urls import reverse

from articles import workflow
from articles.models import Byline
from articles.policy import Role
from tests.articles.admin.forms import address, as_sent, filled, messages, save
from tests.factories import make_article, make_author, make_image, make_interview
from tests.html import page

pytestmark = pytest.mark.django_db
CHOOSING = "form.choosing"


@pytest.fixture
def two(desk):
    """Two people at the desk."""
    return desk(Role.EDITOR), desk(Role.MANAGING_EDITOR)


@pytest.fixture
def story(two):
    """A story with a revision of its version, as every story of the desk has one."""
    article = make_article(headline="Tít đầu", standfirst="Sapo đầu", kicker="")
    save(two[0], article, kicker="Bến Lĩnh")
    article.refresh_from_db()
    return article


@pytest.fixture
def interview(two):
    turns = [("Hỏi một?", "<p>Đáp một.</p>"), ("Hỏi hai?", "<p>Đáp hai.</p>"), ("Hỏi ba?", "<p>Đáp ba.</p>")]
    article = make_interview(turns=turns)
    save(two[0], article, kicker="Bến Lĩnh")
    article.refresh_from_db()
    return article


def late(client, article, opened, **typed):
    """Save a form that was opened before somebody else saved."""
    return client.post(address(article), opened | {"_continue": "1"} | typed, follow=True)


def places(response):
    """{label: the side proposed, None for neither} of the page where one chooses."""
    found = {}
    for part in page(response).select(f"{CHOOSING} fieldset"):
        label = part.legend.find(string=True, recursive=False).strip()
        checked = part.select_one("input[checked]")
        found[label] = checked["value"] if checked else None
    return found


def choose(client, article, response, **sides):
    return client.post(address(article), as_sent(response, CHOOSING) | sides, follow=True)


def turns(article):
    return [(turn.question, turn.answer) for turn in article.exchanges.all()]


def test_both_texts_stand_side_by_side_and_what_one_side_changed_is_proposed(two, story):
    first, second = two
    opened = filled(second, address(story))
    save(first, story, headline="Tít của người thứ nhất", standfirst="Sapo của người thứ nhất")
    response = late(second, story, opened, standfirst="Sapo của người thứ hai", dateline="Phú Vân")

    told = page(response).text(f"{CHOOSING} .why")
    assert told.startswith(f"{first.user} đã lưu bài này lúc ")
    assert places(response) == {"Tít": "theirs", "Sapo": None, "Nơi viết": "mine"}
    sides = page(response).texts(".place.open .side")
    assert "Sapo của người thứ hai" in sides[0]
    assert "Sapo của người thứ nhất" in sides[1]
    story.refresh_from_db()
    assert (story.standfirst, story.version) == ("Sapo của người thứ nhất", 3)

    # What both changed must be chosen; nothing else is asked anew.
    again = choose(second, story, response)
    assert page(again).text(".errornote") == "Còn 1 chỗ chưa chọn."
    assert places(again) == places(response)
    choose(second, story, again, **{"_chon-standfirst": "mine"})
    story.refresh_from_db()
    assert (story.headline, story.standfirst, story.dateline, story.version) == (
        "Tít của người thứ nhất", "Sapo của người thứ hai", "Phú Vân", 4,
    )  # fmt: skip
    assert story.kicker == "Bến Lĩnh"


def test_a_third_saver_between_is_seen_too(two, story):
    first, second = two
    opened = filled(second, address(story))
    save(first, story, headline="Tít của người thứ nhất")
    response = late(second, story, opened, standfirst="Sapo của người thứ hai")
    save(first, story, headline="Tít lần nữa")
    again = choose(second, story, response)
    assert "lại vừa được lưu" in page(again).text(".errornote")
    choose(second, story, again)
    story.refresh_from_db()
    assert (story.headline, story.standfirst) == ("Tít lần nữa", "Sapo của người thứ hai")


def test_equal_texts_in_a_second_tab_are_no_conflict(two, story):
    first, _ = two
    opened = filled(first, address(story))
    save(first, story, headline="Tít mới")
    response = late(first, story, opened, headline="Tít mới")
    assert not page(response).select(CHOOSING)
    story.refresh_from_db()
    assert story.version == 3
    own = late(first, story, opened, headline="Tít khác của thẻ thứ hai")
    assert page(own).text(f"{CHOOSING} .why").startswith("Bạn đã lưu bài này ở chỗ khác lúc ")


def test_an_approval_between_is_told_and_the_text_stays(two, story):
    first, second = two
    workflow.submit(story, by=first.user)
    opened = filled(first, address(story))
    workflow.approve(story, by=second.user)
    response = late(first, story, opened, headline="Tít sau khi duyệt")
    assert page(response).text(f"{CHOOSING} .why").startswith(f"{second.user} ")
    assert places(response) == {"Tít": "mine"}
    choose(first, story, response)
    story.refresh_from_db()
    assert (story.headline, story.status) == ("Tít sau khi duyệt", "in_review")


def test_different_parts_of_one_exchange_go_together(two, interview):
    first, second = two
    opened = filled(second, address(interview))
    save(first, interview, **{"exchanges-1-question": "Hỏi hai, rõ hơn?"})
    response = late(second, interview, opened, **{"exchanges-1-answer": "<p>Đáp hai, dài hơn.</p>"})
    assert places(response) == {"Lượt 2: Câu hỏi": "theirs", "Lượt 2: Trả lời": "mine"}
    choose(second, interview, response)
    assert turns(interview)[1] == ("Hỏi hai, rõ hơn?", "<p>Đáp hai, dài hơn.</p>")


def test_what_i_wrote_in_an_exchange_the_other_deleted_is_not_thrown_away(two, interview):
    first, second = two
    opened = filled(second, address(interview))
    save(first, interview, **{"exchanges-1-DELETE": "on"})
    assert len(turns(interview)) == 2
    response = late(second, interview, opened, **{"exchanges-1-answer": "<p>Công của người thứ hai.</p>"})
    assert places(response) == {"Lượt đã bị bỏ": None}
    assert "Công của người thứ hai." in page(response).text(".place .side")
    key = page(response).select(".place input")[0]["name"]
    choose(second, interview, response, **{key: "mine"})
    assert turns(interview) == [
        ("Hỏi một?", "<p>Đáp một.</p>"),
        ("Hỏi hai?", "<p>Công của người thứ hai.</p>"),
        ("Hỏi ba?", "<p>Đáp ba.</p>"),
    ]


def test_an_untouched_exchange_the_other_deleted_stays_deleted(two, interview):
    first, second = two
    opened = filled(second, address(interview))
    save(first, interview, **{"exchanges-1-DELETE": "on"})
    response = late(second, interview, opened, headline="Tít mới")
    assert places(response) == {"Tít": "mine", "Lượt đã bị bỏ": "theirs"}
    choose(second, interview, response)
    assert len(turns(interview)) == 2


def test_what_the_other_wrote_in_an_exchange_i_deleted_is_not_thrown_away(two, interview):
    first, second = two
    opened = filled(second, address(interview))
    save(first, interview, **{"exchanges-2-answer": "<p>Công của người thứ nhất.</p>"})
    response = late(second, interview, opened, **{"exchanges-2-DELETE": "on", "exchanges-0-DELETE": "on"})
    assert places(response) == {"Lượt 1": "mine", "Lượt 3": None}
    key = page(response).select(".place.open input")[0]["name"]
    choose(second, interview, response, **{key: "theirs"})
    assert turns(interview) == [
        ("Hỏi hai?", "<p>Đáp hai.</p>"),
        ("Hỏi ba?", "<p>Công của người thứ nhất.</p>"),
    ]


def more(opened, prefix, **values):
    """One new row in a form as it was opened."""
    index = int(opened[f"{prefix}-TOTAL_FORMS"])
    row = {f"{prefix}-{index}-{name}": value for name, value in values.items()}
    return {f"{prefix}-TOTAL_FORMS": str(index + 1)} | row


def test_exchanges_both_added_stay_where_they_were_put(two, interview):
    first, second = two
    opened = filled(second, address(interview))
    mine = more(opened, "exchanges", question="Thêm bởi hai?", answer="", asked_by="PV", position="4")
    theirs = more(opened, "exchanges", question="Thêm bởi một?", answer="", asked_by="PV", position="1")
    save(first, interview, **theirs, **{"exchanges-0-position": "0"})
    response = late(second, interview, opened, **mine)
    assert "thêm mới được giữ cả" in page(response).text(".why")
    choose(second, interview, response)
    asked = [question for question, _ in turns(interview)]
    assert asked == ["Hỏi một?", "Thêm bởi một?", "Hỏi hai?", "Hỏi ba?", "Thêm bởi hai?"]


def test_rows_the_other_moved_stay_moved_and_two_orders_are_chosen_between(two, interview):
    first, second = two
    opened = filled(second, address(interview))
    save(first, interview, **{"exchanges-0-position": "9"})
    response = late(second, interview, opened, headline="Tít mới")
    assert places(response) == {"Tít": "mine", "Lượt: thứ tự": "theirs"}
    moved = late(second, interview, opened, **{"exchanges-2-position": "0"})
    assert places(moved) == {"Lượt: thứ tự": None}
    choose(second, interview, moved, **{"_chon-exchanges-thu-tu": "mine"})
    assert [question for question, _ in turns(interview)] == ["Hỏi ba?", "Hỏi một?", "Hỏi hai?"]


def test_signatures_and_guests_of_both_stay(two, interview):
    first, second = two
    one, other = make_author("Lò Văn Một"), make_author("Nông Thị Hai")
    opened = filled(second, address(interview))
    save(first, interview, **more(opened, "bylines", author=one.pk, role="", position="2"),
         **{"interviewees-0-office": "Chủ tịch xã"})  # fmt: skip
    response = late(
        second, interview, opened, **more(opened, "bylines", author=other.pk, role="anh", position="2"),
    )  # fmt: skip
    assert set(places(response).values()) == {"theirs"}
    choose(second, interview, response)
    names = set(Byline.objects.filter(article=interview).values_list("author__name", flat=True))
    assert {one.name, other.name} <= names
    assert interview.interviewees.get().office == "Chủ tịch xã"


def test_a_wrong_hour_typed_on_an_old_version_is_kept_as_typed(two, story):
    first, second = two
    opened = filled(second, address(story))
    save(first, story, headline="Tít của người thứ nhất")
    response = late(second, story, opened, unpublish_at="lúc nào đó")
    last = choose(second, story, response)
    assert page(last).select("#id_unpublish_at")[0]["value"] == "lúc nào đó"


def test_a_copy_written_on_an_old_version_is_put_back_by_choosing(two, story):
    first, second = two
    opened = filled(second, address(story)) | {"standfirst": "Sapo chưa lưu"}
    copy = json.dumps([[name, str(value)] for name, value in opened.items()])
    second.post(
        reverse("admin:articles_article_working_copy", args=[story.pk]), {"act": "keep", "copy": copy}
    )
    save(first, story, headline="Tít của người thứ nhất")
    assert page(second.get(address(story))).select("section.unsaved-copy")
    response = second.post(address(story), {"_lay_lai": "1"})
    assert places(response) == {"Tít": "theirs", "Sapo": "mine"}
    choose(second, story, response)
    story.refresh_from_db()
    assert (story.headline, story.standfirst) == ("Tít của người thứ nhất", "Sapo chưa lưu")


def test_a_forged_choice_is_no_choice(two, story):
    first, second = two
    opened = filled(second, address(story))
    save(first, story, headline="Tít của người thứ nhất")
    response = late(second, story, opened, headline="Tít của người thứ hai")
    again = choose(second, story, response, **{"_chon-headline": "ai đó"})
    assert page(again).select(".errornote")
    sent = as_sent(response, CHOOSING) | {"_mine": "[", "_chon-headline": "mine"}
    assert second.post(address(story), sent).status_code == 400
    assert messages(second.get(address(story))) == []


@pytest.mark.parametrize("forged", ["", "-1", "9" * 5000, "một", "999999999"])
def test_forged_numbers_of_an_old_form_break_and_write_nothing(two, interview, forged):
    first, second = two
    opened = filled(second, address(interview))
    save(first, interview, headline="Tít của người thứ nhất")
    numbers = (
        "exchanges-TOTAL_FORMS",
        "exchanges-0-id",
        "exchanges-1-position",
        "section",
        "topics",
        "lead_image",
    )
    response = late(second, interview, opened, **dict.fromkeys(numbers, forged))
    assert response.status_code == 200
    interview.refresh_from_db()
    assert (interview.headline, interview.version, interview.exchanges.count()) == (
        "Tít của người thứ nhất",
        3,
        3,
    )


def test_a_long_text_is_shown_where_the_two_differ(two):
    """What both say at length is counted, not shown twice; a picture that joined a set is told without a word."""
    first, second = two
    figure = f'<figure data-image-id="{make_image(caption="Bè cá").pk}"></figure>'
    alike = "".join(f"<p>Đoạn {number} dài như nhau, {'nước rút dần ' * 6}</p>" for number in range(9))
    story = make_article(body=f"{alike}{figure}<p>Cuối.</p>")
    save(first, story, kicker="Bến Lĩnh")
    opened = filled(second, address(story))
    save(first, story, body=f"{alike}{figure}<p>Hết.</p>")
    mine = f"{alike}{figure.replace('<figure', '<figure class=gallery')}<p>Cuối.</p>"
    response = late(second, story, opened, body=mine)
    ours, theirs = page(response).texts(".place.open .side")
    assert "… 8 đoạn như nhau …" in ours and "… 8 đoạn như nhau …" in theirs
    assert "Ghép vào bộ ảnh" in ours and "Ghép vào bộ ảnh" not in theirs
    assert ("Cuối" in ours, "Hết" in ours, "Hết" in theirs) == (True, False, True)
