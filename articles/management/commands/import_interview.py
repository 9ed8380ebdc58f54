"""A pasted interview becomes a draft, or stands on the site."""

import json
import sys
from pathlib import Path

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management.base import CommandError
from django.urls import reverse

from articles import workflow
from articles.drafting import imported_before, make_interview
from articles.management.refusals import PlainCommand, reason
from articles.models import Article, Kind, Section
from articles.policy import can
from articles.transcripts import TranscriptError, parse, read_transcript
from articles.transcripts.package import MAX_BYTES
from articles.transcripts.report import as_json

DEMO_MANAGING_EDITOR = "thuky"
# Exit status: what was given was refused, and nothing was written.
REFUSED = 2
NO_QUESTION = "Không thấy câu hỏi nào trong bài"


class Command(PlainCommand):
    help = "Nhập một bài phỏng vấn từ tệp văn bản thuần hoặc Word (.docx)."

    def add_arguments(self, parser):
        parser.add_argument(
            "file", metavar="TỆP", help="tệp .txt hoặc .docx của bài phỏng vấn; - để đọc từ đầu vào chuẩn"
        )
        parser.add_argument("--section", metavar="ĐỊA-CHỈ", help="địa chỉ (slug) chuyên mục, thay mục ghi trong bài")
        parser.add_argument("--author", default="", metavar="TÊN", help="người ký tên khi bản gốc không ghi")
        parser.add_argument("--publish", action="store_true", help="đăng ngay theo đường khẩn, có ghi lại")
        parser.add_argument("--by", metavar="TÀI-KHOẢN", help="người nhập và người đăng")
        parser.add_argument("--again", action="store_true", help="nhập thêm lần nữa bài đã nhập trước đây")
        parser.add_argument("--dry-run", action="store_true", help="chỉ đọc, không lưu gì")
        parser.add_argument("--json", action="store_true", help="với --dry-run: in kết quả ở dạng JSON")

    def handle(self, *, file, section, author, publish, by, again, dry_run, **options):
        if options["json"] and not dry_run:
            raise CommandError("--json chỉ dùng cùng với --dry-run.", returncode=REFUSED)
        try:
            draft = parse(read_transcript(self._bytes(file)))
        except TranscriptError as refusal:
            raise CommandError(str(refusal), returncode=REFUSED) from refusal
        if not (draft.headline or dry_run):
            raise CommandError(
                "Không thấy tít ở đầu bài: hãy thêm một dòng tít ở trên cùng rồi nhập lại.", returncode=REFUSED
            )
        # Everything that can be refused, before anything is made. Looking alone needs no database, nor a name.
        chosen = self._section(section) if section else None
        user = self._user(by, required=publish) if by or not dry_run else None
        if publish:
            self._refuse_publishing(draft, user)
        if dry_run:
            self._show(draft, chosen, options["json"])
            return
        if not again:
            self._refuse_twice(draft)
        self._store(draft, chosen, author, publish, user)

    def _bytes(self, file):
        # Never more than the largest file and one byte, which the reader then refuses.
        try:
            if file == "-":
                return sys.stdin.buffer.read(MAX_BYTES + 1)
            with Path(file).open("rb") as transcript:
                return transcript.read(MAX_BYTES + 1)
        except FileNotFoundError as error:
            raise CommandError(f"Không có tệp {file}.", returncode=REFUSED) from error
        except IsADirectoryError as error:
            raise CommandError(f"{file} là thư mục, không phải tệp.", returncode=REFUSED) from error
        except OSError as error:
            raise CommandError(f"Không đọc được tệp {file}: {reason(error)}.", returncode=REFUSED) from error

    def _section(self, slug):
        section = Section.objects.filter(slug=slug).first()
        if section is None:
            raise CommandError(f"Không có chuyên mục nào ở địa chỉ “{slug}”.", returncode=REFUSED)
        return section

    def _user(self, username, *, required):
        user = get_user_model().objects.filter(username=username or DEMO_MANAGING_EDITOR).first()
        if user is None and username:
            raise CommandError(f"Không có tài khoản “{username}”.", returncode=REFUSED)
        if user is None and required:
            raise CommandError("Muốn đăng cần ghi tên người chịu trách nhiệm: --by TÀI-KHOẢN.", returncode=REFUSED)
        return user

    def _refuse_publishing(self, draft, user):
        if not as_json(draft)["exchanges"]:
            raise CommandError(
                f"{NO_QUESTION}: không đăng. Bỏ --publish để nhập làm bản nháp rồi sửa.", returncode=REFUSED
            )
        if user is not None and not can(user, "publish_urgently", Article(kind=Kind.INTERVIEW, created_by=user)):
            raise CommandError(
                f"Tài khoản “{user.get_username()}” không được đăng theo đường khẩn: chưa nhập gì.", returncode=REFUSED
            )

    def _refuse_twice(self, draft):
        earlier = imported_before(draft)
        if earlier is not None:
            raise CommandError(
                f"Bài này đã được nhập: {self._desk_address(earlier)} (thêm --again để nhập lần nữa).",
                returncode=REFUSED,
            )

    def _show(self, draft, section, in_json):
        report = as_json(draft)
        if in_json:
            self.stdout.write(json.dumps(report, ensure_ascii=False, indent=2))
            return
        at = f"{draft.published:%H:%M %d/%m/%Y}" if draft.published else "không ghi"
        self.stdout.write(f"Tít: {report['title']}")
        self.stdout.write(f"Chuyên mục: {section or draft.section or 'không ghi'}; giờ đăng: {at}")
        questions, pictures = len(report["exchanges"]), len(report["captions"])
        self.stdout.write(f"{questions} câu hỏi, {pictures} ảnh; ký tên: {report['byline'] or 'không ghi'}")
        self._warn(draft)

    def _warn(self, draft):
        if not as_json(draft)["exchanges"]:
            self.stdout.write(f"Chú ý: {NO_QUESTION}.")
        for warning in draft.warnings:
            self.stdout.write(f"Chú ý: {warning}")

    def _store(self, draft, section, author, publish, user):
        drafted = make_interview(draft, by=user, section=section, author_name=author)
        article = drafted.article
        for line in drafted.notes:
            self.stdout.write(line)
        self._warn(draft)
        if draft.after:
            self.stdout.write(f"Bỏ qua {len(draft.after)} dòng không thuộc bài, như “{draft.after[0]}”.")
        address = self._desk_address(article)
        if publish:
            try:
                transition = workflow.publish(article, by=user, urgent=True, reason="nhập từ bản gốc")
            except workflow.Refused as refusal:
                # Somebody changed the account's role in this moment.
                raise CommandError(f"Đã lưu bản nháp tại {address} nhưng chưa đăng được: {refusal}") from refusal
            for problem in transition.missing:
                self.stdout.write(f"Còn thiếu: {problem}")
            address = f"{settings.SITE_URL}{article.get_absolute_url()}"
        self.stdout.write(self.style.SUCCESS(f"{'Đã đăng' if publish else 'Bản nháp'}: {address}"))

    @staticmethod
    def _desk_address(article):
        return f"{settings.SITE_URL}{reverse('admin:articles_article_change', args=[article.pk])}"
