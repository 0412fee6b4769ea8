import csv

import pyarrow.parquet as pq
import pytest

from custrata.errors import DeliveryError
from custrata.project.customer_list import all_customers, top_customers, write_customers
from custrata.project.project import Project


@pytest.fixture(scope="module")
def shop(tmp_path_factory):
    folder = tmp_path_factory.mktemp("shop")
    orders = ["order_id,customer_id,order_date,amount"]
    orders += [f"{n},c{n % 5},2025-0{1 + n % 9}-11,{10 * (1 + n % 5)}" for n in range(40)]
    people = ["customer_id,name", "c0,=HYPERLINK(1)", "c1,Ann", "c2,-5", "c3,@here", "c4,Bo"]
    (folder / "orders.csv").write_text("\n".join(orders), encoding="utf-8")
    (folder / "customers.csv").write_text("\n".join(people), encoding="utf-8")
    Project(folder).build()
    return folder


def test_the_most_valuable_come_first(shop):
    heads, rows, count = top_customers(shop, 2)
    assert count == 5
    assert [row[heads.index("customer_id")] for row in rows] == ["c4", "c3"]


def test_all_customers_go_to_a_file_sorted_by_id(shop, tmp_path):
    assert write_customers(shop, tmp_path / "out.parquet") == 5
    assert pq.read_table(tmp_path / "out.parquet")["customer_id"].to_pylist() == [
        "c0",
        "c1",
        "c2",
        "c3",
        "c4",
    ]
    assert all_customers(shop).num_rows == 5


def test_what_a_spreadsheet_would_run_is_text_and_numbers_stay_numbers(shop, tmp_path):
    write_customers(shop, tmp_path / "out.csv")
    with (tmp_path / "out.csv").open(encoding="utf-8") as file:
        rows = {row["customer_id"]: row for row in csv.DictReader(file)}
    assert rows["c0"]["name"] == "'=HYPERLINK(1)"
    assert rows["c3"]["name"] == "'@here"
    assert float(rows["c4"]["revenue"]) == 400.0
    assert not list(tmp_path.glob(".*"))


def test_another_ending_is_refused(shop, tmp_path):
    with pytest.raises(DeliveryError, match=r"\.csv or \.parquet"):
        write_customers(shop, tmp_path / "out.docx")
