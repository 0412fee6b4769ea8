from custrata.flow.cutting import cut_base
from custrata.flow.grouping import group_base
from custrata.flow.summarising import summarise
from custrata.settings import Settings


def _grouped(engine, provided, tables=("transactions",), settings=None):
    cut = cut_base(tables, provided, "EUR", False, settings or Settings(), engine)
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
    assert sorted(rules) == ["exchange", "moves", "stages", "tiers"]
    assert "revenue" in rules["tiers"][0]


def test_without_any_value_there_are_no_tiers_and_it_is_said(engine, hold):
    grouped = _grouped(engine, hold("customers", [{"customer_id": "a"}]), ("customers",))
    assert [caveat.code for caveat in grouped.caveats] == ["no-value"]
    assert "tier" not in engine.table("customers").columns


def test_tiers_end_where_service_no_longer_pays_when_the_settings_say_so(engine, sales):
    cost = {"low": 40, "likely": 50, "high": 60}
    service = {"platinum": {"low": 100, "likely": 200, "high": 400}, "gold": cost, "silver": cost}
    settings = Settings.model_validate(
        {"tier_rule": "economic", "serving": {"tier_service": service}, "value": {"margin_rate": 0.6}}
    )
    grouped = _grouped(engine, sales, settings=settings)
    tiers = {row["customer_id"]: row["tier"] for row in engine.rows(engine.table("customers"))}
    # Over 356 days service costs 195 and 49, and 60 cents of a euro are left for it: 325 and 81.
    assert tiers == {"a": "platinum", "b": "gold", "c": "bronze"}
    assert any(rule.startswith("gold: value of at least 81") for rule in grouped.rules["tiers"])
    assert grouped.base.has("serving.tier_service")


def test_without_costs_of_service_the_shares_stand_and_it_is_said(engine, sales):
    grouped = _grouped(engine, sales, settings=Settings(tier_rule="economic"))
    assert [caveat.code for caveat in grouped.caveats] == ["tier-rule"]
    assert "serving.tier_service does not say" in grouped.caveats[0].text
    assert grouped.base.has("customers.tier")


def test_moves_and_the_tier_of_the_last_window_are_kept(engine, sales):
    base = _grouped(engine, sales).base
    moves = {row["customer_id"]: row for row in engine.rows(base.tables["tier_moves"])}
    assert moves["c"]["moved_by"] == "gone"
    assert base.has("customers.tier_before")


def test_one_part_alone_is_no_exchange_and_what_is_missing_is_named(engine, sales):
    (said,) = _grouped(engine, sales).rules["exchange"]
    assert "told by tenure only" in said
    assert "Not known: outcome, satisfaction, effort, usage, response, discount" in said
    assert "exchange" not in engine.table("customers").columns
