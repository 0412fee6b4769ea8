"""The first steps in a workspace: a list that ticks itself from what was done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from custrata.web.accounts.models import User
from custrata.web.audit.models import Entry
from custrata.web.strategies.models import BlockRevision, Origin
from custrata.web.together.addresses import link_of
from custrata.web.workspaces.models import Membership, Workspace

PERSONS = (Origin.PERSON, Origin.MERGE, Origin.API)
"""How a revision comes that somebody made by hand."""


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
        workspace: Where.
        acts: Acts on record.
        people: How many people belong to it.
        edited: Whether somebody has changed a block by hand.
        owned: Whether some part has a person who answers for it.
        own: Whether whoever looks has a workspace on data that are no sample.
    """

    workspace: Workspace
    acts: frozenset[str]
    people: int
    edited: bool
    owned: bool
    own: bool

    def did(self, *beginnings: str) -> bool:
        """Whether an act that begins so is on record."""
        return any(act.startswith(beginnings) for act in self.acts)


Held = Callable[[Facts], bool]

STEPS: tuple[tuple[str, str, Held], ...] = (
    ("Bring your own data", "data", lambda f: f.own),
    ("Look at how columns were read", "data", lambda f: f.did("data.mapping_saved", "data.mapping_seen")),
    ("Name somebody who answers for a part", "canvas", lambda f: f.owned),
    ("Correct a claim in your own words", "canvas", lambda f: f.edited),
    ("Invite a colleague", "settings", lambda f: f.people > 1 or f.did("person.invited", "person.joined")),
    ("Ask for a signature", "canvas", lambda f: f.did("strategy.put_up")),
    ("Deliver the deck", "deliver", lambda f: f.did("delivery.made", "delivery.downloaded", "link.made")),
)
"""The first steps: what to do, in which room, and how it is seen to be done."""


def checklist(workspace: Workspace, person: User, *, owned: bool) -> tuple[Step, ...]:
    """The first steps, each ticked where it is done.

    Args:
        workspace: Where.
        person: Who looks.
        owned: Whether some part of the strategy has a person who answers for it.
    """
    facts = _facts(workspace, person, owned=owned)
    return tuple(
        Step(title, held(facts), link_of(workspace.slug, f"page:{room}")) for title, room, held in STEPS
    )


def _facts(workspace: Workspace, person: User, *, owned: bool) -> Facts:
    acts = Entry.objects.filter(workspace=workspace).order_by().values_list("act", flat=True).distinct()
    edits = BlockRevision.objects.filter(strategy__workspace=workspace, origin__in=PERSONS)
    return Facts(
        workspace,
        frozenset(acts),
        Membership.objects.filter(workspace=workspace).count(),
        edits.exists(),
        owned,
        not workspace.sample or Membership.objects.filter(user=person, workspace__sample=False).exists(),
    )
