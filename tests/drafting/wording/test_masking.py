from __future__ import annotations

import pytest

from custrata.drafting.wording.masking import marks, mask


def test_the_same_name_has_the_same_mark():
    masked = mask("“Ada” and “Bo” and “Ada”")

    assert marks(masked.text) == ("⟦N1⟧", "⟦N2⟧", "⟦N1⟧")
    assert masked.unmask(masked.text) == "“Ada” and “Bo” and “Ada”"


def test_no_name_is_left_in_the_text():
    assert "Ada" not in mask("“Ada Ltd” brings {share}").text


def test_a_mark_that_nobody_gave_stays_as_it_is():
    assert mask("“Ada”").unmask("⟦N9⟧") == "⟦N9⟧"


@pytest.mark.parametrize(
    "name",
    [
        "A.B*C (x)",
        "C++",
        "[none]",
        "x|y",
        "\\d+",
        "$$$ Ltd.",
        "Ada & Söhne",
        "Ada",
        "ADA LTD",
        "東京",
        "Bo-Kaap",
    ],
)
def test_any_sign_may_be_in_a_name(name):
    masked = mask(f"Customers of {name} bring {{share}}, {name.lower()} too; not x{name}x", [name])

    assert masked.text.startswith("Customers of ⟦N1⟧ bring {share}, ⟦N")
    assert (
        masked.unmask(masked.text) == f"Customers of {name} bring {{share}}, {name.lower()} too; not x{name}x"
    )


def test_the_longest_name_wins():
    assert mask("Ada Lovelace Ltd leaves", ["Ada", "Ada Lovelace Ltd", "Lovelace"]).text == "⟦N1⟧ leaves"


@pytest.mark.parametrize("name", ["Revenue", "Gold", "the", "new", "A", "It"])
def test_an_ordinary_word_is_a_name_behind_a_label_only(name):
    text = "The new revenue of gold customers; Revenue it is. A gold one."

    assert mask(text, [name]).text == text
    assert mask(f"Do we put Plan: {name} first?", [name]).text == "Do we put Plan: ⟦N1⟧ first?"


def test_a_short_name_is_found_as_it_is_written():
    assert mask("It is IT, and the UK for us or US.", ["IT", "UK", "US"]).text == (
        "It is ⟦N1⟧, and the ⟦N2⟧ for us or ⟦N3⟧."
    )


def test_a_name_inside_a_placeholders_wording_is_marked_and_the_placeholder_is_not():
    masked = mask("{share|order of Ada|orders of Ada} of {share}", ["Ada", "share"])

    assert masked.text == "{share|order of ⟦N1⟧|orders of ⟦N1⟧} of {share}"


def test_very_many_names_with_the_same_beginning_are_told_apart():
    names = frozenset(f"Customer {n}" for n in range(100_000))

    masked = mask("Call Customer 77777 and customer 3, not Customer X.", names)

    assert masked.text == "Call ⟦N1⟧ and ⟦N2⟧, not Customer X."
    assert all("Customer 7" not in mask(f"Call Customer 7{n} first", names).text for n in range(300))
