"""An account closes when what came in is what was loaded plus what was set aside, in rows and in money."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from custrata.sources.account import Account, SourceAccount

USED = SourceAccount(
    "orders.csv",
    "transactions",
    10,
    8,
    2,
    money_in=Decimal("100.50"),
    money_loaded=Decimal("90.25"),
    money_set_aside=Decimal("10.25"),
)
UNUSED = SourceAccount("notes.csv", "", 7, 0, 0, reason="no canonical table fits")


def test_rows_and_money_that_add_up_close():
    assert USED.closes


def test_one_row_too_few_does_not_close():
    assert not SourceAccount("a.csv", "customers", 10, 8, 1).closes


def test_one_cent_too_much_does_not_close():
    off = SourceAccount(
        "a.csv", "transactions", 1, 1, 0, money_in=Decimal("1.00"), money_loaded=Decimal("1.01")
    )
    assert not off.closes


def test_money_that_is_not_known_does_not_keep_rows_from_closing():
    assert SourceAccount("a.csv", "customers", 3, 3, 0).closes


def test_a_source_that_is_not_used_does_not_count_in_the_totals():
    account = Account((USED, UNUSED))
    assert account.used == (USED,)
    assert account.unused == (UNUSED,)
    assert (account.rows_in, account.loaded, account.set_aside) == (10, 8, 2)


@given(st.lists(st.tuples(st.integers(0, 10**9), st.integers(0, 10**9)), max_size=8))
def test_totals_of_sources_that_close_add_up(counts):
    sources = tuple(SourceAccount(f"{i}.csv", "usage", a + b, a, b) for i, (a, b) in enumerate(counts))
    account = Account(sources)
    assert account.closes
    assert account.rows_in == account.loaded + account.set_aside
