"""Which stretches of a difference a reader may skip: what stayed, but for what stands beside a change."""

SHORT = 160  # characters that are not worth folding away
AROUND = 1  # untouched neighbours that stay in sight, so that a change is read in its place


def folded_paragraphs(paragraphs):
    """[(whether to fold, Paragraphs)] in order; nothing is left out."""
    return folded(paragraphs, AROUND, lambda run: sum(len(each.block.text) for each in run) > SHORT)


def folded(things, around, worth):
    """[(whether to fold, things)] in order. things: with `untouched`. worth(run): whether folding it spares reading."""
    runs = []
    for thing in things:
        if runs and runs[-1][0] == thing.untouched:
            runs[-1][1].append(thing)
        else:
            runs.append((thing.untouched, [thing]))
    told = []
    for number, (untouched, run) in enumerate(runs):
        before = around if number else 0
        after = around if number < len(runs) - 1 else 0
        inner = run[before : len(run) - after] if untouched else []
        if inner and worth(inner):
            parts = [(False, run[:before]), (True, inner), (False, run[len(run) - after :])]
        else:
            parts = [(False, run)]
        told += [(fold, part) for fold, part in parts if part]
    return told
