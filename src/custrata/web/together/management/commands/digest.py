"""Sends the weekly mails: ``django-admin digest --daily --site https://custrata.example.org``."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from custrata.errors import CustrataError
from custrata.reckoning import CALENDAR
from custrata.web.strategies.staging import scene_of
from custrata.web.together.notices.digest import send
from custrata.web.workspaces.asking import zone_of
from custrata.web.workspaces.models import Membership, Workspace


class Command(BaseCommand):
    """Sends everybody who wants it what is new and what is due; run it weekly, or ``--daily`` each day."""

    help = "Send the weekly mails of what is new and what is due."

    def add_arguments(self, parser: CommandParser) -> None:
        """What can be said on the command line.

        Args:
            parser: Takes the arguments.
        """
        parser.add_argument("--site", default="http://127.0.0.1:8000", help="how addresses of the site begin")
        parser.add_argument("--workspace", default="", help="one workspace by its part of the address")

        only = "only workspaces whose week begins today: to be run once a day"
        parser.add_argument("--daily", action="store_true", help=only)

    def handle(self, *args: Any, **options: Any) -> None:
        """Send.

        Args:
            args: Nothing.
            options: ``site``, ``workspace`` and ``daily``.
        """
        members = Membership.objects.select_related("workspace", "user").filter(user__is_active=True)
        if options["workspace"]:
            members = members.filter(workspace__slug=options["workspace"])
        begins = cache(_week_begins)
        wanted = (m for m in members if not options["daily"] or begins(m.workspace))
        sent = sum(send(member, _today(member.workspace), options["site"]) for member in wanted)
        self.stdout.write(f"{sent:,} mails sent")


def _today(workspace: Workspace) -> dt.date:
    """Today by the clock of a workspace."""
    return timezone.localdate(timezone=zone_of(workspace))


def _week_begins(workspace: Workspace) -> bool:
    """Whether today, by the clock of a workspace, is the first day of its week."""
    try:
        reckoning = scene_of(workspace).snapshot.manifest.reckoning
    except CustrataError:  # nothing was built yet, or it cannot be read: the week is the usual one
        reckoning = CALENDAR
    return not reckoning.days_to_week(_today(workspace))
