from __future__ import annotations

from dataclasses import replace

PRODUCTS = "product_id,name,category_id\np1,Apple,1\np2,Pear,1\np3,Chair,2"
CATEGORY = "name of {}, by category_id"


def test_a_category_by_its_id_is_named_by_the_table_of_that_key(desk) -> None:
    desk.put("products.csv", PRODUCTS)
    desk.put("kinds.csv", "category_id,name\n1,Fruit\n2,Furniture")
    mapping = desk.guess()
    (source,) = mapping.of("products")
    assert str(source.columns["category"].derivation) == CATEGORY.format("kinds.csv")
    assert {u.source: u.reason for u in mapping.unused} == {
        "kinds.csv": "only its names are looked up, by products.csv"
    }
    held = {r["product_id"]: r["category"] for r in desk.load(mapping).tables["products"]}
    assert held == {"p1": "Fruit", "p2": "Fruit", "p3": "Furniture"}


def test_the_key_may_be_the_plain_id_of_a_table_of_categories(desk) -> None:
    desk.put("products.csv", PRODUCTS)
    desk.put("categories.csv", "id,label,rank\n1,Fruit,5\n2,Furniture,6")
    assert desk.said("products")["category"] == "label of categories.csv, by category_id"


def test_a_declared_foreign_key_is_followed_whatever_its_name(desk) -> None:
    text = PRODUCTS.replace("category_id", "genre_id")
    table = desk.put("shop.db", text, refers={"genre_id": ("Kinds", "k")})
    desk.tables[0] = replace(table, source="shop.db#Products", part="Products")
    kinds = desk.put("shop.db", "k,title\n1,Fruit\n2,Furniture")
    desk.tables[1] = replace(kinds, source="shop.db#Kinds", part="Kinds")
    assert desk.said("products")["category"] == "title of shop.db#Kinds, by genre_id"


def test_a_table_that_does_not_know_all_ids_names_none(desk) -> None:
    desk.put("products.csv", PRODUCTS)
    desk.put("kinds.csv", "category_id,name\n1,Fruit\n9,Furniture")
    assert "category" not in desk.said("products")


def test_a_bare_number_that_nothing_names_is_no_category_and_that_is_said(desk) -> None:
    desk.put("products.csv", PRODUCTS)
    mapping = desk.guess()
    assert "category" not in mapping.of("products")[0].columns
    assert mapping.notes == (
        "In products.csv, category_id holds numbers that no table names: it is not taken for the category of "
        "products.",
    )


def test_a_category_in_words_is_taken_as_it_is(desk) -> None:
    desk.put("products.csv", "product_id,name,category\np1,Apple,Fruit\np2,Pear,Fruit\np3,Chair,Furniture")
    mapping = desk.guess()
    assert str(mapping.of("products")[0].columns["category"].derivation) == "category"
    assert mapping.notes == ()


def test_a_bare_number_in_wide_rows_is_no_category_either(desk) -> None:
    head = "order_id,customer_id,date,amount,product_id,product name,category"
    desk.put("sales.csv", f"{head}\n1,a,2020-01-01,5,p1,Apple,1\n2,b,2020-01-02,6,p2,Pear,2")
    assert set(desk.said("products")) == {"product_id", "name"}
