"""The pictures of an article before and now: which came, which went, which is another file under the same number."""

from dataclasses import dataclass, field

from ..richtext.sanitizer import image_ids
from .words import difference, whole


@dataclass(frozen=True, slots=True)
class PictureChange:
    """What happened to one picture, as a person says it ("Ảnh mới"). image: its number. words: Stretches."""

    told: str
    image: int
    words: list = field(default_factory=list)


def changed_pictures(before, after):
    """The PictureChanges between two snapshots: those that went, those that came, those that changed."""
    old, new = _shown(before), _shown(after)
    lead, new_lead = before.get("lead_image_id"), after.get("lead_image_id")
    changes = []
    for number in old:
        if number not in new:
            told = "Bỏ ảnh chính" if number == lead else "Bỏ ảnh"
            changes.append(PictureChange(told, number, whole("gone", _name(number, old[number]))))
    for number in new:
        name = _name(number, new[number])
        if number not in old:
            told = "Ảnh chính mới" if number == new_lead else "Ảnh mới"
            changes.append(PictureChange(told, number, whole("new", name)))
            continue
        if number == new_lead != lead:
            changes.append(PictureChange("Chọn làm ảnh chính", number, whole("same", name)))
        if number == lead != new_lead:
            changes.append(PictureChange("Không còn là ảnh chính", number, whole("same", name)))
        changes += _changed(number, old[number], new[number])
    return changes


def _shown(kept):
    """{number: what the snapshot says of it, {} for nothing} of the pictures in reading order, the lead first."""
    known = {picture["id"]: picture for picture in kept.get("pictures", [])}
    texts = [kept.get("body", ""), *(exchange["answer"] for exchange in kept.get("exchanges", []))]
    numbers = [kept.get("lead_image_id"), *(number for text in texts for number in image_ids(text))]
    return {number: known.get(number, {}) for number in numbers if number}


def _name(number, picture):
    credit = f"Ảnh: {picture['credit']}" if picture.get("credit") else ""
    return " ".join(filter(None, [picture.get("caption") or f"Ảnh số {number}", credit]))


def _changed(number, old, new):
    if not old or not new:
        return
    if old["digest"] != new["digest"]:
        told = (
            "Thay tệp ảnh"
            if old["digest"] and new["digest"]
            else "Có tệp ảnh"
            if new["digest"]
            else "Mất tệp ảnh"
        )
        yield PictureChange(told, number, whole("same", _name(number, new)))
    for name, label in (("credit", "Nguồn ảnh"), ("caption", "Chú thích trong kho ảnh")):
        if words := difference(old[name], new[name]):
            yield PictureChange(label, number, words)
