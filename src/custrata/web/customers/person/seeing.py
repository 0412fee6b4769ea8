"""Who looks at a person by name is on record, by whichever door."""

from __future__ import annotations

from django.db import transaction

from custrata.web.audit.record import record
from custrata.web.workspaces.asking import Asking


def seen(asking: Asking, customer: str) -> None:
    """Put on record that somebody looks at a customer by name.

    Args:
        asking: Who, where.
        customer: Id of the customer.
    """
    with transaction.atomic():
        record(
            "customer.seen", workspace=asking.workspace, actor=asking.user, thing=f"customer:{customer}"[:300]
        )
