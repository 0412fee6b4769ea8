from __future__ import annotations

from dataclasses import replace

import pytest
from tests.snapshots import TIERS, YEAR, Book, bare, grocer, phone_company, pipeline, shop_with_profit

from custrata.drafting.chapters.groups import draft_groups, group_id, group_name, partition
from custrata.drafting.desk import Desk
from custrata.drafting.pen import Pen
from custrata.vocabulary import Intent, Relationship


def groups(snapshot):
    return draft_groups(Pen(Desk(snapshot)))


def test_groups_are_the_values_of_the_attribute_that_separates_customers():
    made = groups(phone_company())
    assert [g.name for g in made] == ["Contract: Month-to-month", "Contract: One year", "Contract: Two year"]
    assert [g.intent.intent for g in made] == [Intent.RE_ENGINEER, Intent.GROW, Intent.GROW]
    assert made[0].intent.reason[0].said() == "43% of them have left, against 27% of all customers."


def test_groups_are_the_tiers_where_no_attribute_separates():
    made = groups(grocer())
    assert [g.id for g in made] == [f"group-tier-{t}" for t in ("platinum", "gold", "silver", "bronze")]
    assert made[1].share_now.said() == "Gold customers: 20% of customers, 39% of known customers' revenue."
    assert made[1].tag == "tier=gold"


@pytest.mark.parametrize("snapshot", [grocer(), phone_company(), shop_with_profit()])
def test_groups_share_out_the_base_now_and_targeted(snapshot):
    made = groups(snapshot)
    for of in ("customers", "value"):
        assert sum(g.share(of) for g in made) == pytest.approx(1)
    assert sum(g.share_targeted.value for g in made) == pytest.approx(1)


def test_every_intent_has_reasons_and_what_is_expected():
    for group in groups(shop_with_profit()):
        assert group.intent.reason
        assert group.intent.expected
        assert not group.intent.owner.assigned


def test_a_base_that_nothing_tells_apart_has_no_groups():
    assert partition(Desk(bare())) is None
    assert groups(pipeline()) == ()


def test_names_and_addresses_of_groups_are_fit_to_be_read_and_linked():
    odd = (("pay_method", "Électronique / chèque"),)
    assert group_name(odd) == "Pay method: Électronique / chèque"
    assert group_id(odd) == "group-pay-method-lectronique-ch-que-bf010c"
    assert group_id((("plan", "Two Year"),)) == "group-plan-two-year"
    assert len(group_id((("x", "y" * 200),))) < 80


def test_the_share_of_value_is_of_what_the_tiers_rank_by():
    shop = shop_with_profit()
    rules = {"tiers": ("Customers are ranked by gross margin over the whole history.",)}
    ranked = groups(replace(shop, manifest=replace(shop.manifest, rules=rules)))
    assert {g.share_now.said().rsplit(" of ", 1)[1] for g in ranked} == {"known customers' gross margin."}
    assert {g.share_now.said().rsplit(" of ", 1)[1] for g in groups(shop)} == {"known customers' revenue."}


def test_two_groups_whose_names_differ_only_in_signs_have_two_ids():
    ids = {group_id((("plan", name),)) for name in ("A+", "A-", "A", "x" * 90 + "1", "x" * 90 + "2")}
    assert len(ids) == 5


def test_tiers_that_earn_hardly_more_than_their_number_make_no_groups():
    book = Book("A", YEAR, "EUR", Relationship.NON_CONTRACTUAL)
    book.by("customers", "customers", "tier", [(t, 25, 25) for t in TIERS])
    book.by("revenue", "money", "tier", [(t, 26.0 - i, 25) for i, t in enumerate(TIERS)])
    assert draft_groups(Pen(Desk(book.snapshot({})))) == ()
