from custrata.flow.cutting import cut_base
from custrata.flow.economics.migrating import migrate
from custrata.flow.summarising import summarise
from custrata.settings import Settings


def base(engine, provided, settings=None):
    cut = cut_base(("transactions",), provided, "EUR", False, settings or Settings(), engine)
    return summarise(cut.base, engine).base


def moves(engine):
    return {row["customer_id"]: row for row in engine.rows(engine.table("tier_moves"))}


def test_both_windows_are_ranked_and_moves_are_kept(engine, sales):
    found, (said,) = migrate(base(engine, sales), "revenue", False, engine)
    assert found.has("tier_moves.tier_before", "tier_moves.moved_by")
    assert said.startswith("Moves between tiers compare revenue of the current window")
    rows = moves(engine)
    assert (float(rows["a"]["value_before"]), float(rows["a"]["value_now"])) == (200, 170)
    assert rows["a"]["tier_now"] == "gold"
    assert rows["c"]["moved_by"] == "gone"


def test_what_the_moves_were_made_of_is_not_kept(engine, sales):
    migrate(base(engine, sales), "revenue", False, engine)
    held = engine.connection.execute("select table_name from duckdb_tables()").fetchall()
    assert ("tier_values",) not in held


def test_an_economic_boundary_stands_still_so_that_every_move_is_the_customers_own(engine, sales):
    cost = {"low": 100, "likely": 100, "high": 100}
    settings = Settings.model_validate(
        {
            "tier_rule": "economic",
            "value": {"margin_rate": 0.25},
            "serving": {"tier_service": dict.fromkeys(("platinum", "gold", "silver"), cost)},
        }
    )
    # Half a year of service costs 49, and a quarter of a euro is left for it: 195.
    migrate(base(engine, sales, settings), "revenue", False, engine)
    rows = moves(engine)
    assert (rows["a"]["tier_before"], rows["a"]["tier_now"]) == ("platinum", "bronze")
    assert rows["a"]["moved_by"] == "own"


def test_hysteresis_is_applied_and_said(engine, sales):
    found, said = migrate(base(engine, sales, Settings(tier_hysteresis=0.2)), "revenue", False, engine)
    assert said[1] == "A boundary is passed by 20% of itself before a tier changes."
    assert found.has("tier_moves.tier_now")


def test_days_that_are_notional_tell_no_moves(engine, sales):
    plain = base(engine, sales)
    assert migrate(plain, "revenue", True, engine) == (plain, ())
