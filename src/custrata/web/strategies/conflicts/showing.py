"""A conflict as a person sees it: theirs beside mine, block by block."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from custrata.strategy.blocks import value_of
from custrata.strategy.document import Document
from custrata.web.strategies.conflicts.sides import Side, sides
from custrata.web.strategies.saving import Conflict
from custrata.web.workspaces.models import Workspace


@dataclass(frozen=True)
class Clash:
    """One block in conflict.

    Attributes:
        block: Its address.
        title: What people call it.
        by: Who saved the text that stands; empty for the program.
        number: Number of the revision that is saved over knowingly.
        mine: What was to be saved, as JSON.
        sides: Where the two differ.
        dispute: Number of the dispute with the file that this settles; 0 for none.
        back: Where to go afterwards.
    """

    block: str
    title: str
    by: str
    number: int
    mine: str
    sides: tuple[Side, ...]
    dispute: int
    back: str


def clashes(conflict: Conflict, workspace: Workspace) -> list[Clash]:
    """A conflict block by block.

    Args:
        conflict: What was refused.
        workspace: Where.
    """
    return [
        clash(
            block,
            theirs,
            conflict.mine[block],
            number=conflict.number,
            by=conflict.by.get(block, ""),
            workspace=workspace,
        )
        for block, theirs in conflict.theirs.items()
    ]


def clash(
    block: str,
    theirs: Any,
    mine: Any,
    *,
    number: int,
    workspace: Workspace,
    by: str = "",
    dispute: int = 0,
) -> Clash:
    """One block in conflict.

    Args:
        block: Its address.
        theirs: What stands.
        mine: What was to be saved.
        number: Number of the revision that stands.
        workspace: Where.
        by: Who saved what stands.
        dispute: The dispute with the file that this settles.
    """
    return Clash(
        block,
        named_block(block),
        by,
        number,
        json.dumps(mine, ensure_ascii=False),
        sides(theirs, mine),
        dispute,
        home_of(block, workspace),
    )


def named_block(address: str) -> str:
    """What people call a block, by its address.

    Example:
        >>> named_block("canvas.context.customer_context"), named_block("groups[gold]")
        ('Customer context', 'Group gold')
    """
    from custrata.strategy.parts.canvas import TITLES
    from custrata.web.strategies.editing.root import singular

    if address.startswith("canvas."):
        return TITLES.get(address.rsplit(".", 1)[-1], address)
    field, _, key = address.partition("[")
    if key:
        return f"{singular(field)} {key.removesuffix(']')}".capitalize()
    return field.replace("_", " ").capitalize()


def home_of(address: str, workspace: Workspace) -> str:
    """The page on which a block is seen."""
    if address.startswith("canvas."):
        return f"{reverse('canvas', args=[workspace.slug])}#b-{address.rsplit('.', 1)[-1]}"
    if address.startswith("sign_offs["):
        return reverse("signing", args=[workspace.slug])
    return reverse("part", args=[workspace.slug, address])


def landing_of(address: str, workspace: Workspace, document: Document) -> str:
    """The page on which a block is seen now: where it is gone, the list in which it stood.

    Args:
        address: Of the block.
        workspace: Where.
        document: The strategy as it stands.
    """
    field, _, key = address.partition("[")
    if key and field != "sign_offs" and value_of(document, address) is None:
        return reverse("part", args=[workspace.slug, field])
    return home_of(address, workspace)
