"""An article as one JSON value: what a revision keeps."""

from .models import Revision


def snapshot(article):
    """Return everything the article says and where it stands, as plain JSON values.

    Texts are stored as they are in the row (rich text as clean HTML), so that a revision can be shown and restored
    without asking any other table.
    """
    return {
        "kind": article.kind,
        "status": article.status,
        "section": article.section.name,
        "section_id": article.section_id,
        "topics": [topic.name for topic in article.topics.all()],
        "kicker": article.kicker,
        "headline": article.headline,
        "standfirst": article.standfirst,
        "dateline": article.dateline,
        "body": article.body,
        "lead_image_id": article.lead_image_id,
        "lead_caption": article.lead_caption,
        "bylines": [
            {"author_id": byline.author_id, "name": byline.author.name, "role": byline.role}
            for byline in article.bylines.select_related("author")
        ],
        "interviewees": [
            {"person_id": guest.person_id, "label": guest.speaker, "office": guest.office}
            for guest in article.interviewees.select_related("person")
        ],
        "exchanges": [
            {
                "id": exchange.pk,
                "asked_by": exchange.asked_by,
                "question": exchange.question,
                "answered_by": exchange.speaker,
                "answer": exchange.answer,
            }
            for exchange in article.exchanges.with_speakers()
        ],
        "published_at": article.published_at.isoformat() if article.published_at else None,
        "embargo_until": article.embargo_until.isoformat() if article.embargo_until else None,
    }


def keep_revision(article, *, by=None, note=""):
    """Append a Revision of the article as it is now; call inside the transaction that changed it.

    The row of the article is expected to be locked or new, so that numbers do not collide.
    """
    last = article.revisions.order_by("-number").values_list("number", flat=True).first() or 0
    return Revision.objects.create(article=article, number=last + 1, snapshot=snapshot(article), note=note, by=by)
