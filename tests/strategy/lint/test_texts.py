from __future__ import annotations

import pytest
from tests.strategies import claim, gap, goal, group, proposal, proposition, strategy

from custrata.strategy.lint.texts import bare, texts, texts_in
from custrata.strategy.parts.goal import Goal
from custrata.strategy.parts.papers.channel_charter import ChannelCharter
from custrata.strategy.parts.papers.insight_brief import InsightBrief, Phrase
from custrata.strategy.parts.pattern import Pattern


@pytest.mark.parametrize(
    "quoted", ["“World-class”", '"World-class"', "‘World-class’", "{n|World-class|World-class}"]
)
def test_what_stands_in_quotes_and_braces_is_taken_out(quoted):
    assert "World-class" not in bare(f"They say {quoted} every day.")
    assert bare(f"They say {quoted} every day.").endswith("every day.")


def test_an_apostrophe_is_no_quote():
    assert bare("Customers’ own words, and ours aren’t.") == "Customers’ own words, and ours aren’t."


def test_statements_stand_at_their_path_and_lists_at_their_position():
    doc = strategy(
        goals=(goal("stay", "They stay."),),
        channel_charters=(ChannelCharter(id="c", channel="mail", guardrails=("No calls.", "No Sundays.")),),
        pattern=Pattern(statements=(claim("{n} stay.", id="E01", short="{n}"),)),
    )
    assert list(texts(doc)) == [
        ("pattern.statements[E01]", " …  stay."),
        ("goals[stay].statement", "They stay."),
        ("channel_charters[c].channel", "mail"),
        ("channel_charters[c].guardrails[0]", "No calls."),
        ("channel_charters[c].guardrails[1]", "No Sundays."),
    ]


def test_ids_measures_owners_gaps_and_words_that_are_spoken_of_are_no_texts():
    doc = strategy(
        groups=(group("gold", owner={"role": "head of sales"}, needs=(gap("Their needs are open."),)),),
        goals=(
            Goal(
                id="stay",
                statement=proposal("They stay."),
                leading=("repeat_rate",),
                groups=("gold",),
                outcome="o",
            ),
        ),
        propositions=(proposition("value", words_to_use=("dough",), words_to_avoid=("platform",)),),
        briefs=(InsightBrief(id="b", phrases=(Phrase(id="p", words="I can't cope."),)),),
    )
    assert list(texts(doc)) == [("groups[gold].name", "gold"), ("goals[stay].statement", "They stay.")]


def test_the_texts_of_one_part_hold_those_of_its_parts():
    part = proposition("value", for_whom="bakeries")
    assert list(texts_in(part, "propositions[value]")) == [("propositions[value].for_whom", "bakeries")]
