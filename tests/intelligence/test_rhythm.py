from __future__ import annotations

import datetime as dt
import random
from typing import Any

import pytest

from custrata.customers.buying_days import buying_days_query
from custrata.intelligence.rhythm import FALLBACK_DAYS, FEWEST_GAPS, rhythm, rhythm_query
from custrata.settings import StageRules

START = dt.date(2024, 1, 1)


def sale(customer: str | None, day: int, kind: str | None = "sale") -> dict[str, Any]:
    return {"customer_id": customer, "occurred_at": START + dt.timedelta(days=day), "amount": 5, "kind": kind}


@pytest.mark.parametrize(("gaps", "expected"), [(1, 1), (9, 9), (10, 9), (11, 10), (100, 90)])
def test_the_rhythm_is_the_gap_of_rank_nine_tenths_rounded_up(
    canonical: Any, run: Any, gaps: int, expected: int
) -> None:
    rows = [row for k in range(1, gaps + 1) for row in (sale(f"c{k}", 0), sale(f"c{k}", k))]
    shuffled = random.Random(3).sample(rows, len(rows))
    assert run(rhythm_query(buying_days_query(canonical("transactions", *shuffled)))) == [
        {"gaps": gaps, "rhythm_days": expected}
    ]


def test_without_a_second_purchase_there_is_no_rhythm(canonical: Any, run: Any) -> None:
    assert run(rhythm_query(buying_days_query(canonical("transactions", sale("a", 0))))) == [
        {"gaps": 0, "rhythm_days": None}
    ]


def test_too_few_gaps_fall_back_to_a_stated_quarter() -> None:
    found = rhythm({"gaps": FEWEST_GAPS - 1, "rhythm_days": 4}, StageRules())
    assert (found.days, found.gaps) == (FALLBACK_DAYS, 0)
    assert "is assumed" in str(found)
    assert rhythm(None, StageRules()).days == FALLBACK_DAYS


def test_enough_gaps_are_believed() -> None:
    assert rhythm({"gaps": FEWEST_GAPS, "rhythm_days": 4}, StageRules()).days == 4


def test_what_a_person_sets_comes_before_what_is_found() -> None:
    found = rhythm({"gaps": 999, "rhythm_days": 4}, StageRules(rhythm_days=45))
    assert str(found) == "45 days without an order is overdue, as set."
