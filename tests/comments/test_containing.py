"""A reader's marks of direction end where the reader's words do."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comments.containing import contained

RLO, RLI, PDF, PDI = "\u202e", "\u2067", "\u202c", "\u2069"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Lò Thị Pản", "Lò Thị Pản"),
        (f"{RLO}Lò", f"{RLO}Lò{PDF}"),
        (f"{RLO}Lò{RLI} Pản", f"{RLO}Lò{RLI} Pản{PDI}{PDF}"),
        (f"{PDI}{RLO}Lò", f"{RLO}Lò{PDF}"),
        (f"Lò{PDF}{PDI}", "Lò"),
        (f"{RLI}{RLO}Lò{PDI} Pản", f"{RLI}{RLO}Lò{PDI} Pản"),
        (f"{RLI}a{PDF}b{PDI}", f"{RLI}ab{PDI}"),
    ],
)
def test_what_is_opened_is_closed_and_nothing_else(written, shown):
    assert contained(written) == shown


@settings(max_examples=40)
@given(st.text("ab\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069", max_size=20))
def test_every_mark_has_its_partner_and_every_letter_its_place(written):
    shown = contained(written)
    assert contained(shown) == shown
    assert sum(map(shown.count, "\u2066\u2067\u2068")) == shown.count(PDI)
    assert [each for each in shown if each in "ab"] == [each for each in written if each in "ab"]
