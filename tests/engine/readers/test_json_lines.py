from __future__ import annotations

import json

import pytest


def test_numbers_keep_their_digits_and_nested_values_stay_json(read):
    found, (rows,) = read(
        a__jsonl='{"a": 1.10, "b": [1, {"c": 2.50}], "d": true}\n{"a": 12345678901234567890123}\n'
    )
    assert [c.name for c in found.tables[0].columns] == ["a", "b", "d"]
    assert rows == [("1.10", '[1,{"c":2.50}]', "true", 1), ("12345678901234567890123", None, None, 2)]


def test_columns_that_come_late_are_columns_too(read):
    lines = [json.dumps({"a": n}) for n in range(25_000)] + [json.dumps({"late": "x", "A": 1})]
    found, (rows,) = read(a__jsonl="\n".join(lines))
    assert [c.name for c in found.tables[0].columns] == ["a", "late", "A_2"]
    assert [rows[0], rows[24_999], rows[25_000]] == [
        *(("0", None, None, 1), ("24999", None, None, 25_000), (None, "x", "1", 25_001))
    ]


def test_lines_that_are_no_objects_are_rejected_with_their_reason(read):
    found, (rows,) = read(a__jsonl='{"a": 1}\n{"a": \n\n[1]\n' + "[" * 50_000 + '\n{"a": NaN}\n')
    assert rows == [("1", 1), (None, 2)]
    assert [(r.line, r.reason) for r in found.tables[0].rejected] == [
        *((2, "not valid JSON"), (4, "not an object"), (5, "nested too deeply"))
    ]


@pytest.mark.parametrize(
    "text", ['[{"a": 1},\n {"a": 2}]', '{"data": [{"a": 1}, {"a": 2}], "n": 2}', '[\n{"a":1},{"a":2}]']
)
def test_an_array_of_objects_is_a_table(read, text):
    _, rows = read(a__json=text)
    assert rows == [[("1", 1), ("2", 2)]]


@pytest.mark.parametrize("text", ["[1, 2", "5", '"x"', "[]", "{}", "[" * 100_000, '{"a": {"b": 1}'])
def test_other_json_is_no_table(read, text):
    found, _ = read(a__json=text)
    assert found.tables == ()
    assert "JSON" in found.unread[0].reason
