"""What this app keeps of customers by name or id, and how it is taken out when one is erased."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.db import transaction

from custrata.project.live.desk import forget
from custrata.web.accounts.models import User
from custrata.web.audit.record import record
from custrata.web.customers.models import Segment, SegmentRevision
from custrata.web.workspaces.models import Workspace

_NOBODY = "(erased)"
_IDS = frozenset({"customer_id", "parent_id"})


def erase(workspace: Workspace, ids: Collection[str], actor: User | None, names: Collection[str] = ()) -> int:
    """Take customers out of the rules that list them, and close what is held of them in memory.

    Other customers in the same rules stay. Nothing of a customer is kept on disk by this app but rules.

    Args:
        workspace: Where.
        ids: Ids of the customers.
        actor: Who erases.
        names: Names of the same customers, where rules may name them.

    Returns:
        How many segments and revisions were changed.
    """
    gone = {str(one) for one in ids}
    words = {name for name in names if name}
    changed = 0
    with transaction.atomic():
        for model in (Segment, SegmentRevision):
            of = {"workspace": workspace} if model is Segment else {"segment__workspace": workspace}
            for one in model._default_manager.filter(**of).iterator():
                rule = without(one.rule, gone, words)
                if rule != one.rule:
                    model._default_manager.filter(pk=one.pk).update(rule=rule)
                    changed += 1
        record("customers.erased", workspace=workspace, actor=actor, thing=f"{changed} rules")
    forget(workspace.place.state)
    return changed


def without(rule: Any, ids: set[str], names: set[str]) -> Any:
    """Plain values of a rule, without ids and names that are erased.

    Args:
        rule: As it is kept.
        ids: Ids that go.
        names: Names that go.

    Example:
        >>> without({"column": "customer_id", "is": ["a", "b"]}, {"a"}, set())
        {'column': 'customer_id', 'is': ['b']}
    """
    if isinstance(rule, list):
        return [without(part, ids, names) for part in rule]
    if not isinstance(rule, dict):
        return rule
    gone = ids if rule.get("column") in _IDS else names
    kept = {key: without(value, ids, names) for key, value in rule.items()}
    if isinstance(rule.get("is"), list) and "column" in rule:
        kept["is"] = [word for word in rule["is"] if word not in gone] or [_NOBODY]
    if rule.get("contains") in gone:
        kept["contains"] = _NOBODY
    return kept
