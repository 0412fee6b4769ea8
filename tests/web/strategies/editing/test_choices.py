import pytest

from custrata.strategy.document import Document
from custrata.strategy.parts.goal import Goal, Initiative
from custrata.strategy.parts.group import CustomerGroup
from custrata.strategy.parts.offering.proposition import Proposition
from custrata.strategy.parts.papers.message_map import MessageMap
from custrata.strategy.parts.part import Owner
from custrata.strategy.parts.running.experiment import Experiment
from custrata.strategy.parts.running.responsibility import Raci
from custrata.strategy.parts.statement import Proposal
from custrata.web.strategies.editing.choices import chosen_from, measures, title_of

GOAL = Goal(id="g1", statement=Proposal(id="P1", text="Keep customers."))
DOCUMENT = Document(
    schema_version=2, company="A", goals=(GOAL,), groups=(CustomerGroup(id="gold", name="Gold"),)
)


def test_a_closed_list_offers_its_words():
    assert "running" in dict(chosen_from(Experiment, "state", DOCUMENT))


def test_a_field_that_points_at_parts_offers_them_by_name():
    assert chosen_from(Initiative, "goal", DOCUMENT) == (("g1", "Keep customers."),)
    assert chosen_from(Goal, "groups", DOCUMENT) == (("gold", "Gold"),)


def test_a_field_for_any_text_offers_nothing():
    assert chosen_from(Experiment, "learned", DOCUMENT) == ()


def test_measures_are_offered_with_their_titles():
    assert dict(measures())["revenue"]


@pytest.mark.parametrize(("part", "title"), [(GOAL, "Keep customers."), (DOCUMENT.groups[0], "Gold")])
def test_a_part_is_called_by_its_name_or_its_sentence(part, title):
    assert title_of(part, DOCUMENT) == title


def test_a_part_without_a_name_is_called_by_what_it_is_about():
    assert title_of(Proposition(id="p1", group="gold"), DOCUMENT) == "Gold"
    assert title_of(MessageMap(id="m1"), DOCUMENT) == "All customers"
    duty = Raci(id="raci-g1", on="g1", accountable=Owner(role="head of sales"))
    assert title_of(duty, DOCUMENT) == "Keep customers."
    assert title_of(duty.model_copy(update={"on": "gone"}), DOCUMENT) == "raci-g1"
