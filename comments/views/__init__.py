"""What readers see of each other's comments, and the doors they write through. Anonymous: no cookie, no session."""

from .asking import question_sent, questions
from .door import comments, one_comment, rules, sent
from .voices import like, report, reported

__all__ = [
    "comments",
    "like",
    "one_comment",
    "question_sent",
    "questions",
    "report",
    "reported",
    "rules",
    "sent",
]
