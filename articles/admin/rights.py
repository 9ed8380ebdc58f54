"""The policy's answers within one request, each asked once."""

from .. import policy


def may(request, action, article):
    """policy.can() for the user of this request; the answer is kept while the article stays in its state."""
    known = request.__dict__.setdefault("_articles_may", {})
    key = (action, article.pk, article.status, article.trashed_at)
    if key not in known:
        known[key] = policy.can(request.user, action, article)
    return known[key]
