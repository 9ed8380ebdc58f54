"""Where a reader may take a story: plain links, nothing of the other house is loaded before one is followed."""

import base64
import json
from urllib.parse import urlencode


def facebook(address):
    """Facebook's window for sharing an absolute address."""
    return f"https://www.facebook.com/sharer/sharer.php?{urlencode({'u': address})}"


def zalo(address):
    """Zalo's window for sharing an absolute address: what its own button opens, which takes the address as JSON."""
    told = base64.b64encode(json.dumps({"url": address}).encode()).decode()
    return f"https://button-share.zalo.me/share_external?{urlencode({'d': told, 'shareType': 0})}"
