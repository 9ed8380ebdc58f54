"""Who said what, when and as what: every answer of an interview by itself.

For the page of a person, and for whoever searches by who said it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from .richtext.sanitizer import plain


@dataclass(frozen=True, slots=True)
class Statement:
    """One answer, as plain composed text: `question` and `answer` have a blank line between paragraphs.

    question: what was being answered, "" where nothing was asked before; a second respondent answers the same one.
    anchor: the fragment of the article's address where it stands. speaker: the label printed before the answer.
    person_id: None and office: "" where the answer is nobody's in particular. office: the one held then.
    date: when the article was published (aware), None for a draft.
    """

    exchange_id: int
    anchor: str
    question: str
    answer: str
    speaker: str
    person_id: int | None
    office: str
    date: datetime | None


def statements(article) -> Iterator[Statement]:
    """Yield a Statement for each answer of the article that has words, in reading order; nothing for a story.

    Reads `exchanges` (with `answered_by__person`) once; prefetch them where many articles are walked. Does not ask
    whether the article is public. Captions of pictures inside an answer are not the speaker's words and stay out.
    """
    if not article.is_interview:
        return
    question = ""
    for exchange in article.exchanges.all():
        for passage in exchange.passages():
            if passage.role != "answer":
                question = passage.text
            elif answer := plain(passage.html):
                yield _statement(article, exchange, question, answer)


def _statement(article, exchange, question, answer):
    guest = exchange.answered_by
    return Statement(
        exchange_id=exchange.pk,
        anchor=exchange.anchor,
        question=question,
        answer=answer,
        speaker=exchange.speaker,
        person_id=guest.person_id if guest else None,
        office=guest.office if guest else "",
        date=article.published_at,
    )
