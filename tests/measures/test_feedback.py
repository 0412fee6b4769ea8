import pytest
from tests.companies import at, sale, twelve

from custrata.measures.feedback import net_promoter_score


def answer(instrument, rating, low=None, high=None, customer="a", on="2024-01-05"):
    limits = {"rating_min": low, "rating_max": high}
    return {
        "customer_id": customer,
        "answered_at": at(on),
        "instrument": instrument,
        "rating": rating,
        **limits,
    }


def test_promoters_minus_detractors_in_points(company):
    rows = [answer("nps", r, 0, 10) for r in (10, 9, 9, 8, 7, 6, 0, 10, 9, 3)]
    found = company.one(company.has("feedback", rows).base(), "nps")
    assert (found.value, found.n, found.unit) == (20, 10, "points")
    # p = .5, d = .3: variance .8 − .04.
    assert found.high - found.value == pytest.approx(100 * 1.959964 * (0.76 / 10) ** 0.5, rel=1e-6)


def test_the_interval_stays_between_minus_100_and_100():
    found = net_promoter_score({"promoters": 3, "detractors": 0, "answers": 3})
    assert (found.low, found.value, found.high) == (100, 100, 100)
    assert net_promoter_score({"promoters": 8, "detractors": 1, "answers": 9}).high == 100


def test_answers_on_another_scale_are_no_promoter_score(company):
    found = company.one(company.has("feedback", [answer("nps", 5, 1, 5)]).base(), "nps")
    assert (found.value, found.reason) == (None, "no NPS answers from 0 to 10")


@pytest.mark.parametrize(
    ("low", "high", "ratings", "content"),
    [
        (1, 5, (5, 4, 3, 1), 2),
        (None, None, (5, 4, 3, 1), 2),
        (1, 10, (10, 9, 8, 1), 2),
        (0, 1, (1, 1, 1, 0), 3),
        (0, 100, (100, 80, 79, 0), 2),
    ],
)
def test_satisfaction_is_the_share_of_the_two_best_answers_of_the_scale(company, low, high, ratings, content):
    rows = [answer("csat", r, low, high) for r in ratings]
    found = company.one(company.has("feedback", rows).base(), "csat")
    assert (found.value, found.n, found.method) == (content / 4, 4, "Wilson, 95%")


def test_an_answer_outside_its_scale_is_nobody_s_satisfaction_and_no_promoter(company):
    rows = [answer("csat", r, 1, 5) for r in (9, 5, 2)] + [answer("csat", 9), answer("nps", 55)]
    base = company.has("feedback", rows).base()
    found = company.one(base, "csat")
    assert (found.value, found.n) == (0.5, 2)
    assert company.one(base, "nps").value is None


def test_effort_and_ratings_are_means_with_their_interval(company):
    rows = [answer("ces", r) for r in (1, 2, 3)] + [answer("review", 4)]
    base = company.has("feedback", rows).base()
    effort, review = company.one(base, "ces"), company.one(base, "average_rating")
    assert (effort.value, effort.n) == (2, 3)
    assert effort.high - effort.value == pytest.approx(1.959964 / 3**0.5, rel=1e-6)
    assert (review.value, review.n, review.low) == (4, 1, None)


def test_answers_count_in_their_period_and_anonymous_ones_too(company):
    rows = [answer("csat", 5, on="2024-01-05"), answer("csat", 1, customer=None, on="2024-12-05")]
    base = company.has("feedback", rows).base()
    assert [company.one(base, "csat", p).value for p in ("all", "previous", "current")] == [0.5, 1, 0]


def test_instruments_that_were_not_asked_say_so(company):
    base = company.has("feedback", [answer("csat", 5)]).base()
    assert company.one(base, "ces").reason == "no answers on effort"
    assert company.one(base, "average_rating").reason == "no answers on rated experience"


def test_answers_are_broken_down_by_the_attributes_of_customers(company):
    company.has("customers", [{"customer_id": "a", "region": "n"}, {"customer_id": "b", "region": "s"}])
    company.has("transactions", [sale("a", "2024-01-01")])
    rows = [answer("csat", r, customer=c) for c, r in (("a", 5), ("b", 1), ("b", 5), ("b", 2), (None, 5))]
    found = company.values(company.has("feedback", rows).base(), "csat", "region")
    assert found == {"n": 1, "s": twelve(1 / 3), "not known": 1}
