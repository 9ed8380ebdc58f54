"""A comment that is not shown goes back to its writer, with the reason. The letter itself is not kept."""

from smtplib import SMTPException

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage
from django.core.validators import validate_email
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from .models import Comment, CommentStatus, Decision
from .moderation import permit
from .screening.reading import UNSEEN

NO_MAIL = "django.core.mail.backends.console.EmailBackend"
NO_WAY = "tòa soạn chưa đặt đường gửi thư (EMAIL_URL)."
REFUSALS = (Decision.Verb.REJECT, Decision.Verb.SPAM, Decision.Verb.BLOCK)


class Untold(Exception):
    """The writer was not told; str() says why."""


def can_send():
    """Whether this paper sends mail at all (EMAIL_URL)."""
    return settings.EMAIL_BACKEND != NO_MAIL


@transaction.atomic
def tell(comment, *, by):
    """Write to the writer of a comment that is not shown, once, and put that on the record. Untold where that fails."""
    permit(by)
    row = (
        Comment.objects.select_for_update(of=("self",)).select_related("article__section").get(pk=comment.pk)
    )
    last = row.decisions.filter(verb__in=REFUSALS, undone_by=None).order_by("-pk").first()
    if not can_send():
        raise Untold(f"{NO_WAY[0].upper()}{NO_WAY[1:]}")
    if row.status != CommentStatus.REJECTED or last is None:
        raise Untold("Chỉ báo lại người viết khi ý kiến đã được quyết định không đăng.")
    try:
        # The address was checked when it came; a letter's head is no place for trust.
        validate_email(row.email)
    except ValidationError:
        raise Untold("Người viết không để lại địa chỉ thư dùng được.") from None
    if row.decisions.filter(verb=Decision.Verb.TELL, pk__gt=last.pk).exists():
        raise Untold("Đã báo cho người viết rồi.")
    Decision.objects.create(comment=row, verb=Decision.Verb.TELL, code=last.code, reason=last.reason, by=by)
    try:
        _letter(row, last).send()
    except (SMTPException, OSError) as trouble:
        raise Untold("Máy thư không nhận thư. Hãy thử lại sau.") from trouble


def _letter(comment, decision):
    """Only the address comes from the reader; the head is ours, their words stand in the body."""
    paper = settings.PAPER["name"]
    article = comment.article
    under = f" dưới bài “{article.headline}”" if article.is_public(timezone.now()) else ""
    quoted = "\n".join(f"> {line}" for line in comment.text.splitlines())
    rules = f"{settings.SITE_URL}{reverse('comments:rules')}"
    body = (
        f"Chào bạn {UNSEEN.sub('', comment.name)},\n\n"
        f"Tòa soạn {paper} đã đọc ý kiến bạn gửi{under} và không đăng.\n"
        f"Lý do: {decision.get_code_display() if decision.code else 'trái quy định gửi ý kiến'}.\n\n"
        f"Bạn có thể viết lại rồi gửi lần nữa. Quy định gửi ý kiến: {rules}\n\n"
        f"Ý kiến của bạn:\n{quoted}\n\n"
        f"{paper}\n"
    )
    return EmailMessage(f"Ý kiến bạn gửi {paper}", body, to=[comment.email])
