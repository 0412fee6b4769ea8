from __future__ import annotations

from custrata.sources.recognise.roles import by_values, is_nameless, keys_of, parents

SAMPLE = "column_1,column_2,column_3,column_4,column_5\n" + "\n".join(
    f"{n % 40 + 100:05d},{n % 40:04d},1997{n % 12 + 1:02d}01,{n % 3 + 1},{n + 0.5:.2f}" for n in range(200)
)


def test_a_file_without_header_is_read_by_its_values(desk) -> None:
    profile = desk.profile(SAMPLE)
    assert is_nameless(profile)
    found = by_values(profile)
    assert {n: c.name for n, c in found.columns.items()} == {
        "customer_id": "column_1", "occurred_at": "column_3", "amount": "column_5", "quantity": "column_4",
    }  # fmt: skip


def test_two_columns_of_money_without_names_are_left_alone(desk) -> None:
    lines = "\n".join(f"{n % 40},1997{n % 12 + 1:02d}01,{n + 0.5},{n + 0.25}" for n in range(200))
    assert by_values(desk.profile("c1,c2,c3,c4\n" + lines)) is None


def test_keys_are_found_by_role_and_parents_are_the_unique_ones(desk) -> None:
    orders = desk.profile("order_id,customer_id,product_id\n1,a,p1\n2,a,p1\n3,b,p2")
    customers = desk.profile("id,name\na,Ada\nb,Bob", "customers.csv")
    assert {(k.role, k.column.name) for k in keys_of(orders)} == {
        ("order", "order_id"), ("customer", "customer_id"), ("product", "product_id"),
    }  # fmt: skip
    assert {(k.role, k.column.name) for k in parents((orders, customers))} == {
        ("order", "order_id"),
        ("customer", "id"),
    }
