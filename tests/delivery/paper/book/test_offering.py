from __future__ import annotations

from dataclasses import replace

from tests.delivery.paper.book.reading import empty, headings, missing, words
from tests.delivery.paper.written import full, full_document, propose

from custrata.delivery.paper.book.offering import offering
from custrata.delivery.paper.telling import Teller
from custrata.strategy.parts.offering.capability import Capability
from custrata.strategy.parts.offering.offer import Offer
from custrata.strategy.parts.offering.people import People, Role


def test_outcomes_stand_with_what_each_function_does():
    blocks = offering(Teller(full()))
    assert missing(full_document().outcomes, blocks) == []
    assert "Fit every pair by hand" in words(blocks)


def test_propositions_are_named_after_their_group():
    assert headings(offering(Teller(full()))) == [
        "What is to become true for customers",
        "Value proposition: Weekend walkers",
        "Value proposition: What we stand for",
    ]


def test_offers_capabilities_and_people_are_printed():
    document = full_document().model_copy(
        update={
            "offers": (Offer(id="o", name="Boots", statement=propose("o_said", "Keep feet dry")),),
            "capabilities": (
                Capability(id="c", name="mend soles", gap=propose("c_gap", "No bench"), cost=900),
            ),
            "people": People(
                roles=(Role(id="r", title="fitter", is_new=True),), culture=(propose("p", "Ask first"),)
            ),
        }
    )
    said = words(offering(Teller(replace(full(), document=document))))
    for text in ("Keep feet dry", "mend soles", "No bench", "€900", "fitter", "yes", "Ask first"):
        assert text in said


def test_without_an_offering_there_is_nothing():
    assert offering(empty()) == ()
