from __future__ import annotations

from dataclasses import replace

import pytest
from tests.snapshots import bare

from custrata.economics.portfolio.basis import VALUE_COLUMNS, value_basis
from custrata.project.live.ranking import ranked_by, same_as, value_means
from custrata.settings import Settings


def manifest(*provided: str):
    _, said = value_basis(provided, Settings())
    return replace(bare().manifest, rules={"tiers": (said,)})


def test_the_sentence_of_a_build_says_what_ranks_customers() -> None:
    assert ranked_by(manifest("transactions.amount")) == "revenue"
    assert ranked_by(manifest("transactions.amount", "transactions.cost")) == "margin"
    assert ranked_by(manifest()) is None
    assert ranked_by(replace(bare().manifest, rules={})) is None


@pytest.mark.parametrize(
    ("provided", "column"),
    [(("transactions.amount",), "revenue"), (("transactions.amount", "transactions.cost"), ""), ((), "")],
)
def test_value_repeats_revenue_where_no_costs_are_known(provided, column) -> None:
    assert same_as(manifest(*provided)) == column
    assert not column or column in VALUE_COLUMNS.values()


def test_what_ranks_is_said_in_words() -> None:
    assert value_means(manifest("transactions.amount", "transactions.cost")) == (
        "What ranks it into its tier: gross margin over the whole history"
    )
    assert value_means(manifest()) == "What ranks it into its tier"
