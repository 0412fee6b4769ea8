from __future__ import annotations

from tests.drafting.drafted import drafted, kinds, maintainer, measured, without
from tests.snapshots import bare, phone_company

from custrata.drafting.draft import draft
from custrata.strategy.parts.offering.proposition import Level
from custrata.strategy.parts.statement import Proposal


def test_what_we_stand_for_is_open_and_each_group_has_its_own():
    first, *offered = drafted().propositions
    assert first.level is Level.STANDS_FOR
    assert kinds([first]) == {"gap"}
    assert [p.group for p in offered] == [g.id for g in drafted().groups]


def test_no_sentence_is_filled_with_what_is_not_known():
    assert [p.sentence for p in drafted().propositions] == [""] * 5
    assert all(p.for_whom and "gold" not in p.for_whom for p in drafted().propositions[1:])


def test_doing_nothing_is_one_of_the_alternatives():
    for proposition in drafted().propositions[1:]:
        assert [a.nothing for a in proposition.alternatives] == [False, True]


def test_no_two_groups_are_promised_the_same():
    for company in (drafted(), drafted(phone_company)):
        texts = [
            p.statement.text
            for x in company.propositions
            for p in x.promises
            if isinstance(p.statement, Proposal)
        ]
        assert len(set(texts)) == len(texts) > 0


def test_a_promise_carries_where_its_measure_stands():
    promise = drafted().propositions[2].promises[0]
    assert promise.measure == "first_response_hours"
    assert promise.proofs[0].statement.said() == (
        "Half of the requests with a known time were answered within 3.8 hours."
    )


def test_without_service_data_other_promises_stand():
    lacking = without(maintainer(), "tickets", drop=measured("first_response_hours", "resolution_hours"))
    measures = {p.measure for x in draft(lacking).propositions for p in x.promises}
    assert not measures & {"first_response_hours", "resolution_hours"}
    assert "category_breadth" in measures


def test_a_group_that_does_not_come_first_and_is_promised_nothing_has_no_page():
    offered = drafted(phone_company).propositions[1:]
    assert 0 < len(offered) < len(drafted(phone_company).groups)
    assert all(p.promises or p.benefits for p in offered)


def test_without_groups_only_what_we_stand_for_is_left():
    assert [p.id for p in drafted(bare).propositions] == ["proposition-all"]
