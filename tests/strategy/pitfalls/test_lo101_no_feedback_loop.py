from __future__ import annotations

from tests.strategies import PERSON, gap, places, strategy

from custrata.strategy.parts.papers.service_standard import ServiceStandard
from custrata.strategy.parts.pattern import Pattern
from custrata.strategy.parts.steering.governance import InsightSource, Voice
from custrata.strategy.pitfalls.lo101_no_feedback_loop import PITFALL


def source(name: str, voice: Voice = Voice.CUSTOMER, **fields: object):
    return InsightSource(id=name, voice=voice, method="calls", **fields)


def standard(name: str = "answer", **fields: object):
    return ServiceStandard(id=name, name="first answer", **fields)


def test_sources_without_a_way_back_to_customers_are_found_once():
    both = (source("calls", owner=PERSON), source("staff", Voice.EMPLOYEE, loop="They hear in the weekly."))
    assert places(PITFALL, strategy(insight_sources=both)) == ["insight_sources"]


def test_service_standards_without_a_loop_are_found_once():
    assert places(PITFALL, strategy(service_standards=(standard(owner=PERSON),))) == [
        "service_standards[answer]"
    ]
    both = (standard(owner=PERSON), standard("mend", owner=PERSON))
    assert places(PITFALL, strategy(service_standards=both)) == ["service_standards"]


def test_one_way_back_is_enough():
    assert (
        places(PITFALL, strategy(insight_sources=(source("calls", owner=PERSON, loop="We call back."),)))
        == []
    )
    both = (standard(owner=PERSON), standard("mend", owner=PERSON, loop_to_product="Weekly list."))
    assert places(PITFALL, strategy(service_standards=both)) == []


def test_a_draft_that_nobody_has_taken_and_a_gap_that_says_so_are_silent():
    assert (
        places(PITFALL, strategy(insight_sources=(source("calls"),), service_standards=(standard(),))) == []
    )
    known = Pattern(statements=(gap("There is no feedback loop yet."),))
    assert places(PITFALL, strategy(pattern=known, service_standards=(standard(owner=PERSON),))) == []
