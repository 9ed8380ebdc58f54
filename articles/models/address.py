"""Addresses: the part that is made from a name, and the whole."""

from functools import lru_cache

from django.urls import reverse

from ..vietnamese import slug as make_slug


def free_slug(row):
    """The slug of row.name that no other row of its kind has: "nguyen-van-an", then "nguyen-van-an-2"."""
    wanted = make_slug(row.name)
    others = type(row).objects.filter(slug__startswith=wanted).exclude(pk=row.pk)
    taken = set(others.values_list("slug", flat=True))
    number, slug = 1, wanted
    while slug in taken:
        number += 1
        slug = f"{wanted}-{number}"
    return slug


@lru_cache(maxsize=8000)
def address_of(name, *parts):
    """reverse(), remembered: a page names a dozen sections, topics and authors, and the same ones each time."""
    return reverse(name, args=parts)


def address_of_numbers(name, *numbers):
    """reverse() of addresses that name rows by their numbers: asked once for each name, whatever the numbers."""
    return _with_places(name, len(numbers)).format(*numbers)


def address_of_story(name, section_slug, slug, number):
    """reverse() of a story's address: asked once for each section, whichever story it is."""
    return _with_story(name, section_slug).format(slug, number)


@lru_cache
def _with_story(name, section_slug):
    slug, number = "no-slug-of-any-story", 7_000_000_000
    return reverse(name, args=[section_slug, slug, number]).replace(slug, "{0}").replace(str(number), "{1}")


@lru_cache
def _with_places(name, count):
    marks = [7_000_000_000 + number for number in range(count)]
    address = reverse(name, args=marks)
    for place, mark in enumerate(marks):
        address = address.replace(str(mark), f"{{{place}}}")
    return address
