"""The smallest true rows for a test: everything has a sensible value, any value can be given. No randomness.

    make_article(headline="…", status=Status.PUBLISHED)      a story with one byline
    make_interview(turns=[("Hỏi?", "<p>Đáp.</p>")])          an interview with one interviewee
    make_user(Role.EDITOR)                                   a staff account with that role's rights
"""

import io
from datetime import timedelta
from itertools import count

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.utils import timezone
from PIL import Image as Pillow

from articles import previews
from articles.models import (
    Announcement,
    Article,
    Author,
    Byline,
    Exchange,
    Image,
    Interviewee,
    Kind,
    Person,
    Section,
    Standing,
    Status,
    Topic,
)
from articles.policy import Role
from articles.snapshot import keep_revision
from articles.streams import keep_streams
from articles.typeset import image_ids_of
from comments.models import Comment, CommentKind
from newsroom.management.commands.sync_roles import sync

PASSWORD = "mật khẩu của tòa soạn"
_numbers = count(1)


def make_user(role=None, username=None, **overrides):
    """A staff account. role: of Role or CommentRole, or "superuser", or None for a login without rights."""
    number = next(_numbers)
    given = {
        "username": username or f"nhan-vien-{number}",
        "full_name": f"Nhân Viên {number}",
        "email": f"nhan-vien-{number}@vanlinh.example",
        "is_staff": True,
        "is_superuser": role == "superuser",
    } | overrides
    password = given.pop("password", PASSWORD)
    user = get_user_model()(**given)
    user.set_password(password)
    user.save()
    if role and role != "superuser":
        if not Group.objects.filter(name=role).exists():
            sync()
        user.groups.add(Group.objects.get(name=role))
    return user


def make_section(name="Thời sự", **overrides):
    """The section of this name; made where it is not there yet."""
    return Section.objects.get_or_create(name=name, defaults=overrides)[0]


def make_topic(name="Cầu Bến Lĩnh 2", **overrides):
    return Topic.objects.get_or_create(name=name, defaults=overrides)[0]


def make_author(name="Hoàng Minh Khuê", **overrides):
    """The author of this name; made where there is none yet."""
    given = {"name": name} | overrides
    return Author.objects.filter(**given).first() or Author.objects.create(**given)


def make_person(name="Lương Văn Thành", honorific="Ông", **overrides):
    return Person.objects.create(name=name, honorific=honorific, **overrides)


def picture_bytes(width=640, height=480, kind="JPEG", colour="#4a6b5d"):
    """The bytes of a plain picture file."""
    out = io.BytesIO()
    Pillow.new("RGB", (width, height), colour).save(out, kind)
    return out.getvalue()


def make_image(raw=None, **overrides):
    """A picture of the library. Without `raw` (bytes, see picture_bytes) it awaits its file."""
    from articles.uploads import receive

    words = {"caption": "Thi công nhịp giữa.", "alt": "Cần cẩu trên sông", "credit": "Báo Vân Lĩnh"}
    image = Image(**words | overrides)
    if raw is None:
        image.save()
        return image
    return receive(image, raw)


def make_article(**overrides):
    """A story with a standfirst, a body and one byline; where status=Status.PUBLISHED, an hour old.

    author: an Author, or None for an unsigned story. topics: a list. Everything else is a field of Article.
    """
    author = overrides.pop("author", "")
    topics = overrides.pop("topics", [])
    given = {
        "headline": f"Hợp long cầu Bến Lĩnh 2, bài {next(_numbers)}",
        "standfirst": "Nhịp giữa của cây cầu nối liền trong đêm.",
        "body": "<p>Mặt sông lặng, cần cẩu hạ khối bê tông cuối cùng xuống đúng vị trí.</p>",
    } | overrides
    given["section"] = given.get("section") or make_section()
    if given.get("status") in (Status.PUBLISHED, Status.WITHDRAWN):
        given.setdefault("published_at", timezone.now() - timedelta(hours=1))
    article = Article.objects.create(**given)
    if author is not None:
        Byline.objects.create(article=article, author=author or make_author(), position=1)
    article.topics.set(topics)
    article.pictures.set(image_ids_of(article))
    keep_streams(article)
    return article


def approved(article, by=None):
    """The article, ready, with its words as they are approved by `by` (somebody else's account where none is given)."""
    by = by or make_user("superuser")
    Article.objects.filter(pk=article.pk).update(status=Status.READY)
    article.refresh_from_db()
    article.approved_revision = keep_revision(article, by=by, note="duyệt")
    article.save()
    return article


def in_standing(standing):
    """The fields of an article that stands so, for make_article(): readers saw, see or will see it, or never will."""
    now = timezone.now()
    hour = timedelta(hours=1)
    published = {"status": Status.PUBLISHED, "published_at": now - hour}
    return {
        Standing.SCHEDULED: published | {"published_at": now + hour},
        Standing.PUBLISHED: published,
        Standing.EXPIRED: published | {"published_at": now - 2 * hour, "unpublish_at": now - hour},
        Standing.WITHDRAWN: {"status": Status.WITHDRAWN, "published_at": now - hour},
        Standing.TRASHED: {"status": Status.DRAFT, "trashed_at": now - hour},
        Standing.ERASED: {"status": Status.DRAFT, "trashed_at": now - hour, "erased_at": now - hour},
    }.get(standing) or {"status": Status(standing.value)}


def make_preview(article, reader="Ông Lò Văn Pản", **given):
    """The address of a preview link of this unpublished article, by a new chief editor unless `by` names somebody."""
    by = given.pop("by", None) or make_user(Role.CHIEF_EDITOR)
    return previews.invite(article, by=by, reader=reader, **given).path


def make_interview(turns=(("Xin ông cho biết tiến độ?", "<p>Tiến độ đúng hẹn.</p>"),), **overrides):
    """An interview with one interviewee (`person` to name them) who gives every answer of `turns`.

    turns: (question, answer) pairs, either side "" for a closing remark or a second answer.
    """
    person = overrides.pop("person", None) or make_person()
    article = make_article(**{"kind": Kind.INTERVIEW, "body": ""} | overrides)
    office = "Giám đốc Ban quản lý dự án"
    guest = Interviewee.objects.create(article=article, person=person, office=office, position=1)
    for position, (question, answer) in enumerate(turns, start=1):
        Exchange.objects.create(
            article=article,
            position=position,
            question=question,
            answer=answer,
            answered_by=guest if answer else None,
        )
    article.pictures.set(image_ids_of(article))
    keep_streams(article)
    return article


def make_comment(article=None, **overrides):
    """A reader's comment, waiting for a moderator unless status says otherwise; under a published story."""
    number = next(_numbers)
    words = {"name": "Bạn đọc Tân Lộc", "text": "Bài viết rất hay."}
    given = words | {"submission": f"lan-gui-{number}"} | overrides
    article = article or make_article(status=Status.PUBLISHED)
    return Comment.objects.create(article=article, **given)


def make_announcement(article=None, **overrides):
    """Readers are asked for questions to a draft interview since an hour ago, for a day more; its guests are told."""
    now = timezone.now()
    article = article or make_interview()
    given = {
        "title": "Hỏi kỹ sư trưởng cầu Bến Lĩnh 2",
        "invitation": "Cầu sắp hợp long. Bạn muốn hỏi gì?",
        "opens_at": now - timedelta(hours=1),
        "closes_at": now + timedelta(days=1),
    } | overrides
    announcement = Announcement.objects.create(article=article, **given)
    announcement.guests.set(article.interviewees.all())
    return announcement


def make_question(article, **overrides):
    """A reader's question to the guest of this interview; waiting, like any comment."""
    words = {"name": "Nguyễn Văn A", "place": "phường Bến Lĩnh", "text": "Cầu có làn cho xe đạp không?"}
    return make_comment(article, **words | {"kind": CommentKind.QUESTION} | overrides)
