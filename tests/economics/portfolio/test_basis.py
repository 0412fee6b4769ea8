from __future__ import annotations

from typing import Any

import pytest

from custrata.economics.portfolio import best_basis, value_basis
from custrata.settings import Settings


@pytest.mark.parametrize(
    ("provided", "wanted", "basis"),
    [
        ({"transactions.amount", "transactions.cost"}, "auto", "margin"),
        ({"transactions.amount", "products.unit_cost"}, "auto", "margin"),
        ({"transactions.amount", "transactions.cost"}, "revenue", "revenue"),
        ({"transactions.amount", "subscriptions.mrr"}, "auto", "revenue"),
        ({"customers.reported_revenue", "subscriptions.mrr"}, "auto", "reported_revenue"),
        ({"subscriptions.mrr"}, "auto", "mrr"),
        ({"customers.name"}, "auto", None),
        ({"customers.contribution", "transactions.amount"}, "auto", "revenue"),
        ({"customers.contribution", "transactions.amount"}, "contribution", "contribution"),
        ({"customers.lifetime_value", "transactions.amount"}, "lifetime_value", "lifetime_value"),
        ({"subscriptions.mrr", "transactions.amount"}, "mrr", "mrr"),
        ({"transactions.amount", "transactions.cost"}, "contribution", "margin"),
    ],
)
def test_the_best_value_that_is_known_ranks(provided: set[str], wanted: Any, basis: str | None) -> None:
    assert value_basis(provided, Settings(tier_value=wanted))[0] == basis


def test_a_margin_that_was_asked_for_and_is_not_known_is_said() -> None:
    basis, sentence = value_basis({"transactions.amount"}, Settings(tier_value="margin"))
    assert basis == "revenue"
    assert "Cost is not known" in sentence


def test_without_any_value_it_is_said_that_tiers_cannot_be_drawn() -> None:
    assert value_basis((), Settings())[1].startswith("Tiers cannot be drawn")
    assert "deals" not in value_basis((), Settings())[1]


def test_where_deals_bring_money_it_is_not_said_that_no_revenue_is_known() -> None:
    basis, sentence = value_basis({"opportunities.amount"}, Settings())
    assert basis is None
    assert "is known but that of deals won, by which customers are not ranked. To do: add" in sentence


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ("contribution", "What serving costs is not known, so contribution cannot rank them."),
        ("lifetime_value", "Lifetime value is not known, so it cannot rank them."),
        ("mrr", "No contract is known, so monthly revenue cannot rank them."),
    ],
)
def test_the_best_other_value_stands_in_and_the_reason_is_said(wanted: Any, said: str) -> None:
    basis, sentence = value_basis({"transactions.amount"}, Settings(tier_value=wanted))
    assert basis == "revenue"
    assert sentence.endswith(said)


def test_what_is_wanted_comes_first_and_the_usual_stands_in() -> None:
    provided = {"customers.contribution", "transactions.amount", "transactions.cost"}
    assert best_basis(provided, "lifetime_value", "contribution") == "contribution"
    assert best_basis(provided) == "margin"
    assert best_basis(provided, "revenue") == "revenue"
    assert best_basis(()) is None


def test_only_tiers_by_gross_margin_say_gross_margin() -> None:
    # Drafting reads from this sentence by which measure a tier's share of value is told.
    asked: tuple[tuple[Any, str], ...] = (
        ("contribution", "customers.contribution"),
        ("mrr", "subscriptions.mrr"),
    )
    for wanted, column in asked:
        assert "gross margin" not in value_basis({column}, Settings(tier_value=wanted))[1]
