"""Many places of a strategy changed at once: a role taken by a person, claims written anew."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from custrata.engine.snapshots import SnapshotStore
from custrata.errors import DocumentError
from custrata.evidence.check import evaluate
from custrata.project.place import locate
from custrata.project.revising.editing import Saved
from custrata.project.revising.saving import save, standing
from custrata.strategy.revision.appointing import appointed, roles
from custrata.strategy.revision.compare import compare
from custrata.strategy.revision.renewing import renewed


def appoint(path: Path, role: str, name: str) -> Saved:
    """Name the person who takes a role, wherever the strategy suggests it and nobody is named yet.

    Args:
        path: The project.
        role: The role.
        name: Who takes it.

    Raises:
        DocumentError: Nobody is named, there is no such role, or somebody saved in between.
    """
    place = locate(path)
    before = standing(place)
    after = appointed(before.document, role, name)
    changes = compare(before.document, after)
    return Saved(save(place, before, after) if changes else before.document, changes)


def role_rows(path: Path) -> list[tuple[str, int]]:
    """Roles of a strategy, with the number of places at which nobody is named.

    Args:
        path: The project.
    """
    return list(roles(standing(locate(path)).document).items())


def renew(path: Path, claims: Sequence[str]) -> Saved:
    """Write claims anew with the numbers of the latest snapshot.

    Args:
        path: The project.
        claims: Ids of the claims; every one of them is to be named.

    Raises:
        SnapshotError: There is no snapshot yet.
        DocumentError: There is no such claim, or no number for it.
    """
    place = locate(path)
    snapshot = SnapshotStore(place.state).load()
    before = standing(place)
    evidence = {one.claim_id: one for one in evaluate(before.document, snapshot)}
    numbers = {}
    for claim in claims:
        if claim not in evidence:
            raise DocumentError(
                "there is no such claim",
                where=claim,
                remedy="name one that custrata check tells of, such as E03",
            )
        numbers[claim] = evidence[claim].values
        if any(value is None for value in numbers[claim].values()) or not numbers[claim]:
            raise DocumentError(
                "the data hold no number for this claim",
                where=claim,
                remedy=f"see custrata why {claim}; then change the sentence, or take it out",
            )
    after = renewed(before.document, numbers, snapshot.manifest.as_of)
    changes = compare(before.document, after)
    return Saved(save(place, before, after) if changes else before.document, changes)
