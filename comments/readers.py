"""Who sent this, as far as the paper may know: keyed hashes of the address and the kind of browser, no names of either.

Never stored raw, and of no use to anybody without the key (SECRET_KEY).
"""

import hashlib
import hmac
import ipaddress

from django.conf import settings

# The first that is found in what the browser says of itself; Zalo's and Facebook's windows call themselves Chrome, too.
_BROWSERS = (
    "Zalo",
    "FBA",
    "coc_coc",
    "SamsungBrowser",
    "Edg",
    "OPR",
    "Fxi",
    "Firefox",
    "CriOS",
    "Chrome",
    "Safari",
)
_MACHINES = ("iPhone", "iPad", "Android", "Windows", "CrOS", "Macintosh", "Linux")


def keyed(*parts):
    """A hash of the parts under the secret key, 64 characters."""
    return hmac.new(
        settings.SECRET_KEY.encode(), "\x1f".join(map(str, parts)).encode(), hashlib.sha256
    ).hexdigest()


def address_of(request):
    """The reader's address; of IPv6 the network alone, since a telephone changes the rest as it likes."""
    address = request.META.get("REMOTE_ADDR", "")
    if settings.BEHIND_FRONT:
        # nginx writes this header itself and drops what the client sent (deploy/nginx.conf).
        address = request.headers.get("X-Forwarded-For", address).rpartition(",")[2].strip()
    try:
        known = ipaddress.ip_address(address)
    except ValueError:
        return address
    if known.version == 4:
        return str(known)
    return str(known.ipv4_mapped or ipaddress.ip_network((known, 64), strict=False))


def browser_of(request):
    """The kind of browser and of machine, coarsely: "Chrome Android". Versions would make one reader many."""
    said = request.headers.get("User-Agent", "")
    return " ".join(next((name for name in names if name in said), "?") for names in (_BROWSERS, _MACHINES))


def sender_of(request):
    """The mark of an address: whole neighbourhoods share one."""
    return keyed(f"sender:{address_of(request)}")


def reader_of(request):
    """The mark of one kind of browser at one address: the nearest to one reader that can be had without a cookie."""
    return keyed("reader", address_of(request), browser_of(request))


def voice_of(request, article_id):
    """reader_of() under one article: what somebody likes here cannot be laid beside what they like elsewhere."""
    return keyed("voice", article_id, address_of(request), browser_of(request))
