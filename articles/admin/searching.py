"""Search at the desk understands Vietnamese however it is typed: without marks, d for đ, decomposed, in capitals."""

from django.db.models import Q

from ..search import store
from ..vietnamese import fold, nfc, tokens


class FindsWithoutMarks:
    """For every ModelAdmin with a search box; a test walks them all. Beside search_fields, which read what was typed:

    folded_search: the fields, with spaces between them, that hold words without marks ("slug authors__slug"). The
    database looks every word up in each of them.
    folded_here: fields of words as they are printed, of tables short enough to be folded where it is asked.
    folded_headline: words of the headline are found by the readers' index, which holds every article; of a word its
    beginning. For a table of any length, of which no row is looked at but those that are found.
    """

    folded_search = ""
    folded_here = ()
    folded_headline = False

    def get_search_results(self, request, queryset, search_term):
        words = tokens(search_term)
        if words and self.folded_headline:
            return queryset.filter(*map(self._headed, words)), False
        found, may_repeat = super().get_search_results(request, queryset, nfc(search_term))
        if words and self.folded_search:
            found |= queryset.filter(self._folded(words))
        if words and self.folded_here:
            found |= queryset.filter(pk__in=self._folded_here(queryset, words))
        return found, may_repeat

    def _headed(self, word):
        """A Q: this word in the headline or in one of the stored fields. One list of numbers, which an index begins."""
        stored = (
            self.model._default_manager.filter(**{f"{name}__contains": word}).order_by().values("pk")
            for name in self.folded_search.split()
        )
        return Q(pk__in=store.headed(word).values("article").union(*stored))

    def _folded(self, words):
        """A Q: every word in one of the stored fields, whichever. By subqueries, so that nothing is found twice."""
        every_word = Q()
        for word in words:
            anywhere = Q()
            for name in self.folded_search.split():
                here = Q(**{f"{name}__contains": word})
                rows = self.model._default_manager.filter(here).values("pk")
                anywhere |= Q(pk__in=rows) if "__" in name else here
            every_word &= anywhere
        return every_word

    def _folded_here(self, queryset, words):
        """The keys of the rows in whose fields, taken together, every word stands."""
        rows = queryset.order_by().values_list("pk", *self.folded_here)
        texts = ((pk, fold(" ".join(text or "" for text in said))) for pk, *said in rows)
        return {pk for pk, text in texts if all(word in text for word in words)}
