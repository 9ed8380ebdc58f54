"""At the moderators' desk: an approved question becomes a turn of the interview's draft, by one press."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils.html import format_html
from django.utils.text import Truncator

from articles import policy as articles_policy
from articles.workflow import Refused

from .. import policy, questions
from ..containing import contained

TURNED = "Đã đưa vào bài"


class TurnsQuestions:
    """Mixed into the admin of comments."""

    def has_turn_permission(self, request):
        return policy.can(request.user, "turn_question")

    @staticmethod
    def announced(comment):
        """The announcement a question answers to, as readers see it: a moderator may not read the draft's headline."""
        announcement = getattr(comment.article, "announcement", None)
        title = announcement.title if announcement else "Phỏng vấn không còn giới thiệu"
        return format_html(
            '<a href="{}">{}</a>', reverse("comments:questions", args=[comment.article_id]), title
        )

    @admin.display(description="vào bài", empty_value="")
    def turning(self, comment):
        if comment.exchange_id:
            return format_html('<p class="turned">{}</p>', TURNED)
        if not comment.can_be_turned:
            return None
        about = Truncator(f"{comment.name}: {comment.text}").chars(60)
        press = (
            '<div class="verbs turning"><button class="verb" name="_turn" value="{}">Đưa vào bài'
            '<span class="visually-hidden"> – {}</span></button></div>'
        )
        return format_html(press, comment.pk, about)

    @admin.display(description="vào bài")
    def turned(self, comment):
        return TURNED if comment.exchange_id else "Chưa"

    def turn(self, request, pk):
        """Carry out the pressed button and tell the user: it is done, or why not."""
        if not self.has_turn_permission(request):
            raise PermissionDenied
        found = self.get_queryset(request).filter(pk=pk).first() if pk.isdecimal() else None
        if found is None:
            messages.error(request, "Không tìm thấy câu hỏi này.")
            return
        try:
            questions.turn_into_exchange(found, by=request.user)
        except Refused as refused:
            for problem in refused.problems:
                messages.error(request, problem)
            return
        said = format_html("{}: câu hỏi của <bdi>{}</bdi>.", TURNED, contained(found.name))
        if articles_policy.can(request.user, "view", found.article):
            address = reverse("admin:articles_article_change", args=[found.article_id])
            said = format_html('{} <a href="{}">Mở bài phỏng vấn</a>', said, address)
        messages.success(request, said)
