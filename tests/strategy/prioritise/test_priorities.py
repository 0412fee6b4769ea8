from __future__ import annotations

from tests.documents import documents
from tests.snapshots import grocer

from custrata.drafting.draft import draft
from custrata.strategy.document import Document
from custrata.strategy.parts.goal import Goal, Initiative
from custrata.strategy.parts.group import CustomerGroup, GroupIntent
from custrata.strategy.parts.statement import Proposal
from custrata.strategy.parts.steering.scoring import Scoring
from custrata.strategy.prioritise.dimension import INITIATIVE_DIMENSIONS
from custrata.strategy.prioritise.priorities import prioritise
from custrata.vocabulary import Intent


def goal(name: str, **more: object) -> Goal:
    return Goal(id=name, statement=Proposal(id=f"P-{name}", text="Customers stay."), **more)


def document(**parts: object) -> Document:
    return Document(schema_version=2, company="A", **parts)


def test_five_goals_and_three_emphasised_groups_are_too_many():
    groups = tuple(
        CustomerGroup(id=n, name=n.upper(), intent=GroupIntent(intent=Intent.GROW, emphasised=True))
        for n in "abc"
    )
    found = prioritise(document(goals=tuple(goal(f"g{n}") for n in range(5)), groups=groups)).caveats
    assert found[0].startswith("5 goals are more than")
    assert found[1].startswith("3 groups are emphasised (A, B, C)")


def test_four_goals_and_two_emphasised_groups_pass():
    groups = tuple(
        CustomerGroup(id=n, name=n, intent=GroupIntent(intent=Intent.GROW, emphasised=True)) for n in "ab"
    )
    four = tuple(goal(f"g{n}") for n in range(4))
    assert prioritise(document(goals=four, groups=groups)).caveats == ()


def test_a_goal_that_no_initiative_that_fits_serves_is_told():
    best = tuple((d.id, 7) for d in INITIATIVE_DIMENSIONS)
    step = Proposal(id="P-i", text="Call them.")
    found = prioritise(
        document(
            goals=(goal("keep"), goal("widen")),
            initiatives=(Initiative(id="call", statement=step, goal="keep", scores=best, effort_days=5),),
            scoring=Scoring(capacity_days=10),
        )
    )
    assert found.caveats == ("No initiative that fits serves widen.",)


def test_a_score_on_no_dimension_is_told():
    found = prioritise(document(goals=(goal("keep", scores=(("charm", 7),)),)))
    assert "charm, which is no dimension" in found.caveats[0]


def test_whatever_a_document_holds_each_item_stands_once():
    for document in documents(12, seed=43):
        found = prioritise(document)
        assert sorted(r.id for r in found.goals.items) == sorted(g.id for g in document.goals)
        assert sorted(f.id for f in found.cut.items) == sorted(i.id for i in document.initiatives)


def test_a_fresh_draft_has_no_scores_and_so_no_order():
    found = prioritise(draft(grocer()))
    assert found.goals.ranked == found.initiatives.ranked == ()
    assert found.goals.unranked
