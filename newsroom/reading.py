"""The door that hears that a story was read, and what a process remembers of it.

No cookie, no row about a reader: who has read what today is kept in memory alone, as hashes under a key that is made
anew every day and written nowhere. So a reader counts once a day under a story, for each process that serves the
paper; who sends the same beacon a thousand times adds nothing.
"""

import logging
import secrets
from collections import Counter
from datetime import timedelta
from hashlib import blake2b
from threading import Lock

from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from articles import readership
from articles.same_origin import is_same_origin
from comments.readers import address_of, browser_of

from .http import DATABASE_TROUBLE

PAUSE = timedelta(seconds=10)  # between two writings; what is not yet written is lost with the process
KINDS = (
    5  # kinds of browser that one address may be under one story: a household, an office, a carrier's gateway
)
READINGS = 500  # of one address in a day
REMEMBERED = 200_000  # readings of a day in one process, some 30 MB; whoever comes after them is not counted
STORIES = 500  # waiting to be written: no longer list is asked of the database at once

logger = logging.getLogger("newsroom")


class Ledger:
    """Readings of one day that this process has heard, and those it has not written yet."""

    def __init__(self):
        self.lock = Lock()
        self.day = None
        self.due = None
        self.waiting = Counter()

    def hear(self, story, address, browser, now):
        """Remember one reading; return the {story's number: readings} to be written now, mostly none."""
        with self.lock:
            self._begin(timezone.localdate(now))
            reader, here = self._mark(address, story, browser), self._mark(address, story)
            new = reader not in self.heard and len(self.heard) < REMEMBERED
            if new and self.counts[here] < KINDS and self.counts[self._mark(address)] < READINGS:
                self.heard.add(reader)
                self.counts[here] += 1
                self.counts[self._mark(address)] += 1
                self.waiting[story] += 1
            if not self.waiting or (self.due and now < self.due and len(self.waiting) < STORIES):
                return {}
            taken, self.waiting, self.due = self.waiting, Counter(), now + PAUSE
            return taken

    def take_back(self, readings):
        """What could not be written waits for the next time."""
        with self.lock:
            if len(self.waiting) < STORIES:
                self.waiting.update(readings)

    def _begin(self, day):
        if day != self.day:
            self.day, self.key = day, secrets.token_bytes(32)
            self.heard, self.counts = set(), Counter()

    def _mark(self, *parts):
        return blake2b("\x1f".join(map(str, parts)).encode(), key=self.key, digest_size=8).digest()


ledger = Ledger()


@csrf_exempt
@require_POST
def read(request, pk):
    """204 whatever is sent: who tries to stuff learns nothing from the answer."""
    if is_same_origin(request):
        now = timezone.now()
        readings = ledger.hear(pk, address_of(request), browser_of(request), now)
        if readings:
            try:
                readership.add(readings, now)
            except DATABASE_TROUBLE as error:
                logger.warning("readings are written later: %s", error)
                ledger.take_back(readings)
    return HttpResponse(status=204)
