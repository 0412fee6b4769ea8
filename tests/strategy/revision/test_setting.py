from __future__ import annotations

import datetime as dt

import pytest

from custrata.errors import DocumentError
from custrata.strategy.document import Document, SignOff
from custrata.strategy.parts.goal import Goal
from custrata.strategy.parts.group import CustomerGroup, GroupIntent
from custrata.strategy.parts.statement import Claim, Figure, Proposal
from custrata.strategy.revision.setting import places_of, steps_of, value_at, with_value
from custrata.vocabulary import Intent


@pytest.fixture
def document():
    figure = Figure(name="share", measure="revenue", value=0.4, unit="share")
    claim = Claim(id="E04", text="They earn {share}.", figures=(figure,))
    group = CustomerGroup(
        id="gold",
        name="Gold",
        segment={"tier": "gold"},
        share_now=claim,
        attributes=("a",),
        intent=GroupIntent(intent=Intent.GROW),
    )
    goal = Goal(id="stay", statement=Proposal(id="P1", text="They stay."), scores={"urgency": 3})
    return Document(
        schema_version=2,
        company="A",
        groups=(group,),
        goals=(goal,),
        sign_offs=(SignOff(function="the board"),),
    )


@pytest.mark.parametrize(
    ("path", "written", "value"),
    [
        ("groups[gold].intent.intent", "maintain", Intent.MAINTAIN),
        ("horizon.months", "24", 24),
        ("horizon.starts_on", "2026-01-01", dt.date(2026, 1, 1)),
        ("goals[stay].statement.text", "They stay: always [all].", "They stay: always [all]."),
        ("P1.text", "2024", "2024"),
        ("E04.figures[share].value", "0.5", 0.5),
        ("gold.segment.tier", "silver", "silver"),
        ("gold.attributes", "[b, 'c d']", ("b", "c d")),
        ("gold.share_targeted.value", "0.2", 0.2),
        ("gold.share_targeted.owner.name", "A. Person", "A. Person"),
        ("stay.scores.urgency", "5", 5),
        ("sponsor.name", "A. Person", "A. Person"),
        ("sign_offs[the board].name", "A. Person", "A. Person"),
        ("gold.tag", '""', ""),
        ("canvas.purpose.purpose.owner.role", "the board", "the board"),
        ("foundation.purpose", "{kind: gap, id: G1, text: Not known., waits_for: data}", None),
    ],
)
def test_a_value_is_set_and_found_at_its_path(document, path, written, value):
    after = with_value(document, path, written)
    assert value_at(after, path) == value or value is None
    assert after != document or value == ""


def test_null_takes_out_what_may_be_missing(document):
    assert with_value(document, "gold.intent", "null").groups[0].intent is None
    assert with_value(document, "groups[gold]", "null").groups == ()
    assert with_value(document, "gold.tag", "null").groups[0].tag == ""


def test_an_item_that_is_not_there_yet_is_added(document):
    after = with_value(document, "groups[silver]", "{name: Silver}")
    assert [group.id for group in after.groups] == ["gold", "silver"]
    assert (
        with_value(document, "gold.needs[P9]", "{kind: proposal, text: Calls.}").groups[0].needs[0].text
        == "Calls."
    )


@pytest.mark.parametrize(
    ("path", "written", "message"),
    [
        ("groups[lead].tag", "x", r"groups: nothing is called 'lead' here. To do: use one of: gold"),
        ("horizon.weeks", "3", "use one of: months, starts_on, vision_years"),
        ("colour", "red", "nothing is called 'colour' here"),
        ("horizon.months", "999", "horizon.months: input should be less than or equal to 120"),
        ("gold.intent.intent", "shrink", r"groups\[gold\].intent.intent"),
        ("horizon.months", "[", "the text is not YAML"),
        ("groups[x", "1", "this is no path"),
        ("", "1", "no path is given"),
        ("gold.payer.text", "x", "nothing stands there yet"),
        ("horizon[x]", "{}", "there is no list here"),
        ("groups[none]", "null", "there is nothing to take out"),
        ("groups[new]", "word", "a part is a mapping"),
        ("gold.attributes[a]", "x", "the list holds plain words"),
        ("E04.text", "They earn {much}.", "the text names much, which is no figure of it"),
        ("groups[gold].id", "P1", "ids that stand for two parts"),
    ],
)
def test_what_does_not_fit_is_refused_in_words(document, path, written, message):
    with pytest.raises(DocumentError, match=message):
        with_value(document, path, written)


def test_reading_past_the_end_is_refused(document):
    with pytest.raises(DocumentError, match="see what is there"):
        value_at(document, "company.name")
    with pytest.raises(DocumentError, match="nothing is called 'north'"):
        value_at(document, "gold.segment.north")


def test_an_id_stands_for_the_place_of_its_part(document):
    assert places_of(document)["P1"] == "goals[stay].statement"
    assert steps_of(document, "P1.text") == steps_of(document, "goals[stay].statement.text")
    assert value_at(document, "gold") is document.groups[0]


def test_the_owner_stays_when_a_mapping_names_none(document):
    owned = with_value(document, "groups[gold].share_targeted", "{value: 0.5, owner: {role: head of sales}}")
    after = with_value(owned, "groups[gold].share_targeted", "{value: 0.6, in_months: 12}")
    target = after.groups[0].share_targeted
    assert (target.value, target.in_months, target.owner.role) == (0.6, 12, "head of sales")
    other = with_value(owned, "groups[gold].share_targeted", "{value: 0.6, owner: {role: head of service}}")
    assert other.groups[0].share_targeted.owner.role == "head of service"


@pytest.mark.parametrize(
    ("path", "known"),
    [
        ("goal-nothere.statement.text", "use one of: goal-keep, goal-widen"),
        ("goals.nothere.statement.text", "use one of: goal-keep, goal-widen"),
        ("goals[nothere].statement.text", "use one of: goal-keep, goal-widen"),
        ("colour.red", "use one of: schema_version, company"),
        ("E05.text", "use one of: schema_version, company"),
    ],
)
def test_a_name_that_is_not_there_is_answered_with_those_that_are(document, path, known):
    goals = tuple(document.goals[0].model_copy(update={"id": f"goal-{name}"}) for name in ("keep", "widen"))
    goals = tuple(
        goal.model_copy(update={"statement": Proposal(id=f"P{at}", text="They stay.")})
        for at, goal in enumerate(goals)
    )
    wide = document.model_copy(update={"goals": goals, "groups": ()})
    for ask in (value_at, lambda d, p: with_value(d, p, "x")):
        with pytest.raises(DocumentError, match=known):
            ask(wide, path)
