"""Who may decide over readers' words: one table, as in articles/policy.py."""

from enum import StrEnum

from articles.policy import Role


class CommentRole(StrEnum):
    """The values are the groups' names."""

    MODERATOR = "Người duyệt ý kiến"


RULES = {
    "view": {CommentRole.MODERATOR, Role.EDITOR, Role.MANAGING_EDITOR, Role.CHIEF_EDITOR},
    "decide": {CommentRole.MODERATOR, Role.MANAGING_EDITOR, Role.CHIEF_EDITOR},
    # What readers tell the newsroom: leads for those who write.
    "read_leads": {CommentRole.MODERATOR, *Role},
    # Lay an approved question at the end of the interview's draft.
    "turn_question": {CommentRole.MODERATOR, Role.EDITOR, Role.MANAGING_EDITOR, Role.CHIEF_EDITOR},
}

KEEPS = "view add change delete"
MODEL_RIGHTS = {
    CommentRole.MODERATOR: {"comment": "view", "watchedphrase": KEEPS, "reception": "view"},
    Role.EDITOR: {"comment": "view"},
    Role.MANAGING_EDITOR: {"comment": "view", "watchedphrase": KEEPS, "reception": KEEPS},
    Role.CHIEF_EDITOR: {"comment": "view", "watchedphrase": KEEPS, "reception": KEEPS},
}


def can(user, action):
    """Whether the user may do this to any comment. KeyError where the action is not in RULES."""
    allowed = RULES[action]
    if not user.is_active:
        return False
    if user.is_superuser:
        return True
    if not hasattr(user, "_comment_roles"):
        user._comment_roles = set(user.groups.values_list("name", flat=True))
    return not user._comment_roles.isdisjoint(allowed)
