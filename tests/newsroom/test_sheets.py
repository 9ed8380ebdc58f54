"""The one sheet of the readers' pages, and the faces they are set in."""

import gzip
import re
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.test import override_settings

from articles.models import Status
from newsroom import sheets
from tests.factories import make_interview

STATIC = Path(settings.BASE_DIR) / "static"
ON_THEIR_OWN = {"light", "sign-off"}
SMALLEST_WEIGHT_OF_A_SHEET = 1000  # bytes
FACES = 60_000  # bytes
WHOLE_PAGE, LIGHT_PAGE = 20_000, 8_000  # bytes on the wire: a page and its sheet, as nginx packs them
SVG = "http://www.w3.org/2000/svg"
LONG = "phong-van-don-thua-yen-trach.txt"


def test_the_sheet_holds_every_part_in_its_layers():
    text = sheets.joined()
    assert text.startswith("@layer reset, tokens, base, layout, components, utilities, print;")
    parts = {path.stem for path in (STATIC / "css").glob("*.css")}
    assert set(sheets.PARTS) | {sheets.PRINTED} == parts - ON_THEIR_OWN
    assert "/*" not in text and text.count("{") == text.count("}")
    assert re.search(r"@media print \{\s*@layer print", text)


def test_whatever_the_sheet_and_the_faces_name_is_there():
    urls = re.findall(r'url\("([^"]+)"\)', sheets.joined())
    named = {url for url in urls if not url.startswith("data:")}
    assert len(named) >= 3
    for address in named:
        assert (STATIC / "css" / address).resolve().is_file(), address
    faces = list((STATIC / "fonts").glob("*.woff2"))
    assert 0 < sum(face.stat().st_size for face in faces) <= FACES
    assert len(list((STATIC / "fonts").glob("LICENSE*"))) == 2


def test_drawings_come_with_the_sheet():
    [drawn] = re.findall(r'mask: url\("data:image/svg\+xml,([^"]+)"\)', sheets.joined())
    assert "../img/" not in sheets.joined()
    assert ElementTree.fromstring(unquote(drawn)).find(f"{{{SVG}}}path").get("d")


def test_the_faces_a_page_asks_for_first_are_those_the_sheet_names():
    links = render_to_string("includes/_stylesheets.html")
    assert links.count('rel="stylesheet"') == 1
    asked = re.findall(r'href="/static/(fonts/[^"]+)"', links)
    assert asked and all(f"../{face}" in sheets.joined() for face in asked)


def test_it_is_found_like_any_file_and_follows_its_parts(tmp_path, monkeypatch):
    with override_settings(STATE_DIR=tmp_path):
        found = Path(finders.find(sheets.SHEET))
        assert found.read_text(encoding="utf-8") == sheets.joined()
        assert len(gzip.compress(found.read_bytes())) > SMALLEST_WEIGHT_OF_A_SHEET
        monkeypatch.setattr(sheets, "joined", lambda: "changed")
        assert [Path(one).read_text() for one in finders.find(sheets.SHEET, find_all=True)] == ["changed"]
        listed = {
            name
            for finder in finders.get_finders()
            for name, _ in finder.list(None)
            if name.startswith("css/")
        }
        assert sheets.SHEET in listed
        assert finders.find("css/no-such.css") is None


def test_nothing_half_written_stays(tmp_path):
    with override_settings(STATE_DIR=tmp_path):
        finders.find(sheets.SHEET)
        finders.find(sheets.SHEET)
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["paper.css"]


@pytest.mark.django_db
@pytest.mark.only_on("sqlite")  # what a page weighs is no matter of its database
def test_a_long_interview_weighs_little_and_its_light_page_next_to_nothing(client):
    told = (
        (settings.BASE_DIR / "newsroom/demo/stories" / LONG).read_text(encoding="utf-8").partition("---\n")[2]
    )
    paragraphs = told.split("\n\n")
    turns = [(one, f"<p>{other}</p>") for one, other in zip(paragraphs[::2], paragraphs[1::2], strict=False)]
    article = make_interview(turns, status=Status.PUBLISHED, standfirst=paragraphs[0])

    def weight(address, sheet):
        return len(gzip.compress(client.get(address).content, 5)) + len(gzip.compress(sheet, 5))

    assert weight(article.get_absolute_url(), sheets.joined().encode()) <= WHOLE_PAGE
    assert weight(article.get_light_url(), (STATIC / "css/light.css").read_bytes()) <= LIGHT_PAGE
