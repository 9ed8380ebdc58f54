"""What a paper's size costs its readers: every kind of page at 1,000 stories and at many more, on PostgreSQL.

    .venv/bin/python bench/growth.py [--articles 1000,100000] [--comments-each 2]

Prints the CPU milliseconds of application and database for each page, cold, its SQL queries, and the ratio between the
largest paper and the smallest. A million stories take PostgreSQL some thirty gigabytes; bench/multiplied.py makes them
of fewer.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import quote

from stack import CAREFUL, HOUSE, cpu_seconds

from tests.postgres import Unavailable, cluster

ROUNDS = 40


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", default="1000,100000")
    parser.add_argument("--comments-each", type=int, default=2)
    wanted = parser.parse_args()
    sizes = sorted(map(int, wanted.articles.split(",")))
    try:
        # Nobody keeps it: it is filled sooner when nothing has to be on the disk.
        with tempfile.TemporaryDirectory() as place, cluster((*CAREFUL[3:], "fsync=off")) as (url, version):
            folder = Path(url.partition("@/")[2].rpartition("/")[0])
            os.environ |= {
                "DJANGO_SETTINGS_MODULE": "newsroom.settings",
                "DATABASE_URL": url.replace("/newsroom", "/postgres"),
                "STATE_DIR": place,
                "DEMO": "1",
                "DEBUG": "0",
                "PAGE_CACHE": "0",
                "SECRET_KEY": "a key of this measurement alone, long enough to be taken for one",
            }
            manage("migrate", "-v0")
            manage("collectstatic", "-v0", "--noinput")
            measure(
                sizes, wanted.comments_each, int((folder / "data" / "postmaster.pid").read_text().split()[0])
            )
    except Unavailable as trouble:
        sys.exit(f"PostgreSQL: {trouble}")


def manage(*words):
    subprocess.run([sys.executable, "manage.py", *map(str, words)], cwd=HOUSE, check=True)


def measure(sizes, comments_each, database):
    import django

    django.setup()
    from articles.models import Article

    told = {}
    for size in sizes:
        more = size - Article.objects.count()
        manage("generate_corpus", "--add", "--articles", more, "--comments", more * comments_each)
        told[size] = {name: cost(path, database) for name, path in pages().items()}
    few, many = sizes[0], sizes[-1]
    print(f"\n{'page':<28}" + "".join(f"{size:>10}" for size in sizes) + f"{'ratio':>8}{'queries':>9}")
    for name in told[few]:
        row = "".join(f"{told[size][name][0]:>10.1f}" for size in sizes)
        print(f"{name:<28}{row}{told[many][name][0] / told[few][name][0]:>8.2f}{told[many][name][1]:>9}")


def pages():
    """{name: address} of one page of each kind; those the paper has no address for are left out."""
    from django.test import Client
    from django.utils import timezone

    from articles.models import Article, Kind, Section

    public = Article.objects.public().select_related("section")
    topic, author, person = _subjects()
    middle = public.filter(pk__gte=Article.objects.count() // 2)
    section = Section.objects.first()
    found = {
        "home": "/",
        "section": section.get_absolute_url(),
        "section, page 5": f"{section.get_absolute_url()}?trang=5",
        "story, middle of the paper": middle.filter(kind=Kind.STORY)
        .order_by("pk")
        .first()
        .get_absolute_url(),
        "interview": middle.filter(kind=Kind.INTERVIEW).order_by("pk").first().get_absolute_url(),
        "topic": topic.get_absolute_url(),
        "author": author.get_absolute_url(),
        "person": person.get_absolute_url(),
        "day": f"/luu-tru/{timezone.localdate():%Y/%m/%d}/",
        "most read": "/luu-tru/doc-nhieu/",
        "corrections": "/cai-chinh/",
        "feed": "/rss/",
        "sitemap": "/sitemap.xml",
        "news sitemap": "/sitemap-news.xml",
    }
    searched = ("Vân Lĩnh", "hợp tác xã", "hop tac xa che", "Quách Bích Trọng", "không có chữ nào")
    found |= {f"search: {words}": f"/tim-kiem/?q={quote(words)}" for words in searched}
    client = Client(SERVER_NAME="127.0.0.1")
    answers = {name: client.get(path).status_code for name, path in found.items()}
    left_out = [name for name, status in answers.items() if status != 200]
    if left_out:
        print(f"no page: {', '.join(left_out)}")
    return {name: path for name, path in found.items() if answers[name] == 200}


def _subjects():
    """(Topic, Author, Person) of the newest stories, given some of those where they do not fill a page and a bit: in a
    small paper their pages would show less, and seem to cost less for it."""
    from articles.models import Article, Byline, Interviewee, Kind, Topic
    from articles.streams import keep_streams
    from articles.surfaces import INTERVIEWS_PER_PAGE, PER_PAGE

    newest = Article.objects.public().newest_first()
    topic = Topic.objects.order_by("pk").first()
    filed = newest.exclude(topics=topic)[: max(0, PER_PAGE + 5 - topic.articles.count())]
    topic.articles.add(*filed)
    keep_streams(*filed)
    author = Byline.objects.filter(article=newest[0]).first().author
    person = Interviewee.objects.filter(article__kind=Kind.INTERVIEW).order_by("pk").first().person
    for interview in newest.filter(kind=Kind.INTERVIEW)[: INTERVIEWS_PER_PAGE + 3]:
        if person.interviews.count() <= INTERVIEWS_PER_PAGE:
            Interviewee.objects.filter(article=interview).update(person=person)
            keep_streams(interview)
    return topic, author, person


def cost(path, database):
    """(CPU milliseconds of application and database, SQL queries) of a page."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client = Client(SERVER_NAME="127.0.0.1")
    client.get(path)
    with CaptureQueriesContext(connection) as captured:
        client.get(path)
    queries = len(captured)  # now: the next request empties the log
    before = cpu_seconds(os.getpid(), database)
    for _ in range(ROUNDS):
        client.get(path)
    return 1000 * (cpu_seconds(os.getpid(), database) - before) / ROUNDS, queries


if __name__ == "__main__":
    main()
