from __future__ import annotations

from custrata.strategy.wording.sentence import fill, loose_digits, placeholders, quotable


def test_a_placeholder_becomes_the_spelled_number():
    assert fill("{share} of revenue", {"share": (0.413, "share")}) == "41% of revenue"


def test_one_takes_the_first_wording_and_any_other_number_the_second():
    text = "{n|customer is|customers are} lost"
    assert fill(text, {"n": (1, "customers")}) == "1 customer is lost"
    assert fill(text, {"n": (0, "customers")}) == "0 customers are lost"
    assert fill(text, {"n": (2400, "customers")}) == "2,400 customers are lost"


def test_a_number_that_is_absent_is_said_to_be_not_known():
    assert fill("{share} of all", {}) == "not known of all"


def test_names_of_placeholders_come_in_the_order_of_the_text():
    assert placeholders("{b} and {a|one|many} and {b}") == ("b", "a", "b")


def test_digits_count_as_loose_outside_placeholders_and_quoted_names():
    assert loose_digits("Of “2024-Q3” {share1} stayed, 12.5% more than 2023") == ("12.5%", "2023")
    assert loose_digits("{a} of “18-24”") == ()


def test_other_braces_are_left_alone():
    assert fill("a {Big} brace {", {}) == "a {Big} brace {"


def test_a_name_out_of_the_data_is_no_placeholder_and_closes_no_quote():
    assert placeholders(quotable("“{n}” seats")) == ()
    assert "“" not in quotable("“x”")
