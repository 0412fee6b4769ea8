from __future__ import annotations

import pytest

from custrata.sources.load.kinds import comes_back
from custrata.sources.mapping import Combine, Constant, LessBack, Mapped, Mapping, Marked, Source, Take

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


def _lines(desk, mark, text: str, **more: str) -> tuple[list[tuple[float, str]], object]:
    desk.put("t.csv", text)
    columns = {**BASE, **{name: Mapped(Take(raw)) for name, raw in more.items()}, "kind": Mapped(mark)}
    loaded = desk.load(Mapping((Source("transactions", "t.csv", columns),)))
    return sorted((float(r["amount"]), r["kind"]) for r in loaded.tables["transactions"]), loaded


RETURNED = Marked("s", "returned", values=("returned",))


@pytest.mark.parametrize("mark", [RETURNED, Marked("s", "refund", values=("returned",))])
def test_an_order_that_came_back_is_sold_and_given_back_and_never_set_aside(desk, mark) -> None:
    text = "c,d,a,s,t\nx,2020-01-01,5,Returned,1\nx,2020-01-02,6,paid,2"
    lines, loaded = _lines(desk, mark, text, transaction_id="t")
    assert lines == [(-5, "refund"), (5, "sale"), (6, "sale")]
    assert not loaded.set_aside
    assert loaded.account.sources[0].loaded == 2, "a raw row counts once, however many lines it makes"
    assert "sold and came back" in loaded.caveat("returned-orders").text
    rows = {r["kind"]: r for r in loaded.tables["transactions"] if r["occurred_at"].day == 1}
    assert rows["refund"]["occurred_at"] == rows["sale"]["occurred_at"]
    assert {r["transaction_id"] for r in loaded.tables["transactions"]} == {"1", "1-returned", "2"}


def test_quantity_and_cost_come_back_with_the_order(desk) -> None:
    text = "c,d,a,s,q,k\nx,2020-01-01,5,returned,2,3"
    _, loaded = _lines(desk, RETURNED, text, quantity="q", cost="k")
    assert sorted((float(r["quantity"]), float(r["cost"])) for r in loaded.tables["transactions"]) == [
        (-2, -3),
        (2, 3),
    ]


def test_an_order_whose_own_line_gives_the_money_back_is_not_given_back_twice(desk) -> None:
    text = "c,d,a,s,o\nx,2020-01-01,5,returned,1\nx,2020-01-09,-5,returned,1\nx,2020-01-02,6,returned,2"
    lines, _ = _lines(desk, RETURNED, text, order_id="o")
    assert lines == [(-6, "refund"), (-5, "refund"), (5, "sale"), (6, "sale")]


def test_what_came_back_and_what_was_called_off_are_told_apart_in_one_status(desk) -> None:
    mark = Combine("first_of", (RETURNED, Marked("s", "refund", values=("void",))))
    text = "c,d,a,s\nx,2020-01-01,5,returned\nx,2020-01-02,6,void\nx,2020-01-03,7,paid"
    lines, loaded = _lines(desk, mark, text)
    assert lines == [(-5, "refund"), (5, "sale"), (7, "sale")]
    assert [(r["value"], r["reason"]) for r in loaded.set_aside] == [
        ("void", "the order was called off, and no money was kept")
    ]


def test_an_order_partly_given_back_counts_in_full_and_it_is_said(desk) -> None:
    mark = Marked("s", "partly returned", values=("partially refunded",))
    lines, loaded = _lines(desk, mark, "c,d,a,s\nx,2020-01-01,5,partially refunded")
    assert lines == [(5, "sale")]
    assert "how much, the data do not say" in loaded.caveat("partly-returned-orders").text


def test_a_credit_note_without_a_minus_is_taken_off(desk) -> None:
    mark = Marked("s", "given back", values=("credit note",))
    text = "c,d,a,s,q\nx,2020-01-01,5,Credit Note,1\nx,2020-01-02,-6,credit note,-1\nx,2020-01-03,7,invoice,1"
    lines, loaded = _lines(desk, mark, text, quantity="q")
    assert lines == [(-6, "refund"), (-5, "refund"), (7, "sale")]
    assert not loaded.set_aside


BACK = LessBack(Take("a"), Take("r"))
PLAIN = Combine("subtract", (Take("a"), Combine("first_of", (Take("amount_refunded"), Constant("0")))))


def _with_money_back(desk, amount, text: str, **more: str):
    desk.put("t.csv", text)
    columns = {**BASE, "amount": Mapped(amount), **{name: Mapped(Take(raw)) for name, raw in more.items()}}
    loaded = desk.load(Mapping((Source("transactions", "t.csv", columns),)))
    return sorted((float(r["amount"]), r["kind"]) for r in loaded.tables["transactions"]), loaded


def test_a_column_of_money_given_back_makes_a_refund_beside_the_whole_sale(desk) -> None:
    text = "c,d,a,r,t\nx,2020-01-01,5,2,1\nx,2020-01-02,6,,2\nx,2020-01-03,7,7,3\nx,2020-01-04,8,0,4"
    lines, loaded = _with_money_back(desk, BACK, text, transaction_id="t")
    assert lines == [(-7, "refund"), (-2, "refund"), (5, "sale"), (6, "sale"), (7, "sale"), (8, "sale")]
    sold, back = (sum(abs(a) for a, kind in lines if kind == told) for told in ("sale", "refund"))
    assert back / sold == (2 + 7) / (5 + 6 + 7 + 8), "the refund rate: given back as a share of what was sold"
    assert loaded.account.sources[0].loaded == 4, "a raw row counts once, however many lines it makes"
    assert loaded.account.sources[0].money_loaded == 17, "the account's money stays net"
    ids = {r["transaction_id"] for r in loaded.tables["transactions"]}
    assert ids == {"1", "1-refunded", "2", "3", "3-refunded", "4"}
    assert "r says was given back" in loaded.caveat("money-back-columns").text


def test_a_refund_of_a_column_takes_money_and_no_goods(desk) -> None:
    text = "c,d,a,r,q,k\nx,2020-01-01,5,2,3,4"
    _, loaded = _with_money_back(desk, BACK, text, quantity="q", cost="k")
    assert sorted((float(r["quantity"]), float(r["cost"])) for r in loaded.tables["transactions"]) == [
        (0, 0),
        (3, 4),
    ]


def test_a_mapping_that_takes_refunds_off_as_a_number_is_read_as_money_given_back(desk) -> None:
    text = "c,d,a,amount_refunded\nx,2020-01-01,500,200"
    assert _with_money_back(desk, PLAIN, text)[0] == [(-200, "refund"), (500, "sale")]
    desk.tables.clear()
    cents = Combine("multiply", (PLAIN, Constant("0.01")))
    assert _with_money_back(desk, cents, text)[0] == [(-2, "refund"), (5, "sale")]


def test_other_columns_that_are_taken_off_make_no_refund(desk) -> None:
    off = Combine("subtract", (Take("a"), Combine("first_of", (Take("discount"), Constant("0")))))
    lines, loaded = _with_money_back(desk, off, "c,d,a,discount\nx,2020-01-01,5,2")
    assert lines == [(3, "sale")]
    assert not any(c.code == "money-back-columns" for c in loaded.caveats)


def test_an_order_called_off_with_its_money_given_back_is_no_sale(desk) -> None:
    desk.put("t.csv", "c,d,a,r,s\nx,2020-01-01,5,5,void\nx,2020-01-02,6,1,paid")
    columns = {**BASE, "amount": Mapped(BACK), "kind": Mapped(Marked("s", "refund", values=("void",)))}
    loaded = desk.load(Mapping((Source("transactions", "t.csv", columns),)))
    assert sorted((r["amount"], r["kind"]) for r in loaded.tables["transactions"]) == [
        (-1, "refund"),
        (0, "refund"),
        (6, "sale"),
    ]


def test_only_a_status_of_orders_that_came_back_makes_two_lines_of_one_row() -> None:
    assert comes_back(Source("transactions", "t.csv", {"kind": Mapped(RETURNED)}))
    assert not comes_back(Source("transactions", "t.csv", {"kind": Mapped(Marked("s", "refund", "C"))}))
