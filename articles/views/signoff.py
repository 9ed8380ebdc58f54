"""An interviewee's own page, opened by a secret link: no account, no session, no cookie, no script needed.

One form for the whole page, so that what is typed under one answer is not lost by a press under another. Each press
names the words it was made over (`seen`); parallel fields `exchange`, `seen`, `text` carry every answer of the page.
"""

import re
from dataclasses import dataclass
from functools import wraps

from django.http import HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from .. import signoff
from ..consent import Kind, Standing, State, consent_of
from ..richtext.render import render as render_rich_text
from ..same_origin import is_same_origin
from ..vietnamese import nfc
from ..workflow import Refused

NUMBER = re.compile("[1-9][0-9]{0,17}", re.ASCII)
FOREIGN = "Trình duyệt cho biết lần bấm này không đến từ trang duyệt lời. Xin bấm lại từ trang này."
UNSENT = "Ông/bà đã viết góp ý mà chưa gửi. Xin bấm gửi góp ý, hoặc xóa chữ trong ô, rồi mới duyệt."


def confidential(view):
    """No trace of the address outside: not in search, not in a Referer. Not stored either (newsroom/http.py)."""

    @wraps(view)
    def guarded(request, *args, **kwargs):
        response = view(request, *args, **kwargs)
        response.headers["Referrer-Policy"] = "no-referrer"
        response.headers["X-Robots-Tag"] = "noindex, nofollow, noarchive"
        return response

    return guarded


@dataclass
class Row:
    """One answer on the page. typed: what stands in its comment field. problem: why the last press was refused."""

    standing: Standing
    html: SafeString
    typed: str = ""
    problem: str = ""

    @property
    def anchor(self):
        return f"tra-loi-{self.standing.exchange.pk}"

    @property
    def state(self):
        """As the interviewee is told: what the desk let through without them still waits for them."""
        return State.WAITING if self._desk_decided else self.standing.state

    @property
    def shows_changes(self):
        return self.standing.changed and not self._desk_decided

    @property
    def may_approve(self):
        return self.state != State.APPROVED

    @property
    def _desk_decided(self):
        return self.standing.decision is not None and self.standing.decision.kind == Kind.OVERRIDE


@csrf_exempt
@confidential
@require_http_methods(["GET", "HEAD", "POST"])
def answers(request, token):
    """The interviewee's own answers; a press approves or comments. 404 whenever the link does not open, alike."""
    try:
        sign_off = signoff.find(token)
        if request.method == "POST":
            return _pressed(request, sign_off, token)
        if request.method == "GET":
            signoff.record_view(sign_off)
    except signoff.Closed:
        return _closed(request)
    return _page(request, sign_off, {})


@csrf_exempt
@confidential
def elsewhere(request, rest):
    """Whatever else begins as a link does. A mail program may have dropped the last stroke; nothing else is mended."""
    if signoff.TOKEN.fullmatch(rest):
        return redirect(reverse("articles:sign_off", args=[rest]))
    return _closed(request)


def _closed(request):
    """The one answer to every link that does not open; what was typed over a link just closed is given back."""
    typed = []
    if request.method == "POST" and is_same_origin(request, hidden=True):
        typed = [text for text in request.POST.getlist("text") if text.strip()]
    return render(request, "articles/sign_off_closed.html", {"typed": typed}, status=404)


def _number(written):
    return int(written) if NUMBER.fullmatch(written) else None


def _pressed(request, sign_off, token):
    ids = [_number(written) for written in request.POST.getlist("exchange")]
    seen = dict(zip(ids, request.POST.getlist("seen"), strict=False))
    typed = dict(zip(ids, map(nfc, request.POST.getlist("text")), strict=False))
    typed = {number: text for number, text in typed.items() if text.strip()}
    pressed = next((name for name in ("approve", "comment", "approve_all") if name in request.POST), "")
    target = _number(request.POST.get(pressed, "")) if pressed in ("approve", "comment") else None
    if not is_same_origin(request, hidden=True):
        return _page(request, sign_off, typed, FOREIGN, status=403)
    try:
        if pressed == "approve_all":
            # Words that wait to be sent are no approval; the page points at the first of them.
            if typed:
                target = next(iter(typed))
                raise Refused(UNSENT)
            signoff.approve_all(sign_off, seen=seen)
        elif pressed == "approve":
            if target in typed:
                raise Refused(UNSENT)
            signoff.approve(sign_off, target, seen=seen.get(target, ""))
        elif pressed == "comment":
            signoff.comment(sign_off, target, typed.get(target, ""), seen=seen.get(target, ""))
            typed.pop(target, None)
        else:
            raise Refused("Xin bấm một trong các nút trên trang.")
    except signoff.Closed:
        raise
    except signoff.WordsChanged as changed:
        return _page(request, sign_off, typed, str(changed), changed.exchange_id, status=409)
    except Refused as refused:
        return _page(request, sign_off, typed, str(refused), target, status=422)
    if typed:
        # What stands unsent under other answers would be lost by a redirect. To send this page twice does no harm.
        return _page(request, sign_off, typed)
    fragment = f"tra-loi-{target}" if target else "tien-do"
    response = HttpResponseRedirect(f"{reverse('articles:sign_off', args=[token])}#{fragment}")
    response.status_code = 303
    return response


def _page(request, sign_off, typed, problem="", target=None, status=200):
    guest = sign_off.interviewee
    now = timezone.now()
    consent = consent_of(guest, now)
    rows = [
        Row(standing, render_rich_text(standing.exchange.answer), typed.pop(standing.exchange.pk, ""))
        for standing in consent.standings
    ]
    at = next((row for row in rows if row.standing.exchange.pk == target), None)
    if at and problem:
        at.problem = problem
    context = {
        "address": request.path,
        "sign_off": sign_off,
        "guest": guest,
        "article": guest.article,
        "published": guest.article.is_public(now),
        "rows": rows,
        "approved": consent.approved,
        "problem": problem,
        "problem_at": at,
        # Typed under answers that are no longer theirs: shown once more, to be copied.
        "loose": list(typed.values()),
    }
    return render(request, "articles/sign_off.html", context, status=status)
