"""The machine's first look at a comment. It decides nothing: it says what a moderator should look at, and why.

Pure: words and circumstances in, findings out. Nothing is sent to anybody.
"""

import logging

from . import adverts, company, contacts, letters, manner, offers, phrases
from .findings import Circumstances, Finding, Phrase, Written

__all__ = ["CHECKS", "Circumstances", "Finding", "Phrase", "Written", "screen"]

MOST = 40  # findings kept of one comment; more help nobody
FAILED = "failed"

logger = logging.getLogger("comments.screening")

# In the order a moderator reads them. The name of each is what Flag.check_name holds and what the desk may group by.
CHECKS = (
    ("blocked", company.blocked),
    ("phrase", phrases.watched),
    ("lending", offers.lending),
    ("betting", offers.betting),
    ("advert", adverts.advert),
    ("phone", contacts.phones),
    ("link", contacts.links),
    ("hidden", letters.hidden),
    ("turned", letters.turned),
    ("stacked", letters.stacked),
    ("borrowed", letters.borrowed),
    ("same", company.same),
    ("alike", company.alike),
    ("rate", company.often),
    ("shouting", manner.shouting),
    ("repeating", manner.repeating),
    ("length", manner.saying_nothing),
    ("language", manner.no_language),
)


def screen(written, circumstances=None, checks=None):
    """Return the Findings about a Written comment, at most MOST, in the order of the checks.

    A check that fails is a finding itself: the comment waits, and the log tells why. Raises nothing.
    """
    found = []
    for name, check in checks or CHECKS:
        try:
            found += check(written, circumstances or Circumstances())
        except Exception:
            # Whatever it was: an unchecked comment must wait, never be lost, never be shown.
            logger.exception("the check %s failed", name)
            found.append(Finding(FAILED, f"Chưa kiểm được ({name}), xin đọc kỹ."))
    return found[:MOST]
