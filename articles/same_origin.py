"""Did this form come from our own page? Asked of the headers every browser sends, so a cached page needs no token.

Sec-Fetch-Site where the browser has it; Origin, then Referer, where it has not. A request with none of them is not a
browser's form.
"""

from urllib.parse import urlsplit


def is_same_origin(request, *, hidden=False):
    """True when the browser says the POST was sent by a page of this very site.

    hidden: the page asks for no referrer, and browsers without Sec-Fetch-Site then name no origin either ("null").
    Only for an address that is itself a secret: a stranger's page may send "null", too, but not to an address it
    does not know.
    """
    fetch_site = request.headers.get("Sec-Fetch-Site")
    if fetch_site is not None:
        return fetch_site == "same-origin"
    if hidden and request.headers.get("Origin") == "null":
        return True
    source = request.headers.get("Origin") or request.headers.get("Referer")
    if not source:
        return False
    try:
        parts = urlsplit(source)
    except ValueError:
        return False
    return (parts.scheme, parts.netloc) == (request.scheme, request.get_host())
