"""From a finding to what is done about it: an experiment or an initiative, proposed into the strategy."""

from __future__ import annotations

from collections.abc import Iterable

from custrata.drafting.running.experiments import GUARDRAILS, MOST_GUARDRAILS, RATES
from custrata.drafting.running.power import smallest_found
from custrata.errors import DocumentError
from custrata.evidence.check import ClaimEvidence
from custrata.measures.catalogue import CATALOGUE
from custrata.project.showing.home.broken import owner_at, owners_of
from custrata.project.showing.home.signals import segment_of
from custrata.project.showing.scene import Scene
from custrata.snapshot import Snapshot
from custrata.strategy.acting.numbering import next_statement
from custrata.strategy.document import Document
from custrata.strategy.parts.goal import Goal, Initiative
from custrata.strategy.parts.insight import Insight
from custrata.strategy.parts.part import Owner, walk
from custrata.strategy.parts.running.experiment import Experiment
from custrata.strategy.parts.statement import Figure, Proposal
from custrata.strategy.wording.sentence import placeholders
from custrata.vocabulary import Direction, Segment

LONGEST = 300
"""Letters of a title that are taken over into a proposal."""

DECIDES = ("logo_retention", "customer_churn_rate", "net_revenue_retention", "repeat_rate", "win_rate")
"""Measures that may decide a test when the finding names none that a test can decide; the first read."""


def with_experiment(document: Document, scene: Scene, origin: str, title: str) -> tuple[Document, str]:
    """The strategy with a planned experiment on a finding: hypothesis, measure, guardrails, size.

    Args:
        document: The strategy as it stands.
        scene: The snapshot beside it, where measures are read.
        origin: Address of the finding: id of a claim, or what else it is about.
        title: The finding in words.

    Returns:
        The strategy and the id of the experiment.
    """
    evidence = scene.judged.get(origin)
    measure = _metric(scene.snapshot, origin, evidence)
    effect, per_arm = _size(scene.snapshot, measure)
    name = _free(document, "experiment")
    hypothesis = _about(evidence, title, "Where we act on it, this changes for the better: ", "")
    made = Experiment(
        id=name,
        hypothesis=_proposal(document, *hypothesis, owner=_owner(document, evidence)),
        metric=measure,
        guardrails=_guardrails(scene.snapshot, measure),
        groups=_groups(document, evidence),
        set_up="Draw by chance among the customers concerned: half are treated, half are left as they are "
        "until the test ends.",
        least_effect=effect,
        n_per_arm=per_arm,
        next_step="Say who is treated how, and from when to when.",
        owner=_owner(document, evidence),
    )
    return document.model_copy(update={"experiments": (*document.experiments, made)}), name


def with_initiative(document: Document, scene: Scene, origin: str, title: str) -> tuple[Document, str]:
    """The strategy with an initiative on a finding, under the goal that rests on it.

    Args:
        document: The strategy as it stands.
        scene: The snapshot beside it.
        origin: Address of the finding.
        title: The finding in words.

    Returns:
        The strategy and the id of the initiative.

    Raises:
        DocumentError: The strategy has no goal yet.
    """
    if not document.goals:
        raise DocumentError(
            "an initiative serves a goal, and the strategy has none",
            where="goals",
            remedy="write a goal first, then make the initiative",
        )
    evidence = scene.judged.get(origin)
    insight = next((i for i in document.insights if i.claim == origin), None)
    name = _free(document, "initiative")
    owner = _owner(document, evidence)
    made = Initiative(
        id=name,
        statement=_proposal(document, *_what_is_done(insight, evidence, title), owner=owner),
        goal=_goal(document, origin).id,
        groups=_groups(document, evidence),
        owner=owner,
    )
    return document.model_copy(update={"initiatives": (*document.initiatives, made)}), name


def segment_at(scene: Scene, origin: str) -> Segment:
    """The part of the base that a finding speaks of; empty where it speaks of all of it.

    Args:
        scene: Snapshot and strategy.
        origin: Address of the finding.
    """
    evidence = scene.judged.get(origin)
    return segment_of(evidence) if evidence else ()


def _what_is_done(
    insight: Insight | None, evidence: ClaimEvidence | None, title: str
) -> tuple[str, tuple[Figure, ...]]:
    if insight is not None:
        return insight.consequence.text, insight.consequence.figures
    return _about(evidence, title, "Act on this: ", "")


def _about(
    evidence: ClaimEvidence | None, title: str, before: str, after: str
) -> tuple[str, tuple[Figure, ...]]:
    """A sentence on a finding; a claim lends its own words, so that its numbers stay bound to readings."""
    if evidence is None:
        return f"{before}{title.strip()[:LONGEST].rstrip('.')}{after}.", ()
    text = evidence.claim.text
    used = set(placeholders(text))
    return f"{before}{text}{after}", tuple(f for f in evidence.claim.figures if f.name in used)


def _proposal(document: Document, text: str, figures: tuple[Figure, ...], *, owner: Owner) -> Proposal:
    return Proposal(id=next_statement(document), text=text, figures=figures, owner=owner)


def _free(document: Document, word: str) -> str:
    taken = {getattr(part, "id", "") for _, part in walk(document)}
    number = 1
    while f"{word}-{number}" in taken:
        number += 1
    return f"{word}-{number}"


def _metric(snapshot: Snapshot, origin: str, evidence: ClaimEvidence | None) -> str:
    """The measure that decides: one of the finding that a test can decide, else what the base tells."""
    named = [reading.measure for reading in evidence.readings] if evidence else []
    if origin.startswith("measure:"):
        named.insert(0, origin.removeprefix("measure:"))
    ruled = [m for m in named if m in RATES or m in DECIDES]
    return next((m for m in (*ruled, *DECIDES) if _value(snapshot, m) is not None), "")


def _value(snapshot: Snapshot, measure: str) -> float | None:
    found = snapshot.latest(measure)
    return found.value if found else None


def _size(snapshot: Snapshot, measure: str) -> tuple[float | None, int | None]:
    """The smallest effect that half of the customers in each arm can show; nothing where no share decides."""
    base, there = _value(snapshot, measure), _value(snapshot, "customers")
    if measure not in RATES or base is None or not there or not 0 < base < 1:
        return None, None
    half = int(there // 2)
    effect = smallest_found(base, half, CATALOGUE[measure].direction is Direction.HIGHER)
    return (effect, half) if effect is not None else (None, None)


def _guardrails(snapshot: Snapshot, measure: str) -> tuple[str, ...]:
    read = [m for m in GUARDRAILS if m != measure and _value(snapshot, m) is not None]
    return tuple(read[:MOST_GUARDRAILS])


def _groups(document: Document, evidence: ClaimEvidence | None) -> tuple[str, ...]:
    """The customer groups that the finding speaks of."""
    if evidence is None:
        return ()
    named = {figure.figure.segment for figure in evidence.figures if figure.figure.segment}
    return tuple(group.id for group in document.groups if group.segment in named)


def _owner(document: Document, evidence: ClaimEvidence | None) -> Owner:
    """Who answers for the insight, else for the place in which the claim stands."""
    if evidence is None:
        return Owner()
    insight = next((i for i in document.insights if i.claim == evidence.claim_id), None)
    if insight is not None:
        return insight.consequence.owner
    return owner_at(owners_of(document), evidence.path)


def _goal(document: Document, origin: str) -> Goal:
    resting: Iterable[Goal] = (goal for goal in document.goals if origin in goal.rests_on)
    return next(iter(resting), document.goals[0])
