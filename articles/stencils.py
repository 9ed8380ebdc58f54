"""Templates as stencils: drawn once, with marks where the words will stand; from then on only the words are put in.

What Prepared is for SQL. It goes for templates that print the words they are given, as they are given, and ask of a
word only whether there is one. What a filter or a tag would make of a word is made before, and given as HTML. A
template that asks for more is found out when it is drawn first: TypeError.
"""

import re
from functools import lru_cache
from itertools import count

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString

STENCILS = 1000  # templates, times the shapes of what they are given
_WORD = "*"
# Long, of many words and two lines, so that no filter leaves it as it is.
_FILLER = "Stencilzq và chữ\n" * 99
# Django's, without the look for words that are lazy: there are hundreds on a page, and every one is a str here.
_escaped = escape.__wrapped__
_MARK = re.compile(f"zq\ue000([0-9]+)\ue001{_FILLER}")


def stencilled(template, **shown):
    """The HTML of a template that sees `shown` and nothing else: words (HTML where they are marked as such), None, True
    and False, tuples and named tuples of them."""
    words = []
    shapes = tuple(_shape(value, words) for value in shown.values())
    # Who works on a template wants to see it change.
    if settings.DEBUG:
        return render_to_string(template, shown)
    stencil = _stencil(template, tuple(shown), shapes)
    return format_html(stencil, *words) if words else stencil


def _shape(value, words):
    """`value` with a sign in place of each word there is; the words are put into the list, as HTML."""
    if isinstance(value, str):
        if not value:
            return ""
        words.append(value if isinstance(value, SafeString) else _escaped(value))
        return _WORD
    if value is None or value is True or value is False:
        return value
    if isinstance(value, tuple):
        return type(value), *[_shape(each, words) for each in value]
    raise TypeError(f"{type(value).__name__} is nothing a stencil can be cut for")


@lru_cache(maxsize=STENCILS)
def _stencil(template, names, shapes):
    """A format string with a place for each word; the template's HTML where there is none."""
    numbers, misused = count(), []
    shown = {name: _marked(shape, numbers, misused) for name, shape in zip(names, shapes, strict=True)}
    html = render_to_string(template, shown)
    if not next(numbers):
        return html
    stencil = html.replace("{", "{{").replace("}", "}}")
    stencil = _MARK.sub(r"{\1}", stencil)
    if misused or "stencilzq" in stencil.lower() or "\ue000" in stencil:
        raise TypeError(f"{template} does more with a word than to print it")
    return stencil


def _marked(shape, numbers, misused):
    if shape == _WORD:
        mark = _Mark(f"zq\ue000{next(numbers)}\ue001{_FILLER}")
        mark.misused = misused
        return mark
    if isinstance(shape, tuple):
        kind, *parts = shape
        return getattr(kind, "_make", kind)([_marked(part, numbers, misused) for part in parts])
    return shape


class _Mark(SafeString):
    """Stands for a word. Templates keep errors to themselves: who asks it too much is remembered."""

    def _refuse(self, *asked):
        self.misused.append(asked)
        return False

    __eq__ = __ne__ = __lt__ = __le__ = __gt__ = __ge__ = __contains__ = _refuse
    __hash__ = SafeString.__hash__

    def __bool__(self):
        return True

    def __iter__(self):
        self.misused.append("for")
        return super().__iter__()
