"""What moved between two snapshots: claims whose state changed, and those that held."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from custrata.evidence.causes import Parts, for_the_better, likely_cause
from custrata.evidence.check import ClaimEvidence, FigureEvidence, evaluate, subject
from custrata.evidence.stakes import money_at_stake
from custrata.evidence.states import stands, worse
from custrata.snapshot import Manifest, Snapshot
from custrata.strategy.document import Document
from custrata.vocabulary import EvidenceState, Reading

NARROWER = 0.8
"""Part of its width to which an interval must shrink before it counts as clearly narrower."""


@dataclass(frozen=True, slots=True)
class ClaimMove:
    """One claim before and after.

    Attributes:
        claim_id: Id of the claim.
        path: Where it stands in the document.
        before: How it stood against the earlier snapshot; None when the claim is new or written anew since.
        after: How it stands now.
        moved: Whether its state changed; a changed digit within the tolerance is no move.
        broke: Whether it is worse than before and can no longer be said: contradicted, unproven or stale.
        stronger: Whether it is better than before, or as good with clearly narrower intervals.
        cause: The likely cause in one sentence, from readings; empty when none can be named.
        at_stake: Money that it concerns, in the currency of the snapshot; None when it cannot be counted.
        weaker: Whether it is worse than before and can still be said: it drifts.
        because: The readings that the cause is told from, the earlier and the later one.
        better: Whether every figure that moved it went the way that is better for its measure; a sentence can
            be out of date because things went well.
        anew: Whether its text was written on data later than the earlier snapshot, as a renewal does; it was
            never said of the earlier data, so it is not held against them.
        subject: Whom the sentence speaks of, where its own words only point there; see ``check.subject``.
    """

    claim_id: str
    path: str
    before: ClaimEvidence | None
    after: ClaimEvidence
    moved: bool
    broke: bool
    stronger: bool
    cause: str = ""
    at_stake: float | None = None
    weaker: bool = False
    because: tuple[tuple[Reading, Reading], ...] = ()
    better: bool = False
    subject: str = ""
    anew: bool = False


@dataclass(frozen=True, slots=True)
class Delta:
    """What moved between two snapshots, the largest money first.

    Attributes:
        before: Manifest of the earlier snapshot.
        after: Manifest of the later one.
        moves: Every claim of the document.
        note: Why nothing moved, or how far the comparison reaches, in a sentence or two; empty where
            something moved and nothing stands in the way of comparing.
        now_read: Measures that the earlier snapshot could not read and the later one can.
        no_longer_read: Measures that the earlier snapshot could read and the later one cannot.
    """

    before: Manifest
    after: Manifest
    moves: tuple[ClaimMove, ...]
    note: str = ""
    now_read: tuple[str, ...] = ()
    no_longer_read: tuple[str, ...] = ()

    @property
    def moved(self) -> tuple[ClaimMove, ...]:
        """Claims whose state changed."""
        return tuple(m for m in self.moves if m.moved)

    @property
    def anew(self) -> tuple[ClaimMove, ...]:
        """Claims written anew since the earlier snapshot."""
        return tuple(m for m in self.moves if m.anew)

    @property
    def broke(self) -> tuple[ClaimMove, ...]:
        """Claims that stood before and can no longer be said."""
        return tuple(m for m in self.moves if m.broke)

    @property
    def weaker(self) -> tuple[ClaimMove, ...]:
        """Claims that drift now and did not before."""
        return tuple(m for m in self.moves if m.weaker)

    @property
    def stronger(self) -> tuple[ClaimMove, ...]:
        """Claims that are better than before."""
        return tuple(m for m in self.moves if m.stronger)


def delta(
    document: Document,
    before: Snapshot,
    after: Snapshot,
    *,
    on: dt.date | None = None,
    earlier: Document | None = None,
) -> Delta:
    """Every claim of a document, held against two snapshots.

    Args:
        document: The strategy as it stands now.
        before: The earlier snapshot; it is asked on its own last day, so no claim was stale then.
        after: The later snapshot.
        on: The day at which the later one is asked; None as for ``evaluate``.
        earlier: The strategy as it stood at the earlier snapshot; a claim it does not hold is new.

    Returns:
        One move a claim, those that moved first, the largest money first.

    Example:
        >>> from custrata import Project
        >>> project = Project("shop")  # doctest: +SKIP
        >>> [move.claim_id for move in project.delta().broke]  # doctest: +SKIP
        ['E03']
    """
    was = {e.claim_id: e for e in evaluate(document, before, on=before.manifest.as_of)}
    if earlier is not None:
        known = {claim.id for claim in earlier.claims()}
        was = {name: e for name, e in was.items() if name in known}
    # A text written on later data was never said of the earlier ones, and would look contradicted there.
    day = before.manifest.as_of
    anew = {claim.id for claim in document.claims() if claim.as_of is not None and claim.as_of > day}
    was = {name: e for name, e in was.items() if name not in anew}
    now = evaluate(document, after, on=on)
    parts = Parts(before, after)
    moves = sorted((_move(was.get(e.claim_id), e, document, parts, anew) for e in now), key=_rank)
    return Delta(
        before.manifest,
        after.manifest,
        tuple(moves),
        _note(before.manifest, after.manifest, any(m.moved for m in moves), len(anew)),
        tuple(sorted(before.manifest.missing.keys() - after.manifest.missing.keys())),
        tuple(sorted(after.manifest.missing.keys() - before.manifest.missing.keys())),
    )


def _move(
    was: ClaimEvidence | None, now: ClaimEvidence, document: Document, parts: Parts, anew: set[str]
) -> ClaimMove:
    down = was is not None and worse(was.state, now.state)
    moved = was is not None and was.state is not now.state
    cause = likely_cause(was, now, parts) if was is not None and moved else None
    return ClaimMove(
        claim_id=now.claim_id,
        path=now.path,
        before=was,
        after=now,
        moved=moved,
        broke=down and not stands(now.state),
        stronger=was is not None and _stronger(was, now),
        cause=cause.sentence if cause else "",
        at_stake=money_at_stake(now, document, parts.after),
        weaker=down and stands(now.state),
        because=cause.readings if cause else (),
        better=moved and went_well(now) and not (cause and cause.window),
        subject=subject(now, document),
        anew=now.claim_id in anew,
    )


def went_well(evidence: ClaimEvidence) -> bool:
    """Whether every figure that a claim is in doubt for went the way that is better for its measure."""
    doubted = [f for f in evidence.figures if f.state is not EvidenceState.SUPPORTED]
    return bool(doubted) and all(for_the_better(f) for f in doubted)


def _stronger(was: ClaimEvidence, now: ClaimEvidence) -> bool:
    if worse(now.state, was.state):
        return stands(now.state)
    return was.state is now.state is EvidenceState.SUPPORTED and _narrower(was.figures, now.figures)


def _narrower(was: tuple[FigureEvidence, ...], now: tuple[FigureEvidence, ...]) -> bool:
    """Whether every figure with an interval has a clearly narrower one, and there is such a figure."""
    pairs = [(_width(a), _width(b)) for a, b in zip(was, now, strict=True)]
    told = [(a, b) for a, b in pairs if a is not None and b is not None and a > 0]
    return bool(told) and all(b <= NARROWER * a for a, b in told)


def _width(figure: FigureEvidence) -> float | None:
    now = figure.now
    return None if now.low is None or now.high is None else now.high - now.low


def _rank(move: ClaimMove) -> tuple[bool, bool, float]:
    return not move.moved, move.at_stake is None, -abs(move.at_stake or 0.0)


def _note(before: Manifest, after: Manifest, any_moved: bool, anew: int) -> str:
    if before.fingerprint == after.fingerprint:
        return "Both are the same snapshot: nothing can have moved."
    held = "" if any_moved else "No claim changed its state"
    if before.notional or after.notional:
        time = "The data carry no dates: how much time lies between the two builds is not known."
        return f"{time} {held}." if held else time
    said = [f"{held} between {before.as_of} and {after.as_of}."] if held else []
    windows = [m.windows["current"].days for m in (before, after) if "current" in m.windows]
    if anew:
        written = "1 claim was" if anew == 1 else f"{anew:,} claims were"
        said.append(f"{written} written anew since {before.as_of}, and not held against it.")
    if len(windows) == 2 and windows[0] != windows[1]:
        now, was = (f"{days:,} days" for days in reversed(windows))
        said.append(f"The latest window is {now} now and was {was}: its totals are not like for like.")
    return " ".join(said)
