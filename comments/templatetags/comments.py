"""Where templates meet readers' comments."""

from django import template

from ..forms import CommentForm, page_token
from ..thread import thread

register = template.Library()


@register.inclusion_tag("comments/_under_article.html")
def comments_under(article):
    """The newest hundred comments under a public article, and the form. One query."""
    return {
        "article": article,
        "thread": thread(article),
        "form": CommentForm(article=article),
        "token": page_token(article.pk),
    }
