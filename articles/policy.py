"""Who may do what to which article: one table, two questions.

`can(user, action, article)` answers for one, `scope(user, action)` for a queryset; both read RULES, and a test holds
them equal. Roles are groups (made by `manage.py sync_roles`); a superuser keeps the machine and may do whatever
any role may, except approve their own story, which nobody may.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from django.db.models import Q
from django.utils import timezone

from .models import Section, Standing, has_standing


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
    """at_home: only in sections the user has charge of, or nobody has (Section.editors)."""

    whose: Whose
    standings: frozenset
    at_home: bool = False


def own(*standings):
    return Grant(Whose.OWN, frozenset(standings))


def others(*standings):
    return Grant(Whose.OTHERS, frozenset(standings))


def anyones(*standings):
    return Grant(Whose.ANY, frozenset(standings))


def at_home(grant):
    return replace(grant, at_home=True)


S = Standing
DESK = (S.DRAFT, S.IN_REVIEW, S.READY)
OUT = (S.PUBLISHED, S.EXPIRED)
# What a withdrawn story said is sealed: the chief editor alone reads it.
UNSEALED = (*DESK, S.SCHEDULED, *OUT, S.TRASHED)

RULES = {
    "view": {
        Role.REPORTER: [own(*UNSEALED), anyones(S.PUBLISHED)],
        Role.EDITOR: [anyones(*UNSEALED)],
        Role.MANAGING_EDITOR: [anyones(*UNSEALED)],
        Role.CHIEF_EDITOR: [anyones(*UNSEALED, S.WITHDRAWN)],
    },
    # Earlier revisions, and what changed between them: words nobody approved among them.
    "read_history": {
        Role.REPORTER: [own(*UNSEALED)],
        Role.EDITOR: [anyones(*UNSEALED)],
        Role.MANAGING_EDITOR: [anyones(*UNSEALED)],
        Role.CHIEF_EDITOR: [anyones(*S)],
    },
    # Who did what, when and why; none of the story's words but its headline.
    "read_record": {
        Role.REPORTER: [own(*UNSEALED, S.WITHDRAWN)],
        Role.EDITOR: [anyones(*UNSEALED, S.WITHDRAWN)],
        Role.MANAGING_EDITOR: [anyones(*S)],
        Role.CHIEF_EDITOR: [anyones(*S)],
    },
    "edit": {
        Role.REPORTER: [own(S.DRAFT)],
        Role.EDITOR: [at_home(anyones(*DESK))],
        Role.MANAGING_EDITOR: [anyones(*DESK, S.SCHEDULED, *OUT)],
        Role.CHIEF_EDITOR: [anyones(*DESK, S.SCHEDULED, *OUT)],
    },
    # The hours: when it comes, until when it is held, when it goes.
    "schedule": {
        Role.MANAGING_EDITOR: [anyones(*DESK, S.SCHEDULED, *OUT)],
        Role.CHIEF_EDITOR: [anyones(*DESK, S.SCHEDULED, *OUT)],
    },
    "submit": {
        Role.REPORTER: [own(S.DRAFT)],
        Role.EDITOR: [at_home(anyones(S.DRAFT))],
        Role.MANAGING_EDITOR: [anyones(S.DRAFT)],
        Role.CHIEF_EDITOR: [anyones(S.DRAFT)],
    },
    "return_to_writer": {
        Role.EDITOR: [at_home(others(S.IN_REVIEW))],
        Role.MANAGING_EDITOR: [anyones(S.IN_REVIEW, S.READY)],
        Role.CHIEF_EDITOR: [anyones(S.IN_REVIEW, S.READY, S.WITHDRAWN)],
    },
    "approve": {
        Role.EDITOR: [at_home(others(S.IN_REVIEW))],
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
    "unschedule": {
        Role.MANAGING_EDITOR: [anyones(S.SCHEDULED)],
        Role.CHIEF_EDITOR: [anyones(S.SCHEDULED)],
    },
    # Read what went out without approval, and answer for it from now on.
    "review_after": {
        Role.MANAGING_EDITOR: [others(*OUT)],
        Role.CHIEF_EDITOR: [others(*OUT)],
    },
    "withdraw": {
        Role.MANAGING_EDITOR: [anyones(S.SCHEDULED, *OUT)],
        Role.CHIEF_EDITOR: [anyones(S.SCHEDULED, *OUT)],
    },
    "correct": {
        Role.MANAGING_EDITOR: [anyones(*OUT, S.WITHDRAWN)],
        Role.CHIEF_EDITOR: [anyones(*OUT, S.WITHDRAWN)],
    },
    "trash": {
        Role.REPORTER: [own(S.DRAFT)],
        Role.EDITOR: [at_home(anyones(S.DRAFT, S.IN_REVIEW))],
        Role.MANAGING_EDITOR: [anyones(*DESK)],
        Role.CHIEF_EDITOR: [anyones(*DESK)],
    },
    "untrash": {
        Role.REPORTER: [own(S.TRASHED)],
        Role.EDITOR: [at_home(anyones(S.TRASHED))],
        Role.MANAGING_EDITOR: [anyones(S.TRASHED)],
        Role.CHIEF_EDITOR: [anyones(S.TRASHED)],
    },
    "erase": {
        Role.CHIEF_EDITOR: [anyones(S.TRASHED)],
    },
    # A link that shows an unpublished story to somebody outside.
    "invite_preview": {
        Role.EDITOR: [at_home(anyones(*DESK))],
        Role.MANAGING_EDITOR: [anyones(*DESK, S.SCHEDULED)],
        Role.CHIEF_EDITOR: [anyones(*DESK, S.SCHEDULED)],
    },
    # Tell readers of an interview that is not out yet: words go public, so those decide who publish.
    "announce": {
        Role.MANAGING_EDITOR: [anyones(*DESK, S.SCHEDULED, *OUT)],
        Role.CHIEF_EDITOR: [anyones(*DESK, S.SCHEDULED, *OUT)],
    },
    # The interviewee's own words: whoever may still change them may ask for them to be signed off.
    "invite_sign_off": {
        Role.REPORTER: [own(*DESK)],
        Role.EDITOR: [at_home(anyones(*DESK))],
        Role.MANAGING_EDITOR: [anyones(*DESK, S.SCHEDULED, *OUT)],
        Role.CHIEF_EDITOR: [anyones(*DESK, S.SCHEDULED, *OUT)],
    },
    "revoke_sign_off": {
        Role.REPORTER: [own(*UNSEALED)],
        Role.EDITOR: [anyones(*UNSEALED)],
        Role.MANAGING_EDITOR: [anyones(*UNSEALED)],
        Role.CHIEF_EDITOR: [anyones(*UNSEALED, S.WITHDRAWN)],
    },
    "override_sign_off": {
        Role.MANAGING_EDITOR: [anyones(*DESK)],
        Role.CHIEF_EDITOR: [anyones(*DESK)],
    },
}
# What nobody does to their own story, whatever their account.
BY_ANOTHER = frozenset({"approve", "review_after"})

# What an interviewee may still read and sign by their link: everything but what the paper has taken back.
OPEN_TO_INTERVIEWEE = frozenset(UNSEALED) - {S.TRASHED}

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
        "correction": "add change view",
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


def home(user):
    """A function that tells of a section's number whether this user has charge of it; read once per user object."""
    if not hasattr(user, "_newsroom_charges"):
        charges = {}
        for section_id, user_id in Section.editors.through.objects.values_list("section_id", "user_id"):
            charges.setdefault(section_id, set()).add(user_id)
        user._newsroom_charges = charges
    return lambda section_id: user.pk in user._newsroom_charges.get(section_id, {user.pk})


def grants(user, action):
    """Every Grant this user holds for the action. KeyError where the action is not in RULES: a typo grants nothing."""
    table = RULES[action]
    if user.is_active and user.is_superuser:
        # Every role's standings together: no account walks past the order of the workflow.
        standings = {standing for held in table.values() for grant in held for standing in grant.standings}
        return [others(*standings) if action in BY_ANOTHER else anyones(*standings)]
    return [grant for role in roles(user) for grant in table.get(role, [])]


def is_own(user, article):
    """Whether the user began this article or signs it."""
    return article.created_by_id == user.pk or article.bylines.filter(author__user=user).exists()


def owned(user):
    """is_own() as a Q for Article querysets."""
    from .models import Article, Byline

    signed = Article.objects.filter(pk__in=Byline.objects.filter(author__user_id=user.pk).values("article_id"))
    return Q(created_by_id=user.pk) | Q(pk__in=signed.values("pk"))


def can(user, action, article, now=None):
    """Whether the user may do this to this article as it stands at `now` (aware; this moment where none is given)."""
    standing = article.standing(now or timezone.now())
    for grant in grants(user, action):
        if standing not in grant.standings or (grant.at_home and not home(user)(article.section_id)):
            continue
        if grant.whose == Whose.ANY or is_own(user, article) == (grant.whose == Whose.OWN):
            return True
    return False


def scope(user, action, now=None):
    """The articles the user may do this to, as a Q for Article querysets."""
    now, mine = now or timezone.now(), owned(user)
    # A section without editors is everybody's.
    charged = Section.objects.filter(Q(editors=None) | Q(editors=user.pk))
    reach = Q(pk__in=[])
    for grant in grants(user, action):
        whose = {Whose.OWN: mine, Whose.OTHERS: ~mine, Whose.ANY: Q()}[grant.whose]
        place = Q(section__in=charged.values("pk")) if grant.at_home else Q()
        reach |= has_standing(*sorted(grant.standings), now=now) & whose & place
    return reach
