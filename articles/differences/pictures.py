"""The pictures of an article before and now: which came, which went, which is another file under the same number."""

from dataclasses import dataclass, field

from .blocks import blocks_of
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
            changes.append(PictureChange(told, number, whole("gone", old[number][0])))
    for number in new:
        name, known = new[number]
        if number not in old:
            told = "Ảnh chính mới" if number == new_lead else "Ảnh mới"
            changes.append(PictureChange(told, number, whole("new", name)))
            continue
        if number == new_lead != lead:
            changes.append(PictureChange("Chọn làm ảnh chính", number, whole("same", name)))
        if number == lead != new_lead:
            changes.append(PictureChange("Không còn là ảnh chính", number, whole("same", name)))
        changes += _changed(number, name, old[number][1], known)
    return changes


def _shown(kept):
    """{number: (its name, what the snapshot says of it, {} for nothing)} in reading order, the lead first."""
    known = {picture["id"]: picture for picture in kept.get("pictures", [])}
    texts = [kept.get("body", ""), *(exchange["answer"] for exchange in kept.get("exchanges", []))]
    uses = [(kept.get("lead_image_id"), kept.get("lead_caption", ""))]
    uses += [(block.image, block.text) for text in texts if "<figure" in text for block in blocks_of(text)]
    shown = {}
    for number, caption in uses:
        if number and number not in shown:
            shown[number] = _name(number, caption, known.get(number, {})), known.get(number, {})
    return shown


def _name(number, caption, picture):
    credit = f"(Ảnh: {picture['credit']})" if picture.get("credit") else ""
    return " ".join(filter(None, [caption or picture.get("caption") or f"Ảnh số {number}", credit]))


def _changed(number, name, old, new):
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
        yield PictureChange(told, number, whole("same", name))
    for part, told in (("credit", "Nguồn ảnh"), ("caption", "Chú thích trong kho ảnh"), ("alt", "Mô tả ảnh")):
        # Early revisions keep no description.
        if part in old and part in new and (words := difference(old[part], new[part])):
            yield PictureChange(told, number, words)
