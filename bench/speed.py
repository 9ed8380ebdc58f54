"""How fast the paper is beside a file: our stack and nginx with a static page of the same size, in turns, with wrk.

    apt-get install -y wrk nginx postgresql
    .venv/bin/python bench/speed.py [--database sqlite] [--articles 500] [--comments 5000] [--rounds 5] [--seconds 3]

Builds a paper in a folder of its own (generate_corpus), starts nginx as deploy/ has it, the application server and the
database, and prints medians of the rounds and their ratios; then how soon a change is seen, and what readers see of a
killed application. Read the ratios and the CPU: rates are of the machine and of whoever else uses it.
"""

import argparse
import gzip
import os
import re
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import ExitStack, nullcontext
from pathlib import Path
from urllib.parse import quote

from stack import CAREFUL, HOUSE, Nginx, cpu_seconds, read, served

from tests.front import nginx
from tests.postgres import Unavailable, cluster

CLIENTS = 16
COLD = 60  # requests for the CPU of one page
# How readers ask: nearly all of them as the second.
WAYS = {"plain": [], "gzip": ["-H", "Accept-Encoding: gzip, deflate, br"]}
POST = """
local number = 0
local started = tostring(os.time()) .. tostring({}):sub(8)
request = function()
  number = number + 1
  local words = "Tôi+là+người+thứ+" .. number .. "+của+" .. started .. "+nói+về+cây+cầu+này"
  wrk.headers["Content-Type"] = "application/x-www-form-urlencoded"
  wrk.headers["Sec-Fetch-Site"] = "same-origin"
  wrk.headers["X-Forwarded-For"] = "10." .. number % 250 .. "." .. math.floor(number / 250) % 250 .. ".7"
  return wrk.format("POST", nil, nil, "name=Bạn+đọc+" .. number .. "&text=" .. words .. "&token=TOKEN")
end
"""


def main():
    wanted = arguments()
    with ExitStack() as stack:
        place = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="toa-soan-bench-")))
        of_postgres = wanted.database == "postgresql"
        try:
            url, version = stack.enter_context(cluster(CAREFUL) if of_postgres else nullcontext(("", "")))
        except Unavailable as trouble:
            sys.exit(f"PostgreSQL: {trouble}")
        os.environ |= {
            "DJANGO_SETTINGS_MODULE": "newsroom.settings",
            "DATABASE_URL": url.replace("/newsroom", "/postgres") or f"sqlite:///{place / 'paper.sqlite3'}",
            "STATE_DIR": str(place / "state"),
            "DEBUG": "0",
            "SECRET_KEY": "a key of this measurement alone, long enough to be taken for one",
            "ALLOWED_HOSTS": "localhost,127.0.0.1",
            "SITE_URL": "http://127.0.0.1",
            "SECURE_SSL_REDIRECT": "0",
            # Withdrawals would ask nginx: nobody is withdrawn here.
            "FRONT_URL": "http://127.0.0.1:9",
        }
        print(
            f"{wanted.database} {version}, {wanted.articles} articles, {wanted.comments} comments", flush=True
        )
        for command in (["migrate", "-v0"], ["collectstatic", "-v0", "--noinput"]):
            manage(*command)
        begun = time.monotonic()
        manage("generate_corpus", "--articles", wanted.articles, "--comments", wanted.comments)
        print(f"filled in {time.monotonic() - begun:.0f} s", flush=True)
        measure(wanted, place, postmaster(url) if of_postgres else None, stack)


def arguments():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--database", choices=["sqlite", "postgresql"], default="postgresql")
    for name, number in {"articles": 500, "comments": 5000, "rounds": 5, "seconds": 3}.items():
        parser.add_argument(f"--{name}", type=int, default=number)
    if not nginx() or subprocess.run(["which", "wrk"], capture_output=True).returncode:
        sys.exit("This needs wrk and nginx: apt-get install -y wrk nginx")
    return parser.parse_args()


def manage(*words):
    subprocess.run([sys.executable, "manage.py", *map(str, words)], cwd=HOUSE, check=True)


def postmaster(url):
    """The number of PostgreSQL's first process."""
    folder = re.search(r"@/(/.+)/", url)[1]
    return int(Path(folder, "data", "postmaster.pid").read_text().split()[0])


def measure(wanted, place, database, stack):
    import django

    django.setup()
    from django.db.models import Count

    from articles.models import Article
    from articles.vietnamese import slug

    # With about twenty comments, which a page shows whole.
    stories = Article.objects.public().filter(kind="story").select_related("section").newest_first()
    talked_of = stories.filter(comments__parent=None, comments__status="approved").annotate(
        voices=Count("comments")
    )
    story = min(talked_of, key=lambda one: abs(one.voices - 20), default=None) or stories.first()
    paths = {"article": story.get_absolute_url(), "home": "/", "section": story.section.get_absolute_url()}
    paths |= {f"search {words}": f"/tim-kiem/?q={quote(words)}" for words in ("Vân Lĩnh", "hop tac xa che")}

    start = stack.enter_context
    behind = start(served("newsroom.wsgi:application", os.environ | {"BEHIND_FRONT": "1"}))
    alone = start(served("newsroom.wsgi:application", os.environ | {"BEHIND_FRONT": "0", "PAGE_CACHE": "1"}))
    (place / "front").mkdir()
    static = place / "state" / "static"
    front = start(Nginx(place / "front", behind.url, static, place / "state"))
    paths = {name: path for name, path in paths.items() if read(front.url, path)[0] == 200}
    (place / "page.html").write_bytes(read(front.url, paths["article"])[1])
    floor = start(served("bench.floor:application", os.environ | {"FLOOR_PAGE": str(place / "page.html")}))

    cold(behind, paths, database)
    targets = {}
    for name, path in paths.items():
        if name.startswith("search"):
            targets[f"{name}: nginx"] = [front.url + path]  # kept by no store
            continue
        page, file = read(front.url, path)[1], f"/static/{slug(name)}.html"
        (static / f"{slug(name)}.html").write_bytes(page)
        # As collectstatic leaves it: what a browser is sent.
        (static / f"{slug(name)}.html.gz").write_bytes(gzip.compress(page, 6))
        for way, asked in WAYS.items():
            targets[f"{name}, {way}: file"] = [*asked, front.url + file]
            targets[f"{name}, {way}: nginx"] = [*asked, front.url + path]
    targets |= {"floor of Django": [floor.url + "/"], "article: alone": [alone.url + paths["article"]]}
    targets["home: alone"] = [alone.url + "/"]
    warm(wanted, targets, [server.process.pid for server in (front, behind, alone, floor)])
    comments(wanted, place, behind, story)
    freshness(front, story, paths["article"])
    killed(behind, front, wanted, paths["article"])


def wrk(asked, seconds, *more):
    """(requests a second, errors) of CLIENTS readers who keep their connections; asked: options, and the address."""
    command = ["wrk", "-t2", f"-c{CLIENTS}", f"-d{seconds}s", *more, *asked]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    errors = sum(map(int, re.findall(r"Non-2xx or 3xx responses: (\d+)", said)))
    errors += sum(map(int, re.findall(r"(?:connect|read|write|timeout) (\d+)", said)))
    return float(re.search(r"Requests/sec:\s+([\d.]+)", said)[1]), errors


def cold(server, paths, database):
    """CPU of application and database for a page nobody stored."""
    roots = [root for root in (server.process.pid, database) if root]
    print(f"\n{'cold page':<26} {'CPU ms':>7} {'bytes':>8}")
    for name, path in paths.items():
        size = [len(read(server.url, path)[1]) for _ in range(10)][0]
        before = cpu_seconds(*roots)
        for _ in range(COLD):
            read(server.url, path)
        print(f"{name:<26} {1000 * (cpu_seconds(*roots) - before) / COLD:>7.1f} {size:>8}", flush=True)


def warm(wanted, targets, roots):
    """Requests a second in interleaved rounds and the servers' CPU for one, as medians; ratios of the rates."""
    rates, spent, errors = {}, {}, dict.fromkeys(targets, 0)
    for _ in range(wanted.rounds):
        for name, asked in targets.items():
            wrk(asked, 1)  # what nobody has read for five seconds is made while its reader waits
            before = cpu_seconds(*roots)
            rate, wrong = wrk(asked, wanted.seconds)
            rates.setdefault(name, []).append(rate)
            spent.setdefault(name, []).append((cpu_seconds(*roots) - before) / max(1, rate * wanted.seconds))
            errors[name] += wrong
    median = {name: statistics.median(each) for name, each in rates.items()}
    print(f"\n{'warm':<38} {'req/s':>9} {'CPU µs':>7} {'errors':>7} {'ratio':>7}")
    for name in targets:
        page = name.partition(":")[0]
        beside = "floor of Django" if name.endswith("alone") else f"{page}: file"
        ratio = f"{median[name] / median[beside]:.2f}" if beside in median and beside != name else ""
        cost = 1e6 * statistics.median(spent[name])
        print(f"{name:<38} {median[name]:>9.0f} {cost:>7.1f} {errors[name]:>7} {ratio:>7}")
    sys.stdout.flush()


def comments(wanted, place, behind, story):
    """Comments a second at the application's own door, every reader from an address of their own."""
    from comments.forms import page_token
    from comments.models import Comment

    script = place / "post.lua"
    script.write_text(POST.replace("TOKEN", page_token(story.pk)), encoding="utf-8")
    time.sleep(2)  # nobody writes a comment within two seconds of the page's making
    door = [f"{behind.url}/binh-luan/{story.pk}/"]
    wrk(door, 2, "-s", str(script))  # with its first comment a process learns what to look for
    before = Comment.objects.count()
    rate, errors = wrk(door, 2 * wanted.seconds, "-s", str(script))
    stored = (Comment.objects.count() - before) / (2 * wanted.seconds)
    print(f"\ncomments: {rate:.0f} answered a second, {stored:.0f} stored, {errors} errors", flush=True)


def freshness(front, story, path):
    """Seconds from a change to its being seen: on a page read every second, and on one nobody has read since."""
    from articles.models import Article

    def change(number):
        Article.objects.filter(pk=story.pk).update(headline=f"Tít đổi lần thứ {number}")
        return f"Tít đổi lần thứ {number}".encode()

    delays = []
    for number in range(8):
        read(front.url, path)
        time.sleep(0.13 * number)
        wanted, begun = change(number), time.monotonic()
        while wanted not in read(front.url, path)[1]:
            time.sleep(max(0, 1 - (time.monotonic() - begun) % 1))
        delays.append(time.monotonic() - begun)
    print(
        f"\nseen on a page read every second after {statistics.median(delays):.1f} s, at most {max(delays):.1f} s"
    )
    late = 0
    for number in range(8, 12):
        read(front.url, path)
        time.sleep(0.13 * number)
        wanted = change(number)
        time.sleep(5)
        late += wanted not in read(front.url, path)[1]
    print(f"not seen by the first reader after 5 s: {late} of 4 times", flush=True)


def killed(behind, front, wanted, path):
    """Readers of a page seen before, while the application is killed under them."""
    read(front.url, path, {"Accept-Encoding": "gzip"})
    threading.Timer(wanted.seconds / 2, behind.kill).start()
    rate, errors = wrk([*WAYS["gzip"], front.url + path], 3 * wanted.seconds)
    print(f"application killed under readers: {rate:.0f} requests a second, {errors} errors", flush=True)


if __name__ == "__main__":
    main()
