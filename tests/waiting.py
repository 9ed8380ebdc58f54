"""Waiting for what comes in its own time: by asking again, never by a fixed sleep."""

import time

# Seconds within which everything happens even on a slow and busy machine; what does happen is not waited for longer.
PATIENCE = 60


def eventually(holds, seconds=PATIENCE):
    """Ask until `holds()` gives something true, and give that; AssertionError when it never does."""
    until = time.monotonic() + seconds
    while not (found := holds()):
        assert time.monotonic() < until, f"it did not happen within {seconds} seconds"
        time.sleep(0.03)
    return found


def comes_to(read, wanted):
    """Wait until `read()` equals what is wanted; AssertionError with both when it never does."""
    until = time.monotonic() + PATIENCE
    while (found := read()) != wanted:
        assert time.monotonic() < until, f"it came to {found!r} and not to {wanted!r}"
        time.sleep(0.03)


def comes_within(seconds, read, wanted):
    """Read until this is in what is read; AssertionError when a reading begun so many seconds after now still lacks it.

    However slow the machine: what counts is when it was asked, not when it answered.
    """
    until = time.monotonic() + seconds
    while True:
        asked = time.monotonic()
        if wanted in read():
            return
        assert asked < until, f"{seconds} seconds later there is still no {wanted!r}"
