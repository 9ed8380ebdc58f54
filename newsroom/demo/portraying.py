"""Gives those the demo paper has interviewed their drawn portraits, through the same door as an upload."""

import hashlib
import io

from articles import uploads
from articles.models import Image, Person

from .pictures import portraits


def portray(users, descriptions):
    """Draw who was interviewed and has no portrait yet; one that was drawn before and taken off is left off.

    users: {username: User}. descriptions: {the person's address: what the portrait shows}, for who cannot see it.
    """
    for person in Person.objects.filter(slug__in=portraits.SITTERS, portrait=None):
        drawn = io.BytesIO()
        portraits.portrait(person.slug).save(drawn, "JPEG", quality=90)
        raw = drawn.getvalue()
        if Image.objects.filter(digest=hashlib.sha256(raw).hexdigest()).exists():
            continue
        image = Image(
            caption=f"{person.label}.",
            alt=descriptions[person.slug],
            credit="Đỗ Nhật Linh",
            focus_y=40,
            created_by=users["phongvien"],
        )
        person.portrait = uploads.receive(image, raw)
        person.save(update_fields=["portrait"])
