from __future__ import annotations

import pytest

from custrata.engine.readers.delimited.plan import plan_reading
from custrata.errors import InputError


@pytest.fixture
def planned(place, tmp_path):
    def write_and_plan(content):
        (place / "a.csv").write_text(content, newline="")
        return plan_reading(place / "a.csv", tmp_path)

    return write_and_plan


def test_what_was_assumed_is_noted(planned):
    plan = planned("Report\n\nid;name;sum\n1;Ann;2\n2;Bob;3\n")
    assert (plan.headers, plan.begins) == (("id", "name", "sum"), 4)
    assert plan.notes == ("separator ;", "header in line 3")


def test_a_broken_first_row_still_counts(planned):
    assert planned('a,b\n1,"x\n2,y\n3,z\n').begins == 2


def test_a_header_over_two_lines_is_no_work_for_a_strict_parser(planned):
    plan = planned('id,"order\ndate"\n1,2024-01-01\n2,2024-01-02\n')
    assert (plan.headers, plan.by_the_book) == (("id", "order\ndate"), False)


def test_rows_that_often_stop_early_are_ragged(planned):
    assert planned("a,b,c\n1,2\n1,2,3\n4,5\n").ragged
    assert not planned("a,b,c\n" + "1,2,3\n" * 50 + "1,2\n").ragged


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("a,b,c\n", "a header and no rows"),
        ("\n \n,,\n", "holds no rows"),
        ("<html><table></table></html>", "a web page"),
        ('"a;b"\n"1;2"\n"3;4"\n', "no separator cuts them"),
        ("This is a letter to you, dear friend.\nIt is long.\nAnd no table.\n", "looks like prose"),
    ],
)
def test_what_is_no_table_is_refused_with_the_reason(planned, content, reason):
    with pytest.raises(InputError, match=reason) as refused:
        planned(content)
    assert refused.value.remedy
