"""The one sheet of the readers' pages, and the faces they are set in."""

import gzip
import re
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.test import override_settings

from newsroom import sheets

STATIC = Path(settings.BASE_DIR) / "static"
ON_THEIR_OWN = {"light", "sign-off"}
SMALLEST_WEIGHT_OF_A_SHEET = 1000  # bytes
FACES = 60_000  # bytes


def test_the_sheet_holds_every_part_in_its_layers():
    text = sheets.joined()
    assert text.startswith("@layer reset, tokens, base, layout, components, utilities, print;")
    parts = {path.stem for path in (STATIC / "css").glob("*.css")}
    assert set(sheets.PARTS) | {sheets.PRINTED} == parts - ON_THEIR_OWN
    assert "/*" not in text and text.count("{") == text.count("}")
    assert re.search(r"@media print \{\s*@layer print", text)


def test_whatever_the_sheet_and_the_faces_name_is_there():
    named = set(re.findall(r'url\("([^"]+)"\)', sheets.joined()))
    assert len(named) >= 4
    for address in named:
        assert (STATIC / "css" / address).resolve().is_file(), address
    faces = list((STATIC / "fonts").glob("*.woff2"))
    assert 0 < sum(face.stat().st_size for face in faces) <= FACES
    assert len(list((STATIC / "fonts").glob("LICENSE*"))) == 2


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
