"""Readers' words, what was noticed in them, what was decided over them, and how they are taken."""

from .comment import MAX_LENGTH, Comment, CommentKind, CommentStatus, Lead
from .decision import Block, Claim, Decision, Reason, Unchangeable
from .reception import Reception
from .screened import Flag, WatchedPhrase
from .voices import Like, Report

__all__ = [
    "MAX_LENGTH", "Block", "Claim", "Comment", "CommentKind", "CommentStatus", "Decision", "Flag", "Lead", "Like",
    "Reason", "Reception", "Report", "Unchangeable", "WatchedPhrase",
]  # fmt: skip
