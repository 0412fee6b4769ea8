from __future__ import annotations

from custrata.strategy.document import Document
from custrata.strategy.parts.goal import Goal, Initiative
from custrata.strategy.parts.group import CustomerGroup
from custrata.strategy.parts.lifecycle import StagePlan
from custrata.strategy.parts.statement import Proposal
from custrata.strategy.prioritise.coverage import coverage
from custrata.vocabulary import Stage


def said(name: str) -> Proposal:
    return Proposal(id=f"P-{name}", text="Customers stay.")


DOCUMENT = Document(
    schema_version=2,
    company="A",
    groups=(CustomerGroup(id="gold", name="Gold"), CustomerGroup(id="new", name="New")),
    goals=(Goal(id="keep", statement=said("keep"), groups=("gold",)), Goal(id="all", statement=said("all"))),
    initiatives=(
        Initiative(id="call", statement=said("call"), goal="keep", groups=("gold",), stages=(Stage.AT_RISK,)),
        Initiative(id="ask", statement=said("ask"), goal="all"),
    ),
)


def test_a_goal_stands_in_the_stages_of_its_initiatives():
    stages = {s.id: s for s in coverage(DOCUMENT).stages}
    assert len(stages) == len(Stage)
    assert stages["at risk"].goals == ("keep",)
    assert stages["at risk"].initiatives == ("call",)
    assert stages["onboarding"].goals == ()


def test_what_names_no_group_reaches_all_of_them():
    groups = {g.id: g for g in coverage(DOCUMENT).groups}
    assert groups["gold"].goals == ("keep", "all")
    assert groups["new"].goals == ("all",)
    assert groups["new"].initiatives == ("ask",)


def test_an_initiative_without_a_stage_is_told():
    assert coverage(DOCUMENT).without_stage == ("ask",)


def test_only_the_stages_of_the_plan_are_told():
    planned = DOCUMENT.model_copy(update={"lifecycle": (StagePlan(id="s1", stage=Stage.AT_RISK),)})
    assert [s.id for s in coverage(planned).stages] == ["at risk"]
