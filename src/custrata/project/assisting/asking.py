"""What an assistant may ask: figures with n and interval, claims with evidence, mistakes; never a person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from custrata.errors import DocumentError, SnapshotError
from custrata.evidence.erasure import SMALL, without_numbers
from custrata.project.asking import list_measures, reading_json, show_measure
from custrata.project.assisting.proposing import proposals, propose
from custrata.project.live.small import REASON, held_back, scene_to_leave
from custrata.project.place import locate
from custrata.project.reviewing.tracing import why_in
from custrata.project.revising.editing import as_plain
from custrata.project.revising.saving import standing
from custrata.project.showing.scene import Scene, scene
from custrata.strategy.revision.setting import value_at
from custrata.vocabulary import EvidenceState

MOST_READINGS = 200
"""Readings in one answer."""
_KEPT_BACK = {"was"}
"""What stood is read by ``strategy``, which leaves out what rests on few."""


@dataclass(frozen=True)
class Asked:
    """A project as an assistant sees it.

    Args:
        path: The project.
        name: How its proposals are signed.
    """

    path: Path
    name: str = "an assistant"

    @property
    def _scene(self) -> Scene:
        # Made anew for each question: people build and save while an assistant asks. What it reads goes to
        # whoever runs the assistant, so it is what may leave.
        return scene_to_leave(scene(locate(self.path)))

    def overview(self) -> dict[str, Any]:
        """Company, data, strategy and how it stands, with the caveats that touch every number."""
        seen = self._scene
        manifest = seen.snapshot.manifest
        states = {state.value: sum(e.state is state for e in seen.evidence) for state in EvidenceState}
        return {
            "company": manifest.company,
            "data_to": None if manifest.notional else str(manifest.as_of),
            "snapshot": manifest.fingerprint,
            "currency": manifest.currency,
            "relationship": f"{manifest.relationship}: {manifest.relationship_reason}",
            "rows": dict(manifest.tables),
            "caveats": [caveat.text for caveat in manifest.caveats],
            "strategy_revision": seen.document.revision,
            "claims": states,
            "mistakes": len(seen.findings),
            "insights": [seen.judged[i.claim].said for i in seen.document.insights if i.claim in seen.judged],
        }

    def measures(self) -> list[dict[str, Any]]:
        """Every measure with unit and definition, and what it lacks here."""
        return list_measures(self.path)

    def reading(self, measure: str, by: Sequence[str] = (), period: str = "") -> dict[str, Any]:
        """Readings of a measure, for the whole base or by dimensions.

        Args:
            measure: Id in the catalogue.
            by: Dimensions such as ``tier`` or ``month``.
            period: ``all``, ``current`` or ``previous``; empty takes the measure's own.

        Raises:
            MeasureError: The measure, dimension or period is unknown.
        """
        found = show_measure(self.path, measure, tuple(by), period)
        left = [r for r in held_back(found) if r.reason != REASON]
        return {
            "readings": [reading_json(r) for r in left[:MOST_READINGS]],
            "hidden": len(found) - len(left),
            "left_out": max(len(left) - MOST_READINGS, 0),
            "note": f"groups of fewer than {SMALL} are hidden, and what would give them away",
        }

    def claims(self, state: str = "") -> list[dict[str, Any]]:
        """The claims of the strategy with today's numbers and how they stand.

        Args:
            state: ``supported``, ``drifting``, ``contradicted``, ``stale`` or ``unproven``; empty for all.

        Raises:
            DocumentError: There is no such state.
        """
        known = [one.value for one in EvidenceState]
        if state and state not in known:
            raise DocumentError("there is no such state", where=state, remedy=f"choose {', '.join(known)}")
        return [
            {
                "id": e.claim_id,
                "path": e.path,
                "written": e.claim.said(),
                "today": e.said,
                "state": e.state.value,
                "because": e.reason,
            }
            for e in self._scene.evidence
            if not state or e.state.value == state
        ]

    def why(self, asked: str) -> dict[str, Any]:
        """What carries a claim, down to query, rows and file; or what stands on a measure.

        Args:
            asked: Id of a claim or of a measure.

        Raises:
            InputError: Neither is called so.
        """
        seen = self._scene
        return why_in(seen.document, seen.snapshot, asked).as_json()

    def mistakes(self) -> list[dict[str, str]]:
        """The mistakes that the check finds in the strategy, errors first."""
        return [
            {
                "code": f.code,
                "severity": str(f.severity),
                "place": f.place,
                "message": f.message,
                "mend": f.mend,
            }
            for f in self._scene.findings
        ]

    def strategy(self, at: str = "") -> Any:
        """What the strategy says, or what stands at a path of it.

        Args:
            at: Such as ``groups[gold].intent``, or an id; empty for the whole.

        Raises:
            DocumentError: Nothing stands there.
        """
        document = standing(locate(self.path)).document
        try:
            document = self._scene.document
        except SnapshotError:
            # Nobody knows which numbers rest on few.
            document = without_numbers(document, lambda figure: True)
        return as_plain(value_at(document, at) if at else document)

    def moved(self) -> dict[str, Any]:
        """What moved since the snapshot before."""
        delta = self._scene.delta
        if delta is None:
            return {"note": "there is no earlier snapshot"}
        return {
            "from": delta.before.fingerprint,
            "to": delta.after.fingerprint,
            "note": delta.note,
            "moved": [
                {
                    "claim": move.claim_id,
                    "before": move.before.state.value if move.before else None,
                    "after": move.after.state.value,
                    "today": move.after.said,
                    "cause": move.cause,
                    "at_stake": move.at_stake,
                }
                for move in delta.moved
            ],
        }

    def propose(self, at: str, value: str, because: str) -> dict[str, Any]:
        """Propose another value, written as in YAML, with the reason; a person decides.

        Args:
            at: Path of the value, such as ``horizon.months`` or ``E04.text``.
            value: What it shall be.
            because: Why.

        Raises:
            DocumentError: The strategy would not be one with this value, or it says so already.
        """
        made = propose(self.path, at, value, because=because, by=self.name)
        return made.model_dump(mode="json", exclude=_KEPT_BACK)

    def proposals(self) -> list[dict[str, Any]]:
        """What was proposed, and what a person decided."""
        return [one.model_dump(mode="json", exclude=_KEPT_BACK) for one in proposals(self.path)]
