from __future__ import annotations

import math
from decimal import Decimal

import ibis
import pyarrow as pa
import pytest

from custrata.economics.portfolio import Boundaries, service_boundaries
from custrata.settings import Settings

MARGIN = {"transactions.amount", "transactions.cost"}


def service(*likely: float) -> dict[str, dict[str, float]]:
    tiers = ("platinum", "gold", "silver")
    return {t: {"low": x / 2, "likely": x, "high": x * 2} for t, x in zip(tiers, likely, strict=False)}


def settings(*likely: float, **more: object) -> Settings:
    serving = {"tier_service": service(*likely)}
    return Settings.model_validate({"tier_rule": "economic", "serving": serving, **more})


def least(found: Boundaries | None) -> tuple[float, ...]:
    assert found is not None
    return tuple(float(x) for x in found.least if x is not None)


def test_a_tier_ends_where_its_value_pays_its_service_over_the_history():
    found, said = service_boundaries(settings(1000, 200, 50), "margin", MARGIN, 2.0)
    assert least(found) == (2000, 400, 100)
    assert said[0].startswith("platinum: value of at least 2,000.00, which pays 1 times its service")
    assert "1,000.00 to 4,000.00 over its range" in said[0]


def test_value_must_cover_service_as_many_times_as_the_settings_say():
    found, _ = service_boundaries(settings(1000, 200, 50, tier_cover=3), "margin", MARGIN, 1.0)
    assert least(found) == (3000, 600, 150)


def test_a_month_of_contract_pays_a_month_of_service_out_of_its_margin():
    stated = settings(1200, 600, 120, value={"margin_rate": 0.5})
    assert least(service_boundaries(stated, "mrr", {"subscriptions.mrr"}, None)[0]) == (200, 100, 20)


def test_lifetime_value_pays_service_over_its_horizon_at_its_discount():
    stated = settings(1000, 200, 50, value={"horizon_months": 24, "discount_rate": 0.1})
    years = (1 - 1.1**-2) / math.log(1.1)  # what a unit a year, paid all the time, is worth today
    found, _ = service_boundaries(stated, "lifetime_value", MARGIN, None)
    assert least(found) == pytest.approx((1000 * years, 200 * years, 50 * years), abs=1e-6)
    undiscounted = settings(1000, 200, 50, value={"horizon_months": 24, "discount_rate": 0})
    assert least(service_boundaries(undiscounted, "lifetime_value", MARGIN, None)[0]) == (2000, 400, 100)


@pytest.mark.parametrize(
    ("stated", "basis", "years", "reason"),
    [
        (settings(), "margin", 1.0, "does not say what the service of platinum, gold, silver costs"),
        (settings(9, 5), "margin", 1.0, "does not say what the service of silver costs"),
        (settings(5, 9, 1), "margin", 1.0, "a lower tier's service costs more than a higher one's"),
        (settings(9, 5, 1), "revenue", 1.0, "set value.margin_rate"),
        (settings(9, 5, 1), "reported_revenue", 1.0, "in which time it was earned"),
        (settings(9, 5, 1), "margin", None, "days of the data are notional"),
    ],
)
def test_where_service_cannot_be_weighed_the_reason_is_said(stated, basis, years, reason):
    provided = MARGIN if basis == "margin" else {"transactions.amount"}
    found, (said,) = service_boundaries(stated, basis, provided, years)
    assert found is None
    assert reason in said
    assert said.endswith("The tiers are cut by shares of the customers instead.")


def test_boundaries_below_zero_move_away_from_zero_too():
    ends = Boundaries((1, 2, 3), (Decimal(100), Decimal(10), Decimal(-10)))
    rows = pa.table({"v": pa.array([Decimal(x) for x in (110, 109, 9, -9, -11)], pa.decimal128(18, 6))})
    table = ibis.memtable(rows)
    higher, lower = ends.by_value(table.v, 0.1), ends.by_value(table.v, -0.1)
    found = ibis.duckdb.connect().to_pyarrow(table.select(higher=higher, lower=lower)).to_pydict()
    assert found == {"higher": [0, 1, 2, 2, 3], "lower": [0, 0, 1, 2, 2]}
