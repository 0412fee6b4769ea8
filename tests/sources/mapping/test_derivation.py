from __future__ import annotations

import pytest

from custrata.sources.mapping import (
    AddTime,
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
    RowId,
    Take,
    Translate,
)
from custrata.sources.mapping.derivation import columns_of, lookups_of, parts_of, sources_of

LOOKUP = Lookup("b.csv", "on", "key", Take("there"))


@pytest.mark.parametrize(
    ("derivation", "columns"),
    [
        (Take("a"), ("a",)),
        (Constant("a"), ()),
        (RowId(), ()),
        (Combine("multiply", (Take("a"), Combine("add", (Take("b"), Take("a"))))), ("a", "b")),
        (Negate(Take("a")), ("a",)),
        (Earliest(MonthsBefore(Take("a"))), ("a",)),
        (Latest(Take("a"), "event", ("solved",)), ("a", "event")),
        (AddTime(Take("a"), Take("b"), "hours"), ("a", "b")),
        (DiscountOf(Take("a"), Take("b")), ("a", "b")),
        (LessBack(Take("a"), Take("b")), ("a", "b")),
        (Translate("a", ()), ("a",)),
        (Marked("a", "refund", "C"), ("a",)),
        (AsOf(), ()),
        (AsOf("a"), ("a",)),
        (LOOKUP, ("on",)),
    ],
)
def test_a_derivation_names_the_columns_of_its_own_table(
    derivation: Derivation, columns: tuple[str, ...]
) -> None:
    assert columns_of(derivation) == columns


def test_a_derivation_names_the_tables_it_looks_into() -> None:
    assert sources_of(Combine("first_of", (Take("a"), Negate(LOOKUP)))) == ("b.csv",)
    assert sources_of(AddTime(LOOKUP, Take("a"), "days")) == ("b.csv",)
    assert sources_of(Take("a")) == ()


def test_the_parts_of_a_derivation_stand_outermost_first_and_end_at_another_table() -> None:
    inner = Combine("add", (Take("a"), LOOKUP))
    assert parts_of(Negate(inner)) == (Negate(inner), inner, Take("a"), LOOKUP)
    assert lookups_of(Negate(inner)) == (LOOKUP,)
    assert lookups_of(DiscountOf(Take("a"), Take("b"))) == ()
