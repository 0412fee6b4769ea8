from __future__ import annotations

from custrata.strategy.document import Document
from custrata.strategy.maturity.criterion import LEVELS, Source
from custrata.strategy.maturity.ladders import BY_DATA, LADDERS
from custrata.strategy.parts.steering.maturity import Dimension

CELLS = [cell for ladder in LADDERS.values() for cell in ladder]


def test_there_are_five_levels_of_five_dimensions_each_with_criteria():
    assert set(LADDERS) == set(Dimension)
    assert [c.level for c in CELLS] == [*LEVELS] * 5
    assert all(cell.criteria and cell.text.endswith(".") for cell in CELLS)
    assert len({cell.text for cell in CELLS}) == 25


def test_every_level_asks_for_something_that_can_be_shown():
    assert all(any(c.source is not Source.ANSWER for c in cell.criteria) for cell in CELLS)


def test_no_two_criteria_have_one_name():
    names = [c.id for cell in CELLS for c in cell.criteria]
    assert len(set(names)) == len(names)
    assert set(names) >= BY_DATA


def test_criteria_of_the_document_know_where_to_look_and_others_do_not():
    for criterion in (c for cell in CELLS for c in cell.criteria):
        assert (criterion.thing is not None) is (criterion.source is Source.DOCUMENT)


def test_an_empty_document_meets_nothing():
    empty = Document(schema_version=2, company="A")
    assert not any(c.thing.look(empty).there for cell in CELLS for c in cell.criteria if c.thing)
