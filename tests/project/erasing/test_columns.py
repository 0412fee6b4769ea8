from __future__ import annotations

from custrata.project.erasing.columns import columns_of_tables


def test_the_mapping_says_which_columns_hold_keys(shop):
    tables = columns_of_tables(shop)
    assert tables["contacts.csv"] == {"Contact ID": "person", "Customer ID": "customer", "Email": "email"}
    assert tables["invoices.csv"] == {"Customer ID": "customer"}
    shop.mapping.unlink()
    assert columns_of_tables(shop) == {}
