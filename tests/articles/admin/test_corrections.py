"""Corrections at the desk: the four-part form loses nothing, the register shows the clock, nobody else gets in."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.admin.desk import overdue
from articles.models import Correction, Revision, Standing, Status
from articles.policy import Role
from articles.snapshot import keep_revision
from tests.articles.admin.forms import address, as_sent, errors, filled, messages
from tests.factories import in_standing, make_article, make_section
from tests.html import page

pytestmark = pytest.mark.django_db

Kind = Correction.Kind
HOUR = timedelta(hours=1)
FORM = "#correction_form"
REGISTER = "/admin/articles/correction/"
HOSTILE = "\"><script>alert(1)</script>'{{7*7}}"


def begin(article):
    return f"/admin/articles/article/{article.pk}/cai-chinh/"


def at(correction):
    return f"{REGISTER}{correction.pk}/change/"


def out(**given):
    article = make_article(**{"status": Status.PUBLISHED, "body": "<p>Đoàn có 12 hộ dân.</p>"} | given)
    revision = keep_revision(article)
    revision.snapshot |= {"status": Status.PUBLISHED}
    revision.at = article.published_at
    revision.save()
    return article


def waiting(article=None, **given):
    now = timezone.now()
    words = {
        "wrong": "12 hộ",
        "right": "21 hộ",
        "piece": "“Cầu Bến Lĩnh 2”, chuyên mục Thời sự",
        "due_at": now + 5 * HOUR,
    }
    return Correction.objects.create(
        article=article or make_article(status=Status.PUBLISHED), **words | given
    )


def send(client, url, act, **changes):
    return client.post(url, filled(client, url, FORM) | {"act": act} | changes, follow=True)


@pytest.fixture
def editor(desk):
    return desk(Role.MANAGING_EDITOR)


# ---------------------------------------------------------------- the form


def test_the_form_knows_the_piece_and_the_only_version_readers_saw(editor):
    article = out(section=make_section("Kinh tế"))
    sent = filled(editor, begin(article), FORM)
    assert article.headline in sent["piece"] and "chuyên mục Kinh tế" in sent["piece"]
    assert sent["revision"] == str(article.revisions.get().pk)
    assert "Đoàn có 12 hộ dân." in page(editor.get(begin(article))).text(".correcting-text")


def test_half_a_correction_is_saved_and_its_clock_runs(editor):
    article = out()
    response = send(
        editor, begin(article), "save", kind=Kind.APOLOGY, requested_by="Xã Phú Vân", wrong="12 hộ"
    )
    correction = Correction.objects.get()
    assert (correction.requested_by, correction.wrong, correction.published_at) == (
        "Xã Phú Vân",
        "12 hộ",
        None,
    )
    assert correction.due_at == correction.received_at + 24 * HOUR
    assert "chưa đăng" in messages(response)[0] and "Còn 24 giờ" in page(response).text(".clock")
    missing = page(response).links(".correcting-missing a")
    assert [target for _, target in missing] == ["#id_right", "#id_apology"]
    assert all(page(response).has(target) for _, target in missing)


def test_an_incomplete_one_is_refused_with_every_part_and_nothing_typed_is_lost(editor):
    article = out()
    typed = {
        "kind": Kind.APOLOGY,
        "requested_by": "Xã Phú Vân",
        "wrong": "",
        "right": " ",
        "apology": "",
        "revision": "",
    }
    response = send(editor, begin(article), "publish", **typed | {"piece": "Bài về cây cầu"})
    shown = page(response)
    assert [target for _, target in shown.links(".correcting-missing a")] == [
        "#id_wrong",
        "#id_revision",
        "#id_right",
        "#id_apology",
    ]
    assert not Correction.objects.exists()
    again = as_sent(response, FORM)
    assert (again["requested_by"], again["piece"], again["kind"]) == (
        "Xã Phú Vân",
        "Bài về cây cầu",
        Kind.APOLOGY,
    )


def test_a_foreign_quotation_is_refused_and_kept(editor):
    article = out()
    response = send(
        editor, begin(article), "publish", wrong="15 hộ dân", right="21 hộ dân", apology="Xin lỗi."
    )
    [(sentence, target)] = page(response).links(".correcting-missing a")
    assert "“15 hộ dân” không có trong bản 1" in sentence and target == "#id_wrong"
    again = as_sent(response, FORM)
    assert (again["wrong"], again["right"], again["apology"]) == ("15 hộ dân", "21 hộ dân", "Xin lỗi.")
    assert not Correction.objects.exists()


def test_a_whole_one_is_published_and_read_only_from_then_on(editor, client):
    article = out()
    response = send(editor, begin(article), "publish", wrong="12 hộ dân", right="21 hộ dân")
    correction = Correction.objects.get()
    assert correction.by == editor.user
    assert "Đã đăng" in messages(response)[0]
    assert not page(response).has(FORM)
    assert page(response).texts(".correcting-parts dd")[1:3] == ["12 hộ dân", "21 hộ dân"]
    assert editor.post(at(correction), {"act": "publish", "kind": "lam-ro"}).status_code == 403
    assert "21 hộ dân" in page(client.get("/cai-chinh/")).text("main")
    assert "Đính chính" in page(editor.get(address(article))).text(".record")


def test_a_draft_is_finished_later_by_another(editor, desk):
    correction = waiting(out())
    chief = desk(Role.CHIEF_EDITOR)
    chosen = str(correction.article.revisions.get().pk)
    send(chief, at(correction), "publish", revision=chosen, wrong="Đoàn có\n\n12 hộ dân")
    correction.refresh_from_db()
    assert correction.by == chief.user and correction.published_at


def test_the_second_writer_hears_of_the_first_and_keeps_their_words(editor):
    correction = waiting(out())
    sent = filled(editor, at(correction), FORM)
    send(editor, at(correction), "save", right="của người thứ nhất")
    response = editor.post(at(correction), sent | {"act": "save", "right": "của người thứ hai"})
    assert "Người khác vừa sửa" in page(response).text(".correcting-missing")
    assert as_sent(response, FORM)["right"] == "của người thứ hai"
    assert "Đang lưu – Nội dung đúng: “của người thứ nhất”" in page(response).text(".correcting-missing")
    correction.refresh_from_db()
    assert correction.right == "của người thứ nhất"
    # Both texts before one's eyes, one may press again.
    editor.post(at(correction), as_sent(response, FORM) | {"act": "save"})
    correction.refresh_from_db()
    assert correction.right == "của người thứ hai"


@pytest.mark.parametrize("act", ["publish", "dismiss"])
@pytest.mark.parametrize("seen", [{}, {"seen": ""}], ids=["stale", "unseen"])
def test_nobody_publishes_or_closes_what_another_has_rewritten(editor, act, seen):
    correction = waiting(out())
    sent = filled(editor, at(correction), FORM) | seen
    send(editor, at(correction), "save", right="của người thứ nhất")
    response = editor.post(at(correction), sent | {"act": act, "reason": "Không có căn cứ."})
    assert "Người khác vừa sửa" in page(response).text(".correcting-missing")
    correction.refresh_from_db()
    assert (correction.published_at, correction.dismissed_at) == (None, None)


@pytest.mark.parametrize("received", ["không phải giờ", "2999-01-01T00:00"])
def test_a_moment_that_cannot_be_is_refused_in_words_and_the_rest_kept(editor, received):
    response = send(editor, begin(out()), "save", received_at=received, wrong="12 hộ")
    assert len(errors(response)) == 1 and as_sent(response, FORM)["wrong"] == "12 hộ"
    assert as_sent(response, FORM)["received_at"] == received
    assert not Correction.objects.exists()


def test_the_time_of_receipt_keeps_its_seconds_when_nobody_touched_it(editor):
    correction = waiting(out(), received_at=timezone.now() - 3 * HOUR)
    send(editor, at(correction), "save", right="22 hộ")
    assert Correction.objects.get().received_at == correction.received_at


def test_a_revision_of_another_story_or_of_a_draft_is_no_choice(editor):
    article = out()
    draft = keep_revision(article)
    draft.snapshot |= {"status": Status.DRAFT}
    draft.save()
    for forged in (out().revisions.get().pk, draft.pk, 10**12, "x"):
        send(editor, begin(article), "save", revision=str(forged))
        assert not Correction.objects.exists()


def test_a_story_from_elsewhere_says_that_nothing_can_be_compared(editor):
    article = make_article(status=Status.PUBLISHED)
    shown = page(editor.get(begin(article)))
    assert "máy không đối chiếu được" in shown.text(".correcting-note") and not shown.has("#id_revision")
    send(editor, begin(article), "publish", wrong="12 hộ", right="21 hộ")
    assert Correction.objects.get().published_at


def test_columns_that_are_not_in_the_form_cannot_be_sent(editor, desk):
    article, other = out(), out()
    forged = {
        "published_at": "2020-01-01T00:00",
        "due_at": "2999-01-01T00:00",
        "by": "1",
        "article": str(other.pk),
    }
    send(editor, begin(article), "save", **forged)
    correction = Correction.objects.get()
    assert (correction.article, correction.published_at, correction.by) == (article, None, None)
    assert correction.due_at == correction.received_at + 24 * HOUR


@pytest.mark.parametrize("act", ["", "delete", None])
def test_an_act_nobody_knows_is_a_bad_request(editor, act):
    article = out()
    sent = filled(editor, begin(article), FORM)
    assert editor.post(begin(article), sent | ({"act": act} if act is not None else {})).status_code == 400
    assert not Correction.objects.exists()


def test_what_was_typed_is_text_at_the_desk(editor):
    article = out(headline=HOSTILE)
    words = dict.fromkeys(["piece", "wrong", "right", "apology", "requested_by"], HOSTILE)
    correction = waiting(article, **words, kind=Kind.APOLOGY)
    published = waiting(article, **words, kind=Kind.APOLOGY, published_at=timezone.now())
    for url in (
        begin(article),
        at(correction),
        at(published),
        REGISTER,
        f"{REGISTER}add/?q=x",
        "/admin/",
        address(article),
    ):
        response = editor.get(url)
        assert response.status_code == 200, url
        assert "alert(1)</script>" not in response.content.decode(), url
    assert as_sent(editor.get(at(correction)), FORM)["wrong"] == HOSTILE


# ---------------------------------------------------------------- a withdrawn story


def test_of_a_withdrawn_story_only_the_chief_editor_sees_words_to_quote(editor, desk):
    gone = out(status=Status.WITHDRAWN, body="<p>Chữ đã niêm.</p>")
    shown = editor.get(begin(gone))
    assert "Chữ đã niêm" not in shown.content.decode() and not page(shown).has("#id_revision")
    assert "Chữ đã niêm" in desk(Role.CHIEF_EDITOR).get(begin(gone)).content.decode()
    send(editor, begin(gone), "save", revision=str(gone.revisions.get().pk), kind=Kind.REMOVAL)
    assert Correction.objects.get().revision is None


def test_what_the_chief_editor_quoted_the_managing_editor_leaves_as_it_is(editor):
    gone = out(status=Status.WITHDRAWN)
    correction = waiting(gone, revision=gone.revisions.get(), wrong="12 hộ dân", right="")
    assert page(editor.get(at(correction))).one("#id_wrong").has_attr("disabled")
    send(editor, at(correction), "save", wrong="giả mạo", right="21 hộ dân")
    correction.refresh_from_db()
    assert (correction.wrong, correction.right) == ("12 hộ dân", "21 hộ dân")
    send(editor, at(correction), "publish")
    correction.refresh_from_db()
    assert correction.published_at


# ---------------------------------------------------------------- who


# Which view asks the rules is no matter of the database (tests/test_desk_matrix.py).
@pytest.mark.only_on("sqlite")
@pytest.mark.parametrize("standing", Standing)
@pytest.mark.parametrize("role", [*Role, "superuser"])
def test_the_page_under_a_story_asks_the_policy(desk, role, standing):
    client = desk(role)
    article = make_article(headline="Tít không ai được biết", **in_standing(standing))
    may = role in (Role.MANAGING_EDITOR, Role.CHIEF_EDITOR, "superuser") and standing in (
        Standing.PUBLISHED,
        Standing.EXPIRED,
        Standing.WITHDRAWN,
    )
    sent = {"act": "publish", "kind": Kind.SMALL, "wrong": "1", "right": "2"}
    for response in (client.get(begin(article)), client.post(begin(article), sent)):
        assert (response.status_code in (200, 302)) == may
        assert may or (response.status_code in (403, 404) and "Tít không ai" not in response.content.decode())
    assert Correction.objects.exists() == may


@pytest.mark.parametrize("role", [Role.REPORTER, Role.EDITOR, None])
def test_the_register_is_closed_to_the_rest_of_the_house(desk, role):
    client = desk(role)
    correction, published = waiting(), waiting(published_at=timezone.now())
    for url in (
        REGISTER,
        f"{REGISTER}add/",
        at(correction),
        at(published),
        f"{REGISTER}{published.pk}/history/",
    ):
        assert client.get(url).status_code == 403, url
        assert client.post(url, {"act": "publish"}).status_code == 403, url
    correction.refresh_from_db()
    assert correction.published_at is None


def test_reporters_see_on_their_story_what_was_published_and_not_what_waits(desk):
    reporter = desk(Role.REPORTER)
    article = make_article(status=Status.PUBLISHED, created_by=reporter.user)
    waiting(article, right="điều chờ đăng")
    waiting(article, right="điều đã đăng", published_at=timezone.now())
    record = page(reporter.get(address(article))).text(".record")
    assert "điều đã đăng" in record and "điều chờ đăng" not in record
    assert not page(reporter.get(address(article))).select('.record a[href^="/admin/articles/correction/"]')


@pytest.mark.parametrize("role", [Role.CHIEF_EDITOR, "superuser"])
def test_nothing_of_the_register_is_deleted(desk, role):
    client, correction = desk(role), waiting(published_at=timezone.now())
    assert client.post(f"{REGISTER}{correction.pk}/delete/", {"post": "yes"}).status_code == 403
    client.post(REGISTER, {"action": "delete_selected", "_selected_action": [correction.pk], "post": "yes"})
    assert Correction.objects.exists()


def test_a_correction_that_is_not_there_is_404(editor):
    for number in (0, 10**30, "x"):
        assert editor.get(f"{REGISTER}{number}/change/").status_code == 404
        assert editor.get(f"/admin/articles/article/{number}/cai-chinh/").status_code == 404


def test_what_waits_for_a_story_that_went_back_to_its_writer_is_read_only(editor):
    correction = waiting(make_article(status=Status.DRAFT))
    assert not page(editor.get(at(correction))).has(FORM)
    assert editor.post(at(correction), {"act": "publish", "kind": "lam-ro"}).status_code == 403


# ---------------------------------------------------------------- the register and its clock


def test_the_register_begins_with_what_is_most_urgent(editor):
    now = timezone.now()
    waiting(piece="Còn lâu", due_at=now + 5 * HOUR)
    waiting(piece="Mới đăng", published_at=now - HOUR)
    waiting(piece="Đã trễ", due_at=now - 2 * HOUR)
    waiting(piece="Đăng lâu rồi", published_at=now - 9 * HOUR)
    shown = page(editor.get(REGISTER))
    assert shown.texts(".field-entry") == ["Đã trễ", "Còn lâu", "Mới đăng", "Đăng lâu rồi"]
    assert shown.texts("b.clock") == ["Quá hạn 2 giờ", "Còn 5 giờ"]
    assert shown.texts("b.clock-overdue") == ["Quá hạn 2 giờ"]


def test_the_register_is_searched_without_marks_and_filtered_by_state_and_kind(editor):
    now = timezone.now()
    waiting(piece="“Cầu Bến Lĩnh 2”, chuyên mục Thời sự, đăng ngày 20/11/2026")
    waiting(piece="“Đồng Lau lên măng”, chuyên mục Nông thôn", kind=Kind.CLARIFICATION, due_at=now - HOUR)
    waiting(piece="“Đã đăng rồi”", published_at=now)

    def found(query):
        return [piece[1:8] for piece in page(editor.get(f"{REGISTER}?{query}")).texts(".field-entry")]

    assert found("q=ben+linh") == found("q=BẾN LĨNH") == found("q=thoi su 20/11") == ["Cầu Bến"]
    assert found("q=dong+lau+nong+thon") == ["Đồng La"]
    assert found("q=khong+co") == found("q=%22%25_") == []
    assert found("tinh-trang=qua-han") == found("kind__exact=lam-ro") == ["Đồng La"]
    assert len(found("tinh-trang=cho")) == 2 and found("tinh-trang=da-dang") == ["Đã đăng"]


def test_the_first_page_of_the_desk_shows_what_waits_to_those_who_publish_it(desk):
    now = timezone.now()
    for number in range(7):
        waiting(piece=f"Bài {number}", due_at=now + (number - 1.25) * HOUR)
    waiting(make_article(status=Status.DRAFT), piece="Bài chưa đăng")
    shown = page(desk(Role.MANAGING_EDITOR).get("/admin/"))
    assert shown.texts(".waiting-corrections li a") == [f"Đính chính: Bài {number}" for number in range(5)]
    assert shown.texts(".waiting-corrections .clock-overdue") == ["Quá hạn 1 giờ", "Quá hạn 15 phút"]
    assert "Tất cả 7 cải chính" in shown.text(".waiting-corrections")
    assert not page(desk(Role.EDITOR).get("/admin/")).has(".waiting-corrections")


def test_a_story_is_found_for_a_request_that_came_by_telephone(editor):
    standings = (Standing.PUBLISHED, Standing.WITHDRAWN, Standing.EXPIRED)
    seen = [make_article(headline=f"Cầu {standing.label}", **in_standing(standing)) for standing in standings]
    make_article(headline="Cầu còn nháp")
    make_article(headline="Chuyện khác", status=Status.PUBLISHED)
    shown = page(editor.get(f"{REGISTER}add/?q=cau"))
    assert {target for _, target in shown.links(".correcting-choices a")} == {
        begin(article) for article in seen
    }
    assert shown.texts(".correcting-choices .state") and editor.get(begin(seen[1])).status_code == 200


@pytest.mark.parametrize("url", [REGISTER, f"{REGISTER}?q=bai", f"{REGISTER}add/", "/admin/", "form"])
def test_ten_times_the_corrections_cost_the_same_queries(editor, url):
    article = out()

    def cost(rows):
        for number in range(rows):
            waiting(piece=f"Bài {number}")
            waiting(piece=f"Bài {number}", published_at=timezone.now())
            waiting(article, right=str(number))
        with CaptureQueriesContext(connection) as queries:
            assert editor.get(begin(article) if url == "form" else url).status_code == 200
        return len(queries)

    cost(3)  # what is read once per process
    few = cost(3)
    assert cost(30) == few


def test_lateness_is_said_in_the_largest_unit():
    now = timezone.now()
    told = [overdue(now - late, now) for late in (timedelta(0), 20 * HOUR / 60, 5 * HOUR, 72 * HOUR)]
    assert told == ["quá hạn 1 phút", "quá hạn 20 phút", "quá hạn 5 giờ", "quá hạn 3 ngày"]
    assert overdue(now + HOUR, now) == ""


def test_who_did_what_is_kept(editor):
    article = out()
    send(editor, begin(article), "save", wrong="12 hộ")
    correction = Correction.objects.get()
    send(editor, at(correction), "save", right="21 hộ")
    send(editor, at(correction), "publish", revision=str(Revision.objects.first().pk))
    told = page(editor.get(f"{REGISTER}{correction.pk}/history/")).text("#change-history")
    assert "Lập." in told and "Sửa: nội dung đúng." in told and "Đăng." in told


# ---------------------------------------------------------------- without ground


def test_a_request_without_ground_is_closed_shown_with_its_reason_and_taken_up_again(editor):
    correction = waiting(out())
    refused = send(editor, at(correction), "dismiss", reason=" ", right="22 hộ")
    assert "cần ghi vì sao" in page(refused).text(".correcting-missing")
    assert as_sent(refused, FORM)["right"] == "22 hộ" and page(refused).has(".correcting-dismiss[open]")
    response = send(editor, at(correction), "dismiss", reason="Đã đối chiếu biên bản")
    assert "không đăng" in messages(response)[0]
    assert "Đã đối chiếu biên bản" in page(response).text(".correcting-story") and not page(response).has(FORM)
    assert "Cải chính chờ đăng" not in page(editor.get("/admin/")).text()
    assert "Khép lại, không đăng" in page(editor.get(f"{REGISTER}?tinh-trang=khep")).text("#result_list")
    for other in ("cho", "qua-han", "da-dang"):
        assert not page(editor.get(f"{REGISTER}?tinh-trang={other}")).has("#result_list tbody tr")
    assert "Đã đối chiếu biên bản" in page(editor.get(address(correction.article))).text(".record")
    reopened = editor.post(at(correction), {"act": "reopen"}, follow=True)
    assert "Đã mở lại" in messages(reopened)[0] and page(reopened).has(FORM)
    told = page(editor.get(f"{at(correction).removesuffix('change/')}history/")).text("#change-history")
    assert told.count("Đã đối chiếu biên bản") == 2


@pytest.mark.parametrize("role", [Role.REPORTER, Role.EDITOR])
def test_nobody_closes_or_takes_up_a_request_who_may_not_publish_it(desk, role):
    open_one = waiting(out())
    closed = waiting(out(), dismissed_at=timezone.now(), dismissal="Không có căn cứ")
    client = desk(role)
    for correction, act in ((open_one, "dismiss"), (closed, "reopen")):
        assert client.post(at(correction), {"act": act, "reason": "Giả mạo"}).status_code == 403
    assert Correction.objects.get(pk=open_one.pk).dismissed_at is None
    assert Correction.objects.get(pk=closed.pk).dismissed_at is not None


def test_a_closed_request_is_not_written_on_until_it_is_taken_up_again(editor):
    closed = waiting(out(), dismissed_at=timezone.now(), dismissal="Không có căn cứ")
    assert editor.post(at(closed), {"act": "publish"}).status_code == 403
    assert send(editor, at(waiting(out())), "reopen").status_code == 400
