from __future__ import annotations

import pytest

from custrata.engine.readers.layout import find_layout, is_total, kind_of, names_columns, table_width


@pytest.mark.parametrize(
    ("cell", "kind"),
    [
        ("1", "number"),
        ("-1,234.50", "number"),
        ("1.234,56", "number"),
        ("$5", "number"),
        ("12%", "number"),
        ("(3.20)", "number"),
        (".5", "number"),
        ("1e6", "number"),
        ("2017-01-31", "date"),
        ("1/2/2017 10:30", "date"),
        ("10:30:00", "date"),
        ("C-001", "text"),
        ("Paris", "text"),
        ("", "empty"),
    ],
)
def test_a_cell_looks_like_a_number_a_date_or_a_text(cell, kind):
    assert kind_of(cell) == kind


def test_a_header_below_titles_is_found():
    layout = find_layout(
        [["Report"], ["made in May"], ["id", "name", "sum"], ["1", "Ann", "2"], ["2", "Bob", "3"]]
    )
    assert (layout.header, layout.body, layout.headers) == (2, 3, ("id", "name", "sum"))


def test_titles_padded_with_empty_cells_are_no_header():
    rows = [["Report", "", ""], ["id", "name", "sum"], ["1", "Ann", "2"], ["2", "Bob", "3"]]
    assert find_layout(rows).header == 1


@pytest.mark.parametrize(
    ("first", "rows", "named"),
    [
        (["id", "name"], [["1", "Ann"], ["2", "Bob"]], True),
        (["1", "Ann"], [["2", "Bob"], ["3", "Cy"]], False),
        (["region", "2019", "2020"], [["north", "10", "11"], ["south", "12", "13"]], True),
        (
            ["C-001", "gold"],
            [["C-002", "gold"], ["C-003", "gold"], ["C-004", "gold"], ["C-005", "gold"]],
            False,
        ),
        (["customer", "tier"], [["Ann", "gold"], ["Bob", "gold"], ["Cy", "silver"]], True),
        (["a", "b"], [], True),
        (["1", "2"], [], False),
    ],
)
def test_names_differ_from_values(first, rows, named):
    assert names_columns(first, rows) is named


def test_a_header_with_one_name_less_than_cells_leaves_the_first_column_without_a_name():
    layout = find_layout([["x", "y"], ["a", "5", "6"], ["b", "7", "8"], ["c", "1", "2"]])
    assert (layout.headers, layout.body) == (("", "x", "y"), 1)


def test_cells_that_are_always_empty_at_the_end_do_not_shift_the_header():
    assert find_layout([["x", "y"], ["5", "6", ""], ["7", "8", ""]]).headers == ("x", "y", "")


def test_survey_exports_have_three_header_lines():
    rows = [
        ["Q1", "Q2"],
        ["How?", "Why?"],
        ['{"ImportId":"QID1"}', '{"ImportId":"QID2"}'],
        ["5", "so"],
        ["6", "no"],
    ]
    layout = find_layout(rows)
    assert (layout.headers, layout.body) == (("Q1", "Q2"), 3)


def test_wide_records_weigh_more_than_titles():
    assert table_width([["t"], ["t"], ["t"], ["a", "b", "c", "d"], ["a", "b", "c", "d"]]) == 4


@pytest.mark.parametrize(
    ("cells", "total"),
    [
        (("Total", "", "12"), True),
        (("", "Grand total", "", "12"), True),
        (("17 rows selected", "", ""), True),
        (("Total", "x", "12"), False),
        (("7", "Total Wine", "12"), False),
        (("Summer", "", ""), False),
        (("", "", ""), False),
    ],
)
def test_a_total_leaves_cells_empty(cells, total):
    assert is_total(cells) is total
