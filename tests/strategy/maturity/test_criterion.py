from __future__ import annotations

from tests.complete import complete

from custrata.strategy.document import Document
from custrata.strategy.maturity.criterion import ONLY_PROPOSED, Criterion, Shown, Source, State
from custrata.strategy.views.things.steering import VALUES

EMPTY = Document(schema_version=2, company="A")
ASKED = Criterion("values", VALUES.title, Source.DOCUMENT, VALUES)


def test_a_criterion_of_the_document_is_met_where_the_thing_stands():
    whole = complete()
    assert ASKED.in_document(whole, whole) == Shown(State.MET, ("foundation.values",))
    assert ASKED.in_document(EMPTY, EMPTY) == Shown(State.UNMET, ("foundation.values",))


def test_what_is_only_proposed_is_not_met_and_says_so():
    assert ASKED.in_document(complete(), EMPTY) == Shown(State.UNMET, (ONLY_PROPOSED,))


def test_the_document_cannot_tell_what_data_must_show():
    assert Criterion("x", "Data show it", Source.DATA).in_document(EMPTY, EMPTY).state is State.UNKNOWN
