"""nginx as deploy/nginx.conf sets it up, in a folder of the test's own, before an upstream of its choice."""

import os
import re
import shutil
import socket
import subprocess
import time
from pathlib import Path
from urllib.parse import urlsplit

DEPLOY = Path(__file__).resolve().parent.parent / "deploy"
# What a distribution's nginx.conf holds around conf.d; kept small, logging into the folder.
AROUND = """
{user}
daemon off;
worker_processes 1;
pid {place}/pid;
error_log {place}/error.log info;
events {{ worker_connections 512; }}
http {{
    include {types};
    default_type application/octet-stream;
    access_log off;
    client_body_temp_path {place}/body;
    proxy_temp_path {place}/proxy;
    fastcgi_temp_path {place}/fastcgi;
    uwsgi_temp_path {place}/uwsgi;
    scgi_temp_path {place}/scgi;
    include {place}/site.conf;
}}
"""
REFRESH_SECRET = "a-secret-between-nginx-and-the-application-of-the-tests"
TYPES = "types { text/html html; text/css css; text/javascript js; image/svg+xml svg; }"


def nginx() -> str | None:
    """The nginx binary, which distributions keep in a directory that is not in everybody's PATH."""
    return shutil.which(
        "nginx", path=os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin", "/usr/local/sbin"])
    )


def render(template: str, values: dict[str, object]) -> str:
    """Fill in the ${PLACEHOLDERS}; KeyError for one without a value. nginx's own $variables stay."""
    return re.sub(r"\$\{([A-Z_]+)\}", lambda match: str(values[match[1]]), template)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Front:
    """A running nginx; a context manager. `url` is its address, `address` its host and port."""

    def __init__(self, place: Path, upstream: str, static: Path, media: Path):
        self.place, port = place, free_port()
        self.address, self.url = f"127.0.0.1:{port}", f"http://127.0.0.1:{port}"
        values = {
            "CACHE_DIR": place / "cache",
            "ACCESS_LOG": place / "access.log",
            "UPSTREAM": urlsplit(upstream).netloc,
            "LISTEN": self.address,
            "SERVER_NAME": "127.0.0.1 localhost",
            "STATIC_ROOT": static,
            "MEDIA_ROOT": media,
            "TLS_INCLUDE": place / "tls*.conf",
            "PROXY_INCLUDE": DEPLOY / "nginx-proxy.conf",
            "REFRESH_SECRET": REFRESH_SECRET,
        }
        (place / "cache").mkdir()
        (place / "mime.types").write_text(TYPES, encoding="utf-8")
        (place / "site.conf").write_text(
            render((DEPLOY / "nginx.conf").read_text(encoding="utf-8"), values), encoding="utf-8"
        )
        # Workers of a root nginx would give up root, and then could not read the test's folders.
        user = "user root;" if not os.geteuid() else ""
        around = AROUND.format(place=place, types=place / "mime.types", user=user)
        (place / "nginx.conf").write_text(around, encoding="utf-8")
        self.command = [
            nginx(),
            "-p",
            str(place),
            "-e",
            str(place / "error.log"),
            "-c",
            str(place / "nginx.conf"),
        ]

    def judged(self) -> subprocess.CompletedProcess:
        """What `nginx -t` says of the configuration."""
        return subprocess.run([*self.command, "-t"], capture_output=True, text=True, check=False)

    def __enter__(self) -> "Front":
        self.process = subprocess.Popen(self.command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        host, port = self.address.split(":")
        for _ in range(100):
            try:
                socket.create_connection((host, int(port)), timeout=1).close()
                return self
            except OSError:
                if self.process.poll() is not None:
                    break
                time.sleep(0.05)
        self.__exit__()
        raise RuntimeError(
            f"nginx did not start: {(self.place / 'error.log').read_text(errors='replace')[-2000:]}"
        )

    def __exit__(self, *trouble):
        self.process.terminate()
        self.process.wait(timeout=10)
