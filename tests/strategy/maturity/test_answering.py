from __future__ import annotations

import datetime as dt

import pytest

from custrata.errors import InputError
from custrata.strategy.document import Document
from custrata.strategy.maturity.answering import dimension_named, with_answer
from custrata.strategy.parts.steering.maturity import Dimension

EMPTY = Document(schema_version=2, company="A")
DAY = dt.date(2026, 3, 2)


def answered(document: Document = EMPTY, level: int = 3, **more: object) -> Document:
    return with_answer(document, Dimension.LIFECYCLE, level, **{"name": "C. Teller", "on": DAY} | more)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("segmentation sophistication", Dimension.SEGMENTATION),
        ("  Customer   Intelligence ", Dimension.INTELLIGENCE),
        ("intelligence", Dimension.INTELLIGENCE),
        ("prop", Dimension.PROPOSITION),
    ],
)
def test_a_dimension_is_found_by_its_beginning_or_a_word_of_it(text, found):
    assert dimension_named(text) is found


@pytest.mark.parametrize("text", ["", "colour", "o p"])
def test_what_is_no_dimension_is_refused_with_the_names_of_those_there_are(text):
    with pytest.raises(InputError, match="lifecycle orchestration"):
        dimension_named(text)


def test_an_answer_is_kept_with_who_said_it_and_when():
    document = answered(because="Stages have owners.", wanted=4)
    (kept,) = document.maturity
    assert (kept.id, kept.level, kept.wanted, kept.on) == ("maturity-lifecycle", 3, 4, DAY)
    assert kept.said_by.name == "C. Teller"
    assert document.revision == EMPTY.revision + 1


def test_a_later_answer_takes_the_place_of_the_one_before_and_keeps_what_was_wanted():
    document = answered(answered(wanted=4), level=2, name="D. Other")
    (kept,) = document.maturity
    assert (kept.level, kept.wanted, kept.said_by.name) == (2, 4, "D. Other")


def test_answers_on_other_dimensions_stay():
    document = with_answer(answered(), Dimension.ALIGNMENT, 1, name="C. Teller", on=DAY)
    assert [a.dimension for a in document.maturity] == [Dimension.LIFECYCLE, Dimension.ALIGNMENT]


@pytest.mark.parametrize("more", [{"level": 0}, {"level": 6}, {"wanted": 6}, {"name": " "}])
def test_a_level_outside_the_five_and_an_answer_of_nobody_are_refused(more):
    with pytest.raises(InputError, match="To do"):
        answered(**more)
