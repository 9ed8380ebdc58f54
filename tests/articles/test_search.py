"""/tim-kiem/: what is found, in which order, and how it is shown; the same on both databases."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles import workflow
from articles.models import Article, Exchange, Kind, Status
from articles.policy import Role
from articles.search import index
from tests.factories import make_article, make_author, make_interview, make_person, make_section, make_user
from tests.html import page

pytestmark = pytest.mark.django_db


def published(headline, body="Không có gì khác.", make=make_article, **given):
    """A story readers see, in the index, an hour old unless published_at says otherwise."""
    article = make(
        **{"headline": headline, "standfirst": "", "body": f"<p>{body}</p>", "status": Status.PUBLISHED}
        | given
    )
    index.keep_found(article)
    return article


def search(client, query, **filters):
    response = client.get("/tim-kiem/", {"q": query, **filters})
    assert response.status_code == 200
    return page(response)


def headlines(client, query, **filters):
    return [
        "".join(found.strings) for found in search(client, query, **filters).select("main .card-headline")
    ]


def ago(**span):
    return timezone.now() - timedelta(**span)


# ---------------------------------------------------------------- what is found

SPELLINGS = [
    "Tòa án", "toà án", "TÒA ÁN", "toa an", "To\u0300a a\u0301n", "tòa, án!", "tòa\u00a0án", "to\u00ada án", "“tòa án”",
]  # fmt: skip


@pytest.mark.parametrize("query", SPELLINGS)
def test_a_word_is_found_however_it_is_typed(client, query):
    published("Tòa án huyện mở phiên lưu động")
    published("Chuyện khác")
    assert headlines(client, query) == ["Tòa án huyện mở phiên lưu động"]


@pytest.mark.parametrize("query", ["dong dau", "Đồng Đau", "đong ðau", "ĐỒNG ĐAU"])
def test_d_is_found_for_d_with_a_stroke(client, query):
    published("Xã Đồng Đau vào vụ")
    assert headlines(client, query) == ["Xã Đồng Đau vào vụ"]


@pytest.mark.parametrize("query", ["kĩ sư", "kỹ sư", "ky su", "ki su"])
def test_i_and_y_are_one_where_both_are_written(client, query):
    published("Kỹ sư trẻ về bản")
    assert headlines(client, query) == ["Kỹ sư trẻ về bản"]


@pytest.mark.parametrize("query", ["30/4", "15.608", "CT/TW", "ct tw", '"30/4"', "19-CT/TW", "15.608 tấn"])
def test_figures_and_signs_are_found_as_they_are_written(client, query):
    published("Dịp 30/4, thu 15.608 tấn theo Chỉ thị 19-CT/TW")
    published("30 bài, 4 ảnh; 15 hộ, 608 người; ct1, tw2")
    assert [headline[:3] for headline in headlines(client, query)] == ["Dịp"]


def test_every_place_of_an_article_is_searched(client):
    published(
        "Tít", "Thân bài có <strong>trú</strong>c.", kicker="Khẩu hiệu", standfirst="Lời sapo", dateline="Nà Thoang",
        author=make_author("Nông Thanh Tùng"), lead_caption="Chú thích ảnh",
    )  # fmt: skip
    for query in ("truc", "khau hieu", "loi sapo", "na thoang", "nong thanh tung", "chu thich anh"):
        assert headlines(client, query) == ["Tít"], query


def test_all_words_are_wanted_and_a_quoted_phrase_in_a_row(client):
    published("Cầu mới qua sông Lĩnh", "Bến cũ vẫn còn.")
    published("Phường Bến Lĩnh")
    assert set(headlines(client, "bến lĩnh")) == {"Phường Bến Lĩnh", "Cầu mới qua sông Lĩnh"}
    assert headlines(client, '"bến lĩnh"') == headlines(client, "«ben linh»") == ["Phường Bến Lĩnh"]
    assert headlines(client, "bến lĩnh thóc") == []


def test_no_phrase_reaches_from_one_text_into_the_next(client):
    published("Giá chè", "Búp non lên giá.", standfirst="Vụ này được mùa chè")
    assert headlines(client, '"chè búp"') == []
    assert headlines(client, '"mùa chè"') == ["Giá chè"]


def test_words_that_a_sign_joins_are_found_apart_where_nobody_joins_them(client):
    published("Xã Phú Vân", "Thóc đã về kho.")
    published("Đường 30", "Bốn làn, 4 cầu.")
    assert headlines(client, "thóc/phú-vân") == ["Xã Phú Vân"]
    assert headlines(client, '"thóc phú vân"') == []
    published("Dịp 30/4")
    assert headlines(client, "30/4") == ["Dịp 30/4"]


@pytest.mark.parametrize("query", ["30/4", "“lễ 30”", '"nghỉ lễ 30"', "nghi/le"])
def test_common_words_side_by_side_are_found_below_many_that_hold_them_apart(client, query, monkeypatch):
    """Without reading those: however large the paper, as many are read as are shown."""
    monkeypatch.setattr("articles.search.store.MOST_READ", 2)
    published("Lịch", "Nghỉ lễ 30 và 4. Họp ngày 30/4, nghỉ lễ 30/4.", published_at=ago(days=1))
    for number in range(4):
        published(f"Tin {number}", "Lễ có 4 đội, 30 người, nghỉ trưa.", published_at=ago(minutes=number + 1))
    assert headlines(client, query) == ["Lịch"]


HOSTILE = [
    "", "   ", '"', '""', '"""', "'", "*", "chè*", "-chè", "chè -búp", "NOT", "AND", "chè AND", "(chè", "chè)", "a:b",
    "chè NEAR búp", "{chè}", "^chè", "chè & | !", "<->", "chè <-> búp", "\\", "%", "_", "chè'; DROP TABLE x;--", "\x00",
    "😀", "ก็", "中文", "İI", "ß", "½", "m²", "a" * 5000, "chè " * 500, '"chè búp', "“chè” búp\"", "\u0301",
    "a\u0301\u0301",    "{{ 7*7 }}", "<script>", "%s %(a)s", "{0}", "chè\u200bbúp",
]  # fmt: skip


def test_nothing_typed_is_an_error(client):
    published("Chè búp 中文 m²", "Giá ½ tiền.")
    for query in HOSTILE:
        search(client, query)
    harmless = (
        "chè\u200bbúp",
        "chè & | ! búp",
        '"chè búp',
        '“chè” búp"',
        "(chè)",
        "-chè",
        "chè*",
        "中文",
        "m2",
    )
    for query in (*harmless, "chè " * 500):
        assert headlines(client, query) == ["Chè búp 中文 m²"], query


# ---------------------------------------------------------------- in which order


def test_marks_as_typed_come_first_then_headlines_then_the_newest(client):
    old = {"published_at": ago(days=400)}
    published("Bạn của nhà nông", published_at=ago(minutes=1))
    published("Chợ", "Người bán ngồi kín.", published_at=ago(days=40))
    published("Phiên chợ", "Bán hết từ sớm.", published_at=ago(days=3))
    published("Bán thóc sớm", **old)
    published("Chuyện vặt", "Bạn bè ghé thăm.", published_at=ago(minutes=2))
    assert headlines(client, "bán") == ["Bán thóc sớm", "Phiên chợ", "Chợ", "Bạn của nhà nông", "Chuyện vặt"]
    # Typed without marks nothing stands as typed: headlines, then the newest.
    assert headlines(client, "ban")[:3] == ["Bạn của nhà nông", "Bán thóc sớm", "Chuyện vặt"]


def test_words_side_by_side_come_before_words_apart(client):
    published("Bến xe mở rộng", "Một lĩnh vực mới.", published_at=ago(minutes=1))
    published("Hội đèn", "Người phường Bến Lĩnh xuống phố.", published_at=ago(days=9))
    assert headlines(client, "bến lĩnh") == ["Hội đèn", "Bến xe mở rộng"]


def test_an_old_headline_comes_before_many_new_mentions(client, monkeypatch):
    """Of a common word not every hit is ranked, but the better ones always are."""
    monkeypatch.setattr("articles.search.find.COUNTED", 5)
    published("Chè Khau Lạc", published_at=ago(days=3000))
    for number in range(8):
        published(f"Tin {number}", "Nói về chè.", published_at=ago(minutes=number + 1))
    shown = search(client, "che")
    assert shown.texts(".card-headline") == ["Chè Khau Lạc", "Tin 0", "Tin 1", "Tin 2", "Tin 3"]
    assert "Hơn 1.000 bài" in shown.text(".search-count")


@pytest.mark.parametrize("days", [0, 6, 8, 33, 70, 100, 400, 1500, 5000])
def test_a_story_of_any_age_is_found(client, days):
    published("Chè", published_at=ago(days=days, minutes=1))
    assert headlines(client, "chè") == ["Chè"]


# ---------------------------------------------------------------- where it stands


def test_a_hit_in_an_interview_leads_to_the_very_answer(client):
    article = published(
        "Chuyện nghề", make=make_interview, body="", person=make_person("Lò Thị Mai", "Bà"),
        turns=[
            ("Bà học nghề từ đâu?", "<p>Từ mẹ.</p>"),
            ("Khung dệt có gì lạ?", "<p>Khung <em>gỗ</em> nghiến, bền cả đời.</p>"),
        ],
    )  # fmt: skip
    shown = search(client, "go nghien")
    exchange = Exchange.objects.get(article=article, question__startswith="Khung")
    assert shown.text(".found-question") == "Khung dệt có gì lạ?"
    assert "Bà Lò Thị Mai: Khung gỗ nghiến" in shown.text(".found-said")
    assert shown.texts(".found-said mark") == ["gỗ nghiến"]
    assert shown.links(".found-place")[0][1] == f"{article.get_absolute_url()}#{exchange.anchor}"
    assert page(client.get(article.get_absolute_url())).has(f"#{exchange.anchor}")
    assert search(client, "hoc nghe tu dau").texts(".found-question mark") == ["học nghề từ đâu"]
    assert not search(client, "chuyện nghề").has(".found-place")


def test_of_answers_that_say_it_alike_the_first_is_led_to_and_one_that_says_it_as_typed_before_all(client):
    published(
        "Chuyện nghề", make=make_interview, body="",
        turns=[("Có gì?", "<p>Cho mực.</p>"), ("Và?", "<p>Chó mực.</p>"), ("Nữa?", "<p>Chó mực, chó mực.</p>")],
    )  # fmt: skip
    assert search(client, "cho muc").texts(".found-question") == ["Có gì?"]
    assert search(client, "chó mực").texts(".found-question") == ["Và?"]


def test_a_guest_is_found_by_name_and_office_and_the_answer_says_so(client):
    person = make_person("Lò Thị Mai", "Bà")
    article = published("Chuyện nghề", make=make_interview, body="", person=person)
    office = "Giám đốc Ban quản lý dự án"
    for query, marked in [("lo thi mai", "Lò Thị Mai"), ("quản lý dự án", "quản lý dự án")]:
        shown = search(client, query)
        assert shown.texts(".found-said mark") == [marked]
        assert (
            shown.links(".found-place")[0][1]
            == f"{article.get_absolute_url()}#{article.exchanges.get().anchor}"
        )
    assert shown.text(".found-said b") == f"Bà Lò Thị Mai, {office} :"
    assert search(client, "tien do").text(".found-said b") == "Bà Lò Thị Mai:"


def test_words_apart_are_not_marked_beside_the_words_in_a_row(client):
    published("Chợ Vân Lĩnh", "Ông Nguyễn Văn Ánh bán lanh.")
    assert search(client, "nguyen van anh").texts("main mark") == ["Nguyễn Văn Ánh"]


def test_the_original_words_are_marked(client):
    published("Hoà giải ở Cầu Mây", "Tổ hòa giải có năm người. Hòa bình.")
    shown = search(client, "hoa giai")
    assert shown.texts(".card-headline mark") == ["Hoà giải"]
    assert shown.texts(".found-words mark") == ["hòa giải"]


def test_the_words_shown_are_those_around_the_hit(client):
    published("Tin", "Mở đầu rất dài. " * 60 + "Rồi ngựa thồ về bản. " + "Kết cũng dài. " * 60)
    shown = search(client, "ngua tho").text(".found-words")
    assert (
        shown.startswith("…") and shown.endswith("…") and "Rồi ngựa thồ về bản." in shown and len(shown) < 300
    )


def test_what_is_typed_is_shown_as_text(client):
    published("Chè <b>búp</b>")
    response = client.get("/tim-kiem/", {"q": 'chè <script>alert(1)</script> "'})
    assert b"<script>alert" not in response.content
    assert page(response).fields(".search-form")["q"] == 'chè <script>alert(1)</script> "'
    assert headlines(client, "chè") == ["Chè <b>búp</b>"]


# ---------------------------------------------------------------- narrowed


def test_section_kind_and_time_narrow_and_say_how_many_they_leave(client):
    make_section("Thời sự", position=1)
    rural = make_section("Nông thôn", position=2)
    published("Chè 1", section=rural, published_at=ago(days=2))
    published("Chè 2", published_at=ago(days=20))
    published("Chè 3", make=make_interview, body="", section=rural, published_at=ago(hours=2))
    assert headlines(client, "chè", muc="nong-thon") == ["Chè 3", "Chè 1"]
    assert headlines(client, "chè", loai="phong-van") == ["Chè 3"]
    assert headlines(client, "chè", luc="tuan", muc="nong-thon", loai="bai-viet") == ["Chè 1"]
    assert headlines(client, "chè", muc="khong-co", luc="x", loai="1") == ["Chè 3", "Chè 1", "Chè 2"]
    shown = search(client, "chè", luc="tuan")
    assert shown.texts("#search-muc option") == ["Mọi chuyên mục (2)", "Thời sự (0)", "Nông thôn (2)"]
    assert shown.fields(".search-form") == {"q": "chè", "muc": "", "loai": "", "luc": "tuan"}


def test_a_common_word_is_narrowed_among_all_its_hits(client, monkeypatch):
    monkeypatch.setattr("articles.search.find.COUNTED", 3)
    published("Chè cũ", section=make_section("Nông thôn"), published_at=ago(days=900))
    for number in range(5):
        published(f"Chè {number}", published_at=ago(days=number + 1))
    shown = search(client, "chè", muc="nong-thon")
    assert shown.texts(".card-headline") == ["Chè cũ"]
    assert shown.text(".search-count") == "Tìm thấy 1 bài"


def test_results_go_on_on_further_pages(client, monkeypatch):
    monkeypatch.setattr("articles.views.search.PER_PAGE", 2)
    for number in range(5):
        published(f"Chè {number}", published_at=ago(days=number + 1))
    first = search(client, "chè", loai="bai-viet")
    ((words, address),) = first.links(".pages a")
    assert words == "Trang sau" and "loai=bai-viet" in address
    second = page(client.get(address))
    assert second.texts(".card-headline") == ["Chè 2", "Chè 3"]
    assert [words for words, _ in second.links(".pages a")] == ["Trang trước", "Trang sau"]
    assert headlines(client, "chè", trang=3) == ["Chè 4"]
    for number in ("4", "0", "x", "99999999999"):
        assert client.get("/tim-kiem/", {"q": "chè", "trang": number}).status_code == 404


# ---------------------------------------------------------------- nothing found


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("thai nguyn", "Thái Nguyện"), ("tahi nguyen", "Thái Nguyện"), ("thainguyen", "Thái Nguyện"),
        ("Thasi Nguyeenj", "Thái Nguyện"),
        ("thai nguye enn", "Thái Nguyện"), ("tha i nguyen", "Thái Nguyện"), ("thai6 nguyen65", "Thái Nguyện"),
        ("hmong", "H'Mông"), ("covid19", "Covid-19"), ("15608", "15.608"), ("QL 37", "QL37"), ("telekomm", "Telecom"),
        ("nong than tungg", "Nông Thanh Tùng"), ("xyzt 30-4", "30/4"), ("xyzt qwv mang hoa", "mang hoa"),
        ("Thái Nguyênn", "Thái Nguyện"), ("thái nguyện voi", "Thái Nguyện"), ('"nguyen thai"', "Nguyện Thái"),
    ],
)  # fmt: skip
def test_nothing_found_offers_what_may_have_been_meant(client, typed, offered):
    published("Chợ hoa", "Nghệ nhân Thái Nguyện mang hoa về.", author=make_author("Nông Thanh Tùng"))
    published("Dịp 30/4", "Telecom: 15.608 máy dọc QL37 cho người H'Mông, từ Covid-19 đến nay.")
    if offered == "Nguyện Thái":
        published("Hội", "Ông Nguyện, ông Thái cùng đến.")
    shown = search(client, typed)
    assert shown.texts(".card-headline") == []
    words, address = shown.links(".search-none a")[0]
    assert words.lower() in (offered.lower(), "thái nguyện")
    assert page(client.get(address)).texts(".card-headline")


def test_nothing_is_offered_that_finds_nothing(client):
    draft = make_article(headline="Khuất lấp")
    index.keep_found(draft)
    shown = search(client, "khuat lapp")
    assert shown.links(".search-none a") == []
    assert "Không tìm thấy bài nào có “khuat lapp”" in shown.text(".search-none")


def test_nothing_found_under_a_filter_leads_to_all(client):
    published("Chè")
    shown = search(client, "chè", loai="phong-van")
    assert shown.links(".search-none a") == [("Tìm trong mọi chuyên mục, mọi lúc", "/tim-kiem/?q=ch%C3%A8")]


# ---------------------------------------------------------------- kept as the words change


def test_the_index_follows_the_desk(client):
    chief = make_user(Role.CHIEF_EDITOR)
    article = make_article(headline="Hội đèn", section=make_section())
    workflow.submit(article, by=chief)
    assert headlines(client, "hội đèn") == []
    workflow.publish(article, by=chief, urgent=True)
    assert headlines(client, "hội đèn") == ["Hội đèn"]
    Article.objects.filter(pk=article.pk).update(headline="Hội trăng")
    workflow.record_change(article, by=chief)
    assert (headlines(client, "hội đèn"), headlines(client, "hội trăng")) == ([], ["Hội trăng"])
    workflow.withdraw(article, by=chief, reason="Sai.")
    assert headlines(client, "hội trăng") == []


def test_a_change_that_fails_leaves_the_index_as_it_was(client):
    from django.db import transaction

    article = published("Hội đèn")
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        Article.objects.filter(pk=article.pk).update(headline="Hội trăng")
        workflow.record_change(article, by=None)
        raise ZeroDivisionError
    assert headlines(client, "hội đèn") == ["Hội đèn"]
    assert headlines(client, "hội trăng") == []


def test_the_page_is_everybody_s_and_search_engines_know_it_without_words(client):
    response = client.get("/tim-kiem/?q=ch")
    assert "public" in response["Cache-Control"] and "stale-if-error" not in response["Cache-Control"]
    assert "Vary" not in response or "Cookie" not in response["Vary"]
    [canonical] = page(response).select("link[rel=canonical]")
    assert canonical["href"].endswith("/tim-kiem/")
    assert page(client.get("/tim-kiem/")).text("h1") == "Tìm kiếm"
    assert client.post("/tim-kiem/").status_code == 405


def test_a_story_of_each_kind_is_found_once(client):
    for kind, make in ((Kind.STORY, make_article), (Kind.INTERVIEW, make_interview)):
        article = published(f"Bài loại {kind}", "Chè chè chè.", make=make)
        index.keep_found(article)
        index.keep_found(article)
    assert sorted(headlines(client, "chè")) == ["Bài loại interview", "Bài loại story"]
