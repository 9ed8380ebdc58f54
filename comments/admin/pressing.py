"""What a moderator's press on the desk means, and what it came to.

A button is named _do and says `verb:comment:more`: "reject:12:rude", "block:12:7", "mark:12:tip". Without a number it
is meant for the chosen ones: "approve", "reject::spam". `undo:act` takes an act back.
"""

import re
from dataclasses import dataclass, field

from django.db.models import BigIntegerField, ExpressionWrapper, F
from django.http import Http404

from articles.models.text import LineField

from .. import moderation, queues, telling, undoing
from ..models import Comment, Decision, Lead, Reason
from ..screening.reading import UNSEEN

Verb = Decision.Verb
SAID = {
    Verb.APPROVE: "Đã duyệt",
    Verb.REJECT: "Không đăng",
    Verb.SPAM: "Thư rác",
    Verb.BLOCK: "Đã chặn người gửi",
    Verb.PIN: "Đã ghim",
    Verb.UNPIN: "Đã bỏ ghim",
    Verb.MARK: "Đã phân loại",
    Verb.UNDO: "Đã hoàn tác",
}
NOT_THERE = "Không tìm thấy ý kiến này."
NUMBER = re.compile(r"[0-9]{1,18}")  # what every database holds as a key
LONGEST_REASON = Decision._meta.get_field("reason").max_length


@dataclass
class Result:
    """said: a sentence for the toast, "" where nothing was done. left: sentences about what was not, by number."""

    said: str = ""
    done: list = field(default_factory=list)
    left: dict = field(default_factory=dict)


def numbers(values):
    return [int(value) for value in values if NUMBER.fullmatch(str(value))]


def press(sent, user):
    """Carry out the press of a POST (a QueryDict) for this user; returns its Result.

    Http404 for a press that is none; PermissionDenied for who may not.
    """
    verb, _, rest = sent.get("_do", "").partition(":")
    if verb == "undo":
        return _result(Verb.UNDO, undoing.undo(rest, by=user))
    if verb == "tell":
        return tell(rest, user)
    if verb not in moderation.DO:
        raise Http404
    number, _, more = rest.partition(":")
    ids = numbers([number] if number else sent.getlist("chosen"))
    if not ids:
        return Result(left={0: NOT_THERE if number else "Chưa chọn ý kiến nào."})
    seen = queues.SEEN_AS.get(sent.get("hang", ""))
    try:
        given = _given(verb, more, sent, number or "chosen")
        outcome = moderation.act(verb, ids, by=user, seen=dict.fromkeys(ids, seen) if seen else {}, **given)
    except ValueError:
        raise Http404 from None
    result = _result(verb, outcome)
    known = {*result.left, *(row.pk for row in outcome.done)}
    result.left |= {pk: NOT_THERE for pk in ids[: moderation.AT_ONCE] if pk not in known}
    if len(ids) > moderation.AT_ONCE:
        result.left[0] = f"Mỗi lần làm nhiều nhất {moderation.AT_ONCE} ý kiến; phần còn lại xin bấm lần nữa."
    if f"tell-{number}" in sent and result.done and verb == Verb.REJECT:
        told = tell(number, user)
        result.said = " ".join([result.said, told.said, *told.left.values()]).strip()
    return result


def _given(verb, more, sent, whose):
    """What comes with the verb, from the button and from the fields beside it."""
    reason = LineField().to_python(sent.get(f"note-{whose}", "").strip())[:LONGEST_REASON]
    if verb == Verb.REJECT:
        return {"code": more, "reason": reason}
    if verb == Verb.SPAM:
        return {"code": Reason.SPAM}
    if verb == Verb.BLOCK:
        return {"code": sent.get(f"why-{whose}", ""), "reason": reason, "days": int(more)}
    return {"lead": more} if verb == Verb.MARK else {}


def tell(number, user):
    comment = Comment.objects.filter(pk__in=numbers([number])).first()
    if comment is None:
        return Result(left={0: NOT_THERE})
    try:
        telling.tell(comment, by=user)
    except telling.Untold as why:
        return Result(left={comment.pk: str(why)})
    return Result(f"Đã báo lại cho {UNSEEN.sub('', comment.name)}.", [comment.pk])


def _result(verb, outcome):
    said = sentence(verb, outcome.done)
    if verb == Verb.UNDO and not outcome.done and not outcome.left:
        return Result(left={0: "Việc này đã được hoàn tác từ trước."})
    return Result(said, [row.pk for row in outcome.done], dict(outcome.left))


def sentence(verb, comments):
    """What was done, in a few words: "Đã duyệt: ý kiến của Lò Thị Pản." """
    if not comments:
        return ""
    # The name stands among our own words: no mark of direction may turn them round.
    whose = (
        f"ý kiến của {UNSEEN.sub('', comments[0].name)}" if len(comments) == 1 else f"{len(comments)} ý kiến"
    )
    lead = f" ({Lead(comments[0].lead).label.lower()})" if verb == Verb.MARK and comments[0].lead else ""
    return f"{SAID[verb]}{lead}: {whose}."


def last_act(user, since):
    """(act, sentence) of what this user did last since then and did not take back; None where there is nothing."""
    # Written as a sum, the moderator's number is no index's: all they ever decided would be walked for their last act.
    whose = ExpressionWrapper(F("by_id") + 0, output_field=BigIntegerField())
    recent = Decision.objects.filter(at__gte=since, undone_by=None, verb__in=undoing.TOGETHER).exclude(act="")
    mine = recent.alias(whose=whose).filter(whose=user.pk)
    last = mine.order_by("-at", "-pk").values_list("act", flat=True).first()
    if last is None:
        return None
    decisions = list(Decision.objects.filter(act=last).select_related("comment")[: moderation.AT_ONCE])
    return last, sentence(decisions[0].verb, [decision.comment for decision in decisions])
