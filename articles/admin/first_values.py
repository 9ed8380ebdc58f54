"""What stands in the form of a new story before a word is typed: its kind, the prompts of its template, who signs."""

from ..models import Author, Kind
from ..story_templates import TEMPLATES
from .inlines import BylineInline, ExchangeInline


def signs_first(request):
    """The first values of the byline: whoever writes it, where they are an author."""
    author = Author.objects.filter(user=request.user.pk).first()
    return [{"author": author.pk}] if author else []


class FirstValues:
    """For ArticleAdmin. The address says the kind (`kind`) or the template (`mau`)."""

    def get_changeform_initial_data(self, request):
        template = self._template(request)
        return template.initial if template else {}

    def get_formset_kwargs(self, request, obj, inline, prefix):
        given = super().get_formset_kwargs(request, obj, inline, prefix)
        template = None if obj and obj.pk else self._template(request)
        if template and isinstance(inline, ExchangeInline):
            given["initial"] = template.exchanges
        if isinstance(inline, BylineInline) and not (obj and obj.pk):
            given["initial"] = signs_first(request)
        return given

    @staticmethod
    def _template(request):
        return TEMPLATES.get(request.GET.get("mau"))

    def kind_of(self, request, article):
        template = self._template(request)
        asked = article.kind if article else template.kind if template else request.GET.get("kind")
        return asked if asked in Kind.values else Kind.STORY
