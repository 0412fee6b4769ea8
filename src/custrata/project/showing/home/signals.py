"""What changed, by the value at stake: claims whose state moved, readings that moved between windows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from custrata.delivery.deck.material import Material, capital, without_stop, worded
from custrata.delivery.figures import NOTHING, Figure, Prose, derived, say, stated
from custrata.evidence.check import ClaimEvidence, subject
from custrata.evidence.moved import ClaimMove, Delta
from custrata.evidence.stakes import money_at_stake
from custrata.project.showing.home.windows import Moved, moved_between_windows
from custrata.project.showing.scene import Scene
from custrata.strategy.parts.insight import Insight
from custrata.strategy.wording.spelling import is_money
from custrata.vocabulary import EvidenceState, Segment

DOCUMENT = "strategy document"
TIERS = "moves"
"""The sheet on customers who changed their tier."""

DOUBTED = (EvidenceState.CONTRADICTED, EvidenceState.DRIFTING, EvidenceState.STALE)
CONCERNED = "the money that the claim concerns"


@dataclass(frozen=True)
class Signal:
    """One thing that changed, or that matters most where nothing could change yet.

    Attributes:
        title: The finding as a sentence.
        beneath: Why, or what follows from it.
        money: What is at stake; None where it is not known.
        state: How the claim behind it stands; None where no claim speaks of it.
        claim: Id of that claim; empty for none.
        origin: Address of what it is about: the claim, else the measure.
        segment: The part of the base that it speaks of; empty for all of it.
        per: Over which time the money is meant.
        measure: The measure that moved; empty where a claim did.
    """

    title: Prose
    beneath: Prose = NOTHING
    money: Figure | None = None
    state: EvidenceState | None = None
    claim: str = ""
    origin: str = ""
    segment: Segment = ()
    per: str = "at stake"
    measure: str = ""

    @property
    def stake(self) -> float:
        """The size of the money, for ranking; less than nothing where it is not known."""
        return abs(self.money.value) if self.money is not None and self.money.value is not None else -1.0


@dataclass(frozen=True)
class Changes:
    """What changed, the largest money first.

    Attributes:
        since: What is compared with what, in a sentence.
        signals: The changes.
        moved: Whether they are changes; False where they are what matters most, since nothing is there to
            compare with.
    """

    since: str
    signals: tuple[Signal, ...]
    moved: bool = True


def changes(scene: Scene) -> Changes:
    """What changed since the snapshot before and between the two latest windows, ranked by money.

    Args:
        scene: Snapshot and strategy.

    Returns:
        Claims that moved and readings that moved; the insights of the strategy where there is neither.
    """
    material = scene.composition.material
    claims = [_of_move(scene, material, m) for m in (scene.delta.moved if scene.delta else ())]
    windows = [_of_window(scene, material, m) for m in moved_between_windows(scene.snapshot)]
    found = sorted(_once([*claims, *windows, *_of_tiers(scene)]), key=lambda signal: -signal.stake)
    if found:
        return Changes(_since(scene, scene.delta, bool(windows)), tuple(found))
    told = [_of_insight(scene, material, insight) for insight in scene.document.insights]
    ranked = sorted((s for s in told if s is not None), key=lambda signal: -signal.stake)
    return Changes("There is no earlier period or build to compare with yet.", tuple(ranked), moved=False)


def leading(scene: Scene, found: Changes) -> Signal | None:
    """What leads the home: a claim that broke, else the first insight of the strategy, else what moved most.

    One step of a sum says less than the insight that sums up, whose consequence stands beneath.

    Args:
        scene: Snapshot and strategy.
        found: What changed.
    """
    broke = (s for s in found.signals if not s.measure and s.state in DOUBTED)
    told = (s for i in scene.document.insights if (s := _of_insight(scene, scene.composition.material, i)))
    holding = (s for s in told if s.state is EvidenceState.SUPPORTED)
    return next(chain(broke, holding, found.signals), None)


def _once(signals: Iterable[Signal]) -> Iterator[Signal]:
    """The signals, each claim once."""
    seen: set[str] = set()
    for signal in signals:
        if signal.claim not in seen:
            yield signal
        seen |= {signal.claim} - {""}


def _since(scene: Scene, delta: Delta | None, windows: bool) -> str:
    said = []
    if delta is not None:
        said.append(f"since the build of {delta.before.as_of:%-d %b %Y}")
    spans = scene.snapshot.manifest.windows
    if windows and "previous" in spans and "current" in spans:
        now, before = spans["current"], spans["previous"]
        said.append(
            f"{now.start:%-d %b %Y} to {now.end:%-d %b %Y} against {before.start:%-d %b %Y} "
            f"to {before.end:%-d %b %Y}"
        )
    return f"{'; '.join(said)[:1].upper()}{'; '.join(said)[1:]}"


def _of_move(scene: Scene, material: Material, move: ClaimMove) -> Signal:
    was = f"Was {move.before.state}" if move.before else "New"
    why = f"{was}. {move.cause}" if move.cause else f"{was}. {move.after.reason}"
    return Signal(
        title=told(material, move.after, move.subject),
        beneath=worded(why),
        money=_money(material, move.after, move.at_stake),
        state=move.after.state,
        claim=move.claim_id,
        origin=move.claim_id,
        segment=segment_of(move.after),
    )


def _of_window(scene: Scene, material: Material, moved: Moved) -> Signal:
    evidence = _speaks_of(scene, moved)
    insight = _insight_on(scene, evidence)
    return Signal(
        title=moved.title,
        beneath=material.sentence(insight.consequence) if insight else moved.beneath,
        money=moved.money,
        state=evidence.state if evidence else None,
        claim=evidence.claim_id if evidence else "",
        origin=evidence.claim_id if evidence else f"measure:{moved.measure}",
        segment=segment_of(evidence) if evidence else (),
        per=moved.per,
        measure=moved.measure,
    )


def _of_tiers(scene: Scene) -> Iterator[Signal]:
    """Who rose and who fell a tier, as the sheet on moves tells it."""
    for sheet in scene.composition.of_rows((TIERS,)):
        amounts = [f for f in sheet.titles[0].figures if any(is_money(r.unit) for r in f.readings)]
        if amounts:
            beneath = capital(say(sheet.so_what, ".")) if sheet.so_what.text else NOTHING
            yield Signal(
                sheet.titles[0], beneath, amounts[-1], origin="measure:tier_moves", per="in the period"
            )
            return


def _of_insight(scene: Scene, material: Material, insight: Insight) -> Signal | None:
    evidence = scene.judged.get(insight.claim)
    if evidence is None:
        return None
    money = money_at_stake(evidence, scene.document, scene.snapshot)
    return Signal(
        title=told(material, evidence, subject(evidence, scene.document)),
        beneath=material.sentence(insight.consequence),
        money=_money(material, evidence, money),
        state=evidence.state,
        claim=evidence.claim_id,
        origin=evidence.claim_id,
        segment=segment_of(evidence),
    )


def told(material: Material, evidence: ClaimEvidence, whom: str) -> Prose:
    """A claim as a title, with today's numbers, and whom it speaks of where its words only point there.

    Args:
        material: Where its numbers are read.
        evidence: How it stands.
        whom: Whom it speaks of; empty where it says so itself.
    """
    sentence = material.sentence(evidence.claim)
    return without_stop(say(worded(f"{whom}: "), sentence) if whom else capital(sentence))


def _money(material: Material, evidence: ClaimEvidence, amount: float | None) -> Figure | None:
    """The money as a figure with what it rests on; the insight's own, where one names it."""
    if amount is None:
        return None
    stakes = (i.at_stake for i in material.document.insights if i.claim == evidence.claim_id)
    own = next((s for s in stakes if s is not None), None)
    currency = material.snapshot.manifest.currency
    if own is not None and own.unit == currency:
        bound = material.bound(own, evidence.claim_id)
        if bound.value is not None:
            return bound
    if evidence.readings:
        return derived(amount, currency, evidence.readings, CONCERNED)
    return stated(amount, currency, DOCUMENT)


def _speaks_of(scene: Scene, moved: Moved) -> ClaimEvidence | None:
    """The claim that speaks of a reading: one that leads, else the first in the document."""
    leading = {insight.claim for insight in scene.document.insights}
    found = [e for e in scene.evidence if any(r.key == moved.now.key for r in e.readings)]
    return min(found, key=lambda e: e.claim_id not in leading, default=None)


def _insight_on(scene: Scene, evidence: ClaimEvidence | None) -> Insight | None:
    if evidence is None:
        return None
    return next((i for i in scene.document.insights if i.claim == evidence.claim_id), None)


def segment_of(evidence: ClaimEvidence) -> Segment:
    """The part of the base that a claim speaks of, where its figures name one; empty for all of it.

    Args:
        evidence: How the claim stands.
    """
    named = [figure.figure.segment for figure in evidence.figures if figure.figure.segment]
    return named[0] if named else ()
