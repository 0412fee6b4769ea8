from __future__ import annotations

import pytest

from custrata.sources.mapping import (
    AddTime,
    Answer,
    AsOf,
    Combine,
    Constant,
    Derivation,
    DiscountOf,
    Earliest,
    Latest,
    LessBack,
    Lookup,
    Marked,
    MonthsBefore,
    Negate,
    QuestionText,
    RowId,
    Take,
    Translate,
)
from custrata.sources.mapping.writing import derivation_plain, described


@pytest.mark.parametrize(
    ("derivation", "words"),
    [
        (Combine("subtract", (Combine("multiply", (Take("q"), Take("p"))), Take("d"))), "(q × p) − d"),
        (Combine("first_of", (Take("a"), Constant("0"))), "a, else always 0"),
        (Negate(Take("a")), "−a"),
        (MonthsBefore(Take("tenure")), "tenure months before the day of the data"),
        (AsOf(), "the day of the data"),
        (AsOf("Churn"), "the day of the data where Churn"),
        (AddTime(Take("a"), Take("b"), "hours"), "a plus b hours"),
        (Lookup("o.csv", "id", "id", Take("day")), "day of o.csv, by id"),
        (Translate("stage", ()), "stage in the contract's words"),
        (Marked("no", "refund", "C"), "refund where no begins with C"),
        (Marked("status", "refund", values=("void",)), "refund where status is void"),
        (DiscountOf(Take("r"), Take("a")), "money taken off by r from a"),
        (LessBack(Take("a"), Take("r")), "a less r given back"),
        (RowId(), "id from the row"),
        (Earliest(Take("t")), "earliest t"),
        (Latest(Take("t")), "latest t"),
        (Latest(Take("t"), "event", ("solved", "fixed")), "latest t where event is solved or fixed"),
        (Answer(), "the answer"),
        (QuestionText(), "header of the column"),
    ],
)
def test_a_derivation_is_said_in_words(derivation: Derivation, words: str) -> None:
    assert described(derivation) == str(derivation) == words


def test_a_plain_column_is_written_as_its_name_and_one_with_facts_as_a_map() -> None:
    assert derivation_plain(Take("a")) == "a"
    assert derivation_plain(Take("a", ("%Y",), "comma", "date", (("x", "y"),))) == {
        "column": "a", "format": ["%Y"], "decimal": "comma", "type": "date", "read_as": {"x": "y"},
    }  # fmt: skip
