"""Sends the weekly mails: ``django-admin digest --site https://custrata.example.org``."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from custrata.web.together.notices.digest import send
from custrata.web.workspaces.models import Membership


class Command(BaseCommand):
    """Sends everybody who wants it what is new and what is due; run it once a week."""

    help = "Send the weekly mails of what is new and what is due."

    def add_arguments(self, parser: CommandParser) -> None:
        """What can be said on the command line.

        Args:
            parser: Takes the arguments.
        """
        parser.add_argument("--site", default="http://127.0.0.1:8000", help="how addresses of the site begin")
        parser.add_argument("--workspace", default="", help="one workspace by its part of the address")

    def handle(self, *args: Any, **options: Any) -> None:
        """Send.

        Args:
            args: Nothing.
            options: ``site`` and ``workspace``.
        """
        members = Membership.objects.select_related("workspace", "user").filter(user__is_active=True)
        if options["workspace"]:
            members = members.filter(workspace__slug=options["workspace"])
        sent = sum(send(member, timezone.localdate(), options["site"]) for member in members)
        self.stdout.write(f"{sent:,} mails sent")
