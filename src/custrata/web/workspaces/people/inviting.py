"""Invitations: a one-time link for one address and one part, sent by mail and shown to be copied."""

from __future__ import annotations

import hashlib
import secrets
from datetime import timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.mail import send_mail
from django.core.validators import validate_email
from django.db import transaction
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

from custrata.errors import SettingError
from custrata.web.accounts.models import User
from custrata.web.audit.record import record
from custrata.web.workspaces.models import Invitation, Membership, Workspace
from custrata.web.workspaces.people.roles import Part

LASTS = timedelta(days=7)

_MAIL = """{who} invites you to the workspace "{workspace}".

Open this link within 7 days; it works once:

{link}

If you do not know why you got this, do nothing.
"""


def invite(workspace: Workspace, email: str, part: Part, actor: User) -> tuple[Invitation, str]:
    """Invite somebody; an earlier invitation of the same address does not work any more.

    Args:
        workspace: Where to.
        email: The address.
        part: What they will be there.
        actor: The admin who invites.

    Returns:
        The invitation and the path of its link, which can be read only now.

    Raises:
        SettingError: This is no address, or the person belongs to the workspace already.
    """
    address = _address(email)
    if Membership.objects.filter(workspace=workspace, user__email__iexact=address).exists():
        raise SettingError(
            "this person belongs to the workspace already", where="address", remedy="change their role below"
        )
    secret = secrets.token_urlsafe(32)
    with transaction.atomic():
        open_ones(workspace).filter(email__iexact=address).delete()
        made = Invitation.objects.create(
            workspace=workspace,
            email=address,
            role=part.role.value,
            persons=part.persons,
            function=part.function,
            digest=_digest(secret),
            invited_by=actor,
            expires_at=timezone.now() + LASTS,
        )
        record(
            "person.invited",
            workspace=workspace,
            actor=actor,
            thing=f"invitation {made.pk}",
            role=made.role,
            persons=made.persons,
            function=made.function,
        )
    return made, reverse("join", args=[secret])


def send(invitation: Invitation, link: str) -> bool:
    """Mail a link; whether the mail went out.

    Args:
        invitation: To whom.
        link: The whole address.
    """
    if not settings.MAIL_GOES_OUT:
        return False
    words = _MAIL.format(who=invitation.invited_by, workspace=invitation.workspace, link=link)
    # A name may hold a line break, which a subject may not.
    subject = " ".join(f"Your invitation to {invitation.workspace}".split())
    try:
        return bool(send_mail(subject, words, settings.DEFAULT_FROM_EMAIL, [invitation.email]))
    except OSError:  # also what the mail library raises: nobody there, refused, not trusted
        return False


def withdraw(invitation: Invitation, actor: User) -> None:
    """Take an invitation back.

    Args:
        invitation: Which.
        actor: The admin who does it.
    """
    with transaction.atomic():
        gone, _ = Invitation.objects.filter(pk=invitation.pk, used_at=None).delete()
        if gone:
            name = f"invitation {invitation.pk}"
            record("invitation.withdrawn", workspace=invitation.workspace, actor=actor, thing=name)


def open_ones(workspace: Workspace | None = None) -> QuerySet[Invitation]:
    """Invitations that still let somebody in.

    Args:
        workspace: Of one workspace; None for all of the site.
    """
    found = Invitation.objects.filter(used_at=None, expires_at__gt=timezone.now())
    return found if workspace is None else found.filter(workspace=workspace)


def found(secret: str) -> Invitation | None:
    """The invitation of a link; None where it is unknown, used or too old.

    Args:
        secret: The random part of the path.
    """
    return open_ones().select_related("workspace", "invited_by").filter(digest=_digest(secret)).first()


def accept(invitation: Invitation, user: User) -> bool:
    """Somebody joins; whether the invitation was still open.

    Args:
        invitation: Which; it is used up by this.
        user: Who joins: the person of the invited address.
    """
    with transaction.atomic():
        if open_ones().filter(pk=invitation.pk).update(used_at=timezone.now()) != 1:
            return False
        Membership.objects.get_or_create(
            workspace=invitation.workspace,
            user=user,
            defaults={
                "role": invitation.role,
                "persons": invitation.persons,
                "function": invitation.function,
            },
        )
        record(
            "person.joined",
            workspace=invitation.workspace,
            actor=user,
            thing=f"person {user.pk}",
            role=invitation.role,
        )
    return True


def _address(email: str) -> str:
    address = email.strip().lower()
    try:
        validate_email(address)
    except ValidationError as error:
        raise SettingError(
            "this is no mail address", where="address", remedy="write it as name@example.org"
        ) from error
    return address


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8")).hexdigest()
