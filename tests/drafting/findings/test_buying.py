from __future__ import annotations

from dataclasses import replace

import pytest
from tests.snapshots import YEAR, Book, bare, grocer, phone_company

from custrata.drafting.desk import Desk
from custrata.drafting.findings.buying import coming_back, discounted, early_leavers, lapsed, refunded, silent
from custrata.vocabulary import Relationship


def desk(fill) -> Desk:
    book = Book("A", YEAR, "EUR", Relationship.NON_CONTRACTUAL)
    fill(book)
    return Desk(book.snapshot({}))


@pytest.mark.parametrize(
    ("rate", "said"),
    [
        (0.21, "Only 21% of customers have ever come back for a second order"),
        (0.8, "80% of customers have come back for a second order"),
    ],
)
def test_coming_back_reads_by_how_common_it_is(rate, said):
    assert coming_back(desk(lambda b: b.add("repeat_rate", rate, "share", 500))).said == said


def test_the_quiet_and_the_gone_are_counted_with_what_they_brought():
    assert silent(Desk(grocer())).said == (
        "336 customers have been silent for one to two usual gaps; they brought $515k"
    )
    assert lapsed(Desk(grocer())).said == (
        "264 customers, 11% of all, newcomers aside, have not ordered for more than twice the usual gap"
    )
    assert silent(Desk(phone_company())) is None


def test_newcomers_who_are_silent_as_long_are_said_to_be_left_out():
    newcomers = {"measure": "customers", "segment": (("stage", "onboarding"),)}
    known = grocer()
    without = [r for r in known.readings if (r.measure, r.segment) != tuple(newcomers.values())]
    (like,) = (r for r in known.readings if r.key == ("customers", (("stage", "lapsed"),), "all"))
    some = Desk(replace(known, readings=(*without, replace(like, **newcomers, value=7.0, n=7))))
    none = Desk(replace(known, readings=tuple(without)))
    assert "newcomers aside, have not ordered" in lapsed(some).said
    assert silent(some).consequence.endswith("Newcomers are not among them.")
    assert lapsed(none).said.endswith("11% of all, have not ordered for more than twice the usual gap")
    assert "ewcomers" not in lapsed(none).said + silent(none).consequence


def at_risk(n: int) -> Desk:
    def fill(book):
        for stage, count in (("at risk", n), ("adoption", 99)):
            book.add("customers", count, "customers", count, segment=(("stage", stage),))
            book.add("revenue", count * 10.0, "money", count, segment=(("stage", stage),))

    return desk(fill)


def test_a_handful_of_silent_customers_is_no_finding():
    assert silent(at_risk(1)) is None
    assert silent(at_risk(10)) is None
    assert silent(at_risk(11)).said.startswith("11 customers have been silent for one to two usual gaps")


def test_the_days_of_silence_are_bound_where_the_rule_of_the_stages_is_the_reading():
    rules = {"stages": ("lapsed: last order more than 82 days ago",)}
    snapshot = grocer()
    ruled = replace(snapshot, manifest=replace(snapshot.manifest, rules=rules))
    assert lapsed(Desk(ruled)).said == (
        "264 customers, 11% of all, newcomers aside, have not ordered for more than 82 days"
    )
    assert "stopped" not in lapsed(Desk(ruled)).said


def test_refunds_and_discounts_count_from_a_size_that_matters():
    assert refunded(Desk(grocer())).said == "Refunds give back $143k, 3% of what was sold"
    assert discounted(Desk(grocer())).said == "Discounts take 16% off the listed price"
    assert refunded(desk(lambda b: b.add("refunds", 1.0, "money", 500))) is None
    assert discounted(desk(lambda b: b.add("discount_share", 0.01, "share", 500))) is None
    assert refunded(Desk(bare())) is None


def cohorts(gap: float, cohort: str = "2024-Q3", n: int = 240) -> Desk:
    def fill(book):
        book.add("inter_purchase_days", gap, "days", 500)
        for name in ("2023-Q1", cohort):
            book.add("cohort_retention", 0.61, "share", n, segment=(("cohort", name), ("age", "1")))

    return desk(fill)


def test_the_newest_cohort_of_the_year_is_followed_one_step():
    finding = early_leavers(cohorts(20))
    assert finding.said == "Of customers who began in “2024-Q3”, 61% bought again in the quarter after"


def test_cohorts_say_nothing_where_they_are_old_small_or_slower_than_their_step():
    assert early_leavers(cohorts(20, "2023-Q2")) is None
    assert early_leavers(cohorts(20, n=29)) is None
    assert early_leavers(cohorts(120)) is None


def test_months_are_called_months():
    assert early_leavers(cohorts(9, "2024-05")).said.endswith("bought again in the month after")


def test_cohorts_of_a_year_are_called_so():
    assert early_leavers(cohorts(100, "2024")).said.endswith("bought again in the year after")
    assert early_leavers(cohorts(100, "2023-Q2")) is None


def test_cohorts_of_a_fiscal_year_are_followed_from_the_quarter_in_which_the_window_begins():
    def fiscal(cohort):
        snapshot = cohorts(20, cohort).snapshot
        settings = {**snapshot.manifest.settings, "fiscal_year_start": 4}
        return Desk(replace(snapshot, manifest=replace(snapshot.manifest, settings=settings)))

    # The window begins on 1 January 2024, in the last quarter of the fiscal year 2024.
    assert "“FY2024-Q4”" in early_leavers(fiscal("FY2024-Q4")).said
    assert early_leavers(fiscal("FY2024-Q3")) is None


def test_those_who_were_there_when_the_data_begin_are_no_cohort_of_new_customers():
    def fill(book):
        book.add("inter_purchase_days", 20, "days", 500)
        book.add("cohort_retention", 0.61, "share", 240, segment=(("cohort", "2024-Q3"), ("age", "1")))

    assert early_leavers(desk(fill)) is None
