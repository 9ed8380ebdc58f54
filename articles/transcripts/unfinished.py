"""Answers that stop in the middle of a sentence: the rest was lost on the way."""

import re
from collections.abc import Sequence

from .draft import ANSWER, Figure, Paragraph, Turn

_ENDED = re.compile(r"[.?!…:;][\s\"”’')\]*_]*$")
# No sentence ends with these.
_HANGS = frozenset("của và là với cho để trong trên từ những một các tại bằng vì do khi nếu mà thì như phải".split())
_LEAST_OTHERS = 3  # answers that show whether full stops are set here
_LEAST_WORDS = 8  # of a line that is a sentence


def unfinished(turns: Sequence[Turn]) -> frozenset[int]:
    """The positions of answers whose last paragraph ends without a mark, in a word that nothing can end or where every
    other answer has one. A list, or words of one line such as "Có", need none."""
    last = {at: words for at, turn in enumerate(turns) if turn.kind == ANSWER and (words := _last_words(turn))}
    without = [at for at, words in last.items() if not _ENDED.search(words)]
    usual = len(without) == 1 and len(last) > _LEAST_OTHERS
    return frozenset(
        at for at in without
        if last[at][-1] == "," or last[at].split()[-1].lower() in _HANGS
        or usual and len(last[at].split()) >= _LEAST_WORDS
    )


def _last_words(turn: Turn) -> str:
    """The last paragraph; "" where a list ends the answer."""
    said = [block for block in turn.blocks if not isinstance(block, Figure)]
    return said[-1].text if said and isinstance(said[-1], Paragraph) else ""
