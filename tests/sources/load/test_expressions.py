"""A cell far beyond any sense costs its own row or value, never the build."""

from decimal import Decimal

from custrata.sources.mapping import mapping_from_text

FAR = "99999999999"


def amounts(desk, derivation):
    """The amounts of two plain lines under a derivation, by the id of the line."""
    desk.put("a.csv", f"id,c,d,x,y\n1,a,2020-01-01,3,{FAR}\n2,b,2020-01-02,4,0.25")
    columns = f"{{transaction_id: id, customer_id: c, occurred_at: d, amount: {derivation}}}"
    loaded = desk.load(
        mapping_from_text(f"tables: {{transactions: [{{source: a.csv, columns: {columns}}}]}}")
    )
    return {row["transaction_id"]: row["amount"] for row in loaded.tables["transactions"]}


def test_a_product_past_the_contract_is_set_aside_and_the_others_stand(desk):
    assert amounts(desk, "{multiply: [x, y, y]}") == {"2": Decimal("0.25")}


def test_a_sum_past_the_contract_is_set_aside_and_the_others_stand(desk):
    most = "{constant: '999999999999'}"
    assert amounts(desk, f"{{subtract: [{{add: [y, {most}]}}, {most}]}}") == {"2": Decimal("0.25")}


def test_a_rate_past_the_contract_gives_no_discount_and_no_error(desk):
    found = amounts(desk, f"{{discount_of: {{rate: {{constant: '-{FAR}9'}}, amount: x}}}}")
    assert found == {"1": Decimal(-3), "2": Decimal(-4)}


def test_an_id_made_for_the_row_is_no_money(desk):
    assert amounts(desk, "{row_id: content}") == {}


def test_a_time_of_more_than_a_thousand_years_gives_no_instant(desk):
    desk.put("t.csv", f"id,c,d,hours\n1,a,2020-01-01,36\n2,b,2020-01-02,{FAR}")
    took = "resolved_at: {add_time: {start: d, amount: hours, unit: UNIT}}"
    columns = f"{{ticket_id: id, customer_id: c, opened_at: d, {took}}}"
    for unit, day in (("hours", "2020-01-02"), ("months", "2023-01-01")):
        text = f"tables: {{tickets: [{{source: t.csv, columns: {columns}}}]}}".replace("UNIT", unit)
        rows = desk.load(mapping_from_text(text)).tables["tickets"]
        found = {row["ticket_id"]: row["resolved_at"] for row in rows}
        assert found["1"].date().isoformat() == day
        assert found["2"] is None


def test_a_tenure_of_more_than_a_thousand_years_gives_no_start(desk):
    desk.put("s.csv", f"id,months\n1,12\n2,{FAR}")
    started = "started_on: {months_before_as_of: months}"
    columns = f"{{subscription_id: id, customer_id: id, mrr: {{constant: '5'}}, {started}}}"
    loaded = desk.load(
        mapping_from_text(f"tables: {{subscriptions: [{{source: s.csv, columns: {columns}}}]}}")
    )
    starts = {row["subscription_id"]: row["started_on"] for row in loaded.tables["subscriptions"]}
    assert starts["1"].isoformat() == "1999-01-01"
    assert starts.get("2") is None
