"""An interview as readers get it: the list of its questions, addresses that stay, who speaks, a person's record."""

from datetime import timedelta
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.models import Article, Exchange, Interviewee, Status
from articles.policy import Role
from articles.statements import statements
from articles.streams import keep_streams
from tests.articles.admin.forms import save, signed_in
from tests.factories import make_article, make_image, make_interview, make_person, picture_bytes
from tests.html import page

pytestmark = pytest.mark.django_db

QUESTIONS = ["Ai giữ mương?", "Tiền ở đâu?", "Mùa tới thì sao?"]


def interview(questions=QUESTIONS, **overrides):
    turns = [(question, f"<p>Trả lời {number}.</p>") for number, question in enumerate(questions, 1)]
    return make_interview(turns=[*turns, ("Xin cảm ơn ông!", "")], **{"status": Status.PUBLISHED} | overrides)


def shown(client, article):
    return page(client.get(article.get_absolute_url()))


def answers_too(article, person, text="<p>Tôi xin thêm.</p>", **overrides):
    guest = Interviewee.objects.create(article=article, person=person, **overrides)
    exchange = Exchange.objects.create(article=article, position=99, answered_by=guest, answer=text)
    keep_streams(article)
    return exchange


# ---------------------------------------------------------------- the list of questions


@pytest.mark.parametrize("light", [False, True])
def test_the_questions_are_listed_and_each_leads_to_its_place(client, light):
    article = interview()
    found = page(client.get(article.get_light_url() if light else article.get_absolute_url()))
    links = found.links(".question-list a[href]")
    assert [words for words, _ in links] == QUESTIONS
    assert [words for words in QUESTIONS if words not in found.text(".passages")] == []
    for words, address in links:
        assert words in found.text(address)
    assert found.one(".question-list")["aria-label"] == "Các câu hỏi"
    assert found.texts(".question-list summary") == ["Các câu hỏi (3)"]
    assert not found.one(".question-list details").has_attr("open")


def test_a_short_interview_and_a_story_have_no_list(client):
    for article in (interview(QUESTIONS[:2]), make_article(status=Status.PUBLISHED)):
        assert not shown(client, article).has(".question-list, question-list")


def test_a_long_question_is_short_in_the_list(client):
    found = shown(client, interview([*QUESTIONS[:2], "Thưa ông " * 60]))
    assert len(found.texts(".question-list a")[2]) < 170
    assert len(found.texts(".question .said")[2]) > 500


@pytest.mark.parametrize(
    ("questions", "scripts"),
    [(QUESTIONS, {"question-list", "share-link"}), (QUESTIONS[:1], {"share-link"}), ([], {"share-link"})],
)
def test_a_page_has_the_elements_it_needs_and_one_script_for_them_all(client, questions, scripts):
    found = shown(client, interview(questions))
    assert [node["src"] for node in found.select("script[src]")] == [
        "/static/js/text-size.js",
        "/static/js/paper.js",
    ]
    assert {name for name in ("question-list", "share-link") if found.has(name)} == scripts
    assert all(node["type"] == "module" for node in found.select("script[src]"))


# ---------------------------------------------------------------- the address of a question


def test_each_question_has_a_link_to_itself_and_a_remark_has_none(client):
    found = shown(client, interview())
    assert found.texts(".question share-link a") == [f"Liên kết tới câu {number}" for number in (1, 2, 3)]
    for turn in found.select(".question"):
        assert turn.select_one("share-link a")["href"] == f"#{turn['id']}"
    assert len(found.select(".passages share-link")) == 3
    assert not page(client.get(Article.objects.get().get_light_url())).has("share-link")


def test_the_link_is_no_part_of_the_heading(client):
    assert shown(client, interview()).headings()[1] == (2, "PV: Ai giữ mương?")


def test_the_address_of_a_question_outlives_rewording_and_reordering(client):
    article = interview()
    before = {node["id"] for node in shown(client, article).select(".question")}
    third = article.exchanges.all()[2].anchor
    save(
        signed_in(Role.MANAGING_EDITOR),
        article,
        **{"exchanges-0-position": 3, "exchanges-1-position": 2, "exchanges-2-position": 1},
        **{"exchanges-2-question": "Vụ tới ra sao?", "exchanges-2-answer": "<p>Mỗi thôn cử hai người.</p>"},
    )
    found = shown(client, article)
    assert found.texts(".question .said") == ["Vụ tới ra sao?", "Tiền ở đâu?", "Ai giữ mương?"]
    assert {node["id"] for node in found.select(".question")} == before
    assert "Vụ tới ra sao?" in found.text(f"#{third}")


def test_a_number_of_a_removed_question_is_given_to_no_other():
    article = interview()
    last = article.exchanges.order_by("-id").first()
    anchor = last.anchor
    last.delete()
    assert Exchange.objects.create(article=article, question="Thêm?", answer="<p>Thêm.</p>").anchor != anchor


# ---------------------------------------------------------------- who speaks


def test_a_guest_stands_once_with_portrait_and_office(client):
    portrait = make_image(picture_bytes(), alt="Ông Thành trên công trường")
    found = shown(client, interview(person=make_person(portrait=portrait)))
    assert found.texts(".guest") == ["Ông Lương Văn Thành Giám đốc Ban quản lý dự án"]
    # The name stands beside it.
    assert found.one(".guest img")["alt"] == ""
    assert found.links(".guest a") == [("Ông Lương Văn Thành", "/nhan-vat/luong-van-thanh/")]


def test_no_frame_is_left_for_a_portrait_that_is_not_there(client):
    for name, portrait in (("Một", make_image()), ("Hai", None)):
        assert not shown(client, interview(person=make_person(name, portrait=portrait))).has(".portrait")


def test_the_light_page_has_the_guest_without_the_portrait(client):
    article = interview(person=make_person(portrait=make_image(picture_bytes())))
    found = page(client.get(article.get_light_url()))
    assert found.texts(".guest-name") == ["Ông Lương Văn Thành"]
    assert not found.has("img")


def test_guests_under_one_label_are_still_two(client):
    article = interview(QUESTIONS[:1])
    article.interviewees.update(label="Người dân")
    answers_too(article, make_person("Bế Thị Na", "Bà"), label="Người dân")
    found = shown(client, article)
    voices = [
        next(name for name in node["class"] if name.startswith("voice")) for node in found.select(".answer")
    ]
    assert voices == ["voice-1", "voice-2"]
    assert not found.has(".answer-same")
    assert found.texts(".guest-name") == ["Người dân", "Người dân"]


def test_a_voice_is_the_place_of_its_guest_card_whoever_speaks_between(client):
    article = interview(QUESTIONS[:1])
    Exchange.objects.filter(article=article).update(position=50)
    Exchange.objects.create(
        article=article, position=1, question="Ai đó?", answer="<p>Một người qua đường.</p>"
    )
    answers_too(article, make_person("Bế Thị Na", "Bà"))
    found = shown(client, article)
    assert found.texts(".guest-name") == ["Ông Lương Văn Thành", "Bà Bế Thị Na"]
    assert [node["class"][2] for node in found.select(".answer")] == ["voice-0", "voice-1", "voice-2"]


def test_portraits_ask_for_nothing_more(client):
    def queries(article):
        with CaptureQueriesContext(connection) as asked:
            assert len(shown(client, article).select(".guest")) == 4
        return len(asked)

    counts = []
    for number, portrait in enumerate((None, make_image(picture_bytes()))):
        article = interview(person=make_person(f"Chủ tọa {number}", portrait=portrait))
        for guest in range(3):
            answers_too(article, make_person(f"Khách {number} {guest}", portrait=portrait))
        counts.append(queries(article))
    assert counts[0] == counts[1]


def test_the_feed_says_who_speaks_before_every_answer(client):
    article = interview(QUESTIONS[:1])
    answers_too(article, make_person("Bế Thị Na", "Bà"))
    entry = ElementTree.fromstring(client.get("/rss/").content).find("channel/item")
    html = entry.find("{http://purl.org/rss/1.0/modules/content/}encoded").text
    lines = [node.get_text(" ", strip=True) for node in BeautifulSoup(html, "html.parser").select("p")]
    assert lines[-6:] == [
        "PV: Ai giữ mương?",
        "Ông Lương Văn Thành:",
        "Trả lời 1.",
        "PV: Xin cảm ơn ông!",
        "Bà Bế Thị Na:",
        "Tôi xin thêm.",
    ]


# ---------------------------------------------------------------- a reader's question nobody has answered yet


ASKED = "Cầu có làn cho xe đạp không?"


def test_a_reader_s_question_is_shown_nowhere_before_its_answer(client):
    person = make_person()
    article = interview(person=person)
    waiting = Exchange.objects.create(
        article=article, position=4, asked_by="Bạn đọc Lục Thị Hoa", question=ASKED
    )
    addresses = [article.get_absolute_url(), article.get_light_url(), person.get_absolute_url(), "/rss/", "/"]
    for address in addresses:
        assert ASKED not in client.get(address).content.decode(), address
    found = shown(client, article)
    assert found.texts(".question-list summary") == ["Các câu hỏi (3)"]
    assert found.texts(".remark .said") == ["Xin cảm ơn ông!"]
    assert ASKED not in str(found.json_ld()) + str(list(statements(article)))

    Exchange.objects.filter(pk=waiting.pk).update(answer="<p>Có.</p>", answered_by=article.interviewees.get())
    article = Article.objects.get(pk=article.pk)
    assert [address for address in addresses if ASKED not in client.get(address).content.decode()] == ["/"]
    assert ASKED in [said.question for said in statements(article)]


def test_the_desk_sees_that_a_reader_s_question_waits(client):
    article = interview(QUESTIONS[:1], status=Status.DRAFT)
    Exchange.objects.create(article=article, position=9, asked_by="Bạn đọc Lục Thị Hoa", question=ASKED)
    form = page(signed_in(Role.MANAGING_EDITOR).get(f"/admin/articles/article/{article.pk}/change/"))
    assert [ASKED in node.parent.get_text() for node in form.select(".awaits-answer")] == [True]
    # A remark's answer is folded away; here somebody is to write one.
    assert [node.has_attr("open") for node in form.select("details.no-answer")] == [False, True]


# ---------------------------------------------------------------- the record of a person


def test_the_record_gives_each_answer_with_its_question_and_leads_to_its_very_place(client):
    article = interview()
    na = make_person("Bế Thị Na", "Bà")
    Exchange.objects.filter(article=article, answer="").delete()
    exchange = answers_too(article, na)
    for person, count in ((article.interviewees.order_by("id")[0].person, 3), (na, 1)):
        found = page(client.get(person.get_absolute_url()))
        links = [address for _, address in found.links(".record-said a[href]")]
        assert len(links) == count
        ids = [node["id"] for node in shown(client, article).select(".turn[id]")]
        assert [address for address in links if address.partition("#")[2] not in ids] == []
        assert {address.partition("#")[0] for address in links} == {article.get_absolute_url()}
    # A second respondent answered the question before.
    assert found.texts(".record-question") == [QUESTIONS[2]]
    assert links == [f"{article.get_absolute_url()}#{exchange.anchor}"]


def test_the_record_is_dated_with_the_office_of_that_time(client):
    person = make_person()
    at = timezone.datetime.fromisoformat("2021-01-15T17:26:00+07:00")
    interview(person=person, published_at=at).interviewees.update(office="Kỹ sư trưởng")
    found = page(client.get(person.get_absolute_url()))
    assert found.texts(".record-when") == ["Thứ Sáu, 17:26 15/01/2021 Kỹ sư trưởng"]


HIDDEN = [
    {"status": Status.DRAFT},
    {"status": Status.IN_REVIEW},
    {"status": Status.READY},
    {"status": Status.WITHDRAWN},
    {"published_at": timezone.now() + timedelta(days=400)},
    {"embargo_until": timezone.now() + timedelta(days=400)},
]


@pytest.mark.parametrize("state", HIDDEN)
def test_nothing_of_an_interview_that_is_not_public_is_on_record(client, state):
    person = make_person()
    interview(["Câu chưa đăng?"], person=person, headline="Bài chưa đăng", **state)
    assert client.get(person.get_absolute_url()).status_code == 404
    public = interview(person=person)
    found = page(client.get(person.get_absolute_url()))
    assert found.texts(".record-headline") == [public.headline]
    assert "chưa đăng" not in found.text("main")


def test_who_was_invited_and_said_nothing_is_not_on_record(client):
    article = interview()
    silent = make_person("Bế Thị Na", "Bà")
    guest = Interviewee.objects.create(article=article, person=silent)
    Exchange.objects.create(article=article, position=99, answered_by=guest, question="Bà thấy thế nào?")
    keep_streams(article)
    assert client.get(silent.get_absolute_url()).status_code == 404
    assert "Bà Bế Thị Na" not in shown(client, article).texts(".guest-name")


def test_the_record_goes_from_the_newest_by_ten_interviews(client):
    person, now = make_person(), timezone.now()
    for number in range(12):
        interview(person=person, headline=f"Bài {number}", published_at=now - timedelta(days=number + 1))
    seen = []
    for number in (1, 2):
        found = page(client.get(person.get_absolute_url(), {"trang": number}))
        seen += found.texts(".record-headline")
        assert len(found.select(".record-said li")) == 3 * len(found.select(".record-entry"))
    assert seen == [f"Bài {number}" for number in range(12)]
    assert client.get(person.get_absolute_url(), {"trang": 3}).status_code == 404
