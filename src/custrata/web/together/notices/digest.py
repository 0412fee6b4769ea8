"""The weekly mail: what is new for somebody, what is due or waits for them, what moved, as text and page."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone

from custrata.errors import CustrataError
from custrata.project.showing.home.signals import changes
from custrata.web.audit.record import record
from custrata.web.strategies.staging import scene_of
from custrata.web.together.addresses import link_of
from custrata.web.together.models import Notice, Preference
from custrata.web.together.notices.signatures import PLACE, waits_for
from custrata.web.together.tasks.listing import Listed, tasks_of
from custrata.web.workspaces.models import Membership, Workspace

MOST = 20
"""Notices and tasks that a mail tells one by one."""

MOST_CHANGES = 3


@dataclass(frozen=True)
class Digest:
    """One mail.

    Attributes:
        to: The address.
        subject: In one line.
        text: As plain text.
        html: As a page.
        notices: Keys of the notices that it tells.
    """

    to: str
    subject: str
    text: str
    html: str
    notices: tuple[int, ...]


def digest(member: Membership, today: dt.date, site: str) -> Digest | None:
    """The mail for somebody; None where nothing is new, nothing is due and nothing moved.

    Args:
        member: Who, in which workspace.
        today: The day.
        site: How addresses of the site begin, such as ``https://custrata.example.org``.
    """
    workspace, person = member.workspace, member.user
    new = list(Notice.objects.filter(workspace=workspace, person=person, read_at=None, mailed_at=None)[:MOST])
    due = tasks_of(workspace, person, today, only="mine")[:MOST]
    sign = waits_for(member)
    if not new and not due and not sign:
        return None
    slug = workspace.slug
    context = {
        "workspace": workspace,
        "person": person,
        "site": site.rstrip("/"),
        "home": link_of(slug, "page:home"),
        "settings": link_of(slug, "page:notices"),
        "sign": link_of(slug, PLACE) if sign else "",
        "notices": [(n, link_of(slug, n.address) if n.address else "") for n in new],
        "tasks": due,
        "changes": _moved(workspace),
    }
    return Digest(
        person.email,
        _subject(workspace, len(new), due, sign=sign),
        render_to_string("together/digest.txt", context),
        render_to_string("together/digest.html", context),
        tuple(n.pk for n in new),
    )


def send(member: Membership, today: dt.date, site: str) -> bool:
    """Send the weekly mail to somebody, unless there is nothing to tell or it is not wanted.

    Args:
        member: Who, in which workspace.
        today: The day.
        site: How addresses of the site begin.

    Returns:
        Whether a mail went out.
    """
    chosen = Preference.objects.filter(workspace=member.workspace, person=member.user).first()
    if chosen is not None and not chosen.digest:
        return False
    found = digest(member, today, site)
    if found is None:
        return False
    mail = EmailMultiAlternatives(found.subject, found.text, to=[found.to])
    mail.attach_alternative(found.html, "text/html")
    with transaction.atomic():
        Notice.objects.filter(pk__in=found.notices).update(mailed_at=timezone.now())
        record(
            "digest.sent",
            workspace=member.workspace,
            actor=None,
            thing=f"person:{member.user.pk}",
            notices=len(found.notices),
        )
        mail.send()
    return True


def _subject(workspace: Workspace, new: int, due: tuple[Listed, ...], *, sign: bool) -> str:
    late = sum(1 for one in due if one.late)
    told = [f"{new} new"] if new else []
    told += [f"{len(due)} task{'s' if len(due) != 1 else ''}"] if due else []
    told += [f"{late} late"] if late else []
    told += ["your signature"] if sign else []
    return f"{workspace.name}: {', '.join(told)}"


def _moved(workspace: Workspace) -> list[tuple[str, str]]:
    """What changed most, with its money; nothing while there is no snapshot."""
    try:
        found = changes(scene_of(workspace))
    except CustrataError:
        return []
    if not found.moved:
        return []
    return [
        (one.title.text, f"{one.money.text} {one.per}" if one.money is not None else "")
        for one in found.signals[:MOST_CHANGES]
    ]
