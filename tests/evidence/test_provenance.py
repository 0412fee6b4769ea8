from __future__ import annotations

from tests.snapshots import shop_with_profit

from custrata.drafting.draft import draft
from custrata.evidence.check import evaluate
from custrata.evidence.provenance import sources


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
