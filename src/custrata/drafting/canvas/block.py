"""Puts a block together: what the data say, then what is proposed, then what is not known."""

from __future__ import annotations

from collections.abc import Iterable

from custrata.strategy.parts.canvas import Block
from custrata.strategy.parts.part import Owner
from custrata.strategy.parts.statement import Claim, Gap, Proposal

ORDER = {"claim": 0, "proposal": 1, "gap": 2}


def block(name: str, role: str, statements: Iterable[Claim | Proposal | Gap | None]) -> Block:
    """A block with an owner suggested; statements that are None are left out.

    Args:
        name: Name of the block.
        role: The role that suggests itself.
        statements: What stands in it, in any order.
    """
    kept = [s for s in statements if s is not None]
    return Block(id=name, owner=Owner(role=role), statements=tuple(sorted(kept, key=lambda s: ORDER[s.kind])))
