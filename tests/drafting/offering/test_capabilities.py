from __future__ import annotations

from tests.drafting.drafted import drafted, maintainer, without
from tests.snapshots import bare

from custrata.drafting.draft import draft
from custrata.strategy.parts.part import walk


def ids(document):
    return [c.id for c in document.capabilities]


def test_every_ability_is_needed_for_something_in_the_document():
    for document in (drafted(), drafted(bare)):
        there = {part.id for _, part in walk(document) if hasattr(part, "id")}
        assert all(
            c.needed_for and set(c.needed_for) <= there for c in document.capabilities if document.goals
        )


def test_feedback_on_record_closes_the_gap_of_hearing():
    assert "capability-hear" not in ids(drafted())
    assert "capability-hear" in ids(draft(without(maintainer(), "feedback")))


def test_use_on_record_is_not_asked_for_again():
    assert "capability-use" in ids(drafted())
    assert "capability-cost" in ids(draft(without(maintainer(), "usage")))


def test_a_cost_that_is_known_is_a_claim_and_no_gap():
    cost = draft(without(maintainer(), "usage")).capabilities[-1]
    assert cost.gap.said().startswith("Serving customers is known to take 16% of revenue; €450k more")


def test_arms_on_record_wait_for_the_readout():
    assert "readout" in next(c for c in drafted().capabilities if c.id == "capability-compare").gap.said()
    plain = draft(without(maintainer(), "touches", "campaigns"))
    assert "left out" in next(c for c in plain.capabilities if c.id == "capability-compare").gap.said()


def test_without_groups_and_goals_only_talking_and_costs_are_left():
    assert ids(drafted(bare)) == ["capability-speak", "capability-hear", "capability-cost"]
