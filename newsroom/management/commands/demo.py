"""The demo paper on this machine: built if it is not there, then served as a server would serve it."""

import os
import secrets
import socket
import sys

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import CommandError

from articles.management.refusals import PlainCommand


class Command(PlainCommand):
    help = "Dựng tờ báo thử nghiệm rồi phục vụ ở http://127.0.0.1:8000 (chạy lại không nhân đôi gì)."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("--port", type=int, default=8000, help="cổng (mặc định 8000)")
        parser.add_argument("--no-serve", action="store_true", help="chỉ dựng, không phục vụ")

    def handle(self, *, port, no_serve, **options):
        if not 1 <= port <= 65535:
            raise CommandError(f"Cổng {port} không có. Hãy chọn một số từ 1024 đến 65535.")
        if not no_serve:
            refuse_taken(port)
        if not settings.DEMO:
            self._again_as_demo(port)
        self._build()
        if not no_serve:
            self._serve(port)

    def _again_as_demo(self, port):
        """Start over with production's behaviour and the demo paper's name: settings are read once per process."""
        from newsroom.demo.build import paper

        key_file = settings.STATE_DIR / "demo-key"
        if not key_file.exists():
            key_file.touch(mode=0o600)
            key_file.write_text(secrets.token_urlsafe(50), encoding="ascii")
        named = {f"PAPER_{name.upper()}": value for name, value in paper()["paper"].items()}
        os.environ |= named | {
            "DEMO": "1",
            "DEBUG": "0",
            "SECRET_KEY": key_file.read_text(encoding="ascii"),
            "SITE_URL": f"http://127.0.0.1:{port}",
        }
        sys.stdout.flush()
        os.execv(sys.executable, [sys.executable, *sys.argv])

    def _say(self, sentence):
        self.stdout.write(sentence)
        self.stdout.flush()

    def _build(self):
        from newsroom.demo.accounts import ACCOUNTS, PASSWORD
        from newsroom.demo.build import DemoPaper

        self._say("Dựng cơ sở dữ liệu…")
        call_command("migrate", verbosity=0, interactive=False)
        self._say("Gom tệp tĩnh…")
        call_command("collectstatic", verbosity=0, interactive=False)
        made = DemoPaper(self._say).build()
        self._say(f"Đã thêm {made} bài." if made else "Tờ báo đã có sẵn từ lần trước.")
        self._say(f"\nTài khoản thử nghiệm (mật khẩu chung: {PASSWORD}):")
        for username, full_name, role in ACCOUNTS:
            self._say(f"  {username:<12} {full_name:<20} {role.value if role else 'Quản trị máy chủ'}")

    def _serve(self, port):
        self._say(f"\n{settings.PAPER['name']}: http://127.0.0.1:{port}/   Bàn làm việc: http://127.0.0.1:{port}/admin/")
        self._say("Dừng: Ctrl+C\n")
        arguments = ["--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port), "--workers", "1"]
        arguments += ["--blocking-threads", "4", "--log-level", "warning", "--no-ws", "newsroom.wsgi:application"]
        os.execv(sys.executable, [sys.executable, "-m", "granian", *arguments])


def refuse_taken(port):
    """Raise CommandError when somebody listens on this port of 127.0.0.1 already, or may not be listened on."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except PermissionError as error:
            raise CommandError(f"Máy không cho mở cổng {port}. Hãy chọn cổng khác: --port 8080") from error
        except OSError as error:
            raise CommandError(f"Cổng {port} đã có chương trình khác dùng. Hãy chọn cổng khác: --port 8080") from error
