from __future__ import annotations

import datetime as dt

import pytest
from tests.complete import DAY, FUNCTIONS, complete
from tests.documents import documents

from custrata.strategy.document import Document
from custrata.strategy.maturity.assessment import assess, latest_answer, told
from custrata.strategy.maturity.cost import GapCost
from custrata.strategy.maturity.criterion import Shown, State
from custrata.strategy.maturity.ladders import BY_DATA
from custrata.strategy.parts.part import Owner
from custrata.strategy.parts.steering.maturity import Dimension, MaturityAnswer
from custrata.strategy.revision.content import sign

EMPTY = Document(schema_version=2, company="A")
ALL_SHOWN = dict.fromkeys(BY_DATA, Shown(State.MET, ("revenue",)))


def answer(dimension: Dimension, level: int, wanted: int | None = None, day: int = 1) -> MaturityAnswer:
    return MaturityAnswer(
        id=f"m-{dimension.name.lower()}-{day}",
        dimension=dimension,
        level=level,
        wanted=wanted,
        said_by=Owner(name="C. Teller"),
        on=dt.date(2026, 1, day),
    )


def cost(dimension: Dimension, a_year: float) -> GapCost:
    return GapCost(dimension, a_year, "EUR", a_year, "lost", "Because.", ())


def test_an_empty_document_begins_at_the_first_level_everywhere():
    found = assess(EMPTY)
    assert [d.shown for d in found.dimensions] == [1] * 5
    assert [d.said for d in found.dimensions] == [None] * 5
    assert [d.dimension for d in found.dimensions] == list(Dimension)


def test_with_every_part_and_all_the_data_show_the_highest_level_is_shown():
    assert [d.shown for d in assess(complete(), ALL_SHOWN).dimensions] == [5] * 5


@pytest.mark.parametrize("name", sorted(BY_DATA))
def test_every_criterion_that_data_show_holds_its_level_back(name):
    found = assess(complete(), ALL_SHOWN | {name: Shown(State.UNKNOWN)})
    (held,) = [d for d in found.dimensions if any(c.criterion.id == name for c in d.criteria)]
    (level,) = [c.level for c in held.criteria if c.criterion.id == name]
    assert held.shown == max(1, level - 1) if level > 1 else held.shown == 5
    assert [d.shown for d in found.dimensions if d is not held] == [5] * 4


def test_a_word_alone_never_lifts_what_is_shown():
    document = EMPTY.model_copy(update={"maturity": (answer(Dimension.ALIGNMENT, 5),)})
    standing = assess(document).standing(Dimension.ALIGNMENT)
    assert (standing.said, standing.shown) == (5, 1)
    word = standing.criteria[-1].shown
    assert word == Shown(State.SAID, ("answer of C. Teller on 2026-01-01",))


def test_a_word_counts_up_to_the_level_that_was_answered():
    document = EMPTY.model_copy(update={"maturity": (answer(Dimension.ALIGNMENT, 4),)})
    assert assess(document).standing(Dimension.ALIGNMENT).criteria[-1].shown.state is State.UNKNOWN


def test_the_latest_answer_counts():
    answers = (answer(Dimension.LIFECYCLE, 4, day=9), answer(Dimension.LIFECYCLE, 2, day=3))
    document = EMPTY.model_copy(update={"maturity": answers})
    assert latest_answer(document, Dimension.LIFECYCLE).level == 4
    assert latest_answer(document, Dimension.ALIGNMENT) is None


def test_without_a_wanted_level_the_next_one_is_the_aim():
    standing = assess(EMPTY).standing(Dimension.PROPOSITION)
    assert (standing.wanted, standing.aim, standing.gap) == (None, 2, 1)
    assert {c.level for c in standing.missing} == {2}


def test_what_is_reached_is_no_gap():
    document = complete().model_copy(update={"maturity": tuple(answer(d, 5, wanted=5) for d in Dimension)})
    for function in FUNCTIONS:
        document = sign(document, function, "B. Signer", DAY)
    assert assess(document, ALL_SHOWN).gaps == ()


def test_an_answer_that_nobody_has_signed_again_opens_what_signatures_showed():
    document = complete().model_copy(update={"maturity": (answer(Dimension.ALIGNMENT, 5),)})
    assert assess(document, ALL_SHOWN).standing(Dimension.ALIGNMENT).shown == 2


def test_gaps_stand_by_what_they_cost_and_then_those_of_which_no_reading_tells():
    costs = {d: cost(d, money) for d, money in ((Dimension.LIFECYCLE, 10.0), (Dimension.ALIGNMENT, 90.0))}
    wide = EMPTY.model_copy(update={"maturity": (answer(Dimension.INTELLIGENCE, 1, wanted=5),)})
    assert [d.dimension for d in assess(wide, costs=costs).gaps] == [
        Dimension.ALIGNMENT,
        Dimension.LIFECYCLE,
        Dimension.INTELLIGENCE,
        Dimension.SEGMENTATION,
        Dimension.PROPOSITION,
    ]


def test_whatever_a_document_holds_it_can_be_assessed():
    for document in documents(12, seed=42):
        assert all(1 <= d.shown <= 5 for d in assess(document, ALL_SHOWN).dimensions)


def test_an_answer_without_a_day_says_so():
    undated = answer(Dimension.LIFECYCLE, 2).model_copy(update={"on": None, "said_by": Owner(role="sales")})
    assert told(undated) == "answer of sales, day not said"
