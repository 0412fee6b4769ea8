"""Five dimensions of five levels each: what every level looks like, and what it asks for."""

from __future__ import annotations

from custrata.strategy.document import Document
from custrata.strategy.maturity.criterion import Cell, Criterion, Source
from custrata.strategy.parts.steering.maturity import Dimension
from custrata.strategy.views.presence import Presence, Thing, block, each_has, said, some
from custrata.strategy.views.things import groups as g
from custrata.strategy.views.things import journey as j
from custrata.strategy.views.things import promise as p
from custrata.strategy.views.things import steering as s


def _data(name: str, text: str) -> Criterion:
    return Criterion(name, text, Source.DATA)


def _asked(name: str, text: str) -> Criterion:
    return Criterion(name, text, Source.ANSWER)


def _ladder(
    dimension: Dimension, stem: str, *levels: tuple[str, tuple[Thing | Criterion, ...]]
) -> tuple[Cell, ...]:
    return tuple(
        Cell(dimension, level, text, tuple(_numbered(f"{stem}-{level}", asked)))
        for level, (text, asked) in enumerate(levels, 1)
    )


def _numbered(stem: str, asked: tuple[Thing | Criterion, ...]) -> list[Criterion]:
    return [
        one if isinstance(one, Criterion) else Criterion(f"{stem}-{number}", one.title, Source.DOCUMENT, one)
        for number, one in enumerate(asked, 1)
    ]


def _journeys_by_group(document: Document) -> Presence:
    mapped = {journey.group for journey in document.journey_maps if journey.stages}
    missing = tuple(f"{g.id}: journey map" for g in document.groups if not {g.id, ""} & mapped)
    where = tuple(f"journey_maps[{journey.id}]" for journey in document.journey_maps)
    return Presence(bool(document.groups) and not missing, where, missing or ("groups",))


def _tested_in_stage(document: Document) -> Presence:
    staged = {i.id for i in document.initiatives if i.stages}
    done = j.EXPERIMENTS_DONE.look(document).where
    where = tuple(
        f"experiments[{x.id}]"
        for x in document.experiments
        if x.initiative in staged and f"experiments[{x.id}]" in done
    )
    return Presence(bool(where), where, () if where else ("experiments",))


SEGMENTATION = _ladder(
    Dimension.SEGMENTATION,
    "segmentation",
    (
        "All customers are treated alike, or each one as it comes.",
        (_data("segmentation-told-apart", "Customers can be told apart in the data"),),
    ),
    (
        "Customers are sorted by what is easy to see.",
        (g.GROUPS, _data("segmentation-by-trait", "Measures can be read by a trait of customers")),
    ),
    (
        "Groups follow rules that systems apply, each has an intent, and it is known whom to win.",
        (
            *(g.FOUND_BY_DATA, g.TAGGED, g.INTENTS_SIGNED, g.PROFILE),
            _data("segmentation-by-behaviour", "Customers are sorted by what they do"),
        ),
    ),
    (
        "Needs and future value part the groups, and money follows them.",
        (
            *(g.NEEDS, g.TIER_POLICY),
            _data("segmentation-by-value", "Tiers are drawn by lifetime value"),
        ),
    ),
    (
        "Groups steer what every function does, and move as customers do.",
        (
            *(g.SERVED, s.YEARLY_HELD),
            _data("segmentation-moves", "It is followed who moves between tiers"),
            _asked("segmentation-budgets", "Functions cut their budgets by customer group"),
        ),
    ),
)

PROPOSITION = _ladder(
    Dimension.PROPOSITION,
    "proposition",
    (
        "One promise has to do for all, in the company's own words.",
        (block("Something is said on why customers choose the company", "customer_value_proposition"),),
    ),
    (
        "What is promised is written down.",
        (
            p.STANDS_FOR,
            some("A proposition is one whole sentence", "propositions", lambda one: said(one.sentence)),
        ),
    ),
    (
        "Every group that counts has a promise of its own, held against what it could do instead.",
        (p.OWN_OFFER, p.SENTENCE, p.ALTERNATIVES),
    ),
    (
        "Promises were tested with customers, can be checked by them, and are worth a number.",
        (p.TESTED, p.PROOF, p.IMPACT),
    ),
    (
        "Promises stand, are watched by measures, and change when customers do.",
        (
            p.STOOD,
            each_has("Every proposition's promises are there to be watched", "propositions", "promises"),
            _data("proposition-holds", "Data support claims in propositions, and contradict none"),
            _asked("proposition-known", "Every function can say what each group is promised"),
        ),
    ),
)

LIFECYCLE = _ladder(
    Dimension.LIFECYCLE,
    "lifecycle",
    (
        "Nobody looks at the whole of a customer's time with the company.",
        (some("A stage is named", "lifecycle"),),
    ),
    (
        "Stages are named and counted.",
        (j.STAGES, _data("lifecycle-counted", "Customers are counted by stage")),
    ),
    (
        "Every stage has a rule, a measure and a person who answers for it.",
        (j.STAGE_CRITERIA, j.STAGE_METRICS, j.STAGE_OWNERS),
    ),
    (
        "Steps between stages are owned and measured, and something is done before customers ask.",
        (
            *(j.TRANSITIONS, j.STAGE_FRICTION, j.STAGE_STEPS),
            _data("lifecycle-followed", "It is followed how many of those who came together are still there"),
        ),
    ),
    (
        "What is done in a stage is tested, for each group, and customers notice no seams.",
        (
            Thing("An initiative in a stage was tested, and has a result", _tested_in_stage),
            Thing("Every group has a journey map", _journeys_by_group),
            _asked("lifecycle-seams", "No customer has to say twice what was said before"),
        ),
    ),
)

INTELLIGENCE = _ladder(
    Dimension.INTELLIGENCE,
    "intelligence",
    (
        "Numbers are looked up when somebody asks.",
        (_data("intelligence-readable", "Customers or revenue can be counted"),),
    ),
    (
        "It is known what happened, month by month.",
        (s.SCORECARD, _data("intelligence-history", "Revenue or customers can be read over time")),
    ),
    (
        "It is known why, from numbers and from customers' own words.",
        (
            *(j.CUSTOMERS_HEARD, j.BRIEFS),
            _data("intelligence-why", "Losses, leaving or satisfaction can be read by what goes with them"),
        ),
    ),
    (
        "What comes next is predicted, and the prediction has passed on data that it had not seen.",
        (
            j.LOOP_CLOSED,
            _data("intelligence-predicts", "A prediction has passed on later data or on data held out"),
        ),
    ),
    (
        "What to do follows from effects that were measured, week by week.",
        (
            *(j.EXPERIMENTS_DONE, j.AUDIT_SHOWN, s.WEEKLY_HELD),
            _asked("intelligence-acts", "Teams act within a week on what changed"),
        ),
    ),
)

ALIGNMENT = _ladder(
    Dimension.ALIGNMENT,
    "alignment",
    ("Every function goes its own way.", (s.SPONSOR,)),
    ("Somebody answers for customers, and for every goal.", (s.ACCOUNTABLE, s.GOAL_OWNERS)),
    (
        "Functions agree on outcomes for customers and on who decides, and look at them together.",
        (s.OUTCOMES, s.RIGHTS, s.SIGNED_BY_THREE, s.MONTHLY_HELD),
    ),
    (
        "Plans, pay and money follow the outcomes.",
        (s.PLANS_LINKED, s.INCENTIVES_SERVE, s.RESOURCES, s.SIGNED_BY_ALL),
    ),
    (
        "The company is built around its customers, and its plan begins with them.",
        (
            *(s.TEAMS_BY_GROUP, s.TARGETS, s.YEARLY_HELD),
            _asked("alignment-first", "The business strategy begins with the customer strategy"),
        ),
    ),
)

LADDERS = {
    Dimension.SEGMENTATION: SEGMENTATION,
    Dimension.PROPOSITION: PROPOSITION,
    Dimension.LIFECYCLE: LIFECYCLE,
    Dimension.INTELLIGENCE: INTELLIGENCE,
    Dimension.ALIGNMENT: ALIGNMENT,
}
"""The five levels of each dimension, in order."""

BY_DATA = frozenset(
    c.id for ladder in LADDERS.values() for cell in ladder for c in cell.criteria if c.source is Source.DATA
)
"""Criteria that only data can show."""
