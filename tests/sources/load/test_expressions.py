from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import ibis
import pytest

from custrata.sources.contract import Kind
from custrata.sources.load.expressions import Frame
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
    Marked,
    MonthsBefore,
    Negate,
    Take,
    Translate,
    mapping_from_text,
)
from custrata.sources.profile import relation_of

A, B = Take("a"), Take("b")
DAY = dt.date(2020, 3, 31)


def value(desk: Any, a: str, b: str, derivation: Derivation, kind: Kind) -> Any:
    table = desk.put_rows("t.csv", ["a", "b"], [[a, b]])
    relation = relation_of(table)
    (row,) = desk.engine.rows(relation.select(out=Frame(relation, DAY).value(derivation, kind)))
    return row["out"]


@pytest.mark.parametrize(
    ("a", "b", "derivation", "kind", "expected"),
    [
        ("2", "1.5", Combine("multiply", (A, B)), "money", Decimal("3.000000")),
        ("2", "1.5", Combine("subtract", (A, B)), "money", Decimal("0.500000")),
        ("2", "1.5", Combine("add", (A, B, Constant("1"))), "money", Decimal("4.500000")),
        ("3", "2", Combine("divide", (A, B)), "number", Decimal("1.500000")),
        ("3", "0", Combine("divide", (A, B)), "number", None),
        ("999999999999", "999999999999", Combine("multiply", (A, B)), "money", None),
        ("", "x", Combine("first_of", (A, B)), "text", "x"),
        ("Ada", "", Combine("join", (A, B)), "text", "Ada"),
        ("", "", Combine("join", (A, B)), "text", None),
        ("5", "", Negate(A), "money", Decimal("-5.000000")),
        ("1", "", MonthsBefore(A), "date", dt.date(2020, 2, 29)),
        ("Yes", "", AsOf("a"), "date", DAY),
        ("No", "", AsOf("a"), "date", None),
        ("Left", "", AsOf("a", ("left",)), "date", DAY),
        ("", "", AsOf(), "instant", dt.datetime.fromisoformat("2020-03-31T00:00")),
        (
            "2020-01-01",
            "90",
            AddTime(A, B, "minutes"),
            "instant",
            dt.datetime.fromisoformat("2020-01-01T01:30"),
        ),
        ("2020-01-31", "1", AddTime(A, B, "months"), "date", dt.date(2020, 2, 29)),
        ("Won", "", Translate("a", (("Won", "true"), ("Lost", "false"))), "flag", True),
        ("Open", "", Translate("a", (("Won", "true"), ("Lost", "false"))), "flag", None),
        ("C12", "", Marked("a", "refund", "C"), "text", "refund"),
        ("12", "", Marked("a", "refund", "C"), "text", None),
        ("VOID", "", Marked("a", "refund", values=("void",)), "text", "refund"),
        ("0.2", "80", DiscountOf(A, B), "money", Decimal("20.000000")),
        ("1", "0", DiscountOf(A, B), "money", None),
        ("5", "2", LessBack(A, B), "money", Decimal("3.000000")),
        ("5", "", LessBack(A, B), "money", Decimal("5.000000")),
        ("", "2", LessBack(A, B), "money", None),
        ("GTXPro", "", Take("a", read_as=(("GTXPro", "GTX Pro"),)), "id", "GTX Pro"),
        ("1.234,50", "", Take("a", mark="comma"), "money", Decimal("1234.500000")),
        ("7", "", Earliest(A), "integer", 7),
        ("7", "Solved ", Latest(A, "b", ("solved",)), "integer", 7),
        ("7", "Open", Latest(A, "b", ("solved",)), "integer", None),
        ("always", "", Constant("EUR"), "text", "EUR"),
    ],
)
def test_a_derivation_computes(
    desk, a: str, b: str, derivation: Derivation, kind: Kind, expected: Any
) -> None:
    assert value(desk, a, b, derivation, kind) == expected


def test_the_day_may_be_an_expression(desk) -> None:
    table = desk.put_rows("t.csv", ["a"], [["x"]])
    desk.engine.connection.execute("CREATE TABLE the_day AS SELECT DATE '2021-05-06' AS day")
    relation = relation_of(table)
    frame = Frame(relation, ibis.table({"day": "date"}, name="the_day").day.as_scalar())
    assert desk.engine.rows(relation.select(out=frame.value(AsOf(), "date"))) == [
        {"out": dt.date(2021, 5, 6)}
    ]


FAR = "99999999999"


def amounts(desk, derivation):
    """The amounts of two plain lines under a derivation, by the id of the line."""
    desk.put("a.csv", f"id,c,d,x,y\n1,a,2020-01-01,3,{FAR}\n2,b,2020-01-02,4,0.25")
    columns = f"{{transaction_id: id, customer_id: c, occurred_at: d, amount: {derivation}}}"
    loaded = desk.load(
        mapping_from_text(f"tables: {{transactions: [{{source: a.csv, columns: {columns}}}]}}")
    )
    return {row["transaction_id"]: row["amount"] for row in loaded.tables["transactions"]}


def test_a_product_past_the_contract_is_set_aside_and_the_others_stand(desk):
    assert amounts(desk, "{multiply: [x, y, y]}") == {"2": Decimal("0.25")}


def test_a_sum_past_the_contract_is_set_aside_and_the_others_stand(desk):
    most = "{constant: '999999999999'}"
    assert amounts(desk, f"{{subtract: [{{add: [y, {most}]}}, {most}]}}") == {"2": Decimal("0.25")}


def test_a_rate_past_the_contract_gives_no_discount_and_no_error(desk):
    found = amounts(desk, f"{{discount_of: {{rate: {{constant: '-{FAR}9'}}, amount: x}}}}")
    assert found == {"1": Decimal(-3), "2": Decimal(-4)}


def test_an_id_made_for_the_row_is_no_money(desk):
    assert amounts(desk, "{row_id: content}") == {}


def test_a_time_of_more_than_a_thousand_years_gives_no_instant(desk):
    desk.put("t.csv", f"id,c,d,hours\n1,a,2020-01-01,36\n2,b,2020-01-02,{FAR}")
    took = "resolved_at: {add_time: {start: d, amount: hours, unit: UNIT}}"
    columns = f"{{ticket_id: id, customer_id: c, opened_at: d, {took}}}"
    for unit, day in (("hours", "2020-01-02"), ("months", "2023-01-01")):
        text = f"tables: {{tickets: [{{source: t.csv, columns: {columns}}}]}}".replace("UNIT", unit)
        rows = desk.load(mapping_from_text(text)).tables["tickets"]
        found = {row["ticket_id"]: row["resolved_at"] for row in rows}
        assert found["1"].date().isoformat() == day
        assert found["2"] is None


def test_a_tenure_of_more_than_a_thousand_years_gives_no_start(desk):
    desk.put("s.csv", f"id,months\n1,12\n2,{FAR}")
    started = "started_on: {months_before_as_of: months}"
    columns = f"{{subscription_id: id, customer_id: id, mrr: {{constant: '5'}}, {started}}}"
    loaded = desk.load(
        mapping_from_text(f"tables: {{subscriptions: [{{source: s.csv, columns: {columns}}}]}}")
    )
    starts = {row["subscription_id"]: row["started_on"] for row in loaded.tables["subscriptions"]}
    assert starts["1"].isoformat() == "1999-01-01"
    assert starts.get("2") is None
