from __future__ import annotations

import typing

from custrata.strategy.document import Document, Horizon
from custrata.strategy.forms.schema import kinds_of
from custrata.strategy.forms.shape import Sort, blank, inline, leaves, put, simple, slot_of, slots
from custrata.strategy.parts.goal import Goal
from custrata.strategy.parts.group import CustomerGroup
from custrata.strategy.parts.part import Owner
from custrata.strategy.parts.statement import Claim, Figure, Gap, Proposal, ReadingKey
from custrata.strategy.parts.steering.scoring import Criterion
from custrata.strategy.parts.steering.suppression import Suppression


def test_every_sort_of_field_is_told_apart():
    sorts = {slot.name: slot.sort for slot in (*slots(CustomerGroup), *slots(Figure), *slots(Goal))}
    assert (sorts["needs"], sorts["payer"], sorts["attributes"]) == (Sort.PARTS, Sort.PART, Sort.WORDS)
    assert (sorts["segment"], sorts["scores"], sorts["least_n"]) == (Sort.PAIRS, Sort.PAIRS, Sort.WHOLE)
    assert (sorts["tolerance"], sorts["name"], sorts["direction"]) == (Sort.NUMBER, Sort.TEXT, Sort.TEXT)
    assert slot_of(Criterion, "scores").sort is Sort.TEXT
    assert slot_of(Document, "notional").sort is Sort.YES
    assert slot_of(Horizon, "starts_on").sort is Sort.DAY
    assert slot_of(Horizon, "weeks") is None


def test_a_statement_may_be_of_three_kinds():
    assert slot_of(CustomerGroup, "payer").kinds == (Claim, Proposal, Gap)


def test_a_field_that_may_be_empty_is_empty_by_default():
    # Forms leave out what holds its default: an empty value beside another default would be lost.
    odd = [
        f"{kind.__name__}.{slot.name}"
        for kind in kinds_of(Document)
        for slot in slots(kind)
        if not slot.required
        and slot.default is not None
        and type(None) in typing.get_args(kind.model_fields[slot.name].annotation)
    ]
    assert odd == []


def test_parts_of_values_alone_are_written_into_the_lines_of_their_owner():
    assert simple(Owner)
    assert simple(ReadingKey)
    assert not simple(Goal)
    assert inline(slot_of(Goal, "owner"))
    assert not inline(slot_of(Goal, "statement"))
    assert "share_targeted.owner.role" in dict(leaves(CustomerGroup))


def test_what_has_to_be_there_is_there_from_the_beginning():
    assert blank(Suppression) == {"owner": {}}
    plain = blank(Suppression)
    put(plain, "owner.name", "A. Person")
    assert plain == {"owner": {"name": "A. Person"}}


def test_a_value_is_spare_where_it_says_nothing():
    assert slot_of(Horizon, "months").spare(12)
    assert not slot_of(Horizon, "months").spare(24)
    assert not slot_of(Goal, "id").spare(None)
