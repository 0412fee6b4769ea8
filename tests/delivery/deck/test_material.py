from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from tests.snapshots import grocer, shop_with_profit

from custrata.delivery.deck.material import (
    Material,
    capital,
    day_text,
    filled,
    month_text,
    owner_text,
    period_text,
    without_stop,
    worded,
)
from custrata.delivery.figures import say, stated
from custrata.drafting.draft import draft
from custrata.evidence.check import evaluate
from custrata.strategy.parts.part import Owner
from custrata.vocabulary import Period


def test_days_months_and_periods_are_written_for_people():
    assert day_text(dt.date(2017, 3, 4)) == "4 Mar 2017"
    assert month_text("2017-03") == "Mar 2017"
    assert month_text("spring") == "spring"
    assert period_text(Period("all", dt.date(2017, 1, 1), dt.date(2017, 2, 1))) == "1 Jan 2017 to 1 Feb 2017"


def test_placeholders_become_figures():
    sentence = filled("{n|customer is|customers are} lost", {"n": stated(1.0, "customers", "settings")})
    assert sentence.text == "1 customer is lost"
    assert len(sentence.figures) == 1


def test_words_with_digits_become_names():
    assert [n.text for n in worded("top 5").names] == ["top 5"]
    assert worded("top five").names == ()


def test_a_sentence_becomes_a_title():
    assert without_stop(capital(say("customers leave."))).text == "Customers leave"


def test_nobody_owns_what_has_no_name():
    assert "needs an owner" in owner_text(Owner(role="head of sales"))
    assert owner_text(Owner(name="A. Berg")).endswith("A. Berg")


def test_every_claim_reads_as_its_evidence_says():
    snapshot = grocer()
    document = draft(snapshot)
    evidence = evaluate(document, snapshot)
    material = Material(snapshot, document, evidence)
    for found in evidence:
        assert material.sentence(found.claim).text == found.said


def test_groups_of_fewer_than_eleven_customers_are_hidden():
    book = grocer()
    material = Material(book, draft(book), ())
    ages = material.points("customers", "age_band")
    small = tuple(
        replace(r, value=4.0) if r.segment == (("age_band", "Under 25"),) else r for r in book.readings
    )
    hidden = Material(replace(book, readings=small), material.document, ())
    assert len(material.large_enough(ages)) == 3
    assert [r.segment[0][1] for r in hidden.large_enough(ages)] == ["25 to 44", "45 and over"]


def _with_attribute(name: str, values: tuple[str, ...]) -> Material:
    """The grocer with one more attribute, as its customers by age band."""
    book = grocer()
    renamed = dict(zip(("Under 25", "25 to 44", "45 and over"), values, strict=True))
    more = tuple(
        replace(r, segment=((name, renamed.get(r.segment[0][1], "Not known")),))
        for r in book.readings
        if len(r.segment) == 1 and r.segment[0][0] == "age_band"
    )
    return Material(replace(book, readings=(*book.readings, *more)), draft(book), ())


@pytest.mark.parametrize(
    ("name", "values", "tells"),
    [
        ("accepted_cmp1", ("0", "1", "2"), False),
        ("genre", ("1,024", "7", "#3"), False),
        ("account_owner", ("A", "B", "C"), False),
        ("age_span", ("18-24", "25-44", "65+"), True),
        ("region_7", ("North 1", "South 2", "West 3"), True),
    ],
)
def test_bare_numbers_and_those_who_answer_for_customers_tell_nothing(name, values, tells):
    assert (name in _with_attribute(name, values).telling_attributes) is tells


def test_a_rhythm_that_does_not_rule_the_stages_is_not_told():
    book = grocer()
    ruled = replace(book.manifest, rules={"stages": ("at risk: last order more than 90 days ago",)})
    assert Material(replace(book, manifest=ruled), draft(book), ()).rhythm is None
    assert Material(book, draft(book), ()).rhythm.text == "41"


@pytest.mark.parametrize(("company", "basis"), [(grocer, "revenue"), (shop_with_profit, "margin")])
def test_the_basis_of_tiers_is_named(company, basis):
    snapshot = company()
    assert Material(snapshot, draft(snapshot), ()).basis == basis
