"""The one script of stories and comments."""

import re
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.test import override_settings

from newsroom import scripts

ON_THEIR_OWN = {"text-size"}  # before the page is drawn
READERS = Path(settings.BASE_DIR) / "static" / "js"


def test_the_script_holds_every_part_in_a_block_of_its_own():
    text = scripts.joined()
    assert set(scripts.PARTS) == {path.stem for path in READERS.glob("*.js")} - ON_THEIR_OWN
    assert (
        text.count("\n}\n{\n") == len(scripts.PARTS) - 1 and text.startswith("{\n") and text.endswith("\n}\n")
    )
    # A block may hold neither; and what names an element does so once.
    assert not re.search(r"^\s*(import|export)\b", text, flags=re.MULTILINE)
    names = re.findall(r'customElements\.define\("([\w-]+)"', text)
    assert len(names) == len(set(names)) >= 7


def test_only_comments_are_left_out():
    """Line by line what the parts say, once their comments, each on lines of its own, are gone."""
    text = scripts.joined()
    assert "/*" not in text and not re.search(r"^\s*//", text, flags=re.MULTILINE)
    for name in scripts.PARTS:
        part = (READERS / f"{name}.js").read_text(encoding="utf-8")
        # What is cut at line breaks and put together again must not stand within a text of several lines.
        assert all(line.count("`") % 2 == 0 for line in part.splitlines()), name
        for line in re.sub(r"/\*.*?\*/", "", part, flags=re.DOTALL).splitlines():
            assert not line.strip() or line.strip().startswith("//") or line.strip() in text, (name, line)


def test_pages_ask_for_it_where_it_is_found(tmp_path):
    [address] = re.findall(r'src="/static/([^"]+)"', render_to_string("includes/_scripts.html"))
    with override_settings(STATE_DIR=tmp_path):
        assert Path(finders.find(address)).read_text(encoding="utf-8") == scripts.joined()
