"""A page the application's own memory holds, without nginx, beside Django's floor: microseconds of CPU in one process.

    python3 manage.py demo --no-serve && python3 bench/alone.py

The floor is bench/floor.py: a view that returns the same bytes, without middleware. A server adds the same to both.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
BATCHES, REQUESTS = 40, 100


def main():
    from newsroom import bootstrap

    bootstrap.ensure()
    with tempfile.TemporaryDirectory() as place:
        page = Path(place, "page.html")
        ours = measured("ours", page)
        floor = measured("floor", page)
    print(
        f"floor of Django {floor:.0f} µs, a page in memory {ours:.0f} µs: {floor / ours:.2f} of the floor's rate"
    )


def measured(which, page):
    asked = [sys.executable, __file__, which, str(page)]
    return float(subprocess.run(asked, check=True, capture_output=True, text=True).stdout)


def measure(which, page):
    """Print the least microseconds of a request, of BATCHES; "ours" leaves the page where the floor takes it from."""
    from pages import environ

    if which == "ours":
        os.environ |= {
            "DJANGO_SETTINGS_MODULE": "newsroom.settings",
            "DEMO": "1",
            "DEBUG": "0",
            "PAGE_CACHE": "1",
        }
        from newsroom.wsgi import application
    else:
        os.environ["FLOOR_PAGE"] = page
        from bench.floor import application

    def ask():
        answer = application(environ("/") | {"HTTP_HOST": "127.0.0.1"}, lambda status, headers: None)
        body = b"".join(answer)
        answer.close()
        return body

    body = ask()
    if which == "ours":
        Path(page).write_bytes(body)
    spent = []
    for _ in range(BATCHES):
        ask()  # it may have been forgotten meanwhile
        begun = time.process_time()
        for _ in range(REQUESTS):
            ask()
        spent.append((time.process_time() - begun) / REQUESTS * 1_000_000)
    print(min(spent))


if __name__ == "__main__":
    measure(*sys.argv[1:]) if sys.argv[1:] else main()
