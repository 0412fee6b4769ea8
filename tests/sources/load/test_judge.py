from __future__ import annotations

from dataclasses import replace

import pytest

from custrata.settings import Settings
from custrata.sources.load import plan
from custrata.sources.mapping import Constant, Mapped, Mapping, Source, Take
from custrata.sources.raw import ROW


def of(columns: dict[str, str], table: str = "transactions", source: str = "t.csv") -> Mapping:
    return Mapping((Source(table, source, {n: Mapped(Take(c)) for n, c in columns.items()}),))


COLUMNS = {"transaction_id": "id", "customer_id": "c", "occurred_at": "d", "amount": "a"}


def test_rows_with_the_same_key_keep_one_and_tell_repeats_from_conflicts(desk) -> None:
    desk.put(
        "t.csv",
        "id,c,d,a\n1,x,2020-01-01,5\n1,x,2020-01-01,5\n2,x,2020-01-01,5\n2,y,2020-01-01,6\n3,x,2020-01-01,7",
    )
    loaded = desk.load(of(COLUMNS))
    assert sorted(r["transaction_id"] for r in loaded.tables["transactions"]) == ["1", "2", "3"]
    assert sorted((r["value"], r["reason"]) for r in loaded.set_aside) == [
        ("1", "repeats the row of the same transaction_id"),
        ("2", "another row has the same transaction_id"),
    ]


def test_of_two_conflicting_rows_the_same_one_stays_whatever_their_order(desk) -> None:
    kept = []
    for rows in (["2,x,2020-01-01,5", "2,y,2020-01-01,6"], ["2,y,2020-01-01,6", "2,x,2020-01-01,5"]):
        desk.tables.clear()
        desk.put("t.csv", "id,c,d,a\n" + "\n".join(rows))
        kept.append(desk.load(of(COLUMNS)).tables["transactions"])
    assert kept[0] == kept[1]


def test_equal_rows_without_a_key_are_real_and_get_ids_of_their_own(desk) -> None:
    desk.put("t.csv", "c,d,a\nx,2020-01-01,5\nx,2020-01-01,5\ny,2020-01-01,5")
    rows = desk.load(of({n: c for n, c in COLUMNS.items() if n != "transaction_id"})).tables["transactions"]
    ids = sorted(r["transaction_id"] for r in rows)
    assert len(set(ids)) == 3
    assert sum(i.endswith("-2") for i in ids) == 1


def test_a_key_that_is_empty_sets_its_row_aside(desk) -> None:
    desk.put("t.csv", "id,n\n1,x\n,y")
    loaded = desk.load(of({"customer_id": "id", "name": "n"}, "customers"))
    assert [(r["column"], r["reason"]) for r in loaded.set_aside] == [("id", "customer_id is empty")]


def test_an_answer_without_a_customer_stays(desk) -> None:
    desk.put("t.csv", "c,d,i,r\n,2020-01-01,nps,5")
    columns = {"customer_id": "c", "answered_at": "d", "instrument": "i", "rating": "r"}
    assert len(desk.load(of(columns, "feedback")).tables["feedback"]) == 1


def test_a_rating_outside_its_scale_is_set_aside_with_row_and_reason(desk) -> None:
    desk.put("t.csv", "c,d,r\na,2020-01-01,5\nb,2020-01-01,9\nc,2020-01-01,\nd,2020-01-01,0.5")
    columns = {"customer_id": "c", "answered_at": "d", "rating": "r"}
    said = {
        n: Mapped(Constant(v)) for n, v in (("instrument", "csat"), ("rating_min", "1"), ("rating_max", "5"))
    }
    source = of(columns, "feedback").sources[0]
    loaded = desk.load(Mapping((replace(source, columns={**source.columns, **said}),)))
    assert sorted(r["customer_id"] for r in loaded.tables["feedback"]) == ["a", "c"]
    assert sorted((r["column"], r["value"], r["reason"]) for r in loaded.set_aside) == [
        ("r", "0.5", "the rating lies outside the scale from 1 to 5"),
        ("r", "9", "the rating lies outside the scale from 1 to 5"),
    ]
    assert "2 ratings lie outside the scale from 1 to 5" in loaded.caveat("off-scale-ratings").text


def test_a_rating_of_unknown_scale_is_kept(desk) -> None:
    desk.put("t.csv", "c,d,i,r\na,2020-01-01,ces,9")
    columns = {"customer_id": "c", "answered_at": "d", "instrument": "i", "rating": "r"}
    assert len(desk.load(of(columns, "feedback")).tables["feedback"]) == 1


@pytest.mark.parametrize("once", [True, False])
def test_repeats_sought_in_what_is_kept_are_those_sought_on_the_way(desk, once: bool) -> None:
    rows = "1,x,2020-01-01,5\n2,x,2020-01-01,5\n,x,2020-01-01,5\n" + (
        "" if once else "1,x,2020-01-01,5\n2,y,2020-01-01,6"
    )
    desk.put("t.csv", f"id,c,d,a\n{rows}")
    planned = plan(of(COLUMNS), desk.folder, Settings())
    ((name, keyed),) = planned.keyed.items()
    on_the_way = desk.engine.rows(planned.staged[name].order_by(ROW))
    desk.engine.keep(name, keyed.rows)
    assert desk.engine.rows(keyed.once) == [{"once": once}]
    assert desk.engine.rows(keyed.unrepeated.order_by(ROW)) == on_the_way
    assert once == (desk.engine.rows(keyed.rows.order_by(ROW)) == on_the_way)
