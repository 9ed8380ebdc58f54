"""What a reader wrote, kept from turning round the newsroom's words beside it."""

OPENS_EMBEDDING, OPENS_ISOLATE = "\u202a\u202b\u202d\u202e", "\u2066\u2067\u2068"
CLOSES_EMBEDDING, CLOSES_ISOLATE = "\u202c", "\u2069"


def contained(words):
    """The words, every mark of direction closed that they open, and none closed that they do not.

    An element that isolates (bdi, mark) is closed by the first mark that fits: one left open within it, or one too
    many, lets the rest of the line go with it. Nothing that is seen is added or taken away.
    """
    kept, opened = [], []
    for character in words:
        if character in OPENS_EMBEDDING:
            opened.append(CLOSES_EMBEDDING)
        elif character in OPENS_ISOLATE:
            opened.append(CLOSES_ISOLATE)
        elif character == CLOSES_ISOLATE:
            if CLOSES_ISOLATE not in opened:
                continue
            # Closes the embeddings within it, too.
            while opened.pop() != CLOSES_ISOLATE:
                pass
        elif character == CLOSES_EMBEDDING:
            if not opened or opened[-1] != CLOSES_EMBEDDING:
                continue
            opened.pop()
        kept.append(character)
    return "".join([*kept, *reversed(opened)])
