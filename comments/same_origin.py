"""Did this form come from our own page? Asked of the headers every browser sends, so a cached page needs no token.

Sec-Fetch-Site where the browser has it; Origin, then Referer, where it has not. A request with none of them is not a
browser's form.
"""

from urllib.parse import urlsplit


def is_same_origin(request):
    """True when the browser says the POST was sent by a page of this very site."""
    fetch_site = request.headers.get("Sec-Fetch-Site")
    if fetch_site is not None:
        return fetch_site == "same-origin"
    source = request.headers.get("Origin") or request.headers.get("Referer")
    if not source:
        return False
    try:
        parts = urlsplit(source)
    except ValueError:
        return False
    return (parts.scheme, parts.netloc) == (request.scheme, request.get_host())
