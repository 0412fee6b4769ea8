import pytest
from tests.companies import Company, day, sale, spell, twelve

from custrata.measures import Request
from custrata.measures.concentration import gini, herfindahl
from custrata.measures.kernel.estimates import Z95


@pytest.fixture(scope="module")
def shop():
    rows = [sale(f"c{n:02}", "2024-01-01", n) for n in range(1, 21)]
    return Company().has("transactions", [*rows, sale(None, "2024-01-01", 1000)])


@pytest.fixture(scope="module")
def base(shop):
    return shop.base()


@pytest.mark.parametrize(
    ("measure", "top"),
    [
        ("top_1_revenue_share", 20),
        ("top_5_revenue_share", 20 + 19 + 18 + 17 + 16),
        ("top_10_revenue_share", 155),
        ("top_1_percent_revenue_share", 20),
        ("top_10_percent_revenue_share", 39),
        ("top_20_percent_revenue_share", 20 + 19 + 18 + 17),
    ],
)
def test_shares_of_the_largest_are_of_the_revenue_of_known_customers(shop, base, measure, top):
    found = shop.one(base, measure)
    assert (found.value, found.n) == (twelve(top / 210), 20)


def test_gini_and_herfindahl_of_1_to_20(shop, base):
    # The Gini coefficient of 1 … n is (n − 1) / 3n; squares add up to n (n + 1) (2n + 1) / 6.
    assert shop.one(base, "revenue_gini").value == twelve(19 / 60)
    assert shop.one(base, "revenue_hhi").value == twelve(20 * 21 * 41 / 6 / 210**2)


def test_the_ten_largest_are_named_by_rank(shop, base):
    found = shop.read(base, Request("top_customer_revenue"))
    assert [(r.segment[0][1], r.value) for r in found] == [(str(k), 21 - k) for k in range(1, 11)]


def test_equal_shares_have_no_inequality_and_one_customer_has_it_all(company):
    equal = company.has("transactions", [sale(c, "2024-01-01", 7) for c in "abcd"]).base()
    assert (company.one(equal, "revenue_gini").value, company.one(equal, "revenue_hhi").value) == (0, 0.25)
    alone = company.has("transactions", [sale("a", "2024-01-01", 7)]).base()
    assert (company.one(alone, "revenue_gini").value, company.one(alone, "revenue_hhi").value) == (0, 1)


def test_customers_who_cost_money_count_in_shares_and_not_in_gini(company):
    rows = [sale("a", "2024-01-01", 10), sale("b", "2024-01-01", 10), sale("c", "2024-01-01", -4)]
    base = company.has("transactions", rows).base()
    assert company.one(base, "top_1_revenue_share").value == 0.625
    assert (company.one(base, "revenue_gini").value, company.one(base, "revenue_gini").n) == (0, 2)


def test_nothing_but_refunds_is_no_whole_to_take_shares_of(company):
    base = company.has("transactions", [sale("a", "2024-01-01", -10)]).base()
    for name in ("top_1_revenue_share", "revenue_gini", "revenue_hhi"):
        assert company.one(base, name).reason == "known customers bring no revenue in the period"


def test_ranks_begin_anew_in_each_segment(company):
    company.has("customers", [{"customer_id": c, "region": r} for c, r in zip("abcd", "nnss", strict=True)])
    base = company.has("transactions", [sale(c, "2024-01-01", n) for n, c in enumerate("abcd", 1)]).base()
    assert company.values(base, "top_1_revenue_share", "region") == {
        "n": twelve(2 / 3),
        "s": twelve(4 / 7),
    }
    assert company.values(base, "top_customer_revenue", "region") == {"n 1": 2, "n 2": 1, "s 1": 4, "s 2": 3}


def test_contracts_and_reported_revenue_stand_in_for_transactions(company):
    spells = [spell("a", "2023-01-01", 30), spell("b", "2023-01-01", 10), spell("c", "2023-12-31", 0)]
    base = company.has("subscriptions", spells).base()
    assert company.one(base, "top_1_revenue_share").value == 0.75
    largest = company.values(base, "top_customer_revenue")["1"]
    assert largest == twelve(30 * 365 * 12 / 365.25) == pytest.approx(30 * 12, rel=0.001)
    company.has("customers", [{"customer_id": c, "reported_revenue": m} for c, m in (("a", 1), ("b", 9))])
    found = company.one(company.base(), "top_1_revenue_share")
    assert (found.value, "source reports" in found.definition) == (0.9, True)


def test_without_revenue_there_is_no_index():
    assert herfindahl({"people": 0, "all": None}).value is None
    assert gini({"people": 0, "all": None}).value is None


def test_one_customer_brings_on_average_with_those_who_bring_nothing_counted(company):
    company.has("customers", [{"customer_id": c, "region": "n" if c < "c" else "s"} for c in "abcd"])
    base = company.has("transactions", [sale("a", "2024-01-01", 30), sale("b", "2024-01-02", 10)]).base()
    found = company.one(base, "revenue_per_customer")
    # 30, 10, 0, 0: the mean is 10, the variance 600 / 3, half the interval 1.96 √(200 / 4).
    assert (found.value, found.n) == (10, 4)
    assert (found.low, found.high) == (twelve(10 - Z95 * 50**0.5), twelve(10 + Z95 * 50**0.5))
    assert company.values(base, "revenue_per_customer", "region") == {"n": 20, "s": 0}


def test_what_contracts_bring_is_told_by_customer_too(company):
    rows = [spell("a", "2024-01-01", 100), spell("b", "2024-01-01", 300)]
    base = company.has("subscriptions", rows).base("2024-01-31")
    each = company.one(base, "revenue_per_customer")
    assert each.value == pytest.approx(company.one(base, "revenue").value / 2)


def test_what_deals_bring_is_told_by_customer_too(company):
    deals = [
        {"opportunity_id": n, "customer_id": c, "won": w, "amount": 10, "created_on": day("2024-01-01")}
        for n, c, w in (("1", "a", True), ("2", "a", True), ("3", "b", True), ("4", "b", False))
    ]
    base = company.has("opportunities", deals).base()
    found = company.one(base, "revenue_per_customer")
    assert (found.value, found.n) == (15, 2)
