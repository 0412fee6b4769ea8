from __future__ import annotations

from dataclasses import replace

from tests.delivery.paper.book.reading import empty, headings, missing, words
from tests.delivery.paper.written import CARE, full, full_document, propose

from custrata.delivery.paper.book.steering import open_ends, signature_lines, steering
from custrata.delivery.paper.page import Grid
from custrata.delivery.paper.telling import Teller
from custrata.strategy.parts.steering.governance import DecisionRight, InsightSource, Principle, Voice
from custrata.strategy.parts.steering.maturity import Dimension, MaturityAnswer
from custrata.strategy.parts.steering.suppression import Suppression


def test_an_assumption_says_at_which_number_it_fails():
    grid = next(b for b in open_ends(Teller(full())) if isinstance(b, Grid))
    assert grid.rows[0].cells[1].lines[0].words.text == "repeat rate at least 65%"
    assert grid.rows[0].cells[2].lines[0].words.text == "after 12 months"


def test_decisions_stand_in_full():
    blocks = open_ends(Teller(full()))
    assert missing(full_document().decisions, blocks) == []
    assert "not before next winter" in words(blocks)


def test_signatures_are_signed_open_or_declined_with_the_reason():
    assert [done for _, done in signature_lines(Teller(full()))] == [
        "signed by Head of sales, 3 Dec 2024",
        "not signed",
        "declined: the cost of fitting is not in it",
    ]


def test_maturity_governance_and_findings_that_stand_are_printed():
    document = full_document().model_copy(
        update={
            "maturity": (
                MaturityAnswer(id="m", dimension=Dimension.LIFECYCLE, level=2, wanted=4, because="No calls"),
            ),
            "principles": (Principle(id="p", statement=propose("p_said", "Mend before selling")),),
            "decision_rights": (DecisionRight(id="r", decision="Prices", decides=CARE),),
            "insight_sources": (InsightSource(id="i", voice=Voice.CUSTOMER, method="calls", every_days=30),),
            "suppressions": (Suppression(id="s", code="VP102", reason="Known", owner=CARE),),
        }
    )
    teller = Teller(replace(full(), document=document))
    said = words((*steering(teller), *open_ends(teller)))
    for text in (
        "Lifecycle orchestration",
        "No calls",
        "Mend before selling",
        "Prices",
        "calls",
        "VP102",
        "Known",
    ):
        assert text in said
    assert headings(steering(teller)) == ["Scorecard", "Maturity", "Governance"]


def test_an_empty_strategy_steers_nothing():
    assert steering(empty()) == ()
    assert open_ends(empty()) == ()
