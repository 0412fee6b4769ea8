from __future__ import annotations

from custrata.strategy.parts.goal import Initiative
from custrata.strategy.parts.running.responsibility import Resource
from custrata.strategy.parts.statement import Proposal
from custrata.strategy.parts.steering.scoring import Scored, Scoring
from custrata.strategy.prioritise.capacity import Fit, cut
from custrata.strategy.prioritise.dimension import INITIATIVE_DIMENSIONS
from custrata.strategy.prioritise.ranking import rank


def initiative(name: str, mark: int | None, days: float | None = None, cost: float | None = None):
    return Initiative(
        id=name,
        statement=Proposal(id=f"P-{name}", text=f"Do {name}."),
        goal="g",
        scores=() if mark is None else tuple((d.id, mark) for d in INITIATIVE_DIMENSIONS),
        effort_days=days,
        cost=cost,
    )


def fitted(items, resources=(), **capacity):
    scoring = Scoring(**capacity)
    return cut(rank(items, scoring, Scored.INITIATIVES), items, scoring, resources)


def fits(found):
    return {item.id: item.fit for item in found.items}


def test_what_does_not_fit_is_passed_over_and_a_smaller_one_below_is_taken():
    items = [initiative("a", 7, 60), initiative("b", 6, 50), initiative("c", 5, 30)]
    found = fitted(items, capacity_days=100)
    assert fits(found) == {"a": Fit.FITS, "b": Fit.TOO_MUCH, "c": Fit.FITS}
    assert found.days_left == 10
    assert found.item("b").why == "It takes 50 days, 40 are left."


def test_tenths_fit_to_the_last_one():
    items = [initiative("a", 7, 0.9), initiative("b", 6, 0.1)]
    assert set(fits(fitted(items, capacity_days=1.0)).values()) == {Fit.FITS}


def test_effort_that_nobody_has_said_is_told_and_not_taken():
    found = fitted([initiative("a", 7), initiative("b", 6, 5, 10)], capacity_days=10, capacity_money=10)
    assert fits(found) == {"a": Fit.NOT_SAID, "b": Fit.FITS}
    assert found.item("a").why == "Nobody has said how much it takes in days and money."


def test_money_that_nobody_limits_need_not_be_known():
    assert fits(fitted([initiative("a", 7, 5)], capacity_days=10)) == {"a": Fit.FITS}


def test_what_has_no_place_is_not_taken():
    assert fits(fitted([initiative("a", None, 1)], capacity_days=10)) == {"a": Fit.NOT_RANKED}


def test_without_a_capacity_nothing_is_cut():
    found = fitted([initiative("a", 7, 5)])
    assert fits(found) == {"a": Fit.NO_LIMIT}
    assert (found.days_left, found.money_left) == (None, None)


def test_what_teams_put_in_adds_up_where_the_initiative_does_not_say():
    shares = [
        Resource(id="r1", initiative="a", team="Sales", days=4),
        Resource(id="r2", initiative="a", team="Service", days=3),
        Resource(id="r3", initiative="b", team="Sales", days=2),
        Resource(id="r4", initiative="b", team="Service"),
    ]
    found = fitted([initiative("a", 7), initiative("b", 6)], shares, capacity_days=10)
    assert found.item("a").days == 7
    assert fits(found) == {"a": Fit.FITS, "b": Fit.NOT_SAID}


def test_the_last_that_fits_is_the_lowest_by_rank_among_those_that_are_looked_at():
    items = [initiative("a", 7, 60), initiative("b", 6, 50), initiative("c", 5, 30)]
    found = fitted(items, capacity_days=100)
    assert found.too_small
    assert found.last_that_fits() == "c"
    assert found.last_that_fits(["a", "b"]) == "a"
    assert found.last_that_fits(["b"]) == ""


def test_where_all_fits_nothing_has_to_wait():
    found = fitted([initiative("a", 7, 5), initiative("b", 6, 5)], capacity_days=10)
    assert not found.too_small
    assert found.last_that_fits() == "b"
    assert fitted([initiative("a", 7, 5)]).last_that_fits() == ""
