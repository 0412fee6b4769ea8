from __future__ import annotations

from custrata.project.live.words import words_of


def test_words_to_choose_from_are_those_that_customers_carry(desk, rows):
    found = words_of(desk)
    assert set(found["tier"]) <= {row["tier"] for row in rows}
    assert words_of(desk) is found


def test_names_and_keys_are_no_choice(desk):
    assert not {"customer_id", "name", "parent_id"} & set(words_of(desk))
