from decimal import Decimal

import pytest

from custrata.flow.cutting import cut_base
from custrata.flow.economics.exchanging import exchange
from custrata.flow.summarising import summarise
from custrata.settings import Settings


def base(engine, provided, settings=None):
    cut = cut_base(("transactions",), provided, "EUR", False, settings or Settings(), engine)
    return summarise(cut.base, engine).base


@pytest.fixture
def discounted(engine, sales):
    """The three buyers of the small company, with a discount on each line."""
    engine.connection.execute("update loaded_transactions set discount = 10 where customer_id = 'b'")
    engine.connection.execute("update loaded_transactions set discount = 0 where customer_id <> 'b'")
    return sales | {"transactions.discount"}


def test_both_axes_and_the_quadrant_are_told_with_what_they_are_made_of(engine, discounted):
    scores, said = exchange(base(engine, discounted), engine)
    rows = {row["customer_id"]: row for row in engine.rows(scores)}
    # a came back for longest and b got the discount; c bought nothing in the window: one part alone.
    assert {n: r["value_to_customer"] for n, r in rows.items()} == {
        "a": Decimal("54.166667"),
        "b": Decimal("62.500000"),
        "c": None,
    }
    assert {n: r["exchange"] for n, r in rows.items()} == {"a": "under-served", "b": "over-served", "c": None}
    assert "tenure (weight 1:" in said[0]
    assert "Not known: outcome, satisfaction, effort, usage, response." in said[0]
    assert "nothing says who recommends" in said[1]
    assert said[2].endswith("an equal part, that is what each customer would have if all had the same.")


def test_stated_boundaries_take_the_place_of_equal_parts(engine, discounted):
    rules = {"exchange": {"customer_boundary": 50, "business_boundary": 40}}
    scores, said = exchange(base(engine, discounted, Settings.model_validate(rules)), engine)
    assert {row["exchange"] for row in engine.rows(scores)} == {"balanced", None}
    assert said[2] == "Much is from 50.0 of value to the customer and 40.0 of value to the business on."


@pytest.mark.parametrize(
    ("stated", "said"),
    [
        ("customer_boundary", "of value to the business that is an equal part."),
        ("business_boundary", "of value to the customer that is an equal part, the other is stated."),
    ],
)
def test_a_boundary_that_is_not_stated_is_said_to_be_an_equal_part(engine, discounted, stated, said):
    rules = Settings.model_validate({"exchange": {stated: 50}})
    assert exchange(base(engine, discounted, rules), engine)[1][2].endswith(said)


def test_with_one_part_alone_nothing_is_told_and_what_is_missing_is_named(engine, sales):
    scores, (said,) = exchange(base(engine, sales), engine)
    assert scores is None
    assert "told by tenure only" in said
    assert "Not known: outcome, satisfaction" in said


def test_without_any_worth_nothing_is_told(engine, hold):
    provided = hold("customers", [{"customer_id": "a"}])
    cut = cut_base(("customers",), provided, "", False, Settings(), engine)
    scores, (said,) = exchange(summarise(cut.base, engine).base, engine)
    assert scores is None
    assert said.endswith("no value to the business is known.")
