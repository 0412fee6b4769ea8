from __future__ import annotations

import datetime as dt
import json
from collections import defaultdict
from decimal import Decimal
from typing import Any

import pytest

from custrata.sources.example import ExampleCompany


def running(firm: ExampleCompany, day: dt.date) -> dict[str, Decimal]:
    """Monthly revenue by account on a day, from the table of subscriptions."""
    total: dict[str, Decimal] = defaultdict(Decimal)
    for row in firm.tables["subscriptions"].to_pylist():
        if row["start_date"] <= day and (row["end_date"] is None or row["end_date"] > day):
            total[row["account_id"]] += row["mrr"]
    return total


def test_the_figures_of_contracts_are_those_of_the_table(firm: ExampleCompany) -> None:
    figures = firm.truth["figures"]
    end = dt.date.fromisoformat(firm.truth["as_of"])
    closing, opening = running(firm, end), running(firm, end - dt.timedelta(days=365))
    assert 100 * sum(closing.values()) == figures["mrr_cents"]
    assert 100 * sum(opening.values()) == figures["opening_mrr_cents"]
    assert len(closing) == figures["customers_under_contract"]
    kept = {key: closing.get(key, Decimal(0)) for key in opening}
    assert float(sum(kept.values()) / sum(opening.values())) == pytest.approx(
        figures["net_revenue_retention"]
    )
    held = sum(min(kept[key], opening[key]) for key in opening)
    assert float(held / sum(opening.values())) == pytest.approx(figures["gross_revenue_retention"])
    assert sum(value > 0 for value in kept.values()) / len(opening) == figures["logo_retention"]


def test_the_figures_of_money_are_those_of_the_invoices(firm: ExampleCompany) -> None:
    lines = firm.tables["invoices"].to_pylist()
    figures = firm.truth["figures"]
    assert 100 * sum(row["Net Amount"] for row in lines) == figures["revenue_cents"]
    back = [row["Net Amount"] for row in lines if row["Document Type"] == "Credit Note"]
    assert -100 * sum(back) == figures["refunds_cents"] > 0
    assert sum(segment["revenue_cents"] for segment in firm.truth["segments"]) == figures["revenue_cents"]


def test_the_recommendation_is_that_of_the_answers(firm: ExampleCompany) -> None:
    given = firm.tables["survey_nps"]["NPS Score"].to_pylist()
    share = (sum(value >= 9 for value in given) - sum(value <= 6 for value in given)) / len(given)
    assert firm.truth["figures"]["nps"] == pytest.approx(100 * share)


def test_the_truth_can_be_kept_as_json(firm: ExampleCompany) -> None:
    kept: dict[str, Any] = json.loads(json.dumps(firm.truth))
    assert kept == firm.truth
    assert kept["churn_odds_ratios"]["low seat usage"] > 1


def test_what_is_true_of_each_customer_adds_up_to_the_company(firm: ExampleCompany) -> None:
    rows = firm.true_tables["accounts"].to_pylist()
    assert 100 * sum(row["cost_to_serve"] for row in rows) == firm.truth["figures"]["cost_to_serve_cents"]
    left = firm.true_tables["churn_risks"].filter(firm.true_tables["churn_risks"]["left"])
    ended = [row for row in firm.tables["subscriptions"].to_pylist() if row["cancellation_reason"]]
    assert left.num_rows == len(ended)
