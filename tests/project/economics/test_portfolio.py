import pytest

from custrata.errors import MeasureError
from custrata.project.economics.portfolio import (
    portfolio_json,
    portfolio_of,
    portfolio_sections,
    portfolio_sentences,
)


def test_all_parts_are_told_where_the_snapshot_holds_them(project):
    found = {s.title.partition(":")[0]: s for s in portfolio_sections(portfolio_of(project("outfitter")))}
    assert list(found) == [
        "Tiers",
        "Moves",
        "Concentration",
        "Whale curve of contribution",
        "Why customers are served at a loss",
        "Two-way exchange of value",
    ]
    assert found["Tiers"].heads[:3] == ("tier", "customers", "revenue")
    assert found["Moves"].heads == ("before", "platinum", "gold", "silver", "bronze", "gone")
    assert "moved only because others did" in found["Moves"].note
    assert found["Concentration"].rows[0][:2] == ("without the top 1", "31,900.00 EUR")
    assert found["Why customers are served at a loss"].rows[0][0] == "support"
    assert found["Two-way exchange of value"].rows[1] == ("under-served", "402", "17%")


def test_every_row_has_a_cell_for_each_head(project):
    for company in ("outfitter", "grocer"):
        for section in portfolio_sections(portfolio_of(project(company))):
            assert all(len(row) == len(section.heads) for row in section.rows), section.title


def test_parts_that_are_missing_say_what_they_wait_for(project):
    snapshot = portfolio_of(project("grocer"))
    said = " ".join(portfolio_sentences(snapshot))
    assert "Cost to serve is not told" in said
    assert set(portfolio_json(snapshot)["missing"]) >= {
        "cost to serve",
        "lifetime value",
        "exchange of value",
    }


def test_without_tiers_the_portfolio_is_refused_with_the_reason(project):
    with pytest.raises(MeasureError, match="customers stand in no tiers: transactions or subscriptions"):
        portfolio_of(project("pipeline"))


def test_programs_get_tiers_moves_losses_and_causes(project):
    told = portfolio_json(portfolio_of(project("outfitter")))
    assert sum(r["value"] for r in told["tiers"]["customers"]) == 3000
    assert {r["segment"]["tier_now"] for r in told["moves"]} >= {"platinum", "gone"}
    assert {r["measure"] for r in told["concentration"]} >= {"revenue_hhi", "loss_scenario_equity"}
    assert {r["segment"]["loss_cause"] for r in told["loss_causes"]} >= {"support", "returns"}
