from __future__ import annotations

from tests.snapshots import bare, grocer, phone_company, pipeline

from custrata.drafting.canvas.context import context_zone, purpose_zone
from custrata.drafting.desk import Desk
from custrata.drafting.pen import Pen
from custrata.strategy.parts.canvas import Block


def said(block: Block) -> list[str]:
    return [s.said() for s in block.statements]


def test_purpose_is_a_gap_and_a_principle_not_an_invention():
    block = purpose_zone(Pen(Desk(grocer()))).purpose
    assert [s.kind for s in block.statements] == ["proposal", "gap"]


def test_the_business_is_told_by_its_size():
    def first(snapshot):
        return said(context_zone(Pen(Desk(snapshot)), [], []).business_context)[0]

    assert first(grocer()) == "2,400 customers are known; 156,000 orders brought $4.6m."
    assert first(phone_company()) == "7,043 contracts run, for 61.30 a month each on average."
    assert first(pipeline()) == "86 customers are known; opportunities won brought 10m."


def test_what_customers_bring_is_a_gap_where_nothing_is_sold():
    block = context_zone(Pen(Desk(bare())), [], []).business_context
    assert block.statements[0].kind == "gap"


def test_customers_are_counted_and_what_they_need_is_a_gap():
    block = context_zone(Pen(Desk(grocer())), [], []).customer_context
    assert said(block)[0] == "2,064 of 2,400 customers bought in the latest year."
    assert any("survey of needs" in sentence for sentence in said(block))


def test_a_year_without_a_new_customer_is_said_in_words():
    snapshot = grocer()
    new = next(r for r in snapshot.readings if r.measure == "new_customers" and not r.segment)
    object.__setattr__(new, "value", 0.0)
    block = context_zone(Pen(Desk(snapshot)), [], []).customer_context
    assert "No customer is new in the latest year." in said(block)


def test_undated_contracts_say_how_many_of_those_known_have_left():
    block = context_zone(Pen(Desk(phone_company())), [], []).customer_context
    assert said(block)[0] == "7,043 customers are known, 27% of them have left."


def test_who_is_to_be_spoken_with_is_told_apart_only_where_data_tell_it():
    def proposed(snapshot):
        block = context_zone(Pen(Desk(snapshot)), [], []).customer_context
        return " ".join(s.text for s in block.statements)

    assert "Speak with ten " in proposed(grocer())
    assert "Speak with twenty customers before any promise is written." in proposed(bare())
