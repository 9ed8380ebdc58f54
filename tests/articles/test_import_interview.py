"""A page pasted from the web becomes an interview: whole, in its order, with nothing to mend by hand.

The page below has the shape such pages have; its people, places and words are invented. The same page with other names,
one question more and the figure elsewhere is told by the same function: nothing may be fitted to one text.
"""

import io
import json
import os
import subprocess
import sys
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError, connection
from django.utils import timezone

from articles import workflow
from articles.models import Article, Author, Byline, Image, Kind, Person, Section, Status
from articles.policy import Role
from tests.factories import make_author, make_person, make_section, make_user
from tests.html import page

HOUSE = Path(__file__).resolve().parents[2]
VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
CAPTION = "Ông {name}, Giám đốc Hợp tác xã Thủy sản hồ Thạch Bồ, bên lồng nuôi"


@dataclass
class Pasted:
    """What a page says, to be written as pages write it."""

    headline: str = "Vân Lĩnh Khi cá lồng trở lại hồ Thạch Bồ"
    section: str = "Chính trị - xã hội"
    time: str = "05:26 PM 15/01/2021"
    name: str = "Nông Văn Thắng"
    author: str = "Lý Mai Lan"
    figure_in: int = 1
    exchanges: list = field(
        default_factory=lambda: [
            (
                "Xin ông cho biết vụ cá năm nay ở hồ Thạch Bồ ra sao",
                [
                    "Sau hai năm nước rút sớm, năm nay mực nước giữ được đến cuối thu, nên bà con thả đủ giống.",
                    "Toàn xã có 214 lồng, tăng 36 lồng so với năm trước; cá nheo và cá trắm đen vẫn là hai loài chính.",
                    "Giá bán tại bè ổn định quanh 120 nghìn đồng một ki-lô-gam, thương lái đặt trước từ tháng Tám.",
                ],
            ),
            (
                "Hợp tác xã đã làm gì để cá không chết hàng loạt như đợt mưa trước?",
                [
                    "Chúng tôi chia bè thành từng cụm, mỗi cụm cách nhau ít nhất năm mươi mét để nước lưu thông.",
                    "Mỗi sáng có người đo ô-xy và báo vào nhóm chung; dưới ngưỡng là chạy máy sục ngay.",
                ],
            ),
            (
                "Bà con còn vướng điều gì nhất, thưa ông?",
                ["Đường xuống bến vẫn là đường đất. Mưa ba ngày thì xe tải không vào được, cá phải đi thuyền."],
            ),
            (
                "Năm tới hợp tác xã đặt mục tiêu nào",
                [
                    "Năm tới chúng tôi muốn có nhãn riêng cho cá hồ Thạch Bồ và bán được ở siêu thị ngoài tỉnh.",
                    "Muốn vậy phải ghi nhật ký nuôi, và điều này thì lớp trẻ trong bản làm tốt hơn chúng tôi.",
                ],
            ),
        ]
    )

    @property
    def caption(self):
        return CAPTION.format(name=self.name)

    def write(self):
        blocks = [
            self.headline,
            f"{self.section}\n{self.time}",
            "Vụ cá lồng cuối năm ở hồ Thạch Bồ được mùa trở lại sau hai năm mất trắng vì nước rút sớm và mưa lớn.",
            f"Bên bến thuyền sáng sớm, ông {self.name}, Giám đốc Hợp tác xã Thủy sản hồ Thạch Bồ, đã có cuộc trả lời "
            "phỏng vấn Báo Vân Lĩnh về vụ cá và những việc phía trước.",
        ]
        for number, (question, answer) in enumerate(self.exchanges, 1):
            blocks.append(f"{' ' if number % 2 == 0 else ''}PV: {question}")
            paragraphs = [f"Ông {self.name}: {answer[0]}", *answer[1:]]
            if number == self.figure_in:
                place = min(2, len(paragraphs))
                kicker, headline = self.headline[:8], self.headline[9:]
                paragraphs[place:place] = [f"{kicker}\n{headline}\n - Ảnh 1.", self.caption]
            blocks += paragraphs
        blocks.append("PV : Xin trân trọng cảm ơn ông!")
        blocks.append(f"{self.author} (thực hiện)\nÝ kiến của bạn\nMột tin khác Một tin khác")
        return "\n\n".join(blocks) + "\n"


THE_PAGE = Pasted()
ANOTHER = Pasted(
    headline="Vân Lĩnh Người giữ nghề dệt ở Nà Thoang",
    section="Văn hóa",
    time="07:05 AM 03/11/2026",
    name="Hoàng Đình Lưu",
    author="Vũ Hà Phương",
    figure_in=3,
    exchanges=[
        *Pasted().exchanges,
        ("Ông muốn nhắn gì với lớp trẻ?", ["Nghề nào cũng cần người giữ, và người giữ cần sống được."]),
    ],
)


@pytest.fixture
def on_disk(tmp_path):
    """A function: the page as a file; its path."""

    def write(text, encoding="utf-8"):
        path = tmp_path / "bai.txt"
        path.write_bytes(text if isinstance(text, bytes) else text.encode(encoding))
        return str(path)

    return write


@pytest.fixture
def managing_editor():
    return make_user(Role.MANAGING_EDITOR, username="thuky-toa")


def run(*arguments, **options):
    """The lines the command says."""
    out = io.StringIO()
    call_command("import_interview", *arguments, stdout=out, no_color=True, **options)
    return out.getvalue().splitlines()


# ---------------------------------------------------------------- the page comes through whole


@pytest.mark.django_db
@pytest.mark.parametrize("pasted", [THE_PAGE, ANOTHER], ids=["the page", "another"])
def test_a_pasted_page_becomes_the_interview_it_was(on_disk, pasted):
    lines = run(on_disk(pasted.write()))
    article = Article.objects.get()
    assert (article.kind, article.status, article.unplaced) == (Kind.INTERVIEW, Status.DRAFT, "")
    assert f"{article.kicker} {article.headline}".strip() == pasted.headline
    assert article.section.name.lower() == pasted.section.lower()
    at = datetime.strptime(pasted.time, "%I:%M %p %d/%m/%Y").replace(tzinfo=VIETNAM)
    assert article.published_at == at
    assert article.standfirst.startswith("Vụ cá lồng cuối năm")
    assert "Bên bến thuyền sáng sớm" in article.body
    *turns, closing = article.exchanges.all()
    assert [turn.question for turn in turns] == [question for question, _ in pasted.exchanges]
    for turn, (_, paragraphs) in zip(turns, pasted.exchanges, strict=True):
        assert (turn.asked_by, turn.speaker) == ("PV", f"Ông {pasted.name}")
        assert all(f"<p>{paragraph}</p>" in turn.answer for paragraph in paragraphs)
    assert (closing.question, closing.answer, closing.asked_by) == ("Xin trân trọng cảm ơn ông!", "", "PV")
    assert [number for number, turn in enumerate(turns, 1) if "<figure" in turn.answer] == [pasted.figure_in]
    assert not article.exchanges.filter(doubtful=True).exists()
    guest = article.interviewees.get()
    assert (guest.person.name, guest.office) == (pasted.name, "Giám đốc Hợp tác xã Thủy sản hồ Thạch Bồ")
    byline = article.bylines.get()
    assert (byline.author.name, byline.role) == (pasted.author, Byline.Role.CONDUCTED)
    assert lines[-1].startswith("Bản nháp: ") and f"/admin/articles/article/{article.pk}/change/" in lines[-1]


@pytest.mark.django_db
def test_the_figure_stands_between_its_paragraphs_and_awaits_its_file(on_disk):
    run(on_disk(THE_PAGE.write()))
    answer = Article.objects.get().exchanges.first().answer
    image = Image.objects.get()
    assert image.is_missing and image.caption == THE_PAGE.caption
    parts = ("Toàn xã có 214", f'data-image-id="{image.pk}"', "Giá bán tại bè")
    second, figure, third = (answer.find(part) for part in parts)
    assert -1 < second < figure < third
    assert "Ảnh 1." not in answer


@pytest.mark.django_db
def test_nothing_below_the_readers_box_belongs_to_the_article(on_disk):
    lines = run(on_disk(THE_PAGE.write()))
    article = Article.objects.get()
    assert "Một tin khác" not in "\n".join(passage.text for passage in article.passages())
    assert any("Ý kiến của bạn" in line for line in lines)


@pytest.mark.django_db
def test_decomposed_text_and_a_byte_order_mark_come_in_composed(on_disk):
    import unicodedata

    run(on_disk("\ufeff" + unicodedata.normalize("NFD", THE_PAGE.write()).replace("\n", "\r\n")))
    article = Article.objects.get()
    assert article.headline in THE_PAGE.headline and article.bylines.get().author.name == THE_PAGE.author


@pytest.mark.django_db
def test_the_page_reads_on_the_site_as_it_read_there(client, on_disk, managing_editor):
    run(on_disk(THE_PAGE.write()), publish=True, by="thuky-toa")
    article = Article.objects.get()
    shown = page(client.get(article.get_absolute_url()))
    assert shown.one(".article-when time")["datetime"] == "2021-01-15T17:26:00+07:00"
    assert len(shown.select(".question")) == 4 and len(shown.select(".answer")) == 4
    assert shown.texts(".remark .said") == ["Xin trân trọng cảm ơn ông!"]
    assert shown.texts("article figcaption") == [THE_PAGE.caption]
    assert not shown.has("article img")
    assert shown.texts(".signature") == ["Lý Mai Lan (thực hiện)"]
    first = shown.select(".answer")[0]
    assert first.find("figure") is not None


# ---------------------------------------------------------------- publishing


@pytest.mark.django_db
def test_publishing_goes_through_the_urgent_lane_and_is_recorded(on_disk, managing_editor):
    lines = run(on_disk(THE_PAGE.write()), publish=True, by="thuky-toa")
    article = Article.objects.get()
    transition = article.transitions.get()
    assert (transition.verb, transition.urgent, transition.by) == ("publish", True, managing_editor)
    assert transition.missing == ["1 ảnh còn thiếu tệp."]
    assert article.is_public(timezone.now()) and article.created_by == managing_editor
    assert "Còn thiếu: 1 ảnh còn thiếu tệp." in lines
    assert lines[-1].endswith(article.get_absolute_url())


@pytest.mark.django_db
def test_a_time_to_come_does_not_hide_what_was_published_at_once(on_disk, managing_editor):
    later = (timezone.localtime() + timedelta(days=3)).strftime("%H:%M %d/%m/%Y")
    run(on_disk(Pasted(time=later).write()), publish=True, by="thuky-toa")
    assert Article.objects.public().exists()


@pytest.mark.django_db
def test_nobody_is_made_responsible_without_a_name(on_disk):
    with pytest.raises(CommandError, match="--by"):
        run(on_disk(THE_PAGE.write()), publish=True)
    with pytest.raises(CommandError, match="Không có tài khoản “ma”"):
        run(on_disk(THE_PAGE.write()), by="ma")
    assert not Article.objects.exists()


@pytest.mark.django_db
def test_the_demo_s_managing_editor_answers_where_nobody_is_named(on_disk):
    make_user(Role.MANAGING_EDITOR, username="thuky")
    run(on_disk(THE_PAGE.write()), publish=True)
    assert Article.objects.get().transitions.get().by.username == "thuky"


@pytest.mark.django_db
@pytest.mark.parametrize("dry_run", [False, True])
def test_who_may_not_publish_is_told_before_anything_is_made(on_disk, dry_run):
    make_user(Role.REPORTER, username="phongvien")
    with pytest.raises(CommandError, match="^Tài khoản “phongvien” không được đăng") as refusal:
        run(on_disk(THE_PAGE.write()), publish=True, by="phongvien", dry_run=dry_run)
    assert refusal.value.returncode == 2
    assert not Article.objects.exists() and not Section.objects.exists()


@pytest.mark.django_db
def test_who_may_no_longer_publish_finds_the_draft(on_disk, managing_editor, monkeypatch):
    """The role was taken back between the question and the deed."""

    def refuse(*arguments, **options):
        raise workflow.NotAllowed("không được")

    monkeypatch.setattr(workflow, "publish", refuse)
    with pytest.raises(CommandError, match="Đã lưu bản nháp tại .* chưa đăng được"):
        run(on_disk(THE_PAGE.write()), publish=True, by="thuky-toa")
    assert Article.objects.get().status == Status.DRAFT


@pytest.mark.django_db
def test_a_text_without_a_question_becomes_a_draft_but_is_not_published(on_disk, managing_editor):
    path = on_disk("Chợ phiên Nà Thoang\n\nChợ họp từ sáng sớm, bà con các bản mang chè và cam xuống bán.\n")
    with pytest.raises(CommandError, match="^Không thấy câu hỏi nào trong bài") as refusal:
        run(path, publish=True, by="thuky-toa")
    assert refusal.value.returncode == 2 and not Article.objects.exists()
    assert "Chú ý: Không thấy câu hỏi nào trong bài." in run(path)
    assert Article.objects.get().status == Status.DRAFT
    with pytest.raises(CommandError, match="^Bài này đã được nhập"):
        run(path)


# ---------------------------------------------------------------- twice


@pytest.mark.django_db
def test_the_same_page_is_not_imported_twice_unless_asked_for(on_disk):
    run(on_disk(THE_PAGE.write()))
    article = Article.objects.get()
    # What the desk changed since does not hide where the article came from.
    article.headline = "Tít khác"
    article.save()
    article.exchanges.first().delete()
    with pytest.raises(CommandError, match=f"^Bài này đã được nhập: .*/{article.pk}/change/.*--again") as refusal:
        run(on_disk(THE_PAGE.write()))
    assert refusal.value.returncode == 2 and Article.objects.count() == 1
    run(on_disk(THE_PAGE.write()), again=True)
    assert Article.objects.count() == 2


@pytest.mark.django_db
def test_the_same_talk_under_another_headline_is_not_imported_twice(on_disk):
    run(on_disk(THE_PAGE.write()))
    page = THE_PAGE.write()
    headline = Article.objects.get().headline
    assert headline in page
    with pytest.raises(CommandError, match="^Bài này đã được nhập"):
        run(on_disk(page.replace(headline, "Tít đặt lại của bài")))
    assert Article.objects.count() == 1


@pytest.mark.django_db
def test_another_interview_under_the_same_headline_is_another(on_disk):
    run(on_disk(THE_PAGE.write()))
    run(on_disk(Pasted(exchanges=THE_PAGE.exchanges[1:]).write()))
    assert Article.objects.count() == 2


# ---------------------------------------------------------------- what the paper has, and what it lacks


@pytest.mark.django_db
def test_a_section_the_paper_has_is_found_in_any_spelling(on_disk):
    section = make_section("Chính trị - Xã hội")
    lines = run(on_disk(THE_PAGE.write()))
    assert Article.objects.get().section == section
    assert not any("chuyên mục mới" in line for line in lines)


@pytest.mark.django_db
def test_what_the_paper_lacks_is_made_and_said(on_disk):
    lines = run(on_disk(THE_PAGE.write()))
    assert "Đã lập chuyên mục mới “Chính trị - xã hội”." in lines
    assert "Đã lập nhân vật mới “Nông Văn Thắng”." in lines
    assert "Đã lập tác giả mới “Lý Mai Lan”." in lines


@pytest.mark.django_db
def test_people_the_paper_knows_are_not_made_twice(on_disk):
    person, author = make_person("Nông Văn Thắng"), make_author("Lý Mai Lan")
    run(on_disk(THE_PAGE.write()))
    run(on_disk(THE_PAGE.write()), again=True)
    assert (Person.objects.get(), Author.objects.get()) == (person, author)
    assert Article.objects.count() == 2


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["RSS", "Tìm kiếm", "Tác giả"])
def test_a_section_that_would_hide_an_address_gets_another_one(on_disk, client, name, managing_editor):
    run(on_disk(Pasted(section=name).write()), publish=True, by="thuky-toa")
    article = Article.objects.get()
    if article.section.name == name:
        assert article.section.slug.startswith("muc-")
    assert client.get(article.get_absolute_url()).status_code == 200
    assert client.get("/rss/").headers["Content-Type"].startswith("application/rss+xml")


@pytest.mark.django_db
def test_the_section_asked_for_wins_and_must_be_there(on_disk):
    section = make_section("Kinh tế")
    run(on_disk(THE_PAGE.write()), section="kinh-te")
    assert Article.objects.get().section == section
    with pytest.raises(CommandError, match="Không có chuyên mục nào ở địa chỉ “khong-co”"):
        run(on_disk(THE_PAGE.write()), section="khong-co")


@pytest.mark.django_db
def test_an_author_may_be_named_where_the_page_names_none(on_disk):
    unsigned = THE_PAGE.write().replace("Lý Mai Lan (thực hiện)\n", "")
    run(on_disk(unsigned), author="Bế Thu Hiền")
    assert Article.objects.get().bylines.get().author.name == "Bế Thu Hiền"


@pytest.mark.django_db
def test_a_first_line_too_long_to_be_a_headline_is_refused_in_words_and_nothing_is_stored(on_disk):
    long = "Vân Lĩnh " + "khi cá lồng trở lại hồ Thạch Bồ " * 20
    with pytest.raises(CommandError, match="Không thấy tít ở đầu bài"):
        run(on_disk(Pasted(headline=long.strip()).write()))
    assert not Article.objects.exists()


@pytest.mark.django_db
def test_two_guests_whose_names_differ_by_a_tone_each_say_their_own(on_disk):
    text = THE_PAGE.write()
    head, _, rest = text.partition("PV: Hợp tác xã")
    rest = rest.replace("Ông Nông Văn Thắng:", "Bà Nông Văn Thăng:", 1)
    run(on_disk(f"{head}PV: Hợp tác xã{rest}"))
    speakers = [turn.speaker for turn in Article.objects.get().exchanges.all() if turn.answer]
    assert speakers[:2] == ["Ông Nông Văn Thắng", "Bà Nông Văn Thăng"]


# ---------------------------------------------------------------- a look without a step


@pytest.mark.django_db
def test_a_dry_run_stores_nothing_and_tells_everything(on_disk):
    lines = run(on_disk(THE_PAGE.write()), dry_run=True)
    assert "4 câu hỏi, 1 ảnh" in "\n".join(lines)
    told = json.loads("\n".join(run(on_disk(THE_PAGE.write()), dry_run=True, json=True)))
    assert [turn["question"]["paragraphs"] for turn in told["exchanges"]] == [
        [question] for question, _ in THE_PAGE.exchanges
    ]
    assert told["captions"] == [{"text": THE_PAGE.caption, "after_exchange": 1}]
    assert told["closing"] == "Xin trân trọng cảm ơn ông!"
    assert told["byline"] == "Lý Mai Lan (thực hiện)"
    for model in (Article, Section, Person, Author, Image):
        assert not model.objects.exists()


@pytest.mark.django_db
def test_a_dry_run_tells_section_and_time(on_disk):
    make_section("Kinh tế")
    assert "Chuyên mục: Chính trị - xã hội; giờ đăng: 17:26 15/01/2021" in run(on_disk(THE_PAGE.write()), dry_run=True)
    told = run(on_disk("Tít bài\n\nPV: Năm nay ra sao?\n\nÔng Nông Văn Thắng: Được mùa."), dry_run=True)
    assert "Chuyên mục: không ghi; giờ đăng: không ghi" in told
    told = run(on_disk(THE_PAGE.write()), dry_run=True, section="kinh-te")
    assert "Chuyên mục: Kinh tế; giờ đăng: 17:26 15/01/2021" in told


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("options", "told"), [({"section": "khong-co"}, "Không có chuyên mục"), ({"by": "ma"}, "Không có tài khoản “ma”")]
)
def test_a_dry_run_refuses_what_the_import_would_refuse(on_disk, options, told):
    with pytest.raises(CommandError, match=told):
        run(on_disk(THE_PAGE.write()), dry_run=True, **options)


def test_a_dry_run_needs_no_database(on_disk):
    """No mark of the database: pytest refuses every query."""
    assert run(on_disk(THE_PAGE.write()), dry_run=True, json=True)


def test_json_is_of_the_dry_run_alone(on_disk):
    with pytest.raises(CommandError, match="^--json chỉ dùng cùng với --dry-run") as refusal:
        run(on_disk(THE_PAGE.write()), json=True)
    assert refusal.value.returncode == 2


# ---------------------------------------------------------------- refused, in one line


@pytest.mark.django_db
def test_a_text_without_a_headline_is_refused(on_disk):
    with pytest.raises(CommandError, match="^Không thấy tít") as refusal:
        run(on_disk("PV: Năm nay ra sao?\n\nÔng Nông Văn Thắng: Được mùa."))
    assert refusal.value.returncode == 2 and not Article.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (b"", "không có chữ"),
        (b"  \n \n", "không có chữ"),
        (THE_PAGE.write().encode("utf-8")[:4000] + b"\xff\xfe\x81", "UTF-8"),
        (b"%PDF-1.4 ...", "PDF"),
        (b"a" * (2 * 1024 * 1024 + 1), "quá lớn"),
        (b"abc\0def\0", "không phải tệp văn bản"),
    ],
)
def test_a_file_that_is_no_transcript_is_refused(on_disk, raw, sentence):
    with pytest.raises(CommandError, match=sentence) as refusal:
        run(on_disk(raw))
    assert refusal.value.returncode == 2
    assert not Article.objects.exists() and not Section.objects.exists()


@pytest.mark.django_db
def test_a_file_that_cannot_be_opened_is_named(tmp_path):
    (tmp_path / "a.txt").touch()
    for path, sentence in (
        (tmp_path / "khong-co.txt", r"^Không có tệp .*/khong-co\.txt\.$"),
        (tmp_path, "^.* là thư mục, không phải tệp.$"),
        (tmp_path / "a.txt" / "b", "^Không đọc được tệp .*: trên đường dẫn có một tệp, không phải thư mục.$"),
        (tmp_path / ("a" * 300), "^Không đọc được tệp .*: tên quá dài.$"),
    ):
        with pytest.raises(CommandError, match=sentence) as refusal:
            run(str(path))
        assert refusal.value.returncode == 2


@pytest.mark.django_db
def test_a_database_in_trouble_leaves_nothing(on_disk):
    def full(execute, sql, params, many, context):
        if "articles_byline" in sql and sql.startswith("INSERT"):
            raise OperationalError("database or disk is full\nmore")
        return execute(sql, params, many, context)

    with connection.execute_wrapper(full), pytest.raises(OperationalError):
        run(on_disk(THE_PAGE.write()))
    assert not Article.objects.exists()


@pytest.mark.only_on("sqlite")
@pytest.mark.parametrize(
    ("arguments", "database", "told"),
    [
        (["{file}"], "sqlite:///{state}/trong.sqlite3", "Cơ sở dữ liệu chưa được dựng. Hãy chạy: python3"),
        (["{file}"], "postgres://nobody@127.0.0.1:1/none", "Cơ sở dữ liệu không trả lời"),
        (["{state}/khong-co.txt"], "sqlite:///{state}/trong.sqlite3", "Không có tệp"),
        ([], "sqlite:///{state}/trong.sqlite3", "Thiếu tham số TỆP."),
    ],
)
def test_the_command_line_ends_with_one_clear_line_and_a_status(tmp_path, on_disk, arguments, database, told):
    places = {"file": on_disk(THE_PAGE.write()), "state": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "manage.py", "import_interview", *(argument.format(**places) for argument in arguments)],
        cwd=HOUSE,
        env=os.environ | {"STATE_DIR": str(tmp_path), "DATABASE_URL": database.format(**places), "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode != 0 and done.stdout == ""
    [line] = done.stderr.strip().splitlines()
    assert line.startswith(told)
