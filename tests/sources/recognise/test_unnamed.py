from __future__ import annotations

import pytest

from custrata.sources.recognise.unnamed import is_called_customers, speaks_of_customers


@pytest.mark.parametrize(
    ("file", "header", "says"),
    [
        ("transactions.csv", "city,temperature,humidity", False),
        ("table.csv", "name,country,zip", False),
        ("table.csv", "age,city,milk", True),
        ("table.csv", "Annual Income,milk,bread", True),
        ("table.csv", "milk,visits,spend", True),
        ("table.csv", "campaign,clicks,spend", False),
        ("store_visits.csv", "store,week,visits", False),
        ("wholesale customers.csv", "milk,bread,paper", True),
        ("survey 2024.csv", "q1,q2,q3", True),
        ("members.csv", "milk,bread,paper", True),
    ],
)
def test_rows_are_customers_where_columns_or_name_say_so(desk, file: str, header: str, says: bool) -> None:
    assert speaks_of_customers(desk.profile(f"{header}\n1,2,3\n4,5,6", file)) == says


def test_the_name_of_the_table_alone_can_say_it(desk) -> None:
    assert is_called_customers(desk.profile("a,b\n1,2", "our clients.csv"))
    assert not is_called_customers(desk.profile("age,b\n1,2", "weather.csv"))
