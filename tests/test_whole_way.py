"""The main job, in a real browser: a pasted interview is published, read, commented, moderated, and read again."""

import time

import pytest
from django.core.management import call_command
from playwright.sync_api import expect

from articles.models import Article, Transition
from articles.policy import Role
from comments.models import Comment, CommentStatus
from comments.policy import CommentRole
from tests.browser import follow
from tests.factories import PASSWORD, make_section, make_user
from tests.waiting import comes_within

TRANSCRIPT = """Trại Lau Khi con mương cũ chảy lại qua bốn thôn

Nông thôn
05:26 PM 15/01/2021

Ba năm liền bốn thôn cuối nguồn của xã Trại Lau cấy một vụ rồi bỏ. Mùa này nước đã về tới thửa ruộng sau cùng.

Nhân ngày thông mương, ông Mạc Văn Đoàn, Chủ tịch UBND xã Trại Lau, đã trả lời phỏng vấn Báo Vân Lĩnh về cách bốn thôn \
chia nhau 11 km kênh mà không cãi nhau.

PV: Xin ông cho biết vì sao con mương nằm chết ba năm

Ông Mạc Văn Đoàn: Vì không ai nhận nó là của mình. Đoạn qua thôn nào thôn ấy tháo, đầu nguồn ngập mà cuối nguồn khô.

Năm 2018 còn 620 ha có nước, đến 2020 chỉ còn 140 ha, tỷ lệ 3:1 giữa ruộng bỏ và ruộng cấy.

Trại Lau
Khi con mương cũ chảy lại qua bốn thôn
 - Ảnh 1.

Ông Mạc Văn Đoàn (áo mưa xanh) bên cống Tà Pá – đầu con mương chính

Chúng tôi bắt đầu bằng việc đi bộ dọc mương ba ngày, đếm được 47 chỗ vỡ. Đếm xong mới họp.

 PV: Việc chia đoạn giữa bốn thôn được làm như thế nào?

Ông Mạc Văn Đoàn: Bốc thăm, rồi đổi cho nhau. Thôn nào cũng có một đoạn khó và một đoạn dễ.

PV: Kinh phí lấy ở đâu? Trong kế hoạch năm 2020, xã không có dòng nào cho thủy lợi

Ông Mạc Văn Đoàn: Dân góp 2.300 ngày công. Xã lo xi măng, tỉnh cho mượn hai máy xúc.

Số tiền mặt chỉ hết 184 triệu đồng, ít hơn dự toán 5 lần.

PV: Mùa tới, xã sẽ làm gì để mương không chết lần nữa

Ông Mạc Văn Đoàn: Mỗi thôn cử hai người giữ nước, xã trả công bằng thóc. Đúng 05:26 mỗi sáng họ báo mực nước về xã.

PV : Xin trân trọng cảm ơn ông!

Đặng Quý Bình (thực hiện)
Ý kiến của bạn
Giá ngô tăng nhẹ Giá ngô tăng nhẹ

Sáng 14/1, giá ngô hạt tại chợ Nà Thoang tăng 200 đồng mỗi ki-lô-gam.
"""


@pytest.fixture
def reader(browser, browser_context_args):
    """A phone without JavaScript."""
    context = browser.new_context(
        **browser_context_args, java_script_enabled=False, viewport={"width": 360, "height": 740}
    )
    yield context.new_page()
    context.close()


@pytest.mark.django_db(transaction=True)
def test_a_pasted_interview_is_read_commented_moderated_and_read_again(live_server, reader, page, tmp_path, capsys):
    make_section("Nông thôn")
    make_user(Role.MANAGING_EDITOR, username="thuky")
    make_user(CommentRole.MODERATOR, username="kiemduyet")
    source = tmp_path / "phong-van.txt"
    source.write_text(TRANSCRIPT, encoding="utf-8")

    call_command("import_interview", str(source), publish=True, by="thuky")

    article = Article.objects.get()
    assert article.get_absolute_url() in capsys.readouterr().out
    assert Transition.objects.get(verb="publish").urgent
    address = f"{live_server.url}{article.get_absolute_url()}"

    # Read, on a phone, without JavaScript.
    reader.goto(address)
    assert reader.locator("h1").inner_text() == "Khi con mương cũ chảy lại qua bốn thôn"
    assert reader.locator(".kicker").inner_text() == "Trại Lau"
    assert reader.locator("article time").first.get_attribute("datetime").startswith("2021-01-15T17:26")
    assert "17:26 15/01/2021" in reader.locator("article time").first.inner_text()
    questions = reader.locator(".turn.question h2")
    assert questions.count() == 4
    assert [questions.nth(n).inner_text().split("\n")[-1][:20] for n in range(4)] == [
        "Xin ông cho biết vì ",
        "Việc chia đoạn giữa ",
        "Kinh phí lấy ở đâu? ",
        "Mùa tới, xã sẽ làm g",
    ]
    answers = reader.locator(".turn.answer")
    assert answers.count() == 4
    first = answers.first
    assert first.locator("p:not(.speaker)").count() == 3
    assert "bên cống Tà Pá – đầu con mương chính" in first.locator("figcaption").inner_text()
    assert first.locator("img").count() == 0, "a picture without its file shows its caption alone"
    assert reader.locator("article .turn.remark").inner_text().endswith("Xin trân trọng cảm ơn ông!")
    assert reader.get_by_text("Đặng Quý Bình (thực hiện)").count() == 1
    assert "Giá ngô" not in reader.locator("body").inner_text()

    # Write, without JavaScript: held, and shown nowhere.
    words = "Thôn tôi ở cuối mương, năm nay cấy được cả hai vụ."
    time.sleep(2.1)  # nobody writes a comment within two seconds of the page's making
    reader.fill("[name=text]", words)
    reader.fill("[name=name]", "Nông Văn Sài")
    reader.fill("[name=place]", "xã Trại Lau")
    follow(reader, reader.get_by_role("button", name="Gửi ý kiến").click)
    assert reader.url.partition("#")[0] == f"{live_server.url}/binh-luan/{article.pk}/da-gui/"
    expect(reader.locator("main")).to_contain_text("đang chờ duyệt")
    assert words not in reader.content()
    reader.goto(address)
    assert words not in reader.content()
    assert Comment.objects.get().status == CommentStatus.WAITING

    # Moderate: one press.
    page.goto(f"{live_server.url}/admin/comments/comment/")
    page.fill("[name=username]", "kiemduyet")
    page.fill("[name=password]", PASSWORD)
    follow(page, page.locator("[type=submit]").click)
    row = page.locator("#result_list tr", has_text=words)
    row.get_by_role("button", name="Duyệt").click()
    page.get_by_text("Đã duyệt: ý kiến của Nông Văn Sài").wait_for()

    # Read again: within five seconds.
    comes_within(5, lambda: reader.goto(address).text(), words)
    comment = reader.locator(".comment", has_text=words)
    assert "Nông Văn Sài" in comment.inner_text()
    assert reader.context.cookies() == []
