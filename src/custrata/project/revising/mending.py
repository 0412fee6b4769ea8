"""Many places of a strategy changed at once: several values, roles taken by a person, claims written anew."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from custrata.engine.snapshots import SnapshotStore
from custrata.errors import DocumentError
from custrata.evidence.check import ClaimEvidence, evaluate
from custrata.project.place import Place, locate
from custrata.project.revising.editing import Saved
from custrata.project.revising.saving import Standing, save, standing
from custrata.strategy.document import Document
from custrata.strategy.revision.appointing import appointed, roles
from custrata.strategy.revision.compare import compare
from custrata.strategy.revision.renewing import renewed
from custrata.strategy.revision.setting import places_of, value_at, with_value
from custrata.vocabulary import EvidenceState

MOVED = (EvidenceState.CONTRADICTED, EvidenceState.DRIFTING)
"""States of claims whose numbers are no longer those that were written."""


def set_values(path: Path, pairs: Sequence[tuple[str, str]]) -> Saved:
    """Set several values of the strategy, in their order, and save all of them as one new revision.

    Args:
        path: The project.
        pairs: Path of a value, and the value as a person writes it.

    Raises:
        DocumentError: A path leads nowhere or a value does not fit; then none is set. Or somebody saved in
            between.
    """
    place = locate(path)
    before = standing(place)
    after = before.document
    for at, written in pairs:
        after = with_value(after, at, written)
    return _saved(place, before, after)


def appoint(path: Path, wanted: Sequence[str], name: str) -> Saved:
    """Name the person who takes roles, wherever the strategy suggests them and nobody is named yet.

    Args:
        path: The project.
        wanted: The roles.
        name: Who takes them.

    Raises:
        DocumentError: Nobody is named, there is no such role, or somebody saved in between.
    """
    place = locate(path)
    before = standing(place)
    after = before.document
    for role in wanted:
        after = appointed(after, role, name)
    return _saved(place, before, after)


def role_rows(path: Path) -> list[tuple[str, int]]:
    """Roles of a strategy, with the number of places at which nobody is named.

    Args:
        path: The project.
    """
    return list(roles(standing(locate(path)).document).items())


def renew(path: Path, wanted: Sequence[str]) -> Saved:
    """Write claims anew with the numbers of the latest snapshot.

    Args:
        path: The project.
        wanted: Ids of claims; or ids or paths of parts, for the claims in them that moved or broke.

    Raises:
        SnapshotError: There is no snapshot yet.
        DocumentError: There is no such claim or part, or the data hold no number for a claim.
    """
    place = locate(path)
    snapshot = SnapshotStore(place.state).load()
    before = standing(place)
    evidence = evaluate(before.document, snapshot)
    chosen = [one for name in wanted for one in _chosen(name, before.document, evidence)]
    numbers = {one.claim_id: one.values for one in chosen if _known(one)}
    return _saved(place, before, renewed(before.document, numbers, snapshot.manifest.as_of))


def _chosen(name: str, document: Document, evidence: Sequence[ClaimEvidence]) -> list[ClaimEvidence]:
    """The claim of a name, or the claims of a part that moved or broke."""
    claims = [one for one in evidence if one.claim_id == name]
    if claims:
        return claims
    value_at(document, name)
    place = places_of(document).get(name, name)
    inside = (one for one in evidence if one.path.startswith((f"{place}.", f"{place}[")) or one.path == place)
    return [one for one in inside if one.state in MOVED]


def _known(one: ClaimEvidence) -> bool:
    if one.values and None not in one.values.values():
        return True
    raise DocumentError(
        "the data hold no number for this claim",
        where=one.claim_id,
        remedy=f"see custrata why {one.claim_id}; then change the sentence, or take it out",
    )


def _saved(place: Place, before: Standing, after: Document) -> Saved:
    changes = compare(before.document, after)
    return Saved(save(place, before, after) if changes else before.document, changes)
