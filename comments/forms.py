"""The form under every story, and the acts around sending it."""

import time
import unicodedata

from django import forms
from django.core import signing
from django.core.validators import MaxLengthValidator
from django.urls import reverse

from .models import MAX_LENGTH, Comment, CommentKind, CommentStatus

SALT = "comments.form"
MIN_AGE = 2  # seconds between the page's making and the sending
MAX_AGE = 2 * 24 * 3600  # a page kept open longer asks for one more click


def page_token(article_id):
    """Signed time and article: says when the form was made, holds no secret of any reader, may be cached."""
    return signing.TimestampSigner(salt=SALT).sign(str(article_id))


class CommentForm(forms.ModelForm):
    """What a reader writes. `article` and `kind` are given by the address, never by the form.

    noun: how the page speaks of it. anchor: the fragment the form stands at. door: the address it is sent to.
    """

    kind = CommentKind.OPINION
    noun = "ý kiến"
    anchor = "gui-y-kien"
    door = "comments:comments"

    token = forms.CharField(widget=forms.HiddenInput, required=False)
    # People do not see this field; programs that fill in everything do.
    website = forms.CharField(required=False)

    class Meta:
        model = Comment
        fields = ["name", "email", "place", "text", "parent"]
        error_messages = {
            "name": {
                "required": "Xin cho biết tên của bạn.",
                "max_length": "Tên dài quá %(limit_value)d ký tự.",
            },
            "text": {"required": "Bạn chưa viết gì. Xin viết ý kiến rồi bấm Gửi."},
            "email": {"invalid": "Địa chỉ thư điện tử chưa đúng. Có thể bỏ trống ô này."},
            "place": {"max_length": "Nơi ở dài quá %(limit_value)d ký tự."},
            "parent": {"invalid_choice": "Ý kiến bạn trả lời không còn nữa. Xin gửi như một ý kiến mới."},
        }

    def __init__(self, data=None, *, article, **kwargs):
        super().__init__(data, **kwargs)
        self.article = article
        self.instance.article = article
        self.instance.kind = self.kind
        # clean_text() counts, in a sentence that writes numbers as readers do.
        text = self.fields["text"]
        text.validators = [check for check in text.validators if not isinstance(check, MaxLengthValidator)]
        # Most comments answer none: nothing is asked then.
        if "parent" in self.fields and (data is None or data.get("parent")):
            self.fields["parent"].queryset = Comment.objects.opinions().filter(
                article=article, status=CommentStatus.APPROVED, parent=None
            )

    @property
    def address(self):
        return reverse(self.door, args=[self.article.pk])

    def answer(self, wanted):
        """Make this the answer to the comment of this number (as written in an address), where that can be answered."""
        try:
            self.initial["parent"] = self.fields["parent"].clean(wanted)
        except forms.ValidationError:
            self.initial["parent"] = None

    @property
    def answered(self):
        """The comment this one answers, None where it answers none."""
        if self.is_bound:
            return getattr(self, "cleaned_data", {}).get("parent")
        return self.initial.get("parent")

    def clean(self):
        if self.has_error("parent"):
            # What is shown again is a comment of its own, as the sentence beside it asks: else it could never be sent.
            self.data = self.data.copy()
            self.data["parent"] = ""
        return super().clean()

    def clean_name(self):
        return self._seen("name")

    def clean_text(self):
        text = self._seen("text")
        if len(text) > MAX_LENGTH:
            length, limit = (f"{number:,}".replace(",", ".") for number in (len(text), MAX_LENGTH))
            raise forms.ValidationError(
                f"{self.noun.capitalize()} dài {length} ký tự, quá {limit} ký tự cho phép. Xin rút gọn rồi gửi.",
                code="max_length",
            )
        return text

    def _seen(self, name):
        """The field's value, refused where nobody would see anything of it: joiners, spaces without width."""
        value = self.cleaned_data[name]
        if all(unicodedata.category(character)[0] in "CZM" for character in value):
            raise forms.ValidationError(self.fields[name].error_messages["required"], code="required")
        return value

    def clean_website(self):
        if self.cleaned_data["website"]:
            raise forms.ValidationError("Xin để trống ô này.", code="trap")
        return ""

    def clean_token(self):
        signer = signing.TimestampSigner(salt=SALT)
        try:
            article_id = signer.unsign(self.cleaned_data["token"], max_age=MAX_AGE)
        except signing.BadSignature:  # an expired one is a bad one
            article_id = None
        if article_id != str(self.article.pk):
            raise forms.ValidationError(
                "Trang này mở đã lâu. Nội dung bạn viết còn nguyên bên dưới, xin bấm Gửi một lần nữa.",
                code="late",
            )
        if self._age(signer) < MIN_AGE:
            raise forms.ValidationError(
                "Bạn gửi hơi nhanh. Xin đọc lại rồi bấm Gửi một lần nữa.", code="early"
            )
        return self.cleaned_data["token"]

    def _age(self, signer):
        made = signing.b62_decode(self.cleaned_data["token"].split(signer.sep)[-2])
        return time.time() - made


class QuestionForm(CommentForm):
    """The same form through the same checks, for a question to the guest of an announced interview."""

    kind = CommentKind.QUESTION
    noun = "câu hỏi"
    anchor = "gui-cau-hoi"
    door = "comments:questions"

    class Meta(CommentForm.Meta):
        fields = ["name", "email", "place", "text"]
        error_messages = CommentForm.Meta.error_messages | {
            "text": {"required": "Bạn chưa viết gì. Xin viết câu hỏi rồi bấm Gửi."},
        }
