from __future__ import annotations

from custrata.delivery.report import ledgers


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
