"""“Viết bài từ mẫu”: what a template puts into the form, and that none of its prompts reaches readers."""

import pytest

from articles.models import Article, Byline, Kind
from articles.policy import Role
from articles.richtext.sanitizer import clean
from articles.story_templates import TEMPLATES, holds_prompt
from articles.workflow import publishing_problems
from tests.articles.admin.forms import filled, signed_in
from tests.factories import make_article, make_author, make_interview, make_section
from tests.html import page

ADD = "/admin/articles/article/add/"
LEFT = "Còn chữ gợi ý của mẫu trong bài."


@pytest.mark.parametrize("key", TEMPLATES)
def test_every_part_of_a_template_is_allowed_and_prompts(key):
    template = TEMPLATES[key]
    assert clean(template.initial["body"]) == template.initial["body"]
    assert holds_prompt(template.initial["standfirst"])
    assert holds_prompt(template.initial["body"], rich=True)
    assert all(holds_prompt(exchange["question"]) for exchange in template.exchanges)


@pytest.mark.django_db
def test_the_desk_offers_every_template():
    links = dict(page(signed_in(Role.REPORTER).get("/admin/")).links())
    for key, template in TEMPLATES.items():
        assert links[template.name] == f"{ADD}?mau={key}"


@pytest.mark.django_db
@pytest.mark.parametrize("key", TEMPLATES)
def test_the_form_opens_with_the_template_and_what_is_saved_is_not_published(key):
    client, template = signed_in(Role.EDITOR), TEMPLATES[key]
    sent = filled(client, f"{ADD}?mau={key}")
    assert (sent["kicker"], sent["standfirst"]) == (template.kicker, template.initial["standfirst"])
    assert sent["body"] == template.initial["body"]
    section = make_section()
    response = client.post(
        f"{ADD}?mau={key}", sent | {"headline": "Tít của tôi", "section": section.pk, "_continue": "1"}
    )
    assert response.status_code == 302, page(response).texts(".errorlist li")
    article = Article.objects.get()
    assert (article.kind, article.kicker) == (template.kind, template.kicker)
    assert LEFT in publishing_problems(article)


@pytest.mark.django_db
def test_questions_of_the_template_are_saved_where_somebody_wrote():
    client = signed_in(Role.EDITOR)
    url = f"{ADD}?mau=phong-van"
    sent = filled(client, url)
    questions = [name for name in sent if name.startswith("exchanges-") and name.endswith("-question")]
    assert [sent[name] for name in sorted(questions)] == [
        exchange["question"] for exchange in TEMPLATES["phong-van"].exchanges
    ]
    written = {
        "headline": "Tít",
        "section": make_section().pk,
        "standfirst": "Sapo",
        "body": "",
        "_continue": "1",
    }
    written["exchanges-1-question"] = "Thưa ông, vì sao lúa chậm?"
    response = client.post(url, sent | written)
    assert response.status_code == 302, page(response).texts(".errorlist li")
    article = Article.objects.get()
    assert [exchange.question for exchange in article.exchanges.all()] == ["Thưa ông, vì sao lúa chậm?"]
    assert LEFT not in publishing_problems(article)


@pytest.mark.django_db
def test_an_unknown_template_is_an_empty_form():
    sent = filled(signed_in(Role.EDITOR), f"{ADD}?mau=khong-co")
    assert sent["kicker"] == sent["standfirst"] == sent["body"] == ""


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("words", "field"),
    [
        ({"standfirst": "[Gợi ý: ai, việc gì]"}, "standfirst"),
        ({"headline": "[gợi ý : tít]"}, "headline"),
        ({"body": "<p>Chữ <strong>[Gợi</strong> ý: thêm]</p>"}, "body"),
        ({"body": "<p>Chữ.</p><h2>Ý kiến các bên</h2><h2>Kết</h2><p>Chữ.</p>"}, "body"),
        ({"body": "<p>Chữ.</p><h2>Cơ quan chức năng nói gì</h2>"}, "body"),
        ({"lead_caption": "[Gợi ý: chú thích]"}, "lead_image"),
    ],
)
def test_a_prompt_left_anywhere_is_a_problem_at_its_place(words, field):
    article = make_article(**words)
    assert [problem.field for problem in publishing_problems(article) if problem == LEFT] == [field]


@pytest.mark.django_db
def test_a_prompt_left_in_a_question_or_an_answer_is_one():
    for words in ({"question": "[Gợi ý: câu mở đầu]"}, {"answer": "<p>[Gợi ý: trả lời]</p>"}):
        interview = make_interview()
        interview.exchanges.create(position=9, **words)
        assert [one.field for one in publishing_problems(interview) if one == LEFT] == ["exchanges"]


@pytest.mark.django_db
def test_a_heading_with_words_under_it_and_brackets_of_one_s_own_are_none():
    body = (
        "<h2>Diễn biến</h2><p>Mưa [từ nửa đêm] tới sáng.</p><h2>Ý kiến các bên</h2><ul><li>Bà Xuân</li></ul>"
    )
    article = make_article(body=body)
    Byline.objects.get_or_create(article=article, author=make_author())
    assert LEFT not in publishing_problems(article)
    assert article.kind == Kind.STORY
