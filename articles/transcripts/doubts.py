"""What an editor should look at in a draft, as Vietnamese sentences that name the turn."""

from itertools import zip_longest

from .draft import ANSWER, QUESTION, UNFINISHED, UNSURE, Draft, Figure, Turn
from .unfinished import unfinished

_MOST = 20
_BEGINNING = 60  # characters of a turn's beginning, or end, that are shown


def doubts(draft: Draft) -> list[str]:
    """Sentences, at most 21; none for a transcript that came through whole."""
    found = [] if draft.headline else ["Không thấy tít ở đầu bản ghi."]
    if not draft.turns:
        found.append("Không nhận ra lượt hỏi đáp nào; toàn bộ chữ được để ở phần dẫn.")
    asked = 0
    cut = unfinished(draft.turns)
    for at, (turn, following) in enumerate(zip_longest(draft.turns, draft.turns[1:])):
        asked += turn.kind == QUESTION or not asked
        if turn.kind == QUESTION and (following is None or following.kind != ANSWER):
            found.append(f"Câu {asked}: câu hỏi chưa có lời đáp: {_quoted(turn)}.")
        if at in cut:
            found.append(f"Câu {asked}, lời đáp: dừng giữa câu, có thể mất đoạn cuối: “…{_end(turn)}”.")
        if turn.confidence < (UNFINISHED if at in cut else UNSURE):
            side = "lời hỏi" if turn.kind == QUESTION else "lời đáp" if turn.kind == ANSWER else "lời kết"
            found.append(f"Câu {asked}, {side}: chưa chắc ai nói: {_quoted(turn)}.")
    if draft.turns and draft.turns[0].kind == ANSWER:
        found.append(f"Câu 1: lời đáp không có câu hỏi đứng trước: {_quoted(draft.turns[0])}.")
    found += _pictures(draft)
    if draft.unplaced:
        lines = "; ".join(f"“{_cut(line)}”" for line in draft.unplaced[:3])
        more = "…" if len(draft.unplaced) > 3 else "."
        found.append(f"Có {len(draft.unplaced)} dòng chưa xếp được vào bài: {lines}{more}")
    more = len(found) - _MOST
    return found if more <= 0 else [*found[:_MOST], f"Và {more} chỗ khác cần xem lại."]


def _pictures(draft: Draft) -> list[str]:
    """Pictures without a caption; of several in a row the last carries it for all."""
    found: list[str] = []
    for blocks in (draft.introduction, *(turn.blocks for turn in draft.turns)):
        for block, following in zip_longest(blocks, blocks[1:]):
            if isinstance(block, Figure) and not block.caption and not isinstance(following, Figure):
                which = f"Ảnh {block.number}" if block.number else "Có ảnh"
                found.append(f"{which} không có chú thích.")
    return found


def _quoted(turn: Turn) -> str:
    return f"“{_cut(turn.text.split(chr(10))[0])}”"


def _cut(text: str) -> str:
    return text[:_BEGINNING]


def _end(turn: Turn) -> str:
    return turn.text[-_BEGINNING:].split("\n")[-1].partition(" ")[2]
