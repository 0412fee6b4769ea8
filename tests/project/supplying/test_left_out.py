import csv

import pytest

from custrata.project.building import build_project
from custrata.project.place import settings_of
from custrata.project.supplying.left_out import MASK, left_out, left_out_csv, reasons_of


@pytest.fixture
def built(shop):
    text = (shop.data / "orders.csv").read_text(encoding="utf-8")
    (shop.data / "orders.csv").write_text(
        text + "99,c1,01.05.2025,=1+1\n98,c2,ada@example.org,5\n", encoding="utf-8"
    )
    build_project(shop, settings_of(shop))
    return shop


def test_reasons_and_rows_add_up_to_the_account(built):
    rows, total = left_out(built, persons=True)
    assert total == len(rows) == sum(number for _, number in reasons_of(built)) == 3
    assert {row.value for row in rows} == {"31.02.2025", "=1+1", "ada@example.org"}


def test_one_reason_and_one_page_of_rows(built):
    reason = next(reason for reason, number in reasons_of(built) if number == 2)
    rows, total = left_out(built, reason=reason, start=1, count=1)
    assert (len(rows), total, rows[0].reason) == (1, 2, reason)


def test_values_that_name_a_person_are_hidden_from_who_may_not_see_them(built):
    rows, _ = left_out(built, persons=False)
    assert MASK in {row.value for row in rows}
    assert "ada@example.org" not in "".join(left_out_csv(built))
    assert "ada@example.org" in "".join(left_out_csv(built, persons=True))


def test_the_file_holds_no_formula(built):
    rows = list(csv.DictReader(left_out_csv(built, persons=True)))
    assert len(rows) == 3
    assert "'=1+1" in {row["value"] for row in rows}


def test_before_a_build_there_is_nothing(shop):
    assert reasons_of(shop) == ()
    assert left_out(shop) == ((), 0)
