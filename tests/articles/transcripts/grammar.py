# ruff: noqa: E501
"""Interviews composed part by part, each knowing what it truly says: how a head, a body and a signature may go together.

Every part is optional and stands where papers put it. `compose(seed)` gives the source and what the report must say.
"""

import random
from dataclasses import dataclass, field

from articles.transcripts.layout import Line, Manuscript
from tests.articles.transcripts.phrases import (
    ISSUE,
    MOTTO,
    OFFICE,
    PAPER,
    PLACE,
    PROVINCE,
    THING,
    TIME,
    VERB,
    capital,
    crumbs,
    headline,
    kicker,
    pen,
    person,
    section,
    sentence,
)


@dataclass
class Composed:
    source: str | Manuscript
    text: str
    report: dict
    kickers: tuple[str, ...]  # all that the head allows to be called its kicker


@dataclass
class _Making:
    r: random.Random
    rows: list = field(default_factory=list)  # (text, look, gap before it)

    def maybe(self, share):
        return self.r.random() < share

    def add(self, text, look="", gap=True):
        self.rows.append((text, look, gap))
        return text


def compose(seed):
    making = _Making(random.Random(seed))
    r = making.r
    paper = r.choice(PROVINCE)
    report = {"title": "", "kicker": "", "intro": [], "exchanges": [], "captions": [], "closing": "", "byline": ""}
    kickers = _head(making, report, paper)
    guest = _introduction(making, report, paper)
    top = len(making.rows)
    _body(making, report, guest, paper)
    if not report["byline"] and making.maybe(0.85) or not report["closing"] and not report["byline"]:
        report["byline"] = making.add(signature(r, paper), r.choice(("", "bold")))
    return _written(making, report, kickers, top)


def _head(making, report, paper):
    r, maybe, add = making.r, making.maybe, making.add
    if maybe(0.3):
        name = r.choice(PAPER).format(p=paper, P=paper.upper(), l="bao" + str(len(paper)))
        shape = r.randrange(4)
        if shape == 0:
            add(f"{name} - {r.choice(ISSUE)}")
        else:
            add(name)
            if shape == 2:
                add(r.choice(MOTTO).format(p=paper), gap=False)
            if shape == 3:
                add(r.choice(ISSUE), gap=False)
    if maybe(0.1):
        add(crumbs(r))
    times = 0
    above = ""
    if maybe(0.25):
        above = add(section(r))
        if maybe(0.4):
            times = 1
            above = ""
            add(r.choice(TIME).format(p=paper), gap=False)
    elif maybe(0.15):
        times = 1
        add(r.choice(TIME).format(p=paper))
    if maybe(0.4):
        report["kicker"] = add(kicker(r), r.choice(("", "", "bold")))
    title = headline(r)
    words = title.split()
    if len(words) > 7 and maybe(0.2):
        cut = len(words) // 2
        one = add(" ".join(words[:cut]), "bold", gap=maybe(0.5))
        report["title"] = f"{one} {add(' '.join(words[cut:]), 'bold', gap=False)}"
    else:
        report["title"] = add(title, "bold", gap=maybe(0.5))
    tail = r.randrange(8)
    if tail == 0 and not times:
        if maybe(0.5):
            add(section(r))
        add(r.choice(TIME).format(p=paper), gap=False)
    elif tail == 1:
        report["byline"] = add(under_headline(r), r.choice(("", "italic")))
        if not times and maybe(0.3):
            add(r.choice(TIME).format(p=paper), gap=False)
    elif tail == 2 and not times:
        add(r.choice(TIME).format(p=paper))
        report["byline"] = add(under_headline(r), gap=False)
    # A section's name alone above the headline may be called its kicker.
    return (report["kicker"],) if report["kicker"] else ("", above) if above else ("",)


def _introduction(making, report, paper):
    r, maybe, add = making.r, making.maybe, making.add
    guest = (r.choice(("Ông", "Bà", "TS.", "Đồng chí", "Chị", "Anh")), person(r))
    office = f"{r.choice(OFFICE)} {r.choice(PLACE)}"
    opening = r.choice(("", "", "", f"(Báo {paper}) - ", "BVL - ", f"{r.choice(PLACE)} - ", f"{r.choice(PLACE)} – "))
    if maybe(0.75):
        sapo = opening + sentence(r)
        shape = r.randrange(4)
        if shape == 1:
            sapo += " " + sentence(r)
        if shape == 2:
            sapo = sapo[:-1]
        report["intro"].append(add(sapo, r.choice(("", "bold", "italic"))))
        if shape == 3:
            report["intro"].append(add(sentence(r)))
    if maybe(0.8) or not report["intro"]:
        honorific = guest[0] if guest[0] == "TS." else guest[0].lower()
        named = r.choice(
            (
                f"Phóng viên Báo {paper} có cuộc trao đổi với {honorific} {guest[1]}, {office}, về chuyện này.",
                f"{guest[0]} {guest[1]}, {office}, trò chuyện với Báo {paper} nhân dịp tổng kết năm.",
                f"Báo {paper} phỏng vấn {honorific} {guest[1]} - {office} - quanh câu chuyện trên.",
            )
        )
        report["intro"].append(add(named))
    return guest


def _body(making, report, guest, paper):
    r, add = making.r, making.add
    honorific, name = guest
    you = honorific.lower() if honorific not in ("TS.",) else "ông"
    style = r.randrange(8)
    ask, reply = {
        0: ("PV", f"{honorific} {name}"),
        1: ("Phóng viên", f"{honorific} {name}"),
        2: ("Hỏi", "Đáp"),
        3: (f"Báo {paper}", f"{honorific} {name}"),
        4: ("", ""),
        5: ("", ""),
        6: ("P.V", f"{honorific} {name.split()[-1]}"),
        7: ("", f"{honorific} {name}"),
    }[style]
    for _ in range(3):
        question = r.choice(
            (
                f"Thưa {you}, vì sao {r.choice(PLACE)} {r.choice(VERB)} {r.choice(THING)}?",
                f"Xin {you} cho biết việc {r.choice(VERB)} {r.choice(THING)} đã đi tới đâu?",
                f"Điều gì khó nhất khi {r.choice(VERB)} {r.choice(THING)}, thưa {you}?",
            )
        )
        answer = r.choice(
            ("Tôi nghĩ trước hết phải kiên nhẫn. ", "Chúng tôi làm từng bước. ", "Khó chứ, nhưng làm được. ")
        )
        answer += sentence(r)
        look = "bold" if style in (4, 7) else ""
        mark = {5: "- "}.get(style, "")
        add(f"{ask}: {question}" if ask else mark + question, look)
        add(f"{reply}: {answer}" if reply else mark + answer)
        said = {"speaker": reply, "paragraphs": [answer], "list_items": []}
        if r.random() < 0.25:
            said["paragraphs"].append(add(sentence(r)))
        report["exchanges"].append({"question": {"speaker": ask, "paragraphs": [question]}, "answers": [said]})
    if r.random() < 0.7:
        closing = r.choice(
            (
                f"Xin cảm ơn {you}!",
                f"Xin trân trọng cảm ơn {you}!",
                f"Cảm ơn {you} về cuộc trò chuyện này.",
                f"Vâng, xin cảm ơn {you}.",
                "Trân trọng cảm ơn!",
                f"Chúc {you} nhiều sức khỏe. Xin cảm ơn {you}!",
            )
        )
        labelled = ask and r.random() < 0.7
        add(f"{ask}: {closing}" if labelled else closing, "bold" if style in (4, 7) else "")
        report["closing"] = closing


def under_headline(r):
    one, two = pen(r), pen(r)
    return r.choice(
        (
            one,
            one,
            one.upper(),
            f"Bài và ảnh: {one}",
            f"Thực hiện: {one}",
            f"{one} - {two}",
            f"{one} (thực hiện)",
            f"Theo Báo {r.choice(PROVINCE)}",
            f"{one} thực hiện",
            "Nhóm phóng viên",
            f"PV {one}",
        )
    )


def signature(r, paper):
    one, two = pen(r), pen(r)
    between = r.choice((" - ", " – ", " và ", ", ", " & "))
    text = r.choice(
        (
            one,
            one,
            f"{one}{between}{two}",
            f"{one} (thực hiện)",
            f"({one} thực hiện)",
            f"{one} thực hiện",
            "NHÓM PV",
            "Nhóm PV",
            f"Ghi: {one}",
            f"Thực hiện: {one}",
            f"{one} – Ảnh: {two}",
            f"{one} - Ảnh: {two}",
            f"Bài và ảnh: {one}",
            f"Bài, ảnh: {one}{between}{two}",
            f"Nguồn: Báo {paper}",
            "PV",
            "T.H",
            "N.T.A",
            "P.V",
            f"{one} (ghi)",
            f"{one}{between}{two} (thực hiện)",
            f"Theo Báo {paper}",
            f"{one}/Báo {paper}",
            f"Người thực hiện: {one}",
            f"Bài: {one}; Ảnh: {two}",
            f"{one} lược ghi",
            f"PV {one}",
            f"Phóng viên {one}",
            f"Theo {paper} Online",
            f"{one} (lược ghi)",
            f"Nhóm phóng viên {capital(r.choice(('thời sự', 'kinh tế')))}",
            "Ban Biên tập",
            f"Tác giả: {one}",
            f"Tin, ảnh: {one}",
            f"{one} (t/h)",
            f"{one} (Báo {paper})",
            "BVL",
            f"Phỏng vấn: {one}",
            f"{one} - {two} - {pen(r)}",
            f"Văn phòng UBND xã {r.choice(PLACE)}",
        )
    )
    return text.upper() if r.random() < 0.2 else text


def _written(making, report, kickers, top):
    """As text, spaced in one of three ways, or as the lines of a Word file with their looks."""
    r, rows = making.r, making.rows
    shape = r.randrange(4)
    if shape == 3:
        lines = tuple(
            Line(text, number, bold=look == "bold", italic=look == "italic", lead=len(text) if look else 0)
            for number, (text, look, _) in enumerate(rows)
        )
        return Composed(
            Manuscript(lines), "\n".join(f"{'*' if line.bold else ' '} {line.text}" for line in lines), report, kickers
        )
    pieces = []
    for number, (text, look, gap) in enumerate(rows):
        marked = f"*{text}*" if look == "bold" and number >= top else text
        between = "\n" if shape == 0 else "\n\n" if shape == 1 or gap else "\n"
        pieces.append((between if number else "") + marked)
    text = "".join(pieces)
    return Composed(text, text, report, kickers)
