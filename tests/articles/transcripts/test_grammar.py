"""Heads, labels and signatures composed at random: nearly all come through whole, next to none wrong without a word."""

from collections import Counter

from articles.transcripts import parse
from articles.transcripts.report import as_json
from tests.articles.transcripts.grammar import compose
from tests.transcripts import assert_nothing_lost

_SEEDS = range(160)


def _came(composed, draft):
    """ "whole", "marked" (something to look at) or "wrong"."""
    report = as_json(draft)
    warned = bool(report.pop("warnings"))
    kicker = report.pop("kicker")
    expected = {name: said for name, said in composed.report.items() if name != "kicker"}
    if report == expected and kicker in composed.kickers:
        return "needless" if warned else "whole"
    return "marked" if warned else "wrong"


def test_composed_interviews_come_through():
    came = Counter()
    for seed in _SEEDS:
        composed = compose(seed)
        draft = parse(composed.source)
        if isinstance(composed.source, str):
            assert_nothing_lost(composed.source, draft)
        came[_came(composed, draft)] += 1
    assert came["whole"] >= 0.9 * len(_SEEDS), came
    assert came["wrong"] <= 0.03 * len(_SEEDS), came
