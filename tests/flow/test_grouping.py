from custrata.flow.cutting import cut_base
from custrata.flow.grouping import group_base
from custrata.flow.summarising import summarise
from custrata.settings import Settings


def _grouped(engine, provided, tables=("transactions",)):
    cut = cut_base(tables, provided, "EUR", False, Settings(), engine)
    return group_base(summarise(cut.base, engine).base, False, engine)


def test_every_customer_gets_value_tier_stage_and_scores_on_one_row(engine, sales):
    _grouped(engine, sales)
    rows = {row["customer_id"]: row for row in engine.rows(engine.table("customers"))}
    assert sorted(rows) == ["a", "b", "c"]
    assert {key: float(row["revenue"]) for key, row in rows.items()} == {"a": 370.0, "b": 90.0, "c": 20.0}
    assert [rows[key]["value_rank"] for key in "abc"] == [1, 2, 3]
    assert all(row["tier"] and row["rfm_segment"] for row in rows.values())


def test_the_rules_that_made_the_groups_are_kept_in_words(engine, sales):
    rules = _grouped(engine, sales).rules
    assert sorted(rules) == ["stages", "tiers"]
    assert "revenue" in rules["tiers"][0]


def test_without_any_value_there_are_no_tiers_and_it_is_said(engine, hold):
    grouped = _grouped(engine, hold("customers", [{"customer_id": "a"}]), ("customers",))
    assert [caveat.code for caveat in grouped.caveats] == ["no-value"]
    assert "tier" not in engine.table("customers").columns
