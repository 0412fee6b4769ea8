from __future__ import annotations

import pytest
from tests.drafting.wording.statements import STATEMENTS

from custrata.drafting.wording.vocabulary import vocabulary


def faults(key, now):
    return list(vocabulary(STATEMENTS[key], STATEMENTS[key].text, now))


@pytest.mark.parametrize(
    ("key", "now"),
    [
        ("tiers", "{earned} of gross margin is held by the top two tiers, with {size} of customers."),
        ("known", "{n} customers are on record; {orders} orders brought in revenue of {revenue}."),
        ("year", "Revenue of the latest year is {now}, up from {before} in the year before."),
        ("leaving", "With contract ⟦N1⟧ {high} are gone; with ⟦N2⟧ {low}."),
    ],
)
def test_words_that_say_the_same_may_come_in(key, now):
    assert faults(key, now) == []


@pytest.mark.parametrize(
    ("key", "now"),
    [
        ("tiers", "The top two tiers earned {earned} of gross margin with {size} of customers."),
        ("known", "{n} customers are known; {orders} orders bring {revenue}."),
    ],
)
def test_what_is_goes_on_and_what_was_is_over(key, now):
    assert faults(key, now) == ["it tells as past what is not, or the other way round"]


@pytest.mark.parametrize(
    ("now", "word"),
    [
        ("The top two tiers earn {earned} of gross profit with {size} of customers.", "profit"),
        ("The top two tiers earn {earned} of margin with {size} of customers.", "gross"),
        (
            "The top two tiers earn {earned} of gross margin with {size} of their customers, all two.",
            "amount",
        ),
        ("The top two tiers earn {earned} of gross margin for us with {size} of customers.", "for us"),
        (
            "The undiscounted top two tiers earn {earned} of gross margin with {size} of customers.",
            "undiscounted",
        ),
    ],
)
def test_what_comes_in_or_is_left_out_is_named(now, word):
    assert any(word in fault for fault in faults("tiers", now))
