"""What has come to a strategy since some of its revisions: other words, or only signatures."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass

from custrata.web.strategies.history.taking_back import SIGNATURES
from custrata.web.strategies.models import BlockRevision, Strategy
from custrata.web.strategies.saving import texts_at


@dataclass(frozen=True)
class Since:
    """What has come since a revision.

    Attributes:
        words: Whether some part says something else; what was taken back does not count.
        signed: Whether a function has signed since.
    """

    words: bool
    signed: bool


def since(strategy: Strategy, numbers: Collection[int]) -> dict[int, Since]:
    """What has come since each of some revisions, in two queries however many they are.

    Args:
        strategy: The head.
        numbers: The revisions.
    """
    wanted = sorted(set(numbers))
    if not wanted:
        return {}
    later = BlockRevision.objects.filter(strategy=strategy, number__gt=wanted[0]).order_by("number")
    rows = list(later.values_list("number", "block", "text"))
    blocks = {block for _, block, _ in rows}
    held = {
        b: json.dumps(v) if v is not None else "" for b, v in texts_at(strategy, wanted[0], blocks).items()
    }
    now = {block: _same(text) for _, block, text in rows}
    found = {}
    for number in wanted:
        while rows and rows[0][0] <= number:
            _, block, text = rows.pop(0)
            held[block] = _same(text)
        other = [block for block, text in now.items() if held.get(block, "") != text]
        found[number] = Since(
            any(not block.startswith(SIGNATURES) for block in other),
            any(block.startswith(SIGNATURES) and _signed(now[block]) for block in other),
        )
    return found


def _same(text: str) -> str:
    return json.dumps(json.loads(text)) if text else ""


def _signed(text: str) -> bool:
    return bool(text) and bool(json.loads(text).get("signed_on"))
