from __future__ import annotations

import pytest

from custrata.sources.statuses import CALLED_OFF, CAME_BACK, GIVES_BACK, PARTLY_BACK, by_meaning, meant_by


@pytest.mark.parametrize(
    ("value", "word"),
    [
        ("Returned", CAME_BACK),
        (" REFUNDED ", CAME_BACK),
        ("Shipped - Returned to Seller", CAME_BACK),
        ("canceled", CALLED_OFF),
        ("storniert", CALLED_OFF),
        ("partially_refunded", PARTLY_BACK),
        ("Partially Refunded", PARTLY_BACK),
        ("Credit Note", GIVES_BACK),
        ("paid", ""),
        ("return requested", ""),
    ],
)
def test_a_status_says_what_became_of_the_money(value: str, word: str) -> None:
    assert meant_by(value) == word


def test_only_meanings_looked_for_are_found_and_values_keep_their_spelling() -> None:
    values = ["Partially_Refunded", "Void", "paid"]
    assert by_meaning(values, (CAME_BACK, PARTLY_BACK)) == {PARTLY_BACK: ("partially_refunded",)}
