from __future__ import annotations

import datetime as dt

import pytest
from tests.strategies import (
    places,
    strategy,
)

from custrata.strategy.parts.running.review import Action, Review, ReviewKind
from custrata.strategy.pitfalls.rv101_review_without_decision import PITFALL


def review(day: int, **fields: object) -> Review:
    whole = {"minutes": ("We looked at the figures.",), **fields}
    return Review(id=f"r{day}", kind=ReviewKind.WEEKLY, on=dt.date(2026, 6, day), **whole)


def test_two_reviews_in_a_row_that_decide_nothing_are_found_at_the_last():
    doc = strategy(reviews=(review(15), review(8), review(1, decided=("Stop the visits.",))))
    assert places(PITFALL, doc) == ["reviews[r15]"]


@pytest.mark.parametrize("field", ["decided", "stop", "start", "go_on"])
def test_one_that_decides_anything_breaks_the_row(field):
    assert places(PITFALL, strategy(reviews=(review(8, **{field: ("The visits.",)}), review(15)))) == []


def test_an_action_counts_and_reviews_without_minutes_say_nothing():
    acted = review(8, actions=(Action(id="a", text="Call."),))
    assert places(PITFALL, strategy(reviews=(acted, review(15)))) == []
    assert places(PITFALL, strategy(reviews=(review(8, minutes=()), review(15)))) == []
    assert places(PITFALL, strategy(reviews=(review(15),))) == []
