import pytest

from custrata.errors import MeasureError, SnapshotError
from custrata.project.asking import exact, list_measures, reading_json, reading_row, show_measure, stages_told
from custrata.project.project import Project


@pytest.fixture(scope="module")
def shop(tmp_path_factory):
    """A small shop, built from a file."""
    folder = tmp_path_factory.mktemp("shop")
    lines = ["order_id,customer_id,order_date,amount,channel"]
    for number in range(60):
        customer, month = number % 12, 1 + number % 9
        channel = "web" if number % 3 else "store"
        lines.append(f"{number},c{customer},2025-0{month}-1{number % 7},{10 + number},{channel}")
    (folder / "orders.csv").write_text("\n".join(lines), encoding="utf-8")
    Project(folder).build()
    return folder


def test_a_measure_is_read_from_the_snapshot(shop):
    (revenue,) = show_measure(shop, "revenue")
    assert revenue.value == sum(10 + number for number in range(60))


def test_a_dimension_that_the_snapshot_does_not_hold_is_computed_from_its_tables(shop):
    found = {r.segment[0][1]: r.value for r in show_measure(shop, "revenue", ("channel", "quarter"))}
    assert set(found) == {"web", "store"}
    parts = show_measure(shop, "revenue", ("channel",))
    assert sum(r.value for r in parts) == show_measure(shop, "revenue")[0].value


def test_by_stage_it_is_said_who_is_counted(shop):
    told = stages_told(shop, show_measure(shop, "customers", ("stage",)))
    assert told
    assert all(": " in line for line in told)
    assert any("onboarding" in line and line.endswith("is not counted.") for line in told)
    assert stages_told(shop, show_measure(shop, "customers")) == ()


def test_an_unknown_measure_dimension_or_period_is_refused(shop):
    with pytest.raises(MeasureError, match="revenue"):
        show_measure(shop, "revenu")
    with pytest.raises(MeasureError):
        show_measure(shop, "revenue", ("weather",))
    with pytest.raises(MeasureError, match="choose all, current, previous"):
        show_measure(shop, "revenue", (), "yesterday")


def test_without_a_snapshot_the_next_step_is_said(tmp_path):
    with pytest.raises(SnapshotError, match="run custrata build"):
        show_measure(tmp_path, "revenue")


def test_the_list_says_what_each_measure_lacks(shop):
    listed = {row["measure"]: row["missing"] for row in list_measures(shop)}
    assert listed["revenue"] is None
    assert "feedback" in listed["nps"]


def test_json_and_row_carry_unit_n_period_and_definition(shop):
    (revenue,) = show_measure(shop, "revenue")
    told = reading_json(revenue)
    promised = {"measure", "value", "unit", "n", "low", "high", "period", "segment", "definition"}
    assert promised <= told.keys()
    assert reading_row(revenue)[0] == "all customers"
    assert exact(-1234.5, "EUR") == "−1,234.50 EUR"
    assert exact(122_675.4, "orders") == "122,675"
