"""The first steps in a workspace: a list that ticks itself from what was done."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from custrata.delivery.kinds import kinds
from custrata.web.audit.models import Entry
from custrata.web.strategies.models import BlockRevision, Origin
from custrata.web.together.addresses import link_of
from custrata.web.workspaces.asking import Asking
from custrata.web.workspaces.models import Membership, Workspace
from custrata.web.workspaces.rights import Right

PERSONS = (Origin.PERSON, Origin.MERGE, Origin.API)
"""How a revision comes that somebody made by hand."""
MOST_SAVES = 50
"""Saves of blocks that are looked through for a claim with other words, the newest first."""


@dataclass(frozen=True)
class Step:
    """One first step.

    Attributes:
        title: What to do.
        done: Whether it is done.
        href: Where to do it.
    """

    title: str
    done: bool
    href: str


@dataclass(frozen=True)
class Facts:
    """What was done in a workspace, read once.

    Attributes:
        acts: Acts on record.
        people: How many people belong to it.
        corrected: Whether somebody has given a claim other words.
        owned: Whether some part has a person who answers for it.
        own: Whether the workspace stands on data that are no sample.
        decks: Whether a deck was made.
    """

    acts: frozenset[str]
    people: int
    corrected: bool
    owned: bool
    own: bool
    decks: bool


@dataclass(frozen=True)
class Plan:
    """A first step before it is held against what was done.

    Attributes:
        title: What to do.
        page: Where.
        right: What it needs: who may not do it is not asked to.
        held: How it is seen to be done.
    """

    title: str
    page: str
    right: Right
    held: Callable[[Facts], bool]


STEPS: tuple[Plan, ...] = (
    Plan("Bring your own data", "data", Right.DATA, lambda f: f.own),
    Plan(
        "Look at how columns were read",
        "data_mapping",
        Right.DATA,
        lambda f: bool(f.acts & {"data.mapping_saved", "data.mapping_seen"}),
    ),
    Plan("Name somebody who answers for a part", "canvas", Right.EDIT, lambda f: f.owned),
    Plan("Correct a claim in your own words", "canvas", Right.EDIT, lambda f: f.corrected),
    Plan(
        "Invite a colleague",
        "settings",
        Right.ADMIN,
        lambda f: f.people > 1 or bool(f.acts & {"person.invited", "person.joined"}),
    ),
    Plan("Ask for a signature", "signing", Right.EDIT, lambda f: "strategy.put_up" in f.acts),
    Plan("Deliver the deck", "deliver", Right.EDIT, lambda f: f.decks),
)
"""The first steps: what to do, in which room, and how it is seen to be done."""


def checklist(asking: Asking, *, owned: bool) -> tuple[Step, ...]:
    """The first steps that somebody may take, each ticked where it is done.

    Args:
        asking: Who looks, where.
        owned: Whether some part of the strategy has a person who answers for it.
    """
    workspace, facts = asking.workspace, _facts(asking.workspace, owned=owned)
    return tuple(
        Step(plan.title, plan.held(facts), _page(workspace, plan.page))
        for plan in STEPS
        if asking.may(plan.right)
    )


def _page(workspace: Workspace, page: str) -> str:
    # Files of one's own put among a sample's would be neither: they begin a workspace of their own.
    if page == "data" and workspace.sample:
        return reverse("new_workspace")
    return link_of(workspace.slug, f"page:{page}")


def _facts(workspace: Workspace, *, owned: bool) -> Facts:
    entries = Entry.objects.filter(workspace=workspace).order_by()
    decks = [kind.kind for kind in kinds().values() if ".pptx" in kind.endings]
    return Facts(
        frozenset(entries.values_list("act", flat=True).distinct()),
        Membership.objects.filter(workspace=workspace).count(),
        _corrected(workspace),
        owned,
        not workspace.sample,
        entries.filter(act="delivery.made", thing__in=decks).exists(),
    )


def _corrected(workspace: Workspace) -> bool:
    """Whether somebody gave a claim of the canvas other words: a score, an owner or a signature is none."""
    saves = BlockRevision.objects.filter(strategy__workspace=workspace, block__startswith="canvas.")
    edits = saves.filter(origin__in=PERSONS).exclude(text="").order_by("-number")[:MOST_SAVES]
    edited = list(edits.values_list("block", "number", "text"))
    if not edited:
        return False
    former: dict[str, list[tuple[int, str]]] = {}
    blocks = {block for block, _, _ in edited}
    for block, number, text in saves.filter(block__in=blocks).values_list("block", "number", "text"):
        former.setdefault(block, []).append((number, text))
    return any(_reworded(former[block], number, text) for block, number, text in edited)


def _reworded(saves: list[tuple[int, str]], number: int, text: str) -> bool:
    before = max((save for save in saves if save[0] < number), default=(0, ""))[1]
    was = dict(_claims(json.loads(before))) if before else {}
    return any(key in was and was[key] != said for key, said in _claims(json.loads(text)))


def _claims(plain: Any) -> Iterator[tuple[str, str]]:
    if isinstance(plain, dict):
        if plain.get("kind") == "claim" and "id" in plain:
            yield plain["id"], plain.get("text", "")
        plain = list(plain.values())
    if isinstance(plain, list):
        for one in plain:
            yield from _claims(one)
