from __future__ import annotations

import pytest


def wide(desk, *, in_two, head="order_id,customer_id,date,amount,segment,region,state,city"):
    """Twenty customers of three orders; so many of them have their last one sent to another region."""
    rows = []
    for n in range(60):
        who = n % 20
        place = "north" if n < 40 or who >= in_two else "south"
        rows.append(f"o{n},c{who},2020-01-{n % 28 + 1:02d},{n}.5,s{who % 3},{place},{place} state,t{n % 7}")
    desk.put("sales.csv", f"{head}\n" + "\n".join(rows))


def test_a_place_that_varies_within_the_customer_stays_with_the_order_and_is_said(desk) -> None:
    wide(desk, in_two=15)
    mapping = desk.guess()
    (source,) = mapping.of("customers")
    assert (list(source.columns), list(source.attributes)) == (["customer_id"], ["segment"])
    said = [note for note in mapping.notes if "region" in note]
    assert said == [
        "In sales.csv, region varies within 75% of the 20 customers with more than one order: it belongs "
        "to the order and is not an attribute of the customer."
    ]
    assert ["state" in " ".join(mapping.notes), "city" in " ".join(mapping.notes)] == [True, True]


@pytest.mark.parametrize(("in_two", "kept"), [(0, True), (1, True), (2, False)])
def test_from_95_percent_with_one_value_on_it_is_the_customers(desk, in_two, kept) -> None:
    wide(desk, in_two=in_two)
    assert ("region" in desk.source("customers").columns) is kept


def test_the_next_column_that_reads_as_the_region_takes_its_place_when_it_is_constant(desk) -> None:
    lines = [f"o{n},c{n % 20},2020-01-02,5,r{n % 3},s{n % 20 % 4}" for n in range(60)]
    desk.put("sales.csv", "order_id,customer_id,date,amount,region,state\n" + "\n".join(lines))
    assert desk.said("customers")["region"] == "state"


def test_lines_of_one_order_do_not_speak_for_a_customer(desk) -> None:
    # Twenty customers of one order with two lines each, and twelve who moved between two orders.
    lines = [f"o{n % 20},c{n % 20},2020-01-02,5,r{n % 20 % 3}" for n in range(40)]
    lines += [f"p{n},d{n % 12},2020-01-02,5,r{n // 12}" for n in range(24)]
    desk.put("sales.csv", "order_id,customer_id,date,amount,region\n" + "\n".join(lines))
    (note,) = desk.guess().notes
    assert "region varies within all of the 12 customers with more than one order" in note


def test_a_column_with_more_values_than_customers_is_the_orders(desk) -> None:
    lines = [f"o{n},c{n % 5},2020-01-02,5,r{n}" for n in range(80)]
    desk.put("sales.csv", "order_id,customer_id,date,amount,region\n" + "\n".join(lines))
    mapping = desk.guess()
    assert mapping.of("customers") == ()
    assert "region has more values than there are customers" in mapping.notes[0]


def test_a_name_spelled_in_two_ways_still_names_the_customer(desk) -> None:
    lines = [f"o{n},c{n % 20},2020-01-02,5,{'N' if n < 30 else 'n'}{n % 20}" for n in range(60)]
    desk.put("sales.csv", "order_id,customer_id,date,amount,customer name\n" + "\n".join(lines))
    assert desk.said("customers")["name"] == "customer name"


def test_what_is_constant_for_a_customer_is_split_out_and_what_varies_is_not(desk) -> None:
    rows = [f"c{n % 12},2020-01-{n % 28 + 1:02d},{n}.5,s{n % 12 % 3},w{n % 5},DE" for n in range(60)]
    desk.put("sales.csv", "customer_id,date,amount,segment,way,country\n" + "\n".join(rows))
    source = desk.source("customers")
    assert (source.one_row_per, list(source.attributes), list(source.columns)) == (
        ("customer_id",), ["segment"], ["customer_id", "country"],
    )  # fmt: skip
