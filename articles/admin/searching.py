"""Search at the desk understands Vietnamese however it is typed: without marks, d for đ, decomposed, in capitals."""

import re
from collections import defaultdict

from django.db.models import Q

from ..vietnamese import fold, nfc, tokens

_LETTERS = 0x2000  # the letters of European writing stand before
_WRITTEN = defaultdict(str)  # "a": all that fold() makes an a of, "aAàÀảẢ…"
for _code in range(_LETTERS):
    if (_folded := fold(chr(_code))).isascii() and _folded.isalnum():
        _WRITTEN[_folded] += chr(_code)


def as_written(word):
    """A regular expression, the same for SQLite and PostgreSQL, that finds this folded word in words as printed: with
    whatever marks, in capitals too."""
    return "".join(f"[{_WRITTEN[letter]}]" if letter in _WRITTEN else re.escape(letter) for letter in word)


class FindsWithoutMarks:
    """For every ModelAdmin with a search box; a test walks them all. Beside search_fields, which read what was typed:

    folded_search: the fields, with spaces between them, that hold words without marks ("slug authors__slug"). The
    database looks every word up in each of them.
    folded_here: fields of words as they are printed, of tables short enough to be folded where it is asked.
    folded_printed: one field of words as they are printed, of a table of any length, beside folded_search.
    """

    folded_search = ""
    folded_here = ()
    folded_printed = ""

    def get_search_results(self, request, queryset, search_term):
        found, may_repeat = super().get_search_results(request, queryset, nfc(search_term))
        words = tokens(search_term)
        if words and self.folded_search:
            found |= queryset.filter(self._folded(words))
        if words and self.folded_here:
            found |= queryset.filter(pk__in=self._folded_here(queryset, words))
        return found, may_repeat

    def _folded(self, words):
        """A Q: every word in one of the stored fields, whichever. By subqueries, so that nothing is found twice."""
        every_word = Q()
        for word in words:
            anywhere = Q()
            for name in self.folded_search.split():
                here = Q(**{f"{name}__contains": word})
                rows = self.model._default_manager.filter(here).values("pk")
                anywhere |= Q(pk__in=rows) if "__" in name else here
            if self.folded_printed:
                anywhere |= Q(**{f"{self.folded_printed}__regex": as_written(word)})
            every_word &= anywhere
        return every_word

    def _folded_here(self, queryset, words):
        """The keys of the rows in whose fields, taken together, every word stands."""
        rows = queryset.order_by().values_list("pk", *self.folded_here)
        texts = ((pk, fold(" ".join(text or "" for text in said))) for pk, *said in rows)
        return {pk for pk, text in texts if all(word in text for word in words)}
