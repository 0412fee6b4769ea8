"""What is needed of the lifecycle, of journeys, of listening and of learning."""

from __future__ import annotations

from typing import Any

from custrata.strategy.parts.papers.audit import Comparison
from custrata.strategy.parts.papers.research import ResearchKind
from custrata.strategy.parts.running.experiment import ExperimentState
from custrata.strategy.parts.steering.governance import Voice
from custrata.strategy.views.presence import Thing, each_has, said, some

STAGES = some("The lifecycle has stages", "lifecycle", least=3)
STAGE_CRITERIA = each_has("Every stage says when a customer enters it", "lifecycle", "criteria")
STAGE_METRICS = each_has("Every stage is steered by a measure", "lifecycle", "metric")
STAGE_OWNERS = each_has("A person answers for every stage", "lifecycle", "owner")
STAGE_FRICTION = each_has("It is known what holds customers up in every stage", "lifecycle", "friction")
STAGE_STEPS = each_has("Something is done in every stage before customers ask", "lifecycle", "intervention")
TRANSITIONS = each_has(
    "Every step between stages has a measure and a person who answers", "transitions", "metric", "owner"
)

JOURNEYS = some("A journey map shows what customers live through", "journey_maps", lambda m: bool(m.stages))
WORST = some("It is said which stage is mended first", "journey_maps", lambda m: m.worst is not None)


def _lived(journey: Any) -> bool:
    return any(said(stage.outcome) and (stage.decision_moments or stage.thinks) for stage in journey.stages)


LIVED = some("Outcomes, moments and thoughts of customers stand in it", "journey_maps", _lived)
EMPATHY = some(
    "An empathy map holds what customers say, think, do and feel",
    "empathy_maps",
    lambda m: said(m.says) and said(m.thinks) and said(m.does) and said(m.feels),
)

BRIEFS = some(
    "An insight brief names pains and outcomes", "briefs", lambda b: said(b.pains) and said(b.outcomes)
)
PHRASES = some("Customers' own words are kept", "briefs", lambda b: bool(b.phrases))
TRIGGERS = some("It is known what makes customers switch", "briefs", lambda b: said(b.triggers))
INTERVIEWS = some(
    "Customers were interviewed", "research", lambda r: r.kind is ResearchKind.INTERVIEW and r.n > 0
)
SURVEYS = some("Customers were surveyed", "research", lambda r: r.kind is ResearchKind.SURVEY and r.n > 0)
LEARNED = some("It is written down what research taught", "research", lambda r: said(r.learned))
NOTES = some("Competitors and trends are noted", "notes")

INSIGHTS = some("What the data say most is ranked", "insights")


def heard(voice: Voice) -> Thing:
    """A place where one of the three voices is heard, every so many days, by a person who answers for it."""
    return some(
        f"The voice of the {voice} is heard on a rhythm, and a person answers for it",
        "insight_sources",
        lambda source: source.voice is voice and source.every_days is not None and source.owner.assigned,
    )


CUSTOMERS_HEARD, EMPLOYEES_HEARD, OPERATION_HEARD = (
    heard(voice) for voice in (Voice.CUSTOMER, Voice.EMPLOYEE, Voice.OPERATION)
)
LOOP_CLOSED = each_has("What is heard goes somewhere and back", "insight_sources", "feeds", "loop")

AUDIT = some("Initiatives that run already are listed", "audit")
AUDIT_FUNCTIONS = some(
    "They come from more than one function", "audit", lambda entry: said(entry.function), least=2
)
AUDIT_EFFECT = some("The effect of one of them was measured", "audit", lambda entry: bool(entry.effects))
AUDIT_SHOWN = some(
    "The effect of one of them was compared with chance-drawn others",
    "audit",
    lambda a: any(e.comparison is Comparison.RANDOMISED and said(e.effect) for e in a.effects),
)
AUDIT_VERDICT = some("It is said what is to become of them", "audit", lambda entry: entry.verdict != "open")

EXPERIMENTS = some("Experiments are planned or run", "experiments")
EXPERIMENTS_SIZED = each_has(
    "Every experiment has a metric and a size set before it begins", "experiments", "metric", "n_per_arm"
)


def _finished(experiment: Any) -> bool:
    return experiment.state is ExperimentState.DONE and said(experiment.result)


EXPERIMENTS_DONE = some("An experiment has a result", "experiments", _finished)
LEARNING_KEPT = some("What an experiment taught is kept", "experiments", lambda e: said(e.learned))
ASSUMPTIONS = some("Assumptions are written down", "assumptions")
ASSUMPTIONS_WATCHED = each_has(
    "Every assumption has a measure and a threshold", "assumptions", "measure", "threshold"
)
