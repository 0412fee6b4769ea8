from __future__ import annotations

from custrata.sources.mapping import (
    Answer,
    Combine,
    Constant,
    Lookup,
    Mapped,
    Mapping,
    QuestionText,
    RowId,
    Source,
    Take,
)

FEEDBACK = {"answered_at": Mapped(Take("day")), "instrument": Mapped(Constant("survey"))}


def test_a_lookup_finds_its_value_by_a_key_of_any_type_and_nothing_for_a_stranger(desk) -> None:
    desk.put_rows("lines.csv", ["o", "a", "d"], [["1", "5", "2020-01-01"], ["9", "6", "2020-01-01"]])
    desk.put_rows("orders.parquet", ["id", "who"], [[1, "x"], [2, "y"]], {"id": "integer"})
    who = Lookup("orders.parquet", "o", "id", Take("who"))
    columns = {"customer_id": Mapped(who), "occurred_at": Mapped(Take("d")), "amount": Mapped(Take("a"))}
    rows = desk.load(Mapping((Source("transactions", "lines.csv", columns),))).tables["transactions"]
    assert sorted((r["amount"], r["customer_id"]) for r in rows) == [(5, "x"), (6, None)]


def test_a_key_that_stands_twice_does_not_double_the_rows(desk) -> None:
    desk.put("lines.csv", "o,a,d\n1,5,2020-01-01")
    desk.put("orders.csv", "id,who\n1,x\n1,y")
    who = Combine("first_of", (Lookup("orders.csv", "o", "id", Take("who")), Constant("z")))
    columns = {"customer_id": Mapped(who), "occurred_at": Mapped(Take("d")), "amount": Mapped(Take("a"))}
    rows = desk.load(Mapping((Source("transactions", "lines.csv", columns),))).tables["transactions"]
    assert [r["customer_id"] for r in rows] == ["y"]


def test_an_id_from_the_row_is_the_same_in_every_use_of_the_row(desk) -> None:
    desk.put("t.csv", "day,q1,q2,age\n2020-01-01,1,2,30\n2020-01-01,1,2,30\n2020-01-01,3,,40")
    answers = {
        **FEEDBACK,
        "customer_id": Mapped(RowId()),
        "question": Mapped(QuestionText()),
        "rating": Mapped(Answer()),
    }
    mapping = Mapping(
        (
            Source(
                "customers", "t.csv", {"customer_id": Mapped(RowId())}, {"age": Take("age", type="number")}
            ),
            Source("feedback", "t.csv", answers, answers=("q1", "q2")),
        )
    )
    loaded = desk.load(mapping)
    ids = {r["customer_id"] for r in loaded.tables["customers"]}
    assert len(ids) == 3
    assert {r["customer_id"] for r in loaded.tables["feedback"]} == ids
    assert sorted((r["question"], r["rating"]) for r in loaded.tables["feedback"]) == [
        ("q1", 1), ("q1", 1), ("q1", 3), ("q2", 2), ("q2", 2),
    ]  # fmt: skip


def test_only_rows_with_the_column_filled_count_where_that_is_asked(desk) -> None:
    desk.put("t.csv", "day,score\n2020-01-01,5\n2020-01-01,")
    columns = {**FEEDBACK, "rating": Mapped(Take("score"))}
    loaded = desk.load(Mapping((Source("feedback", "t.csv", columns, where=("score",)),)))
    assert len(loaded.tables["feedback"]) == 1
