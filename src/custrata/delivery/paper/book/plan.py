"""The plan: goals, initiatives, who does what, objectives, incentives, and the lifecycle."""

from __future__ import annotations

from custrata.delivery.deck.material import plain, title_case
from custrata.delivery.paper.book.listing import card, grid, section
from custrata.delivery.paper.page import Block, Grid, Lines
from custrata.delivery.paper.telling import Teller
from custrata.strategy.parts.goal import Goal, Initiative
from custrata.strategy.wording.spelling import spell

Blocks = tuple[Block, ...]


def plan(teller: Teller) -> Blocks:
    """Goals, initiatives, objectives, incentives, who does what."""
    document = teller.document
    goals = [card(teller, f"Goal {i}", g, skip=("scores",)) for i, g in enumerate(document.goals, start=1)]
    initiatives = grid(
        teller,
        "",
        document.initiatives,
        (
            ("What is done", "statement", 5),
            ("Groups", "groups", 2),
            ("Days", "effort_days", 1),
            ("Cost", lambda i: teller.money(i.cost) if i.cost is not None else "", 1),
            ("Begins in months", "starts_in_months", 1),
            ("Runs months", "runs_months", 1),
            ("Owner", "owner", 2),
        ),
    )
    scored: list[Goal | Initiative] = [g for g in document.goals if g.scores]
    scored += [i for i in document.initiatives if i.scores]
    scores = grid(
        teller,
        "Scores, 1 to 7, where 7 is best for the company",
        scored,
        (
            ("Goal or initiative", "statement", 5),
            ("Scores", lambda x: [f"{plain(d)} {v}" for d, v in x.scores], 6),
        ),
    )
    return (
        *section("Goals", goals),
        *section("Initiatives", [initiatives, scores, *_together(teller)]),
        *section("Objectives and incentives", [*_objectives(teller), _incentives(teller)]),
    )


def _together(teller: Teller) -> list[Grid | None]:
    document = teller.document
    return [
        grid(
            teller,
            "Who answers for what",
            document.raci,
            (
                ("On", "on", 4),
                ("Accountable", "accountable", 2),
                ("Responsible", "responsible", 3),
                ("Consulted", "consulted", 2),
                ("Informed", "informed", 2),
            ),
        ),
        grid(
            teller,
            "What teams owe each other",
            document.interlocks,
            (
                ("Gives", "gives", 2),
                ("Takes", "takes", 2),
                ("What", "what", 4),
                ("When", "when", 2),
                ("Breaks if", "breaks_if", 3),
            ),
        ),
        grid(
            teller,
            "People and money",
            document.resources,
            (
                ("Initiative", "initiative", 2),
                ("Team", "team", 2),
                ("Days", "days", 1),
                ("Money", lambda r: teller.money(r.money) if r.money is not None else "", 1),
            ),
        ),
    ]


def _objectives(teller: Teller) -> list[Block]:
    blocks: list[Block] = []
    for objective in teller.document.objectives:
        name = f"Objective {len([b for b in blocks if isinstance(b, Lines)]) + 1}"
        blocks.append(card(teller, name, objective, skip=("key_results",)))
        results = grid(
            teller,
            "",
            objective.key_results,
            (
                ("Key result", lambda k: title_case(plain(k.measure)), 3),
                ("Base", "base", 4),
                (
                    "Target",
                    lambda k: spell(k.target, teller.unit_of(k.measure)) if k.target is not None else "",
                    1,
                ),
                ("By", lambda k: k.on or (f"{k.in_months} months" if k.in_months else ""), 2),
                ("Benchmark", "benchmark", 3),
                ("Owner", "owner", 2),
            ),
        )
        blocks += [results] if results else []
    return blocks


def _incentives(teller: Teller) -> Grid | None:
    return grid(
        teller,
        "Incentives",
        teller.document.incentives,
        (
            ("Team", "team", 2),
            ("What is rewarded", "statement", 5),
            ("Measure", "measure", 2),
            ("Owner", "owner", 2),
        ),
    )


def lifecycle(teller: Teller) -> Blocks:
    """Plan by stage and by step between stages."""
    stages = grid(
        teller,
        "",
        teller.document.lifecycle,
        (
            ("Stage", lambda s: title_case(s.stage.value), 2),
            ("Enters when", "criteria", 5),
            ("Measure", "metric", 2),
            ("Stands now", "position", 4),
            ("Friction", "friction", 4),
            ("Intervention", "intervention", 4),
            ("Owner", "owner", 2),
        ),
    )
    steps = grid(
        teller,
        "",
        teller.document.transitions,
        (
            ("Step", lambda t: f"{title_case(t.leaves.value)} to {t.enters.value}", 2),
            ("Measure", "metric", 2),
            ("Stands now", "position", 4),
            ("Friction", "friction", 4),
            ("Intervention", "intervention", 4),
            ("Owner", "owner", 2),
        ),
    )
    return (*section("Stages", [stages]), *section("Steps between stages", [steps]))
