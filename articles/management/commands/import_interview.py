"""A pasted interview becomes a draft, or stands on the site."""

import json
import sys
from pathlib import Path

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError
from django.urls import reverse

from articles import workflow
from articles.drafting import make_interview
from articles.management.refusals import plain_refusals
from articles.models import Section
from articles.transcripts import TranscriptError, parse, read_transcript
from articles.transcripts.report import as_json

DEMO_MANAGING_EDITOR = "thuky"


class Command(BaseCommand):
    help = "Nhập một bài phỏng vấn từ tệp văn bản thuần hoặc Word (.docx)."

    def add_arguments(self, parser):
        parser.add_argument("file", help="tệp .txt hoặc .docx của bài phỏng vấn; - để đọc từ đầu vào chuẩn")
        parser.add_argument("--section", metavar="ĐỊA-CHỈ", help="địa chỉ (slug) chuyên mục, thay mục ghi trong bài")
        parser.add_argument("--author", default="", metavar="TÊN", help="người ký tên khi bản gốc không ghi")
        parser.add_argument("--publish", action="store_true", help="đăng ngay theo đường khẩn, có ghi lại")
        parser.add_argument("--by", metavar="TÀI-KHOẢN", help="người nhập và người đăng")
        parser.add_argument("--dry-run", action="store_true", help="chỉ đọc, không lưu gì")
        parser.add_argument("--json", action="store_true", help="với --dry-run: in kết quả ở dạng JSON")

    def handle(self, *, file, section, author, publish, by, dry_run, **options):
        try:
            draft = parse(read_transcript(self._bytes(file)))
        except TranscriptError as refusal:
            # 2: the file was refused; nothing was written.
            raise CommandError(str(refusal), returncode=2) from refusal
        if dry_run:
            self._show(draft, options["json"])
            return
        with plain_refusals():
            self._store(draft, section, author, publish, by)

    def _bytes(self, file):
        try:
            return sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        except FileNotFoundError as error:
            raise CommandError(f"Không có tệp {file}.", returncode=2) from error
        except IsADirectoryError as error:
            raise CommandError(f"{file} là thư mục, không phải tệp.", returncode=2) from error
        except OSError as error:
            raise CommandError(f"Không đọc được tệp {file} ({error.strerror}).", returncode=2) from error

    def _show(self, draft, in_json):
        report = as_json(draft)
        if in_json:
            self.stdout.write(json.dumps(report, ensure_ascii=False, indent=2))
            return
        self.stdout.write(f"Tít: {report['title']}")
        questions, pictures = len(report["exchanges"]), len(report["captions"])
        self.stdout.write(f"{questions} câu hỏi, {pictures} ảnh; ký tên: {report['byline']}")
        for warning in report["warnings"]:
            self.stdout.write(f"Chú ý: {warning}")

    def _store(self, draft, section_slug, author, publish, username):
        user = self._user(username, required=publish)
        section = None
        if section_slug:
            section = Section.objects.filter(slug=section_slug).first()
            if section is None:
                raise CommandError(f"Không có chuyên mục nào ở địa chỉ “{section_slug}”.")
        drafted = make_interview(draft, by=user, section=section, author_name=author)
        article = drafted.article
        for line in [*drafted.notes, *(f"Chú ý: {warning}" for warning in draft.warnings)]:
            self.stdout.write(line)
        if draft.after:
            self.stdout.write(f"Bỏ qua {len(draft.after)} dòng từ “{draft.after[0]}” trở đi: không thuộc bài.")
        address = f"{settings.SITE_URL}{reverse('admin:articles_article_change', args=[article.pk])}"
        if publish:
            try:
                transition = workflow.publish(article, by=user, urgent=True, reason="nhập từ bản gốc")
            except workflow.Refused as refusal:
                raise CommandError(f"Đã lưu bản nháp tại {address} nhưng chưa đăng được: {refusal}") from refusal
            for problem in transition.missing:
                self.stdout.write(f"Còn thiếu: {problem}")
            address = f"{settings.SITE_URL}{article.get_absolute_url()}"
        self.stdout.write(self.style.SUCCESS(f"{'Đã đăng' if publish else 'Bản nháp'}: {address}"))

    def _user(self, username, *, required):
        user = get_user_model().objects.filter(username=username or DEMO_MANAGING_EDITOR).first()
        if user is None and username:
            raise CommandError(f"Không có tài khoản “{username}”.")
        if user is None and required:
            raise CommandError("Muốn đăng cần ghi tên người chịu trách nhiệm: --by TÀI-KHOẢN.")
        return user
