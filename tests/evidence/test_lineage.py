from __future__ import annotations

from dataclasses import replace

import pytest
from tests.snapshots import grocer, shop_with_profit

from custrata.drafting.draft import draft
from custrata.evidence.check import evaluate
from custrata.evidence.lineage import carried_by_measure, carried_by_table, carriers_of
from custrata.strategy.document import Document
from custrata.strategy.parts.canvas import Block

SHOP = shop_with_profit()
DRAFT = draft(SHOP)


def queried(snapshot, query):
    """The snapshot with a query by measure."""
    texts = {r.fingerprint: query(r) for r in snapshot.readings}
    return replace(snapshot, queries=texts)


LIKE_A_BUILD = queried(
    SHOP,
    lambda r: (
        'SELECT 1 FROM "customers" AS "t0"'
        if r.measure == "customers"
        else 'SELECT 1 FROM "customer_sales" AS "t0" JOIN "products" AS "t1"'
    ),
)


def test_a_measure_carries_every_claim_that_reads_it_and_no_other():
    found = carried_by_measure(DRAFT, "gross_margin_rate")
    reading = {
        c.id
        for c in DRAFT.claims()
        if any(k.measure == "gross_margin_rate" for f in c.figures for k in f.keys)
    }
    assert reading
    assert {c.id for c in found if c.because == "reads it" and c.kind == "claim"} == reading


def test_goals_and_what_rests_on_them_stand_on_the_measures_that_steer_them():
    goal = DRAFT.goals[0]
    found = {c.id: c for c in carried_by_measure(DRAFT, goal.leading[0])}
    assert found[goal.id].because == "is steered by it"
    resting = [i.id for i in DRAFT.initiatives if i.goal == goal.id]
    assert resting
    assert all(found[name].because == f"rests on {goal.id}" for name in resting)


def test_insights_and_decisions_rest_on_the_claims_they_name():
    claim = DRAFT.claim(DRAFT.insights[0].claim)
    found = {c.id: c for c in carried_by_measure(DRAFT, claim.figures[0].measure)}
    assert found[DRAFT.insights[0].id].because == f"rests on {claim.id}"
    assert found[DRAFT.insights[0].id].text == DRAFT.insights[0].consequence.said()


def test_a_part_of_the_base_and_a_period_narrow_the_question():
    gold = (("tier", "gold"),)
    everywhere, here = carried_by_measure(DRAFT, "revenue"), carried_by_measure(DRAFT, "revenue", gold)
    assert {c.id for c in here} < {c.id for c in everywhere}
    assert any("Gold" in c.text for c in here)
    assert carried_by_measure(DRAFT, "revenue", gold, "previous") == ()


def test_a_measure_that_nothing_uses_carries_nothing():
    assert carried_by_measure(DRAFT, "no_such_measure") == ()
    assert carried_by_measure(Document(schema_version=2, company="A"), "revenue") == ()


def test_each_part_stands_once_and_canvas_blocks_do_not_count():
    found = carried_by_measure(DRAFT, "revenue")
    assert len({c.id for c in found}) == len(found)
    assert not {name for name, _ in DRAFT.canvas.blocks()} & {c.id for c in found}
    assert Block(id="purpose").id not in {c.id for c in found}


def test_a_table_carries_what_is_read_from_it_through_what_the_build_made():
    found = {c.id for c in carried_by_table(DRAFT, LIKE_A_BUILD, "transactions") if c.because == "reads it"}
    claims = [c for c in DRAFT.claims() if any(k.measure != "customers" for f in c.figures for k in f.keys)]
    assert {c.id for c in claims} <= found
    assert carried_by_table(DRAFT, LIKE_A_BUILD, "tickets") == ()


@pytest.mark.parametrize(("column", "measure"), [("cost", "gross_margin"), ("discount", "discount_share")])
def test_a_column_carries_only_the_measures_that_need_it(column, measure):
    manifest = replace(
        LIKE_A_BUILD.manifest,
        provided=frozenset(f"transactions.{c}" for c in ("amount", "customer_id", "cost", "discount")),
    )
    found = carried_by_table(DRAFT, replace(LIKE_A_BUILD, manifest=manifest), "transactions", column)
    read = {c.id for c in found if c.because == "reads it"}
    every = {c.id for c in DRAFT.claims() if any(k.measure == measure for f in c.figures for k in f.keys)}
    assert every <= read
    other = {c.id for c in DRAFT.claims() if all(k.measure == "revenue" for f in c.figures for k in f.keys)}
    assert other
    assert not other & read


def test_a_claim_is_carried_by_readings_tables_and_raw_files():
    evidence = evaluate(DRAFT, LIKE_A_BUILD)[0]
    found = carriers_of(evidence, LIKE_A_BUILD)
    assert [s.reading for s in found.sources] == [r for f in evidence.figures for r in f.now.readings]
    behind = {table for s in found.sources for table in s.tables}
    assert {f.table for f in found.files} == behind
    assert all(f.rows_in == f.loaded + f.set_aside for f in found.files)


def test_a_query_that_is_not_kept_leads_to_no_table():
    bare = replace(grocer(), queries={})
    found = carriers_of(evaluate(draft(grocer()), bare)[0], bare)
    assert found.files == ()
    assert all(s.query == "" for s in found.sources)
