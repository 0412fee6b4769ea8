from __future__ import annotations

import ibis

from custrata.sources.load.merge import merged


def part(desk, name: str, **columns: list) -> ibis.Table:
    table = desk.put_rows(name, list(columns), list(zip(*columns.values(), strict=True)))
    return ibis.table(dict.fromkeys(columns, "string"), name=table.relation)


def test_the_first_table_that_has_a_value_gives_it(desk) -> None:
    first = part(desk, "1", id=["a", "b"], x=["1", None])
    second = part(desk, "2", id=["b", "c"], x=["2", "3"], y=["8", "9"])
    rows = desk.engine.rows(merged([first, second], "id").order_by("id"))
    assert rows == [
        {"id": "a", "x": "1", "y": None},
        {"id": "b", "x": "2", "y": "8"},
        {"id": "c", "x": "3", "y": "9"},
    ]


def test_one_table_stays_as_it_is(desk) -> None:
    only = part(desk, "1", id=["a"])
    assert merged([only], "id") is only
