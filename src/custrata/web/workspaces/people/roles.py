"""Roles are given, changed and taken away; a workspace always keeps an admin."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction

from custrata.errors import SettingError
from custrata.web.accounts.models import Token, User
from custrata.web.accounts.tokens import revoke
from custrata.web.audit.record import record
from custrata.web.workspaces.models import Invitation, Membership, Workspace
from custrata.web.workspaces.rights import Role

MASKING = frozenset({Role.ANALYST, Role.ADMIN})
"""Roles for which it counts whether names and addresses of customers are shown."""


@dataclass(frozen=True)
class Part:
    """What somebody is in a workspace.

    Attributes:
        role: What the person may do.
        persons: Whether names and addresses of customers are shown; it counts for analysts and admins.
        function: Which function the person signs for; empty for none.
    """

    role: Role
    persons: bool = False
    function: str = ""


def part_of(role: str, *, persons: bool, function: str) -> Part:
    """A part from what a person filled in.

    Args:
        role: Name of the role.
        persons: Whether names and addresses of customers are shown.
        function: Which function they sign for.

    Raises:
        SettingError: There is no such role, or the function is too long.
    """
    if role not in set(Role):
        raise SettingError("there is no such role", where="role", remedy=f"choose {', '.join(Role)}")
    if len(function.strip()) > 60:
        raise SettingError("a function has at most 60 letters", where="function", remedy="shorten it")
    chosen = Role(role)
    return Part(chosen, persons and chosen in MASKING, function.strip())


def change(membership: Membership, part: Part, actor: User) -> None:
    """Give somebody another part.

    Args:
        membership: Whose.
        part: What they shall be.
        actor: The admin who does it.

    Raises:
        SettingError: The workspace would be left without an admin.
    """
    with transaction.atomic():
        now = _locked(membership)
        if part.role is not Role.ADMIN:
            _keep_an_admin(now)
        before = {"role": now.role, "persons": now.persons, "function": now.function}
        after = {"role": part.role.value, "persons": part.persons, "function": part.function}
        if before == after:
            return
        Membership.objects.filter(pk=now.pk).update(**after)
        if now.role == Role.ADMIN and part.role is not Role.ADMIN:
            _withdraw_invitations(now, actor)
        changed = {key: f"{before[key]} → {after[key]}" for key in after if before[key] != after[key]}
        record(
            "person.changed", workspace=now.workspace, actor=actor, thing=f"person {now.user_id}", **changed
        )


def remove(membership: Membership, actor: User) -> None:
    """Take somebody out of a workspace, with their tokens for it and whom they invited; what they did stays.

    Args:
        membership: Whose.
        actor: The admin who does it, or the person.

    Raises:
        SettingError: The workspace would be left without an admin.
    """
    with transaction.atomic():
        now = _locked(membership)
        _keep_an_admin(now)
        for token in Token.objects.filter(workspace=now.workspace, user=now.user, revoked_at=None):
            revoke(token, actor)
        _withdraw_invitations(now, actor)
        record(
            "person.removed",
            workspace=now.workspace,
            actor=actor,
            thing=f"person {now.user_id}",
            role=now.role,
        )
        now.delete()


def _withdraw_invitations(membership: Membership, actor: User) -> None:
    """Let nobody in by the word of somebody who may invite no more; it might be a way back for themselves."""
    waiting = Invitation.objects.filter(
        workspace=membership.workspace, invited_by=membership.user, used_at=None
    )
    for one in waiting:
        record("invitation.withdrawn", workspace=one.workspace, actor=actor, thing=f"invitation {one.pk}")
    waiting.delete()


def _locked(membership: Membership) -> Membership:
    # All rows of the workspace: of two admins who take each other out at once, the second is refused.
    rows = Membership.objects.select_for_update(of=("self",)).filter(workspace=membership.workspace_id)
    found = next((row for row in rows.select_related("workspace", "user") if row.pk == membership.pk), None)
    if found is None:
        raise SettingError("this person has left already", where="people", remedy="load the page again")
    return found


def _keep_an_admin(membership: Membership) -> None:
    if membership.role == Role.ADMIN and not _other_admin(membership.workspace, membership):
        raise SettingError(
            "a workspace keeps at least one admin", where="role", remedy="make somebody else an admin first"
        )


def _other_admin(workspace: Workspace, membership: Membership) -> bool:
    others = Membership.objects.filter(workspace=workspace, role=Role.ADMIN, user__is_active=True)
    return others.exclude(pk=membership.pk).exists()
