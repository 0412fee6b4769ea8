from __future__ import annotations

from dataclasses import replace

from custrata.delivery.report import ledgers
from custrata.sources.account import Account, SourceAccount


def test_the_account_shows_every_source_and_the_total(report):
    html = ledgers.account(report("grocer").material)
    assert "transactions.csv" in html
    assert "1,564,065" in html
    assert "8% of revenue belongs to no known customer." in html


def test_every_claim_stands_in_the_evidence(report):
    material = report("grocer").material
    html = ledgers.evidence(material)
    assert all(f'id="{e.claim_id}"' in html for e in material.evidence)
    assert "Supported" in ledgers.tally(material.evidence)


def test_every_measure_has_a_definition_and_its_query(report):
    html = ledgers.definitions(report("bare").material)
    assert "What customers means, in one sentence." in html
    assert "SELECT" in html


def test_rows_of_sources_not_used_stand_beneath_the_total(report):
    material = report("grocer").material
    manifest = material.snapshot.manifest
    beside = SourceAccount("budget.csv", "", 1234, 0, 0, reason="holds no customer")
    more = replace(manifest, account=Account((*manifest.account.sources, beside)))
    html = ledgers.account(replace(material, snapshot=replace(material.snapshot, manifest=more)))
    assert "Sources not used, in no total" in html
    assert html.count("1,234") == 2
    assert "in no total" not in ledgers.account(material)
