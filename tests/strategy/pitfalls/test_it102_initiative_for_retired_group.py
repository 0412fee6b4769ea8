from __future__ import annotations

import pytest
from tests.strategies import PERSON, findings, group, initiative, places, strategy

from custrata.strategy.parts.group import GroupIntent
from custrata.strategy.parts.part import Owner
from custrata.strategy.pitfalls.it102_initiative_for_retired_group import PITFALL
from custrata.vocabulary import Intent


def document(
    text: str = "Build a loyalty programme.",
    intent: Intent = Intent.RETIRE,
    owner: Owner = PERSON,
    **fields: object,
):
    small = group("small").model_copy(update={"intent": GroupIntent(intent=intent, owner=owner)})
    return strategy(
        groups=(small, group("gold")),
        initiatives=(initiative("club", text, groups=("small", "gold"), **fields),),
    )


def test_an_initiative_for_a_group_that_is_to_go_is_found():
    assert places(PITFALL, document()) == ["initiatives[club]"]
    assert "“small”" in findings(PITFALL, document())[0].message


@pytest.mark.parametrize("intent", [Intent.GROW, Intent.MAINTAIN, Intent.RE_ENGINEER])
def test_another_intent_is_silent(intent):
    assert places(PITFALL, document(intent=intent)) == []


@pytest.mark.parametrize(
    "text", ["Hand them over to a partner.", "Move them to self-service.", "Give notice by spring."]
)
def test_an_initiative_that_ends_the_relationship_is_silent(text):
    assert places(PITFALL, document(text)) == []


def test_a_draft_that_nobody_has_taken_is_silent():
    assert places(PITFALL, document(owner=Owner(role="chief"))) == []


def test_an_initiative_for_all_groups_is_silent():
    small = group("small").model_copy(update={"intent": GroupIntent(intent=Intent.RETIRE, owner=PERSON)})
    assert places(PITFALL, strategy(groups=(small,), initiatives=(initiative("club"),))) == []
