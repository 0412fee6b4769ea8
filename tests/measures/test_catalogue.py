import random

import pytest
from tests.companies import Company, at, sale, spell

from custrata.errors import SettingError
from custrata.measures import (
    CATALOGUE,
    choose_dimensions,
    dimension_sizes_query,
    plan,
    standard_requests,
    unanswered,
)
from custrata.measures.catalogue import MAIN, SERIES
from custrata.settings import Settings
from custrata.sources.contract import CONTRACT

COMPANY = [{"customer_id": c, "country": n, "region": c} for c, n in zip("abcdef", "xxyyzz", strict=True)]


def lines():
    rows = random.Random(7)
    return [
        sale(
            rows.choice("abcdef"),
            f"202{rows.randrange(2, 5)}-0{rows.randrange(1, 9)}-11",
            rows.randrange(-50, 900),
            cost=7,
        )
        for _ in range(300)
    ]


@pytest.fixture(scope="module")
def shop():
    return Company().has("customers", COMPANY).has("transactions", lines())


@pytest.fixture(scope="module")
def base(shop):
    return shop.base().having(dimensions=("country",))


def test_the_catalogue_is_sorted_and_every_measure_says_what_it_is():
    assert list(CATALOGUE) == sorted(CATALOGUE)
    for name, measure in CATALOGUE.items():
        assert name == measure.id
        assert measure.formulas
        assert measure.definition.endswith("."), name
        assert measure.title
        assert measure.n_of


def test_the_main_measures_and_series_are_in_the_catalogue():
    assert {*MAIN, *(name for name, _ in SERIES)} <= set(CATALOGUE)


def test_the_standard_set_asks_every_measure_in_each_of_its_periods(base):
    asked = standard_requests(base)
    assert len(asked) == len(set(asked))
    for measure in CATALOGUE.values():
        assert {r.period for r in asked if r.measure == measure.id} >= set(measure.periods)


def test_every_request_of_the_standard_set_is_answered_or_says_why(shop, base):
    asked = standard_requests(base)
    found = shop.read(base, *asked)
    assert {(r.measure, r.period.name) for r in found} == {(r.measure, r.period) for r in asked}
    assert all((r.value is None) == (r.reason is not None) for r in found)
    assert len({r.key for r in found}) == len(found)


def test_the_main_measures_are_broken_down_by_the_chosen_dimensions(shop, base):
    asked = {(r.measure, r.dimensions) for r in standard_requests(base)}
    assert {("revenue", ("country",)), ("repeat_rate", ("country",))} <= asked
    assert ("mrr", ("country",)) not in asked


def test_what_scans_the_same_is_asked_in_few_queries(base):
    asked = standard_requests(base)
    answered = len(asked) - len(unanswered(base, asked))
    assert len(plan(base, asked)) < answered / 3


def test_readings_do_not_depend_on_the_order_of_rows_or_on_threads():
    one = Company().has("customers", COMPANY).has("transactions", lines())
    here = one.base().having(dimensions=("country",))
    rows = lines()
    random.Random(1).shuffle(rows)
    numbered = [{**row, "transaction_id": str(n)} for n, row in enumerate(rows)]
    other = Company(threads=2).has("customers", COMPANY[::-1]).has("transactions", numbered)
    there = other.base().having(dimensions=("country",))
    assert other.read(there, *standard_requests(there)) == one.read(here, *standard_requests(here))


def in_contract(need):
    table, _, column = need.partition(".")
    return table in CONTRACT and CONTRACT[table].has(column)


def test_all_tables_together_answer_nearly_everything(company):
    company.has("customers", [{**c, "acquisition_channel": "ads"} for c in COMPANY])
    company.has("products", [{"product_id": "p", "category": "tea"}])
    company.has("transactions", [{**r, "product_id": "p", "discount": 1, "channel": "web"} for r in lines()])
    company.has(
        "subscriptions", [spell(c, "2022-05-01", 5, "2024-06-01") for c in "abc"] + [spell("d", "2023-01-01")]
    )
    company.has(
        "tickets", [{"customer_id": "a", "opened_at": at("2023-01-01"), "resolved_at": at("2023-01-03")}]
    )
    company.has(
        "feedback", [{"customer_id": "a", "answered_at": at("2023-01-01"), "instrument": "nps", "rating": 9}]
    )
    company.has("touches", [{"customer_id": "a", "campaign_id": "c", "occurred_at": at("2023-01-01")}])
    base = company.base()
    lacking = {r.measure for r in unanswered(base, standard_requests(base))}
    # What a build makes of the tables (values, costs, moves) is not there yet.
    told = {m for m in lacking if any(all(in_contract(n) for n in f.needs) for f in CATALOGUE[m].formulas)}
    assert told == {"first_response_hours", "win_rate", "won_revenue", "open_pipeline", "sales_cycle_days"}
    assert company.read(base, *standard_requests(base))


def test_dimensions_are_chosen_by_the_number_of_their_values(shop):
    base = shop.base()
    (sizes,) = shop.rows(dimension_sizes_query(base))
    assert {name: int(n) for name, n in sizes.items()} == {"country": 3, "region": 6}
    assert choose_dimensions(base, sizes) == ("country", "region")
    assert choose_dimensions(base, {"country": 1, "region": 13}) == ()


def test_no_more_than_four_dimensions_are_chosen_the_well_known_first(company):
    names = ("aa", "bb", "cc", "dd", "segment")
    rows = [{"customer_id": str(n), **dict.fromkeys(names, str(n))} for n in range(2)]
    base = company.has("customers", rows, **dict.fromkeys(names, "string")).base()
    assert choose_dimensions(base, dict.fromkeys(names, 2)) == ("segment", "aa", "bb", "cc")


def test_dimensions_that_are_set_are_taken_and_unknown_ones_refused(shop):
    assert choose_dimensions(shop.base(settings=Settings(dimensions=("region",))), {}) == ("region",)
    with pytest.raises(SettingError, match="no attribute 'regoin'") as caught:
        choose_dimensions(shop.base(settings=Settings(dimensions=("regoin",))), {})
    assert caught.value.remedy == "try region"


def test_category_and_channel_are_dimensions_where_they_have_few_values(company):
    company.has("products", [{"product_id": str(n), "category": str(n)} for n in range(50)])
    rows = [sale("a", "2024-01-01", 5, channel=c, product_id="1") for c in ("web", "shop")]
    base = company.has("transactions", rows).base()
    (sizes,) = company.rows(dimension_sizes_query(base))
    assert {name: int(n) for name, n in sizes.items()} == {"category": 50, "channel": 2}
    assert choose_dimensions(base, sizes) == ("channel",)
    asked = standard_requests(base.having(dimensions=("channel",)))
    assert {r.measure for r in asked if r.dimensions == ("channel",)} == {
        "revenue",
        "orders",
        "average_order_value",
    }


def test_a_base_without_attributes_has_no_sizes(company):
    assert dimension_sizes_query(company.has("transactions", [sale("a", "2024-01-01")]).base()) is None
