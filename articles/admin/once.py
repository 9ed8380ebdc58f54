"""One article of one form, however often it is sent: pressed twice, sent again, gone back to.

The form carries a token; the session remembers which article was made of it.
"""

import re
import uuid

from django.contrib.auth import get_user_model

from ..models import Article

SESSION = "imported_interviews"  # {token: article id}
_REMEMBERED = 30
_TOKEN = re.compile(r"[0-9a-f]{32}")


def token_of(request):
    """The token the form carries; a new one where it carries none."""
    token = request.POST.get("import", "")
    return token if _TOKEN.fullmatch(token) else uuid.uuid4().hex


def made_of(session, token):
    """The number of the article that was made of this form before; None where there is none (any more)."""
    made = session.get(SESSION, {}).get(token)
    return made if made and Article.objects.filter(pk=made).exists() else None


def made_meanwhile(request, token):
    """The same, asked within the transaction that is about to make it.

    Two presses of one person: the second waits here, and finds what the first has made.
    """
    get_user_model().objects.select_for_update(no_key=True).get(pk=request.user.pk)
    return made_of(type(request.session)(request.session.session_key), token)


def remember(request, token, article):
    made = [*request.session.get(SESSION, {}).items(), (token, article.pk)]
    request.session[SESSION] = dict(made[-_REMEMBERED:])
    # Now, not when the answer goes out: whoever waits for this transaction must find it.
    request.session.save()
