"""One thread of each process that sees to what must be done after a commit, until it is done; quiet otherwise."""

import logging
import threading

from django.db import connections

logger = logging.getLogger(__name__)

SECOND_ROUND = 5  # seconds: longer than the database lets a reader's query run
LONGEST_PAUSE = 60

_lock = threading.Lock()
_bell = threading.Event()
_thread = None


def start(deliver, *, again):
    """Run deliver() in the thread of this process, now and until it says that nothing is open.

    deliver(at_once=…) returns (paths done, seconds until its next turn or None). The paths are given to again() once
    more, SECOND_ROUND seconds later. What either raises is logged, and tried again.
    """
    global _thread
    with _lock:
        _bell.set()
        if _thread is None:
            _thread = threading.Thread(target=_work, args=(deliver, again), name="courier", daemon=True)
            _thread.start()


def _work(deliver, again):
    global _thread
    failures = 0
    while True:
        rung = _bell.is_set()
        _bell.clear()
        done, wait = [], None
        try:
            done, wait = deliver(at_once=rung)
            failures = 0
        except Exception:
            failures += 1
            wait = min(LONGEST_PAUSE, 2 ** min(failures, 6))
            logger.exception("nothing could be delivered; again in %s seconds", wait)
        finally:
            connections.close_all()
        if done:
            _once_more(done, again)
            continue
        with _lock:
            if wait is None and not _bell.is_set():
                _thread = None
                return
        _bell.wait(wait)


def _once_more(paths, again):
    """The second round, unless something new is to be done first: then it follows at its end."""
    _bell.wait(SECOND_ROUND)
    try:
        again(paths)
    except Exception:
        logger.exception("the second round failed")
    finally:
        connections.close_all()
