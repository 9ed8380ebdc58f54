"""The strangest comments there are, through the door that readers use: taken, waiting, seen by nobody, in the desk."""

import pytest
from django.test import Client

from articles.models import Status
from articles.vietnamese import nfc
from comments import forms
from comments.models import Comment, CommentStatus, Flag
from comments.policy import CommentRole
from tests.factories import make_article, make_user
from tests.html import page

pytestmark = pytest.mark.django_db

# The text, and the check that must name it.
STRANGE = (
    ("\u202eyáv nac ia\u202c \u2067iàb yah\u2069", "turned"),
    ("Đẹ\u0301\u0302\u0303\u0304" + "\u0305" * 60 + "p quá trời", "stacked"),
    ("v\u200ba\u2060y t\u00adi\u200dề\ufeffn nhanh, không cần gặp mặt", "lending"),
    ("🅽🅷à 🅲á🅸 Ⓝⓗⓐ Ⓒⓐⓘ 𝓽𝓪̆𝓷𝓰 𝟏𝟎𝟎𝐤, nạp rút nhanh", "borrowed"),
    ("Gọi 0️⃣9️⃣一2二345六78 hay ٠٩١٢٣٤٥٦٧٨ nha", "phone"),
    ("www。nhacai-so1。n e t ｈｔｔｐｓ：／／ｋｕ８８．ｖｉｐ", "link"),
    ("\U000e0041\U000e0042 chữ\U000e0043không ai thấy", "hidden"),
    ("óc🐶💩" * 200, "phrase"),
    ("!" * 40 + "\u0336" * 40 + "?" * 40, "length"),
    ("这个网站很好 สวัสดีครับ 𒐫𒈙 ﷽﷽﷽", "language"),
    ("<bdi dir=rtl><svg onload=alert(1)>{% now %} &#8238; 0912.345.678 " + "." * 500 + " v" * 300, "phone"),
    ("(((" * 300 + "a.b" * 200 + "[dot]" * 100, None),
)


def test_the_strangest_comments_wait_named_and_break_nothing(monkeypatch):
    monkeypatch.setattr(forms, "MIN_AGE", 0)
    article = make_article(status=Status.PUBLISHED)
    for number, (text, check) in enumerate(STRANGE):
        typed = {"name": text[:40], "place": text[:60], "text": text, "token": forms.page_token(article.pk)}
        reader = Client(REMOTE_ADDR=f"203.0.113.{number + 1}")
        sent = reader.post(f"/binh-luan/{article.pk}/", typed, headers={"Sec-Fetch-Site": "same-origin"})
        assert sent.status_code == 303, text
        comment = Comment.objects.latest("pk")
        assert comment.status == CommentStatus.WAITING and comment.text == nfc(text).strip()
        assert check is None or check in set(comment.flags.values_list("check_name", flat=True)), text
    assert not Flag.objects.filter(check_name="failed").exists()
    assert not page(Client().get(article.get_absolute_url())).has(".comment")
    moderator = Client()
    moderator.force_login(make_user(CommentRole.MODERATOR))
    desk = page(moderator.get("/admin/comments/comment/duyet/?hang=nghi-van"))
    assert desk.has(".card .text") and not desk.has("svg[onload]")
