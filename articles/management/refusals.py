"""One clear Vietnamese line instead of argparse's English or a prefix of Django's, for the commands of this house."""

import errno
import re
import sys

from django.core.management.base import BaseCommand, CommandError, SystemCheckError

REASONS = {
    errno.EACCES: "không có quyền",
    errno.EPERM: "không có quyền",
    errno.EROFS: "ổ đĩa chỉ cho đọc",
    errno.ENOSPC: "ổ đĩa đã đầy",
    errno.EDQUOT: "đã hết dung lượng được cấp",
    errno.ENOENT: "không có đường dẫn này",
    errno.EEXIST: "đó là một tệp, không phải thư mục",
    errno.ENOTDIR: "trên đường dẫn có một tệp, không phải thư mục",
    errno.EISDIR: "đó là thư mục, không phải tệp",
    errno.ENAMETOOLONG: "tên quá dài",
    errno.ELOOP: "liên kết vòng quanh",
    errno.EIO: "ổ đĩa báo lỗi",
}

# What argparse says, and how this house says it.
MISUSES = (
    (r"the following arguments are required: (.+)", "Thiếu tham số {0}."),
    (r"argument (.+?): invalid int value: '(.*)'", "Tham số {0} phải là số nguyên, không phải “{1}”."),
    (r"argument (.+?): invalid choice: '?(.*?)'? \(choose from (.+)\)", "Tham số {0} không nhận “{1}”, chỉ nhận: {2}."),
    (r"argument (.+?): expected (?:one|at least one|\d+) arguments?", "Tham số {0} cần một giá trị đi kèm."),
    (r"argument (.+?): ignored explicit argument '(.*)'", "Tham số {0} không nhận giá trị nào."),
    (r"unrecognized arguments: (.+)", "Lệnh này không có tham số {0}."),
    (r"ambiguous option: (\S+) could match (.+)", "Tham số {0} chưa rõ: có thể là {1}."),
)


def reason(error):
    """Why the operating system refused, in Vietnamese words without a full stop; `error` is an OSError."""
    return REASONS.get(error.errno, f"hệ điều hành báo lỗi số {error.errno}")


def misuse(message):
    """What argparse found wrong, as one Vietnamese sentence."""
    for pattern, sentence in MISUSES:
        if found := re.fullmatch(pattern, message, re.DOTALL):
            return sentence.format(*(part.replace("'", "") for part in found.groups()))
    return "Lệnh viết chưa đúng."


class PlainCommand(BaseCommand):
    """A command whose refusals are one line on standard error; 2 is the status of a command line used wrongly.

    Called from code it raises CommandError, as every command does.
    """

    def create_parser(self, prog_name, subcommand, **kwargs):
        return self.speak_plainly(super().create_parser(prog_name, subcommand, **kwargs), subcommand)

    def speak_plainly(self, parser, subcommand):
        """Let the parser refuse with a sentence, and say where the parameters are told."""

        def refuse(message):
            told = f"{misuse(message)} Xem cách dùng: python3 manage.py {subcommand} --help"
            if not self._called_from_command_line:
                raise CommandError(told, returncode=2)
            self.leave(told, 2)

        parser.error = refuse
        return parser

    def execute(self, *args, **options):
        try:
            return super().execute(*args, **options)
        except SystemCheckError:
            raise
        except CommandError as refusal:
            if not self._called_from_command_line or options["traceback"]:
                raise
            self.leave(str(refusal), refusal.returncode)

    def leave(self, sentence, status):
        # Django would begin the line with "CommandError: ".
        self.stderr.write(sentence)
        sys.exit(status)
