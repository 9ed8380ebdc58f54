"""What machines read of an article: schema.org's NewsArticle and Open Graph."""

import json

from django.conf import settings
from django.utils.safestring import mark_safe

from . import srcset

_ESCAPED = "<>&\u2028\u2029"


def as_script(value):
    """`value` as a JSON-LD script element: the one place of the house, beside rich text, that marks HTML safe."""
    text = json.dumps(value, ensure_ascii=False)
    for sign in _ESCAPED:
        text = text.replace(sign, f"\\u{ord(sign):04X}")
    return mark_safe(f'<script type="application/ld+json">{text}</script>')


def absolute(path):
    return f"{settings.SITE_URL}{path}"


def article_json(article, bylines, guests, corrections=()):
    """The NewsArticle of an article as a dict; an interview names its guests, with the office held then, by `about`.

    Never a QAPage: that one is for questions of users, answered by users.
    """
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "mainEntityOfPage": absolute(article.get_absolute_url()),
        "headline": article.headline,
        "description": article.standfirst,
        "datePublished": article.published_at.isoformat() if article.published_at else None,
        "dateModified": article.updated_at.isoformat(),
        "articleSection": article.section.name,
        "inLanguage": "vi",
        "isAccessibleForFree": True,
        "author": [
            {"@type": "Person", "name": byline.author.name, "url": absolute(byline.author.get_absolute_url())}
            for byline in bylines
        ],
        "publisher": {"@type": "NewsMediaOrganization", "name": settings.PAPER["name"], "url": absolute("/")},
        "about": [
            _told(
                {
                    "@type": "Person",
                    "name": guest.person.name,
                    "honorificPrefix": guest.person.honorific,
                    "jobTitle": guest.office,
                    "url": absolute(guest.person.get_absolute_url()),
                }
            )
            for guest in guests
        ],
    }
    data["correction"] = [
        {
            "@type": "CorrectionComment",
            "datePublished": correction.published_at.isoformat(),
            "text": correction.text,
            "url": absolute(correction.get_absolute_url()),
        }
        for correction in corrections
    ]
    if article.lead_image and article.lead_image.file:
        data["image"] = [absolute(srcset.social(article.lead_image)[0])]
    return _told(data)


def _told(data):
    """What is known of `data`: a key without a value says nothing."""
    return {key: value for key, value in data.items() if value not in (None, [], "")}
