import ibis

from custrata.economics.exchange import axes, known_query
from custrata.settings import ExchangeRules, ExchangeWeights


def row(people=9, **columns):
    counts = {f"{name}_n": n for name, n in columns.items()}
    return {"people": people, **counts, **{f"{name}_differs": n > 1 for name, n in columns.items()}}


def test_columns_are_counted_and_one_value_for_all_tells_nobody_apart():
    schema = {"customer_id": "string", "worth": "float64", "tenure": "float64"}
    rows = {"customer_id": ["a", "b", "c"], "worth": [1.0, 2.0, None], "tenure": [5.0, 5.0, 5.0]}
    table = ibis.memtable(rows, schema=schema)
    found = ibis.duckdb.connect().to_pyarrow(known_query(table)).to_pylist()[0]
    assert found == {"people": 3, "worth_n": 2, "worth_differs": True, "tenure_n": 3, "tenure_differs": False}


def test_the_first_sign_of_a_part_stands_and_parts_without_one_are_missing():
    found = axes(row(worth=9, ticket_effort=4, tickets=9, usage=5, tenure=1), ExchangeRules())
    assert [sign.column for sign, _ in found.signs] == ["ticket_effort", "usage"]
    assert found.missing == ("outcome", "satisfaction", "tenure", "response", "discount")
    assert not found.refusal


def test_a_part_that_weighs_nothing_is_left_out():
    rules = ExchangeRules(weights=ExchangeWeights(tenure=0, usage=3))
    found = axes(row(worth=9, usage=9, tenure=9, discount=9), rules)
    assert [(sign.part, weight) for sign, weight in found.signs] == [("usage", 3), ("discount", 1)]


def test_who_recommends_is_known_where_anybody_was_asked():
    assert axes(row(worth=9, recommends=1, referrals=0), ExchangeRules()).advocacy == ("recommends",)


def test_one_part_or_no_value_is_refused_in_words():
    one = axes(row(worth=9, discount=9), ExchangeRules())
    assert one.refusal == "value to the customer is told by discount only, and one part alone is no exchange"
    assert axes(row(worth=9), ExchangeRules()).refusal == "value to the customer is told by nothing"
    worthless = axes(row(worth=0, discount=9, tenure=9), ExchangeRules())
    assert worthless.refusal == "no value to the business is known that differs between customers"
