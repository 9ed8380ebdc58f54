"""A story's manuscript (.docx, .txt, pasted text; not an interview) -> a structured draft; pure, no models.

manuscript.py  bytes -> parts: lines with their look, pictures, tables (the walk is transcripts/word.py's)
figures.py     a picture and the caption below it      layout.py  parts -> the vocabulary's HTML
reading.py     parts -> head (as transcripts/head.py reads it), standfirst, byline, body
draft.py       the result
"""

from .draft import StoryDraft, printed
from .reading import is_interview, read_story

__all__ = ["StoryDraft", "is_interview", "printed", "read_story"]
