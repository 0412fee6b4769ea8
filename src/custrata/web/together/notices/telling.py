"""Tell people: notices are made here, for those who may see them and want them."""

from __future__ import annotations

from collections.abc import Iterable

from custrata.web.accounts.models import User
from custrata.web.together.models import Notice, NoticeKind, Preference
from custrata.web.workspaces.models import Membership, Workspace
from custrata.web.workspaces.rights import Right, Role, rights_of


def tell(
    workspace: Workspace,
    kind: NoticeKind,
    people: Iterable[int],
    text: str,
    address: str = "",
    actor: User | None = None,
) -> int:
    """Tell people something; who caused it, who is not of the workspace and who has muted it is left out.

    Args:
        workspace: Where.
        kind: What it is about.
        people: Keys of users.
        text: In one sentence.
        address: What it leads to.
        actor: Who caused it; None for the program.

    Returns:
        How many were told.
    """
    wanted = set(people) - ({actor.pk} if actor is not None else set())
    if not wanted:
        return 0
    members = Membership.objects.filter(workspace=workspace, user_id__in=wanted)
    there = set(members.values_list("user_id", flat=True))
    muted = Preference.objects.filter(workspace=workspace, person_id__in=there)
    there -= {one.person_id for one in muted if kind.value in one.muted}
    Notice.objects.bulk_create(
        Notice(workspace=workspace, person_id=key, kind=kind, text=text[:400], address=address, actor=actor)
        for key in sorted(there)
    )
    return len(there)


def holders(workspace: Workspace, right: Right) -> list[int]:
    """Keys of everybody in a workspace who has a right.

    Args:
        workspace: Where.
        right: Which.
    """
    found = Membership.objects.filter(workspace=workspace)
    return [m.user_id for m in found if right in rights_of(Role(m.role), persons=m.persons)]


def unread(workspace: Workspace, person: User) -> int:
    """How many notices are new for somebody.

    Args:
        workspace: Where.
        person: Whose.
    """
    return Notice.objects.filter(workspace=workspace, person=person, read_at=None).count()
