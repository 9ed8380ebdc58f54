"""Invented transcripts whose every line says what it is: the source and the structure expected from it, in one file.

A line of a .page is a role, a space and what is printed. ‹…› is the speaker's label, ⟦…⟧ the words that are kept
where that is not the whole rest. Roles: T headline, K kicker, I introduction, Q and A the first line of a question or
answer, q and a a further line of it, L an item of a list, C a caption, M what is no text (a marker), Z closing,
B byline, S section or time, P a picture. After the role: * bold, / italic, ^ after a soft break, - a Word list,
= heading style, ~ centred. A blank line is a blank line. Pages named .docx.page are built with python-docx, others
are text.
"""

import io
import re
from pathlib import Path

import docx
from PIL import Image

PAGES = Path(__file__).resolve().parent / "articles" / "transcripts" / "pages"
_LINE = re.compile(r"([TKIQAqaLCMZBSP])([*/^=~-]*)(?: (.*))?$")


def pages():
    return sorted(PAGES.glob("*.page"))


def rows(page):
    for number, line in enumerate(page.read_text(encoding="utf-8").split("\n"), 1):
        if not line.strip():
            yield "", "", ""
            continue
        match = _LINE.match(line)
        assert match, f"{page.name}:{number}: {line}"
        yield match[1], match[2], (match[3] or "").replace("\\n", "\n")


def printed(text):
    return re.sub("[‹›⟦⟧]", "", text)


def kept(text):
    inner = re.search("⟦(.*)⟧", text)
    return inner[1] if inner else printed(re.sub("^.{0,3}‹.*›:? ?", "", text))


def source(page):
    """The file as a reporter would bring it, as bytes."""
    if page.name.endswith(".docx.page"):
        return word(page)
    return "\n".join(printed(text) for _, _, text in rows(page)).encode()


def word(page):
    document = docx.Document()
    paragraph = None
    for role, flags, text in rows(page):
        if role == "P":
            document.add_paragraph().add_run().add_picture(io.BytesIO(picture()))
            continue
        if not role:
            continue
        if "^" in flags:
            paragraph.runs[-1].add_break()
        else:
            style = "List Bullet" if "-" in flags else "Heading 2" if "=" in flags else None
            paragraph = document.add_paragraph(style=style)
            if "~" in flags:
                paragraph.alignment = 1
        label = re.match("(‹.*?›:? ?)(.*)", text)
        pieces = [label[1], label[2]] if label and "*" not in flags and "/" not in flags else [text]
        for number, piece in enumerate(pieces):
            run = paragraph.add_run(printed(piece))
            run.bold = "*" in flags or (len(pieces) == 2 and number == 0) or None
            run.italic = "/" in flags or None
    raw = io.BytesIO()
    document.save(raw)
    return raw.getvalue()


def picture(colour="green"):
    raw = io.BytesIO()
    Image.new("RGB", (64, 48), colour).save(raw, "PNG")
    return raw.getvalue()


def expected(page):
    """What the report must say, warnings left out."""
    found = {"title": [], "kicker": "", "intro": [], "exchanges": [], "captions": [], "closing": [], "byline": []}
    side = None
    for role, _, text in rows(page):
        words = " ".join(kept(text).split())
        if role == "T":
            found["title"].append(words)
        elif role == "K":
            found["kicker"] = words
        elif role == "I":
            found["intro"].append(words)
        elif role in "QA" and role:
            speaker = re.search("‹(.*?)›", text)
            side = {"speaker": speaker[1] if speaker else "", "paragraphs": [words] if words else []}
            if role == "Q":
                found["exchanges"].append({"question": side, "answers": []})
            else:
                side["list_items"] = []
                found["exchanges"][-1]["answers"].append(side)
        elif role in "qa" and role:
            side["paragraphs"].append(words)
        elif role == "L":
            side["list_items"].append(re.sub(r"^(?:[-+•*–✓]|\(?\w{1,2}[.)]) ?", "", words))
        elif role == "C":
            found["captions"].append({"text": words, "after_exchange": len(found["exchanges"])})
        elif role == "Z":
            found["closing"].append(words)
        elif role == "B":
            found["byline"].append(words)
    for name, between in (("title", " "), ("closing", "\n\n"), ("byline", "\n")):
        found[name] = between.join(found[name])
    return found
