"""``django-admin verify_audit``: whether the log is whole."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from custrata.web.audit.verify import verify


class Command(BaseCommand):
    """Walks through the log and says the first entry that is not as it was written."""

    help = "Check that nothing in the log was changed or taken out"

    def handle(self, *args: Any, **options: Any) -> None:
        """Walk, and fail where the log is broken."""
        verdict = verify()
        if not verdict.whole:
            raise CommandError(str(verdict))
        self.stdout.write(str(verdict))
