from __future__ import annotations

from tests.strategies import (
    PERSON,
    SIGNED,
    claim,
    gap,
    goal,
    group,
    proposal,
    strategy,
)

from custrata.strategy.parts.decision import Decision
from custrata.strategy.parts.group import GroupIntent
from custrata.strategy.parts.part import Owner
from custrata.strategy.pitfalls.agreement import in_force, meant, said, taken
from custrata.vocabulary import Intent


def test_a_part_is_taken_with_a_name_a_signature_or_a_taken_sentence():
    assert not taken(None)
    assert not taken(goal())
    assert not taken(goal(owner=Owner(role="head of service")))
    assert taken(goal(owner=PERSON))
    assert taken(GroupIntent(intent=Intent.GROW, signed_on=SIGNED))
    assert taken(Decision(id="d", question=proposal("Do we?", owner=PERSON)))


def test_a_gap_says_nothing_and_a_proposal_of_a_role_is_not_meant():
    assert said(claim())
    assert said(proposal())
    assert not said(gap())
    assert not said(None)
    assert meant(claim())
    assert not meant(gap(), goal(owner=PERSON))
    assert not meant(proposal())
    assert meant(proposal(), goal(owner=PERSON))


def test_a_strategy_is_in_force_once_somebody_has_taken_a_choice():
    assert not in_force(strategy(goals=(goal(),), groups=(group("a", Intent.GROW),)))
    assert in_force(strategy(goals=(goal(owner=PERSON),)))
    agreed = group("a", Intent.GROW).intent.model_copy(update={"signed_on": SIGNED})
    assert in_force(strategy(groups=(group("a", intent=None).model_copy(update={"intent": agreed}),)))
