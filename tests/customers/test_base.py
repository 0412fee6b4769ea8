import datetime as dt

import ibis
import pytest

from custrata.customers import Base, dimension_named, stated_name, stated_provided
from custrata.settings import Settings
from custrata.vocabulary import Relationship


@pytest.fixture
def base():
    customers = ibis.table(
        {
            "customer_id": "string",
            "name": "string",
            "country": "string",
            "stated_age": "string",
            "age": "int64",
        },
        name="customers",
    )
    provided = frozenset(
        {"customers.customer_id", "customers.name", "customers.country", "customers.stated_age"}
    )
    day = dt.date(2024, 1, 1)
    return Base({"customers": customers}, provided, day, {}, Relationship.UNKNOWN, "", Settings())


def test_a_base_has_a_column_only_when_it_holds_data(base):
    assert base.has("customers.country", "customers.name")
    assert not base.has("customers.country", "customers.region")


def test_attributes_are_what_the_source_brought_without_keys_and_names(base):
    assert base.attributes == ("country", "stated_age")


def test_a_base_having_more_leaves_the_first_as_it_was(base):
    wider = base.having({"orders": base.tables["customers"]}, frozenset({"customers.age"}), ("country",))
    assert (sorted(wider.tables), wider.dimensions) == (["customers", "orders"], ("country",))
    assert wider.has("customers.age")
    assert "age" not in wider.attributes
    assert (sorted(base.tables), base.dimensions) == (["customers"], ())


def test_an_attribute_with_the_name_of_a_computed_column_is_kept_as_stated():
    assert [stated_name(c) for c in ("age", "stage", "new", "income", "status", "customer_id")] == [
        "stated_age",
        "stated_stage",
        "stated_new",
        "income",
        "status",
        "customer_id",
    ]


def test_only_columns_of_customers_are_kept_as_stated():
    provided = frozenset({"customers.stage", "opportunities.stage"})
    assert stated_provided(provided) == {"customers.stated_stage", "opportunities.stage"}


@pytest.mark.parametrize("name", ["amount", "orders", "revenue", "total", "n", "low", "discount"])
def test_an_attribute_called_as_a_column_of_measures_is_kept_as_stated(name):
    assert stated_name(name) == f"stated_{name}"
    assert dimension_named(name, [f"stated_{name}"]) == f"stated_{name}"
    assert dimension_named(name, [name]) == name
