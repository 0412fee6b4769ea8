from __future__ import annotations

from dataclasses import replace

import pytest
from tests.snapshots import grocer, phone_company, shop_with_profit

from custrata.drafting.draft import draft
from custrata.evidence.check import evaluate
from custrata.evidence.provenance import (
    MADE_OF,
    OF_MODELS,
    canonical,
    raw_files,
    relations_of,
    source_of,
    sources,
)
from custrata.sources.account import SourceAccount
from custrata.sources.contract import CONTRACT
from custrata.vocabulary import Reading


def asked_by(query, measure="revenue", snapshot=None):
    snapshot = snapshot or grocer()
    reading = snapshot.reading(measure)
    return reading, replace(snapshot, queries={**snapshot.queries, reading.fingerprint: query})


def test_every_number_leads_to_its_query_period_and_snapshot():
    snapshot = shop_with_profit()
    for evidence in evaluate(draft(snapshot), snapshot):
        found = sources(evidence, snapshot)
        assert len(found) >= len(evidence.figures)
        for source in found:
            assert source.claim_id == evidence.claim_id
            assert source.reading.measure in source.query
            assert source.snapshot == snapshot.manifest.fingerprint
            assert source.reading.period.name in ("all", "current", "previous")
            assert (source.n, source.n_of) == (source.reading.n, source.reading.n_of)


def test_a_query_leads_through_what_the_build_made_to_the_canonical_tables():
    query = (
        'SELECT 1 FROM "customer_sales" AS "t2" LEFT OUTER JOIN (SELECT 1 FROM "customers" AS "t1") AS "t4"'
    )
    reading, snapshot = asked_by(query)
    source = source_of(reading, snapshot)
    assert source.relations == ("customer_sales", "customers")
    assert source.tables == ("transactions", "products", "customers")
    assert source.model is None


def test_names_inside_a_query_are_no_tables():
    assert relations_of('WITH "t5" AS (SELECT 1) SELECT * FROM "t5" AS "t6" JOIN "orders" AS "t7"') == (
        "orders",
    )


def test_every_relation_is_made_of_tables_of_the_contract():
    assert all(set(made) <= set(CONTRACT) for made in MADE_OF.values())
    assert set(MADE_OF) >= OF_MODELS


def test_tables_that_the_snapshot_does_not_hold_are_not_named():
    assert canonical(("value_parts",), phone_company().manifest) == ("subscriptions",)


def test_a_raw_file_brings_the_account_of_its_rows():
    (file,) = raw_files("transactions", grocer().manifest)
    assert (file.source, file.rows_in, file.loaded, file.set_aside, file.derived) == (
        "transactions.csv",
        1_469_307,
        1_469_304,
        3,
        False,
    )


def test_a_table_that_no_file_holds_is_made_of_the_files_used():
    manifest = grocer().manifest
    account = replace(manifest.account, sources=(SourceAccount("all.csv", "transactions", 5, 5, 0),))
    (file,) = raw_files("customers", replace(manifest, account=account))
    assert (file.source, file.table, file.derived) == ("all.csv", "customers", True)


@pytest.mark.parametrize("gain", [True, False], ids=["by the exam", "by the method"])
def test_a_number_of_a_model_brings_the_marks_of_the_exam(gain):
    reading, snapshot = asked_by('SELECT 1 FROM "value_parts" AS "t0"')
    period = reading.period
    marks = [
        Reading("exam_mark", 1.4, "index", 782, "customers", period, (("candidate", c), ("mark", "mae")))
        for c in ("mbg_nbd", "mean")
    ]
    gained = Reading("exam_gain", 0.2, "share", 782, "customers", period, (("candidate", "mbg_nbd"),))
    more = replace(snapshot, readings=(*snapshot.readings, *marks, *([gained] if gain else [])))
    model = source_of(replace(reading, method="MBG/NBD, gamma-gamma; margin"), more).model
    assert (model.candidate, model.marks) == ("mbg_nbd", (marks[0],))


def test_a_model_that_sat_no_exam_has_no_marks():
    reading, snapshot = asked_by('SELECT 1 FROM "value_parts" AS "t0"')
    model = source_of(replace(reading, method="contracts by BdW"), snapshot).model
    assert (model.method, model.candidate, model.marks) == ("contracts by BdW", "", ())
