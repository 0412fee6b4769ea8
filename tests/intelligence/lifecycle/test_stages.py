from __future__ import annotations

import dataclasses
import datetime as dt
import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from custrata.intelligence.lifecycle.rules import StageFrame
from custrata.intelligence.lifecycle.stages import stages_query
from custrata.settings import StageRules
from custrata.vocabulary import Relationship, Stage

AS_OF = dt.date(2024, 12, 31)
RHYTHM = 40
BUYERS = StageFrame(Relationship.NON_CONTRACTUAL, AS_OF, StageRules(), RHYTHM, dt.date(2024, 6, 30))
CONTRACTS = dataclasses.replace(BUYERS, relationship=Relationship.CONTRACTUAL)
MIXED = dataclasses.replace(BUYERS, relationship=Relationship.MIXED)


def ago(days: int) -> dt.date:
    return AS_OF - dt.timedelta(days=days)


def buyer(identity: str, *days_ago: int, now: int | None = None, before: int | None = None) -> dict[str, Any]:
    if not days_ago:
        return {"customer_id": identity, "order_days": 0}
    return {
        "customer_id": identity,
        "order_days": len(days_ago),
        "age": max(days_ago),
        "days_since_last_order": min(days_ago),
        "first_order_on": ago(max(days_ago)),
        "last_order_on": ago(min(days_ago)),
        "current_revenue": now,
        "previous_revenue": before,
    }


def sales(identity: str, *days_ago: int) -> list[dict[str, Any]]:
    return [{"customer_id": identity, "occurred_at": ago(days), "kind": "sale"} for days in days_ago]


def spell(identity: str, start: int, end: int | None = None, mrr: int = 100) -> dict[str, Any]:
    return {
        "subscription_id": f"{identity}-{start}-{mrr}",
        "customer_id": identity,
        "mrr": mrr,
        "started_on": ago(start),
        "ended_on": None if end is None else ago(end),
    }


@pytest.fixture
def placed(canonical: Any, run: Any) -> Any:
    def of(frame: StageFrame, customers: list[dict[str, Any]], **tables: Any) -> dict[str, tuple[Any, Any]]:
        made = {name: canonical(name, *rows) for name, rows in {"customers": customers, **tables}.items()}
        rows = run(stages_query(made, frame))
        assert len(rows) == len(customers)
        return {row["customer_id"]: (row["stage"], row["stage_since"]) for row in rows}

    return of


def test_a_buyer_without_an_order_is_being_acquired(placed: Any) -> None:
    prospect = {"customer_id": "p", "status": "prospect", "acquired_on": ago(9)}
    assert placed(BUYERS, [prospect, buyer("n")]) == {
        "p": ("acquisition", ago(9)),
        "n": ("acquisition", None),
    }


def test_one_purchase_day_is_onboarding_until_its_days_are_over(placed: Any) -> None:
    found = placed(BUYERS, [buyer("new", 90), buyer("old", 91), buyer("two", 10, 30)])
    assert found["new"] == ("onboarding", ago(90))
    assert found["old"] == ("lapsed", ago(91 - 2 * RHYTHM - 1))
    assert found["two"][0] == "adoption"


def test_silence_past_the_rhythm_is_risk_and_past_twice_is_lapse(placed: Any) -> None:
    found = placed(BUYERS, [buyer(f"d{days}", days, 300) for days in (40, 41, 80, 81)])
    assert [found[f"d{days}"][0] for days in (40, 41, 80, 81)] == ["adoption", "at risk", "at risk", "lapsed"]
    assert found["d41"][1] == AS_OF


def test_whoever_buys_again_after_a_lapse_is_won_back_for_a_while(placed: Any) -> None:
    rows = [buyer("back", 5, 300), buyer("long", 3, 100, 300), buyer("never", 5, 60)]
    lines = [*sales("back", 5, 300), *sales("long", 3, 30, 60, 100, 300), *sales("never", 5, 60)]
    found = placed(BUYERS, rows, transactions=lines)
    assert found["back"] == ("won back", ago(5))
    assert found["long"] == ("adoption", ago(100))
    assert found["never"] == ("adoption", ago(5))


def test_an_advocate_who_is_at_risk_stands_at_risk(placed: Any) -> None:
    rows = [buyer("safe", 5, 50), buyer("risk", 50, 60)]
    given = [{"referrer_id": name, "referred_id": "x", "occurred_on": ago(20)} for name in ("safe", "risk")]
    found = placed(BUYERS, rows, referrals=given)
    assert found == {"safe": ("advocacy", ago(20)), "risk": ("at risk", ago(50 - RHYTHM - 1))}


def test_growth_over_the_window_before_is_expansion(placed: Any) -> None:
    rows = [
        buyer("grew", 5, 50, now=120, before=100),
        buyer("less", 5, 50, now=119, before=100),
        buyer("zero", 5, 50, now=9, before=0),
    ]
    found = placed(BUYERS, rows)
    assert [found[name][0] for name in ("grew", "less", "zero")] == ["expansion", "adoption", "adoption"]
    assert found["grew"][1] is None


def test_purchases_without_dates_place_nobody(placed: Any) -> None:
    frame = dataclasses.replace(BUYERS, dated=False)
    found = placed(frame, [buyer("a", 5, 50), {"customer_id": "p", "status": "prospect"}])
    assert found == {"a": (None, None), "p": ("acquisition", None)}


def test_contracts_place_customers_by_what_runs(placed: Any) -> None:
    spells = [
        spell("new", 30),
        spell("steady", 400),
        spell("grew", 400, 90),
        spell("grew", 90, mrr=120),
        spell("shrank", 400, 90),
        spell("shrank", 90, mrr=80),
        spell("gone", 400, 15),
        spell("back", 400, 200),
        spell("back", 20),
    ]
    names = ("new", "steady", "grew", "shrank", "gone", "back", "none")
    found = placed(CONTRACTS, [buyer(name) for name in names], subscriptions=spells)
    assert found == {
        "new": ("onboarding", ago(30)),
        "steady": ("adoption", ago(400 - 91)),
        "grew": ("expansion", ago(90)),
        "shrank": ("at risk", ago(90)),
        "gone": ("lapsed", ago(15)),
        "back": ("won back", ago(20)),
        "none": ("acquisition", None),
    }


def test_without_two_windows_contracts_neither_grow_nor_shrink(placed: Any) -> None:
    frame = dataclasses.replace(CONTRACTS, opening=None)
    spells = [spell("a", 400, 90), spell("a", 90, mrr=500)]
    assert placed(frame, [buyer("a")], subscriptions=spells)["a"][0] == "adoption"


def test_an_urgent_ticket_left_open_puts_a_contract_at_risk(placed: Any) -> None:
    ticket = {"ticket_id": "t", "customer_id": "a", "opened_at": ago(10), "priority": "urgent"}
    done = {**ticket, "ticket_id": "d", "opened_at": ago(60), "resolved_at": ago(59)}
    found = placed(CONTRACTS, [buyer("a")], subscriptions=[spell("a", 400)], tickets=[ticket, done])
    assert found["a"] == ("at risk", ago(10))


def test_a_mixed_firm_goes_by_contract_until_someone_only_buys(placed: Any) -> None:
    rows = [buyer("holds", 200, 300), buyer("buys", 5, 50), buyer("left", 5, 300), buyer("ended", 100, 300)]
    spells = [spell("holds", 400), spell("left", 400, 200), spell("ended", 400, 90)]
    found = placed(MIXED, rows, subscriptions=spells)
    assert {name: stage for name, (stage, _) in found.items()} == {
        "holds": "adoption",
        "buys": "adoption",
        "left": "adoption",
        "ended": "lapsed",
    }


def test_an_unknown_relationship_places_only_prospects(placed: Any) -> None:
    frame = dataclasses.replace(BUYERS, relationship=Relationship.UNKNOWN)
    found = placed(
        frame, [{"customer_id": "c", "status": "customer"}, {"customer_id": "p", "status": "prospect"}]
    )
    assert found == {"c": (None, None), "p": ("acquisition", None)}


def test_an_attribute_of_the_customer_cannot_get_in_the_way(canonical: Any, run: Any) -> None:
    customers = canonical("customers", buyer("a", 5, 50)).mutate(advocates=True, running=7)
    (row,) = run(stages_query({"customers": customers}, BUYERS))
    assert row["stage"] == "adoption"


histories = st.lists(
    st.tuples(
        st.lists(st.integers(0, 400), max_size=3, unique=True),
        st.lists(
            st.tuples(st.integers(0, 500), st.integers(0, 499) | st.none(), st.integers(0, 9)), max_size=3
        ),
    ),
    min_size=1,
    max_size=8,
)


@settings(max_examples=15)
@given(histories=histories, seed=st.integers(0, 99), frame=st.sampled_from([BUYERS, CONTRACTS, MIXED]))
def test_everyone_stands_at_exactly_one_stage_whatever_the_order(
    canonical: Any, run: Any, histories: Any, seed: int, frame: StageFrame
) -> None:
    tables: dict[str, list[dict[str, Any]]] = {"customers": [], "transactions": [], "subscriptions": []}
    for i, (days, terms) in enumerate(histories):
        tables["customers"].append(buyer(f"c{i}", *days))
        tables["transactions"] += sales(f"c{i}", *days)
        ends = [None if end is None else min(end, start) for start, end, _ in terms]
        tables["subscriptions"] += [
            spell(f"c{i}", start, end, mrr) for (start, _, mrr), end in zip(terms, ends, strict=True)
        ]

    def stages(rng: random.Random) -> list[tuple[Any, ...]]:
        made = {name: canonical(name, *rng.sample(rows, len(rows))) for name, rows in tables.items()}
        return sorted(tuple(row.values()) for row in run(stages_query(made, frame)))

    found = stages(random.Random(seed))
    assert [row[0] for row in found] == sorted(f"c{i}" for i in range(len(histories)))
    assert all(row[1] in set(Stage) for row in found)
    assert found == stages(random.Random(seed + 1))
