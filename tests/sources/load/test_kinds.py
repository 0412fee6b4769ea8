from __future__ import annotations

import pytest

from custrata.sources.load.kinds import status_mark
from custrata.sources.mapping import Lookup, Mapped, Mapping, Marked, Source, Take

BASE = {"customer_id": Mapped(Take("c")), "occurred_at": Mapped(Take("d")), "amount": Mapped(Take("a"))}


@pytest.mark.parametrize(
    ("quantity", "amount", "kind"),
    [
        ("2", "5", "sale"),
        ("-2", "-5", "refund"),
        ("", "-5", "refund"),
        ("1", "-5", "fee"),
        ("-3", "0", "fee"),
        ("1", "0", "sale"),
    ],
)
def test_signs_tell_sales_refunds_and_fees_apart(desk, quantity: str, amount: str, kind: str) -> None:
    desk.put_rows("t.csv", ["c", "d", "a", "q"], [["x", "2020-01-01", amount, quantity]])
    mapping = Mapping((Source("transactions", "t.csv", {**BASE, "quantity": Mapped(Take("q"))}),))
    assert [r["kind"] for r in desk.load(mapping).tables["transactions"]] == [kind]


def test_without_a_quantity_a_negative_amount_is_a_refund(desk) -> None:
    desk.put("t.csv", "c,d,a\nx,2020-01-01,-5")
    assert (
        desk.load(Mapping((Source("transactions", "t.csv", BASE),))).tables["transactions"][0]["kind"]
        == "refund"
    )


def test_a_mark_makes_a_refund_whatever_the_sign(desk) -> None:
    desk.put("t.csv", "c,d,a,o\nx,2020-01-01,-5,C1\nx,2020-01-01,5,1")
    mapping = Mapping(
        (Source("transactions", "t.csv", {**BASE, "kind": Mapped(Marked("o", "refund", "C"))}),)
    )
    assert sorted((r["amount"], r["kind"]) for r in desk.load(mapping).tables["transactions"]) == [
        (-5, "refund"),
        (5, "sale"),
    ]


def test_the_money_of_a_cancelled_order_is_set_aside(desk) -> None:
    desk.put("t.csv", "c,d,a,s\nx,2020-01-01,5,Cancelled\nx,2020-01-01,6,paid\nx,2020-01-01,-5,cancelled")
    mark = Marked("s", "refund", values=("cancelled",))
    loaded = desk.load(Mapping((Source("transactions", "t.csv", {**BASE, "kind": Mapped(mark)}),)))
    assert sorted((r["amount"], r["kind"]) for r in loaded.tables["transactions"]) == [
        (-5, "refund"),
        (6, "sale"),
    ]
    assert [(r["column"], r["value"]) for r in loaded.set_aside] == [("s", "Cancelled")]
    assert "is cancelled" in loaded.caveat("cancelled-orders").text


def test_a_mark_of_status_may_stand_in_the_table_of_the_orders() -> None:
    mark = Marked("s", "refund", values=("void",))
    assert status_mark(Lookup("o.csv", "o", "o", mark)) == status_mark(mark) == mark
    assert status_mark(Marked("o", "refund", "C")) is None
