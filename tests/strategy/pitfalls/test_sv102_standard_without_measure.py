from __future__ import annotations

from tests.strategies import (
    PERSON,
    places,
    strategy,
)

from custrata.strategy.parts.papers.service_standard import ServiceStandard
from custrata.strategy.pitfalls.sv102_standard_without_measure import PITFALL


def test_a_number_without_a_measure_is_found():
    standard = ServiceStandard(id="s", name="First answer", promise=8, owner=PERSON)
    assert places(PITFALL, strategy(service_standards=(standard,))) == ["service_standards[s]"]


def test_a_measure_no_number_or_a_draft_is_silent():
    whole = {"id": "s", "name": "First answer", "promise": 8, "measure": "first_response_hours"}
    for fields in (
        {**whole, "owner": PERSON},
        {**whole, "measure": ""},
        {"id": "s", "name": "x", "owner": PERSON},
    ):
        assert places(PITFALL, strategy(service_standards=(ServiceStandard(**fields),))) == []
