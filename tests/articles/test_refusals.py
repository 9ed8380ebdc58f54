"""A command line used wrongly is answered in Vietnamese: one line, without what argparse and Django put around it."""

import argparse
import errno
import io

import pytest
from django.core.management import CommandError, call_command, load_command_class

from articles.management.refusals import misuse, reason

OURS = {"import_interview": "articles", "demo": "newsroom", "sync_roles": "newsroom", "test": "newsroom"}


def told(name, *arguments):
    """(exit status, standard error) of `manage.py name arguments…`."""
    command = load_command_class(OURS[name], name)
    said = io.StringIO()
    command.stderr._out = said
    with pytest.raises(SystemExit) as end:
        command.run_from_argv(["manage.py", name, *arguments])
    return end.value.code, said.getvalue()


@pytest.mark.parametrize(
    ("command", "beginning"),
    [
        ("import_interview", "Thiếu tham số TỆP."),
        ("import_interview a.txt --section", "Tham số --section cần một giá trị đi kèm."),
        ("import_interview a.txt --publish=1", "Tham số --publish không nhận giá trị nào."),
        ("import_interview a.txt -v 9", "Tham số -v/--verbosity không nhận “9”, chỉ nhận: 0, 1, 2, 3."),
        ("demo --port abc", "Tham số --port phải là số nguyên, không phải “abc”."),
        ("demo --cong 1", "Lệnh này không có tham số --cong 1."),
        ("demo --no", "Tham số --no chưa rõ: có thể là --no-color, --no-serve."),
        ("sync_roles x", "Lệnh này không có tham số x."),
        ("test --database oracle", "Tham số --database không nhận “oracle”, chỉ nhận: sqlite, postgresql."),
    ],
)
def test_a_misuse_is_one_sentence_and_status_2(command, beginning):
    name, *arguments = command.split()
    assert told(name, *arguments) == (2, f"{beginning} Xem cách dùng: python3 manage.py {name} --help\n")


def test_a_refusal_begins_with_its_sentence():
    assert told("import_interview", "khong-co.txt") == (2, "Không có tệp khong-co.txt.\n")


def test_code_that_calls_a_command_gets_an_exception():
    with pytest.raises(CommandError, match="^Không có tệp khong-co.txt.$"):
        call_command("import_interview", "khong-co.txt")
    with pytest.raises(CommandError, match="^Thiếu tham số TỆP"):
        call_command("import_interview")


def test_what_argparse_may_say_tomorrow_is_not_shown_in_english():
    assert misuse("something entirely new") == "Lệnh viết chưa đúng."


def test_argparse_still_says_what_is_known():
    parser = argparse.ArgumentParser(exit_on_error=False)
    parser.add_argument("--port", type=int)
    with pytest.raises(argparse.ArgumentError) as refusal:
        parser.parse_args(["--port", "x"])
    assert misuse(str(refusal.value)).startswith("Tham số --port phải là số nguyên")


def test_an_error_of_the_system_has_vietnamese_words():
    assert reason(PermissionError(errno.EACCES, "Permission denied")) == "không có quyền"
    assert reason(OSError(errno.EXDEV, "Invalid cross-device link")) == f"hệ điều hành báo lỗi số {errno.EXDEV}"
