"""A draft as plain JSON values: what `import_interview --dry-run --json` prints."""

from .draft import ANSWER, QUESTION, REMARK, Draft, Figure, ListItem, Turn


def as_json(draft: Draft) -> dict:
    """Title, kicker, intro, exchanges, captions, closing, byline, warnings.

    speaker: the label as printed, "" where none is. Paragraphs come without their label, subheadings are among them;
    list_items without their markers ("-", "2."), list lines of a question are its paragraphs. captions without their
    number; after_exchange counts exchanges from 1, 0 stands for the introduction.
    """
    questions: list[dict] = []
    captions = _captions(draft.introduction, 0)
    for turn in draft.turns:
        if turn.kind == QUESTION:
            questions.append({"question": _side(turn), "answers": []})
        elif turn.kind == ANSWER:
            if not questions:
                questions.append({"question": {"speaker": "", "paragraphs": []}, "answers": []})
            questions[-1]["answers"].append(_side(turn) | {"list_items": _items(turn.blocks)})
        captions += _captions(turn.blocks, len(questions))
    return {
        "title": draft.headline,
        "kicker": draft.kicker,
        "intro": [text for text in (draft.standfirst, *_paragraphs(draft.introduction)) if text],
        "exchanges": questions,
        "captions": captions,
        "closing": "\n\n".join(turn.text for turn in draft.turns if turn.kind == REMARK),
        "byline": draft.byline_text,
        "warnings": list(draft.warnings),
    }


def _paragraphs(blocks) -> list[str]:
    return [block.text for block in blocks if not isinstance(block, Figure | ListItem)]


def _items(blocks) -> list[str]:
    return [block.text for block in blocks if isinstance(block, ListItem)]


def _side(turn: Turn) -> dict:
    return {"speaker": turn.label, "paragraphs": _paragraphs(turn.blocks)}


def _captions(blocks, after: int) -> list[dict]:
    return [{"text": block.caption, "after_exchange": after} for block in blocks
            if isinstance(block, Figure) and block.caption]
