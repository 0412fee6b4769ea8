from __future__ import annotations

from tests.strategies import (
    PERSON,
    findings,
    goal,
    group,
    initiative,
    places,
    proposal,
    strategy,
)
from tests.told import Told, known

from custrata.strategy.parts.assumption import Assumption
from custrata.strategy.parts.part import Owner
from custrata.strategy.parts.running.experiment import Experiment
from custrata.strategy.parts.scorecard import ScoreRow
from custrata.strategy.parts.statement import Claim, Figure
from custrata.strategy.pitfalls.ta101_target_above_any_reading import PITFALL
from custrata.vocabulary import Direction


def base(unit: str = "share") -> Claim:
    figure = Figure(name="base", measure="repeat_rate", value=0.5, unit=unit)
    return Claim(id="E01", text="{base}", figures=(figure,))


def row(target: float, better: Direction = Direction.HIGHER, owner: Owner = PERSON) -> ScoreRow:
    return ScoreRow(
        id="r", measure="repeat_rate", title="Repeat", base=base(), target=target, better=better, owner=owner
    )


def told(unit: str = "share") -> Told:
    months = {f"2026-0{n}": 0.4 + 0.02 * n for n in range(1, 7)}
    return Told().add("repeat_rate", 0.5, unit).by("repeat_rate", "month", unit, **months)


def test_a_target_far_beyond_the_best_month_is_found():
    (found,) = findings(PITFALL, strategy(scorecard=(row(0.7),)), known(told()))
    assert found.place == "scorecard[r]"
    assert "52%" in found.message


def test_a_target_near_the_best_month_is_silent():
    assert places(PITFALL, strategy(scorecard=(row(0.6),)), known(told())) == []
    assert places(PITFALL, strategy(scorecard=(row(60.0),)), known(told())) == []


def test_where_lower_is_better_the_lowest_is_the_best():
    doc = strategy(scorecard=(row(0.2, Direction.LOWER),))
    assert places(PITFALL, doc, known(told())) == ["scorecard[r]"]
    assert places(PITFALL, strategy(scorecard=(row(0.35, Direction.LOWER),)), known(told())) == []
    assert places(PITFALL, strategy(scorecard=(row(0.9, Direction.NEITHER),)), known(told())) == []


def test_an_assumption_an_experiment_or_an_initiative_explains_it():
    believed = Assumption(id="a", statement=proposal(), measure="repeat_rate")
    tried = Experiment(id="x", hypothesis=proposal(), metric="repeat_rate")
    aimed = goal(leading=("repeat_rate",))
    for parts in (
        {"assumptions": (believed,)},
        {"experiments": (tried,)},
        {"goals": (aimed,), "initiatives": (initiative(),)},
    ):
        assert places(PITFALL, strategy(scorecard=(row(0.7),), **parts), known(told())) == []


def test_groups_lend_their_dimensions():
    best = told().by("repeat_rate", "region", north=0.72)
    regions = (group("n", segment={"region": "north"}),)
    assert places(PITFALL, strategy(scorecard=(row(0.7),)), known(best)) == ["scorecard[r]"]
    assert places(PITFALL, strategy(scorecard=(row(0.7),), groups=regions), known(best)) == []


def test_totals_few_readings_and_drafts_are_silent():
    doc = strategy(scorecard=(row(0.7),))
    assert places(PITFALL, doc, known(told("EUR"))) == []
    assert places(PITFALL, doc, known(Told().add("repeat_rate", 0.5))) == []
    assert places(PITFALL, doc, known()) == []
    draft = strategy(scorecard=(row(0.7, owner=Owner(role="head of sales")),))
    assert places(PITFALL, draft, known(told())) == []
