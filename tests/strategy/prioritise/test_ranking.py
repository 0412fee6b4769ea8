from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from custrata.strategy.parts.goal import Goal, Initiative
from custrata.strategy.parts.statement import Proposal
from custrata.strategy.parts.steering.scoring import Criterion, Polarity, Scored, Scoring, Weight
from custrata.strategy.prioritise.dimension import GOAL_DIMENSIONS, INITIATIVE_DIMENSIONS
from custrata.strategy.prioritise.ranking import rank

GOALS = [d.id for d in GOAL_DIMENSIONS]
STEPS = [d.id for d in INITIATIVE_DIMENSIONS]
RISK = Criterion(id="risk", title="How risky is it?", polarity=Polarity.WORSE)


def goal(name: str, *marks: int) -> Goal:
    scores = tuple(zip(GOALS, marks, strict=False))
    return Goal(id=name, statement=Proposal(id=f"P-{name}", text=f"Goal {name}."), scores=scores)


def initiative(name: str, **marks: int) -> Initiative:
    statement = Proposal(id=f"P-{name}", text=f"Do {name}.")
    return Initiative(id=name, statement=statement, goal="g", scores=tuple(marks.items()))


def weights(**said: float) -> Scoring:
    return Scoring(weights=tuple(Weight(id=f"w-{k}", dimension=k, weight=v) for k, v in said.items()))


def test_the_points_are_the_weighted_mean():
    ranking = rank([goal("a", 7, 1, 4, 4, 4)], weights(alignment=3), Scored.GOALS)
    assert ranking.items[0].points == pytest.approx((3 * 7 + 1 + 4 + 4 + 4) / 7)
    assert ranking.items[0].rank == 1


def test_equals_share_a_place_and_stand_by_id():
    ranking = rank([goal("b", 4, 4, 4, 4, 4), goal("a", 5, 3, 4, 4, 4)], Scoring(), Scored.GOALS)
    assert [(r.id, r.rank) for r in ranking.items] == [("a", 1), ("b", 1)]
    assert ranking.firm == ()


def test_a_missing_score_leaves_the_item_without_a_place_and_says_which():
    ranking = rank([goal("a", 7, 7), goal("b", 1, 1, 1, 1, 1)], Scoring(), Scored.GOALS)
    lacking = ranking.item("a")
    assert lacking.rank is None
    assert lacking.points == 7
    assert lacking.missing == ("time_horizon", "expertise", "resource_intensity")
    assert [r.id for r in ranking.ranked] == ["b"]


def test_a_dimension_without_weight_may_be_missing():
    scoring = weights(time_horizon=0, expertise=0, resource_intensity=0)
    assert rank([goal("a", 7, 6)], scoring, Scored.GOALS).items[0].points == 6.5


def test_without_any_weight_nobody_has_a_place():
    scoring = weights(**dict.fromkeys(GOALS, 0.0))
    found = rank([goal("a", 7, 7, 7, 7, 7)], scoring, Scored.GOALS).items[0]
    assert (found.rank, found.points, found.missing) == (None, None, ())


def test_a_draft_without_scores_is_not_ranked():
    found = rank([goal("a"), goal("b")], Scoring(), Scored.GOALS)
    assert found.ranked == ()
    assert [(r.points, len(r.missing)) for r in found.unranked] == [(None, 5), (None, 5)]


def test_names_that_are_no_dimension_are_told():
    scoring = weights(complexity=2, colour=1)
    ranking = rank([Goal(id="a", statement=goal("a").statement, scores=(("hue", 3),))], scoring, Scored.GOALS)
    assert ranking.unknown == ("colour", "hue")


def test_who_leads_by_a_wide_margin_leads_whatever_is_a_point_off():
    items = [goal("a", 7, 7, 7, 7, 7), goal("b", 4, 4, 4, 4, 4), goal("c", 4, 4, 4, 4, 3)]
    ranking = rank(items, Scoring(), Scored.GOALS)
    assert ranking.firm == (1,)
    assert ranking.item("a").one_off == (1, 1)
    assert ranking.item("b").one_off == (2, 2)
    assert ranking.item("c").one_off == (2, 3)
    assert ranking.item("c").own_off == (2, 3)


MARKS = st.lists(st.integers(1, 7), min_size=6, max_size=6)


@given(st.lists(MARKS, min_size=2, max_size=5), st.integers(0, 5), st.integers(1, 6))
def test_a_higher_score_never_costs_a_place_and_one_asked_round_never_wins_one(rows, position, by):
    names = [*STEPS, "risk"]
    scoring = Scoring(criteria=(RISK,))

    def place(marks):
        items = [initiative(f"i{n}", **dict(zip(names, row, strict=True))) for n, row in enumerate(marks)]
        return rank(items, scoring, Scored.INITIATIVES).item("i0").rank

    higher = min(7, rows[0][position] + by)
    raised = [[*rows[0][:position], higher, *rows[0][position + 1 :]], *rows[1:]]
    if names[position] == "risk":
        assert place(raised) >= place(rows)
    else:
        # 7 is the least complexity, cost or time: moving towards 7 is never worse.
        assert place(raised) <= place(rows)


@given(st.lists(MARKS, min_size=1, max_size=5))
def test_points_stay_between_one_and_seven_and_the_place_lies_in_its_ranges(rows):
    names = [*STEPS, "risk"]
    items = [initiative(f"i{n}", **dict(zip(names, row, strict=True))) for n, row in enumerate(rows)]
    for found in rank(items, Scoring(criteria=(RISK,)), Scored.INITIATIVES).items:
        assert 1 <= found.points <= 7
        for best, worst in (found.one_off, found.own_off, found.weights_off):
            assert best <= found.rank <= worst
