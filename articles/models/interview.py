"""What makes an article an interview: who answers, and the questions and answers in order."""

from textwrap import shorten

from django.db import models
from django.db.models import Q

from ..richtext.fields import RichTextField
from ..richtext.sanitizer import from_plain
from .article import Passage
from .text import LineField, PlainTextField

READER = "Bạn đọc"  # how `asked_by` begins where a reader asks


class Interviewee(models.Model):
    """This person in this interview, with the office held then."""

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="interviewees", verbose_name="bài")
    person = models.ForeignKey(
        "articles.Person", models.PROTECT, related_name="interviews", verbose_name="nhân vật"
    )
    label = LineField(
        "tên in trước câu trả lời", max_length=160, blank=True, help_text="Bỏ trống: danh xưng và họ tên."
    )
    office = LineField("chức vụ khi trả lời", max_length=300, blank=True)
    position = models.PositiveSmallIntegerField("thứ tự", default=0)

    class Meta:
        verbose_name = "người trả lời"
        verbose_name_plural = "người trả lời"
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "person"],
                name="interviewee_once",
                violation_error_message="Nhân vật này đã có trong bài.",
            ),
        ]

    def __str__(self):
        return f"{self.speaker}, {self.office}" if self.office else self.speaker

    @property
    def speaker(self):
        return self.label or self.person.label


class ExchangeQuerySet(models.QuerySet):
    def with_speakers(self):
        """With who answers, and their portrait: labels, cards and voices ask nothing more."""
        return self.select_related("answered_by__person__portrait")


class Exchange(models.Model):
    """A question and its answer. Without a question: another respondent's answer to the one before. Without an answer:
    a closing remark. Positions are not unique; the order is (position, id)."""

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="exchanges", verbose_name="bài")
    position = models.PositiveIntegerField("thứ tự", default=0)
    asked_by = LineField("người hỏi", max_length=120, blank=True, default="PV")
    question = PlainTextField("câu hỏi", blank=True)
    answered_by = models.ForeignKey(
        Interviewee, models.PROTECT, null=True, blank=True, related_name="exchanges", verbose_name="người trả lời"
    )
    answer = RichTextField("trả lời", blank=True)
    doubtful = models.BooleanField("cần xem lại", default=False, help_text="Máy chưa chắc khi nhập: xem lại lượt này.")

    objects = ExchangeQuerySet.as_manager()

    class Meta:
        verbose_name = "lượt hỏi – đáp"
        verbose_name_plural = "hỏi – đáp"
        ordering = ["position", "id"]
        indexes = [models.Index(fields=["article", "position", "id"], name="exchange_in_order")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(question="", answer=""),
                name="exchange_says_something",
                violation_error_message="Mỗi lượt cần có câu hỏi hoặc câu trả lời.",
            ),
        ]

    def __str__(self):
        return shorten(self.question, 80, placeholder="…") if self.question else "Trả lời"

    @property
    def anchor(self):
        return f"hoi-dap-{self.pk}"

    @property
    def speaker(self):
        return self.answered_by.speaker if self.answered_by else ""

    @property
    def awaits_answer(self):
        """A reader asked and nobody has answered yet: nothing for the paper, where it would look like a remark."""
        return bool(self.question) and not self.answer and self.asked_by.startswith(READER)

    def passages(self):
        """Yield one or two Passages, the first with the anchor; none while a reader's question waits for its answer."""
        if self.awaits_answer:
            return
        anchor = self.anchor
        if self.question:
            role = "question" if self.answer else "remark"
            yield Passage(role, self.asked_by, from_plain(self.question), anchor, self.pk)
            anchor = ""
        if self.answer:
            yield Passage("answer", self.speaker, self.answer, anchor, self.pk, self.answered_by_id)
