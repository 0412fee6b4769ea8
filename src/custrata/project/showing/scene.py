"""A snapshot and a strategy side by side, with what follows from both, computed when it is asked for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from custrata.engine.snapshots import SnapshotStore
from custrata.evidence.check import evaluate
from custrata.keeping import new_lock, once
from custrata.project.place import Place
from custrata.project.reviewing.history import earlier_snapshot
from custrata.snapshot import Snapshot
from custrata.strategy.document import Document
from custrata.strategy.watching import Remembered

if TYPE_CHECKING:
    from custrata.delivery.deck.storyline import Composition
    from custrata.delivery.deliverable import Given
    from custrata.evidence.check import ClaimEvidence
    from custrata.evidence.moved import Delta
    from custrata.strategy.lint.checking import Checked
    from custrata.strategy.lint.finding import Finding
    from custrata.strategy.maturity.assessment import Assessment
    from custrata.strategy.prioritise.priorities import Priorities


R = TypeVar("R")

LONG_AGO = 180
"""Days after which data are a record of the past: what follows from them is counted from their last day."""


@dataclass(frozen=True)
class Scene:
    """What a page looks at.

    Attributes:
        place: The parts of the project.
        snapshot: What the build found.
        document: The strategy.
        example: Words that mark sample data; empty for a company's own.
        remembered: What was reckoned of earlier revisions beside the same snapshot; a scene takes over what
            follows from parts that nobody edited.
        lock: Held by the thread that reckons; others who ask wait for it.
        behind: The scene that this one shows less of; None for one that shows all.
        veil: What this one leaves out of each snapshot that is looked at.
    """

    place: Place
    snapshot: Snapshot
    document: Document
    example: str = ""
    remembered: Remembered = field(default_factory=Remembered, repr=False, compare=False)
    lock: Any = field(default_factory=new_lock, repr=False, compare=False)
    behind: Scene | None = field(default=None, repr=False, compare=False)
    veil: Callable[[Snapshot], Snapshot] | None = field(default=None, repr=False, compare=False)

    @property
    def as_of(self) -> dt.date | None:
        """The last day of the data; None where they carry no dates."""
        return None if self.snapshot.manifest.notional else self.snapshot.manifest.as_of

    def counted_from(self, today: dt.date) -> dt.date:
        """The day that stands for today where the strategy asks for something by a day.

        A sample, or data that end long ago, speak of their own time: a strategy drafted from them is not
        thousands of days late.

        Args:
            today: The day on which it is looked at.
        """
        if self.as_of is None:
            return today
        past = bool(self.example) or (today - self.as_of).days > LONG_AGO
        return self.as_of if past else today

    def keep(self, name: str, make: Callable[[Document], R], *beside: object) -> R:
        """What a function makes of the document, taken over from an earlier revision where it read the same.

        Args:
            name: Of the function.
            make: Looks at the document, the snapshot, and what is beside.
            beside: What else it looks at that follows from the document.
        """
        return self.remembered(name, self.document, make, self.snapshot, *beside)

    @once
    def evidence(self) -> tuple[ClaimEvidence, ...]:
        """How the claims of the strategy stand."""
        return self.keep("evidence", lambda document: evaluate(document, self.snapshot))

    @once
    def judged(self) -> dict[str, ClaimEvidence]:
        """The same by id of the claim."""
        return {one.claim_id: one for one in self.evidence}

    @once
    def checked(self) -> Checked:
        """What the check finds in the strategy: what is told, and what the company lets stand."""
        from custrata.measures.catalogue import CATALOGUE
        from custrata.strategy.lint import checked

        return checked(
            self.document, self.evidence, tuple(CATALOGUE), self.snapshot, self.as_of, self.remembered
        )

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The mistakes that the check finds in the strategy, suppressed ones left out."""
        return self.checked.findings

    @once
    def composition(self) -> Composition:
        """Every sheet that snapshot and strategy give: findings as titles, with their exhibits."""
        from custrata.delivery.deck.storyline import compose

        return compose(self.snapshot, self.document, self.evidence, self.remembered)

    def veiled(self, veil: Callable[[Snapshot], Snapshot], document: Document | None = None) -> Scene:
        """The scene as who may see less sees it: every snapshot, earlier ones too, goes through a veil.

        Args:
            veil: What may be seen of a snapshot.
            document: What may be seen of the strategy; None for all.
        """
        seen = veil(self.snapshot)
        return Scene(self.place, seen, document or self.document, self.example, behind=self, veil=veil)

    @once
    def earlier(self) -> Snapshot | None:
        """The snapshot before this one."""
        return self._veiled(
            self.behind.earlier if self.behind else earlier_snapshot(self.place, self.snapshot)
        )

    def before(self, against: str) -> Snapshot | None:
        """The snapshot that this one is held against.

        Args:
            against: Fingerprint or its beginning.

        Raises:
            SnapshotError: No snapshot, or several, begin like it.
        """
        if self.behind is not None:
            return self._veiled(self.behind.before(against))
        return earlier_snapshot(self.place, self.snapshot, against)

    def _veiled(self, found: Snapshot | None) -> Snapshot | None:
        return self.veil(found) if found is not None and self.veil is not None else found

    @once
    def delta(self) -> Delta | None:
        """What moved since the snapshot before; None where there is none."""
        from custrata.evidence.moved import delta

        before = self.earlier
        return self.keep("delta", lambda d: delta(d, before, self.snapshot), before) if before else None

    @once
    def priorities(self) -> Priorities:
        """Goals and initiatives by rank."""
        from custrata.strategy.prioritise.priorities import prioritise

        return self.keep("priorities", prioritise)

    @once
    def assessment(self) -> Assessment:
        """Where the company stands on the five dimensions of maturity."""
        from custrata.project.steering.maturity import assessed

        return self.keep("maturity", lambda d: assessed(d, self.snapshot, self.evidence), self.evidence)

    @once
    def given(self) -> Given:
        """What deliverables are made of."""
        from custrata.delivery.deliverable import Given

        return Given(
            self.snapshot,
            self.document,
            self.evidence,
            self.findings,
            self.earlier,
            self.delta,
            example=self.example,
        )


def scene(place: Place, document: Document | None = None, *, example: str = "") -> Scene:
    """The latest snapshot of a project beside a strategy.

    Args:
        place: The parts of the project.
        document: The strategy; None takes the saved one, else a fresh draft.
        example: Words that mark sample data.

    Raises:
        SnapshotError: There is no snapshot yet.
    """
    from custrata.project.strategy_file import strategy_or_draft

    snapshot = SnapshotStore(place.state).load()
    if document is None:
        document, _ = strategy_or_draft(place, snapshot)
    return Scene(place, snapshot, document, example)
