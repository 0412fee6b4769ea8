import pytest
from tests.snapshots import every_company

from custrata.evidence.binding.choosing import Comparison
from custrata.vocabulary import EvidenceState
from custrata.web.strategies.editing.figures import (
    called,
    comparisons_of,
    figure_in,
    measured,
    pairs,
    periods_of,
    segments_of,
    told,
)

FIRM = next(s for s in every_company() if {"current", "previous"} <= {r.period.name for r in s.readings})


@pytest.fixture
def counted():
    return FIRM.reading("customers")


def test_a_number_tells_what_it_is_now_of_how_many_and_how_it_stands(counted):
    found = told({"name": "n", "measure": "customers", "value": counted.value, "unit": counted.unit}, FIRM)
    assert found.state is EvidenceState.SUPPORTED
    assert found.written in found.now
    assert f"of {counted.n:,}" in found.now
    assert found.reason


def test_a_number_without_a_measure_says_what_to_do():
    assert told({"name": "n", "measure": ""}, FIRM).state is None
    assert told({"name": "n"}, FIRM).reason.startswith("choose what it measures, from the list")
    assert figure_in({"name": "No Name", "measure": "customers"}) is None


def test_a_number_that_nothing_reads_is_not_known():
    found = told({"name": "n", "measure": "no_such_measure"}, FIRM)
    assert (found.now, found.state) == ("not known", EvidenceState.UNPROVEN)


def test_only_what_is_read_of_a_measure_is_offered():
    offered = segments_of(FIRM, "revenue")
    assert offered[0] == ("", "all customers")
    assert {value for value, _ in offered} == {
        pairs(r.segment) for r in FIRM.readings if r.measure == "revenue"
    }
    named = {value for value, _ in periods_of(FIRM, "revenue", ())}
    assert named == {r.period.name for r in FIRM.readings if r.measure == "revenue" and not r.segment}
    assert "revenue" in dict(measured(FIRM))


def test_parts_of_the_base_are_sent_and_read_as_pairs():
    both = (("tier", "gold"), ("sales_region", "Nordics"))
    assert pairs(both).split("\n") == ["tier: gold", "sales_region: Nordics"]
    assert called(both) == "tier: gold, sales region: Nordics"


def test_a_comparison_of_another_kind_can_be_kept_and_is_offered_nowhere_else():
    held, offered = comparisons_of({"name": "n", "measure": "revenue", "plus": [{"measure": "orders"}]})
    assert held == Comparison.OTHER
    assert held in dict(offered)
    held, offered = comparisons_of({"name": "n", "measure": "revenue"})
    assert held == Comparison.ALONE
    assert Comparison.OTHER not in dict(offered)
