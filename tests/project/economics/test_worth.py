from dataclasses import replace

import pytest
from tests.snapshots import outfitter

from custrata.errors import DeliveryError, MeasureError
from custrata.project.economics.worth import (
    Worth,
    worth_json,
    worth_of,
    worth_sections,
    write_customer_values,
)


def test_equity_value_by_tier_and_exam_are_told(project):
    worth = worth_of(project("outfitter"))
    whole, tiers, exam = worth_sections(worth)
    assert whole.rows[0][:2] == ("customer equity", "1,246,500.00 EUR")
    assert [row[0] for row in tiers.rows] == ["platinum", "gold", "silver", "bronze"]
    assert exam.rows[0][:3] == ("Pareto/NBD", "published", "1.5940")
    marks = dict(zip(exam.heads, exam.rows[0], strict=True))
    assert (marks["total error"], marks["correlation"]) == ("+2.1%", "0.63")
    assert "Against the best naive rule: 11.50% better" in exam.note
    assert any("discounted at 10% a year" in s for s in worth.sentences)


def test_another_dimension_is_told_on_request(project):
    ((dimension, readings),) = worth_of(project("outfitter"), ("cohort",)).by
    assert dimension == "cohort"
    assert [r.segment[0][1] for r in readings] == ["2023-Q1", "2023-Q2", "2023-Q3", "2023-Q4"]


def test_programs_get_every_reading_with_its_interval(project):
    told = worth_json(worth_of(project("outfitter")))
    assert told["published"] == "pareto_nbd"
    assert all(r["low"] < r["value"] < r["high"] for r in told["by"]["tier"])
    assert {r["measure"] for r in told["exam"]} >= {"exam_mark", "tracking_actual", "calibration_actual"}


def test_without_lifetime_value_it_is_refused_with_the_reason(project):
    with pytest.raises(MeasureError, match="lifetime value is not known") as refused:
        worth_of(project("pipeline"))
    assert "custrata build" in str(refused.value)


def test_the_rule_of_the_build_gives_the_reason():
    told = outfitter()
    known = "Cost to serve is not in it: it is not known."
    rules = {"value": (known, "Lifetime value is not known: the data carry no dates.")}
    bare = replace(
        told,
        manifest=replace(told.manifest, rules=rules),
        readings=tuple(r for r in told.readings if r.measure != "lifetime_value"),
    )
    from custrata.project.economics import worth

    assert worth._why(bare) == "the data carry no dates"


def test_who_still_buys_is_not_told_by_bg_nbd(project):
    worth = worth_of(project("outfitter"))
    assert "customers who are probably still customers" in {name for name, _ in worth.whole}
    from custrata.project.economics.worth import _told

    by_bg = [(n, replace(r, method=r.method.replace("Pareto/NBD", "BG/NBD"))) for n, r in worth.whole]
    kept = Worth(worth.snapshot, tuple((n, r) for n, r in by_bg if _told(r)), ())
    assert "customers who are probably still customers" not in {name for name, _ in kept.whole}


def test_values_go_to_csv_or_parquet_only(project, tmp_path):
    with pytest.raises(DeliveryError, match=r"csv or \.parquet"):
        write_customer_values(project("outfitter"), tmp_path / "values.xlsx")


def test_each_customer_is_written_with_value_and_interval(shop, tmp_path):
    assert write_customer_values(shop, tmp_path / "values.csv") == 60
    head, first, *_ = (tmp_path / "values.csv").read_text(encoding="utf-8").splitlines()
    assert head.startswith("customer_id,tier,stage,lifetime_value")
    assert first.startswith("c000,")
