from __future__ import annotations

from dataclasses import replace

from tests.drafting.drafted import drafted, maintainer, measured, said, without
from tests.snapshots import bare, phone_company

from custrata.drafting.draft import draft


def test_pains_are_claims_with_how_many_they_concern():
    whole = drafted().briefs[0]
    assert [p.said() for p in whole.pains] == [
        "In the latest year customers asked for help 1,497 times, 3.7 for each of them.",
        "The balance of those who would recommend us fell from 31.7 in the year before to 23.9.",
        "42 customers of the year before left in the latest year.",
    ]
    assert all(f.value for p in whole.pains for f in p.figures)


def test_a_group_has_a_brief_only_where_its_figures_say_something():
    assert [b.group for b in drafted().briefs[1:]] == ["group-tier-gold", "group-tier-silver"]
    alike = without(maintainer(), drop=measured("customer_churn_rate", "exchange_customers"))
    assert [b.group for b in draft(alike).briefs] == [""]


def test_reasons_on_record_are_named_in_what_is_waited_for():
    assert "reasons for ending a contract" in drafted().briefs[0].triggers[0].waits_for
    lacking = draft(without(maintainer(), "subscriptions", "opportunities"))
    assert lacking.briefs[0].triggers[0].waits_for.startswith("reasons of those who left")
    assert any("not on record" in text for text in said(lacking.briefs[0]))


def test_the_kind_of_customer_that_goes_stands_before_why_it_goes_is_asked():
    kinds_told = [t.kind for t in drafted(phone_company).briefs[0].triggers]
    assert kinds_told == ["claim", "gap"]


def test_no_pain_is_made_up():
    assert [p.kind for p in drafted(bare).briefs[0].pains] == ["gap"]
    assert drafted().briefs[0].phrases == ()


def test_a_balance_that_rose_is_no_pain():
    silent = without(maintainer(), drop=lambda r: r.measure == "nps" and r.period.name == "previous")
    assert not any("recommend" in text for text in said(*draft(silent).briefs))


def test_keeping_customers_better_than_all_is_no_pain_of_a_group():
    pains = {b.group: [p.said() for p in b.pains] for b in drafted().briefs}
    assert pains["group-tier-gold"] == [
        "35% of them give much and get little, of those of whom both are known."
    ]


def test_a_group_that_leaves_faster_says_so_and_one_that_gets_much_has_no_brief():
    def turned(reading):
        if reading.measure == "customer_churn_rate" and reading.segment == (("tier", "gold"),):
            return replace(reading, value=0.4, low=0.3, high=0.5)
        if ("exchange", "under-served") in reading.segment:
            pair = (*reading.segment[:-1], ("exchange", "over-served"))
            return replace(reading, segment=pair)
        return reading

    document = draft(replace(maintainer(), readings=tuple(turned(r) for r in maintainer().readings)))
    told = {b.group: [p.said() for p in b.pains] for b in document.briefs[1:]}
    assert told["group-tier-gold"] == ["40% of them have left, against 22% of all customers."]
    assert "group-tier-silver" not in told
