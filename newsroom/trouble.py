"""What `manage.py` says, whatever the command, when the database or the disk refuses: one line, and status 1.

`--traceback` shows everything. Errors of our own making keep their traceback.
"""

import errno
import re
import sys
import threading

from django.db import DatabaseError, InterfaceError, OperationalError, ProgrammingError

from articles.management.refusals import reason

UNDEFINED_TABLE, UNDEFINED_COLUMN = "42P01", "42703"
NOT_BUILT = "Cơ sở dữ liệu chưa được dựng. Hãy chạy: python3 manage.py migrate"
SENTENCES = (
    (r"no such (table|column)|(relation|column) .* does not exist", NOT_BUILT),
    (r"database .* does not exist", "PostgreSQL không có cơ sở dữ liệu ghi trong DATABASE_URL."),
    (
        r"role .* does not exist|authentication failed|no password supplied|permission denied for database",
        "PostgreSQL không nhận tài khoản ghi trong DATABASE_URL.",
    ),
    (
        r"connection refused|could not connect|connection to server|could not translate host|timeout expired",
        "Cơ sở dữ liệu không trả lời: hãy xem PostgreSQL đã chạy chưa và DATABASE_URL có đúng không.",
    ),
    (r"invalid dsn|invalid connection option", "DATABASE_URL có phần mà PostgreSQL không hiểu."),
    (r"unable to open database file", "Không mở được tệp cơ sở dữ liệu: hãy xem đường dẫn và quyền ghi ở đó."),
    (r"readonly database|read-only transaction", "Cơ sở dữ liệu chỉ cho đọc: hãy xem quyền ghi."),
    (r"database is locked|lock timeout", "Cơ sở dữ liệu đang bận vì chương trình khác; hãy chạy lại sau ít phút."),
    (r"disk is full|no space left", "Ổ đĩa đã đầy: hãy giải phóng chỗ trống rồi chạy lại."),
    (r"not a database|malformed", "Tệp cơ sở dữ liệu đã hỏng hoặc không phải là SQLite."),
)
# Of a disk's errors, those that the keeper of the machine can mend.
MENDABLE = {errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOSPC, errno.EDQUOT}


def sentence(error):
    """One Vietnamese line for trouble that is not ours, or None."""
    if isinstance(error, KeyboardInterrupt):
        return "Đã dừng."
    if isinstance(error, OSError) and error.errno in MENDABLE:
        return f"Không đọc hoặc ghi được {error.filename or 'tệp'}: {reason(error)}."
    # Not its other kinds: a broken constraint is a fault of the program.
    if isinstance(error, OperationalError | ProgrammingError | InterfaceError) or type(error) is DatabaseError:
        return _of_database(error)
    return None


def _of_database(error):
    # PostgreSQL may speak another language than English; its codes do not.
    if getattr(error.__cause__, "pgcode", None) in (UNDEFINED_TABLE, UNDEFINED_COLUMN):
        return NOT_BUILT
    said = " ".join(str(error).split())
    for signs, told in SENTENCES:
        if re.search(signs, said, re.IGNORECASE):
            return told
    return f"Cơ sở dữ liệu từ chối: {said[:200]} (thêm --traceback để xem chi tiết)"


def install():
    """Let this process end so; runserver does its work, and meets the database, in a thread."""
    sys.excepthook = tell
    threading.excepthook = lambda end: tell(end.exc_type, end.exc_value, end.exc_traceback)


def tell(kind, error, traceback):
    """Python's excepthook for manage.py; Python itself ends the process with status 1 afterwards (Ctrl-C: 130)."""
    told = None if "--traceback" in sys.argv else sentence(error)
    if told is None:
        sys.__excepthook__(kind, error, traceback)
    else:
        print(told, file=sys.stderr, flush=True)
