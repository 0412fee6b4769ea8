from __future__ import annotations


def test_people_get_a_name_from_its_two_parts(desk) -> None:
    desk.put(
        "contacts.csv", "contact_id,account_id,first name,last name,email\n1,a,Ada,L,a@b.de\n2,a,Bob,M,c@d.de"
    )
    assert desk.said("people")["name"] == "first name and last name"


def test_columns_are_taken_as_they_are(desk) -> None:
    desk.put("products.csv", "product_id,title,department\n1,Mug,Kitchen\n2,Cup,Kitchen")
    assert desk.said("products") == {"product_id": "product_id", "name": "title", "category": "department"}
