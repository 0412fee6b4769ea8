import dataclasses
import datetime as dt

import pytest

from custrata.project.showing.acting import ABOUT, ANYTHING, BROKEN, USUAL, WITHIN, action_on
from custrata.strategy.lint.finding import Finding, Severity
from custrata.vocabulary import EvidenceState

TODAY = dt.date(2026, 11, 26)


@pytest.fixture
def scene(scene_at):
    return scene_at()


@pytest.fixture
def claim(scene):
    return scene.document.insights[0].claim


def with_state(scene, claim, state):
    """The scene in which one claim stands otherwise."""
    judged = dict(scene.judged)
    judged[claim] = dataclasses.replace(judged[claim], state=state)
    after = dataclasses.replace(scene)
    after.__dict__["judged"] = judged
    return after


def test_what_follows_from_an_insight_is_what_is_done(scene, claim):
    insight = scene.document.insights[0]
    found = action_on(with_state(scene, claim, EvidenceState.SUPPORTED), claim, "Fewer stay.", TODAY)
    assert found.what == insight.consequence.said(scene.judged[claim].values).rstrip(".")
    assert found.reason == scene.judged[claim].said
    assert (found.by - TODAY).days == USUAL


@pytest.mark.parametrize("state", [s for s in EvidenceState if s is not EvidenceState.SUPPORTED])
def test_a_claim_in_doubt_asks_for_what_its_state_asks_for(scene, claim, state):
    found = action_on(with_state(scene, claim, state), claim, "Fewer stay.", TODAY)
    assert found.what == ABOUT[state].format("Fewer stay")
    assert (found.by - TODAY).days == (BROKEN if state is EvidenceState.CONTRADICTED else USUAL)


def test_every_state_of_a_claim_asks_for_something():
    assert set(ABOUT) == set(EvidenceState)


@pytest.mark.parametrize("severity", list(Severity))
def test_a_mistake_is_mended_the_sooner_the_more_it_weighs(scene, severity):
    wrong = Finding("OW101", severity, "goals[x]", "Nobody answers.", "Name somebody.")
    found = action_on(finding_in(scene, wrong), "pitfall:OW101@goals[x]", "something else", TODAY)
    assert (found.what, found.reason) == ("Name somebody", "Nobody answers.")
    assert (found.by - TODAY).days == WITHIN[severity]


def finding_in(scene, wrong):
    after = dataclasses.replace(scene)
    after.__dict__["checked"] = type("Told", (), {"findings": (wrong,)})()
    return after


def test_a_mistake_that_is_mended_already_is_told_as_anything_else(scene):
    found = action_on(
        finding_in(scene, Finding("X", Severity.NOTE, "a", "b", "c")), "pitfall:Y@z", "Old.", TODAY
    )
    assert found.what == ANYTHING.format("Old")


@pytest.mark.parametrize(
    ("origin", "what"),
    [
        ("goals[keep]", "Say the next step towards this goal: Stay"),
        ("decisions[which]", "Bring this to a decision: Stay"),
        ("reviews[weekly-1].actions[a]", "Stay"),
        ("customer:c1", "Speak with this customer: Stay"),
        ("page:home", "Agree what is done about this: Stay"),
        ("", "Agree what is done about this: Stay"),
    ],
)
def test_other_things_ask_for_what_belongs_to_their_kind(scene, origin, what):
    assert action_on(scene, origin, "Stay.", TODAY).what == what


def test_who_answers_for_the_part_answers_for_the_action(scene):
    goal = scene.document.goals[0]
    assert action_on(scene, f"goals[{goal.id}]", "Stay", TODAY).owner == goal.owner
    assert action_on(scene, "page:home", "Stay", TODAY).owner.role == ""
