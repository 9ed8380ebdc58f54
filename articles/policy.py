"""Who may do what to which article: one table, two questions.

`can(user, action, article)` answers for one, `scope(user, action)` for a queryset; both read RULES, and a test holds
them equal. Roles are groups (made by `manage.py sync_roles`); a superuser keeps the machine and may do whatever
any role may, except approve their own story, which nobody may.
"""

from dataclasses import dataclass
from enum import StrEnum

from django.db.models import Q

from .models import Status


class Role(StrEnum):
    """The values are the groups' names."""

    REPORTER = "Phóng viên"
    EDITOR = "Biên tập viên"
    MANAGING_EDITOR = "Thư ký tòa soạn"
    CHIEF_EDITOR = "Tổng biên tập"


class Whose(StrEnum):
    OWN = "own"
    OTHERS = "others"
    ANY = "any"


@dataclass(frozen=True)
class Grant:
    whose: Whose
    states: frozenset


def own(*states):
    return Grant(Whose.OWN, frozenset(states or Status))


def others(*states):
    return Grant(Whose.OTHERS, frozenset(states or Status))


def anyones(*states):
    return Grant(Whose.ANY, frozenset(states or Status))


S = Status
DESK = (S.DRAFT, S.IN_REVIEW, S.READY)

RULES = {
    "view": {
        Role.REPORTER: [own(), anyones(S.PUBLISHED)],
        Role.EDITOR: [anyones()],
        Role.MANAGING_EDITOR: [anyones()],
        Role.CHIEF_EDITOR: [anyones()],
    },
    "edit": {
        Role.REPORTER: [own(S.DRAFT)],
        Role.EDITOR: [anyones(*DESK)],
        Role.MANAGING_EDITOR: [anyones(*DESK, S.PUBLISHED)],
        Role.CHIEF_EDITOR: [anyones()],
    },
    "submit": {
        Role.REPORTER: [own(S.DRAFT)],
        Role.EDITOR: [anyones(S.DRAFT)],
        Role.MANAGING_EDITOR: [anyones(S.DRAFT)],
        Role.CHIEF_EDITOR: [anyones(S.DRAFT)],
    },
    "return_to_writer": {
        Role.EDITOR: [others(S.IN_REVIEW)],
        Role.MANAGING_EDITOR: [anyones(S.IN_REVIEW, S.READY, S.WITHDRAWN)],
        Role.CHIEF_EDITOR: [anyones(S.IN_REVIEW, S.READY, S.WITHDRAWN)],
    },
    "approve": {
        Role.EDITOR: [others(S.IN_REVIEW)],
        Role.MANAGING_EDITOR: [others(S.IN_REVIEW)],
        Role.CHIEF_EDITOR: [others(S.IN_REVIEW)],
    },
    "publish": {
        Role.MANAGING_EDITOR: [anyones(S.READY)],
        Role.CHIEF_EDITOR: [anyones(S.READY)],
    },
    "publish_urgently": {
        Role.MANAGING_EDITOR: [anyones(*DESK)],
        Role.CHIEF_EDITOR: [anyones(*DESK)],
    },
    "withdraw": {
        Role.MANAGING_EDITOR: [anyones(S.PUBLISHED)],
        Role.CHIEF_EDITOR: [anyones(S.PUBLISHED)],
    },
    "correct": {
        Role.MANAGING_EDITOR: [anyones(S.PUBLISHED)],
        Role.CHIEF_EDITOR: [anyones(S.PUBLISHED)],
    },
    # Tell readers of an interview that is not out yet: words go public, so those decide who publish.
    "announce": {
        Role.MANAGING_EDITOR: [anyones(*DESK, S.PUBLISHED)],
        Role.CHIEF_EDITOR: [anyones(*DESK, S.PUBLISHED)],
    },
    # The interviewee's own words: whoever may still change them may ask for them to be signed off.
    "invite_sign_off": {
        Role.REPORTER: [own(*DESK)],
        Role.EDITOR: [anyones(*DESK)],
        Role.MANAGING_EDITOR: [anyones(*DESK, S.PUBLISHED)],
        Role.CHIEF_EDITOR: [anyones(*DESK, S.PUBLISHED)],
    },
    "revoke_sign_off": {
        Role.REPORTER: [own()],
        Role.EDITOR: [anyones()],
        Role.MANAGING_EDITOR: [anyones()],
        Role.CHIEF_EDITOR: [anyones()],
    },
    "override_sign_off": {
        Role.MANAGING_EDITOR: [anyones(*DESK)],
        Role.CHIEF_EDITOR: [anyones(*DESK)],
    },
}

# What an interviewee may still read and sign by their link: everything but what the paper has taken back.
OPEN_TO_INTERVIEWEE = frozenset(Status) - {S.WITHDRAWN}

# Django's model permissions, for what has no workflow: role -> model -> verbs.
MODEL_RIGHTS = {
    Role.REPORTER: {
        "article": "add change view",
        "image": "add change view",
        "person": "add view",
        "topic": "view",
        "section": "view",
        "author": "view",
    },
    Role.EDITOR: {
        "article": "add change view",
        "image": "add change view",
        "person": "add change view",
        "topic": "add change view",
        "section": "view",
        "author": "view",
        "placement": "view",
    },
    Role.MANAGING_EDITOR: {
        "article": "add change view",
        "image": "add change delete view",
        "person": "add change delete view",
        "topic": "add change delete view",
        "section": "add change view",
        "author": "add change view",
        "placement": "add change delete view",
        "correction": "add view",
    },
    Role.CHIEF_EDITOR: {
        "article": "add change view",
        "image": "add change delete view",
        "person": "add change delete view",
        "topic": "add change delete view",
        "section": "add change delete view",
        "author": "add change delete view",
        "placement": "add change delete view",
        "correction": "add change view",
    },
}


def roles(user):
    """The roles of a user, read once per user object."""
    if not hasattr(user, "_newsroom_roles"):
        names = set(user.groups.values_list("name", flat=True)) if user.is_active and user.pk else set()
        user._newsroom_roles = frozenset(role for role in Role if role in names)
    return user._newsroom_roles


def grants(user, action):
    """Every Grant this user holds for the action. KeyError where the action is not in RULES: a typo grants nothing."""
    table = RULES[action]
    if user.is_active and user.is_superuser:
        # Every role's states together: no account walks past the order of the workflow.
        states = {state for held in table.values() for grant in held for state in grant.states}
        return [others(*states) if action == "approve" else anyones(*states)]
    return [grant for role in roles(user) for grant in table.get(role, [])]


def is_own(user, article):
    """Whether the user began this article or signs it."""
    return article.created_by_id == user.pk or article.bylines.filter(author__user=user).exists()


def can(user, action, article):
    """Whether the user may do this to this article, in the state it is in."""
    for grant in grants(user, action):
        if article.status not in grant.states:
            continue
        if grant.whose == Whose.ANY or is_own(user, article) == (grant.whose == Whose.OWN):
            return True
    return False


def scope(user, action):
    """The articles the user may do this to, as a Q for Article querysets."""
    from .models import Article, Byline

    signed = Article.objects.filter(pk__in=Byline.objects.filter(author__user_id=user.pk).values("article_id"))
    mine = Q(created_by_id=user.pk) | Q(pk__in=signed.values("pk"))
    reach = Q(pk__in=[])
    for grant in grants(user, action):
        whose = {Whose.OWN: mine, Whose.OTHERS: ~mine, Whose.ANY: Q()}[grant.whose]
        reach |= Q(status__in=sorted(grant.states)) & whose
    return reach
