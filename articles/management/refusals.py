"""One clear line instead of a traceback, for the commands of this house."""

from contextlib import contextmanager

from django.core.management.base import CommandError
from django.db import DatabaseError, InterfaceError, OperationalError, ProgrammingError


@contextmanager
def plain_refusals():
    """Turn a database that is away or not yet built into a CommandError that says what to do."""
    try:
        yield
    except (OperationalError, ProgrammingError) as error:
        text = str(error).lower()
        # PostgreSQL says "does not exist" of a whole database as well, and that one migrate cannot build.
        if "no such table" in text or "no such column" in text or isinstance(error, ProgrammingError):
            raise CommandError("Cơ sở dữ liệu chưa được dựng. Hãy chạy: python3 manage.py migrate") from error
        raise CommandError(f"Cơ sở dữ liệu không trả lời: {str(error).strip().splitlines()[0]}") from error
    except (DatabaseError, InterfaceError) as error:
        raise CommandError(f"Cơ sở dữ liệu từ chối: {str(error).strip().splitlines()[0]}") from error
