"""The environment as settings.py reads it: what cannot be meant ends the process with one sentence.

SystemExit, not ImproperlyConfigured: one clear line instead of a traceback, whoever starts us. Values are not repeated
where they may hold a password. A variable set to nothing counts as not set, but for a switch: DEBUG= must not mean
its default.
"""

import hmac
import os
import re
import warnings
from pathlib import Path

import environ
from django.core.exceptions import ImproperlyConfigured

from articles.management.refusals import reason

ON, OFF = ("1", "true", "yes", "on"), ("0", "false", "no", "off")
ORIGIN = re.compile(r"https?://([a-z0-9]([a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:]+\])(:[0-9]{1,5})?", re.IGNORECASE)
SECRET = re.compile(r"[A-Za-z0-9_-]{32,128}", re.ASCII)
# Others may pass through to the folder of pictures, which nginx reads; they may not look around.
PASSAGE = 0o711


class Environment(environ.Env):
    """django-environ with sentences; every method raises SystemExit for a value it cannot use."""

    def get_value(self, var, cast=None, default=environ.Env.NOTSET, parse_default=False):
        if default is not self.NOTSET and not self.ENVIRON.get(var, "").strip():
            return default
        try:
            return super().get_value(var, cast, default, parse_default)
        except ValueError as error:
            raise SystemExit(f"{var} phải là một số nguyên.") from error

    def bool(self, var, default=False):
        """1, true, yes, on or 0, false, no, off, in any case."""
        if var not in self.ENVIRON:
            return default
        value = self.ENVIRON[var].strip().lower()
        if value not in ON + OFF:
            raise SystemExit(f"{var} phải là 1 hoặc 0 (cũng được: {', '.join(ON[1:] + OFF[1:])}).")
        return value in ON

    def origin(self, var, default=""):
        """The address of a site, http(s)://host, without a slash at its end; "" where none is set."""
        value = self.str(var, default=default).strip().rstrip("/")
        if value and not ORIGIN.fullmatch(value):
            raise SystemExit(f"{var} phải là địa chỉ gốc của trang, dạng https://bao.example, không phải “{value}”.")
        return value

    def hours(self, var, default):
        """{name: hours} from "name=24,other=48"; the default's for the names that are left out, no names but those."""
        hours = dict(default)
        for pair in filter(None, (part.strip() for part in self.str(var, default="").split(","))):
            name, _, number = (part.strip() for part in pair.partition("="))
            if name not in default or not re.fullmatch("[1-9][0-9]{0,3}", number):
                raise SystemExit(
                    f"{var} phải có dạng {','.join(f'{each}={default[each]}' for each in default)}, "
                    f"mỗi loại một số giờ từ 1 đến 9999; “{pair}” không dùng được."
                )
            hours[name] = int(number)
        return hours

    def choice(self, var, of, default):
        """The named ones of these words, as a frozenset; "-" for none."""
        said = {part.strip() for part in self.str(var, default=",".join(default)).split(",")} - {"", "-"}
        if said - set(of):
            raise SystemExit(f"{var} phải gồm những chữ trong {','.join(of)}, cách nhau bằng dấu phẩy; “-” là không.")
        return frozenset(said)

    def secret(self, var, derived_from):
        """A shared secret that may stand in a header and in nginx's file; where none is set, one made from a key."""
        value = self.str(var, default="").strip()
        if value and not SECRET.fullmatch(value):
            raise SystemExit(f"{var} phải có từ 32 đến 128 ký tự, chỉ gồm chữ cái không dấu, chữ số, - và _.")
        return value or hmac.new(derived_from.encode(), var.encode(), "sha256").hexdigest()

    def db(self, var, default):
        """Django's settings of a SQLite or PostgreSQL database, given by its URL."""
        try:
            with warnings.catch_warnings():
                # sqlite://file, with a slash too few, would be a database in memory.
                warnings.simplefilter("error")
                database = super().db(var, default=default)
        except (ValueError, ImproperlyConfigured, Warning):
            database = {}
        known = database.get("ENGINE", "").endswith((".sqlite3", ".postgresql"))
        if not known or not (database["NAME"] or "service" in database.get("OPTIONS", {})):
            raise SystemExit(
                f"{var} không phải địa chỉ cơ sở dữ liệu dùng được: "
                "cần postgres://tài-khoản@máy/tên hoặc sqlite:////đường/dẫn/tệp."
            )
        return database

    def email(self, var, default):
        """Django's settings of outgoing mail, given by a URL."""
        try:
            return super().email(var, default=default)
        except (ValueError, ImproperlyConfigured) as error:
            raise SystemExit(
                f"{var} không phải địa chỉ máy chủ thư dùng được: cần smtp+tls://tài-khoản:mật-khẩu@máy:587."
            ) from error

    def state_directory(self, var, default):
        """The Path of a directory, made where it is missing."""
        place = Path(self.str(var, default=str(default)))
        try:
            place.mkdir(mode=PASSAGE, parents=True, exist_ok=True)
        except OSError as error:
            raise SystemExit(f"Không dùng được thư mục {place} (đặt bằng {var}): {reason(error)}.") from error
        return place

    def read_file(self, path):
        """Add the lines NAME=value of a file; what the environment has already wins. No file is no matter."""
        try:
            with open(path, encoding="utf-8") as lines:
                self.read_env(lines)
        except FileNotFoundError:
            return
        except UnicodeDecodeError as error:
            raise SystemExit(f"Tệp thiết lập {path} không theo bảng mã UTF-8.") from error
        except OSError as error:
            # Left unread, it would mean a server in development's mode.
            raise SystemExit(f"Không đọc được tệp thiết lập {path}: {reason(error)}.") from error


def keep_private(path):
    """Make a file that is missing, for its owner's eyes alone; SQLite gives its journal the same mode."""
    try:
        os.close(os.open(path, os.O_CREAT | os.O_RDONLY, 0o600))
    except OSError as error:
        raise SystemExit(f"Không mở được {path}: {reason(error)}.") from error
