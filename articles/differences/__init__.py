"""What changed between two texts, or two revisions of an article, told as a person would tell it.

Pure: texts and snapshots in, values out. words.py compares two lines of words, paragraphs.py two texts,
exchanges.py and parts.py what a snapshot (articles/snapshot.py) holds, brief.py shortens.
"""

from .brief import briefly
from .parts import compare
from .words import Effort, Stretch, difference

__all__ = ["Effort", "Stretch", "briefly", "compare", "difference"]
