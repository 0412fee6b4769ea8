from __future__ import annotations

import datetime as dt

from tests.drafting.agenda.matters import DAY, DRAFT, fallen, matter, with_parts

from custrata.drafting.agenda.yearly import budget, lapsing, maturity, segmentation, yearly
from custrata.strategy.parts.part import Owner
from custrata.strategy.parts.steering.maturity import Dimension, MaturityAnswer
from custrata.strategy.parts.steering.suppression import Suppression


def test_a_yearly_review_takes_a_day_and_looks_at_everything():
    agenda = yearly(fallen())
    assert sum(i.minutes for i in agenda.items) == 360
    assert [i.title for i in agenda.items][1:] == [
        "Segmentation revisited",
        "Strategy",
        "Scorecard",
        "Maturity",
        "Assumptions and suppressions due",
        "Handed to planning and budgeting",
    ]


def test_every_group_is_looked_at_again():
    item = segmentation(matter(), 90)
    for group in DRAFT.groups:
        assert any(line.startswith(f"{group.name}: ") for line in item.lines)


def test_maturity_says_what_nobody_has_answered():
    answer = MaturityAnswer(
        id="m", dimension=Dimension.ALIGNMENT, level=2, wanted=3, said_by=Owner(name="person A")
    )
    lines = maturity(matter(with_parts(maturity=(answer,))), 45).lines
    assert "organisational alignment: level 2, wanted 3, said by person A [m]" in lines
    assert sum("nobody has answered" in line for line in lines) == 4


def test_findings_let_stand_come_up_when_they_run_out_or_never_end():
    def stand(name, until):
        return Suppression(
            id=name, code="VP102", reason="It is our slogan.", owner=Owner(name="person A"), until=until
        )

    never, soon, far = stand("a", None), stand("b", DAY), stand("c", DAY + dt.timedelta(days=900))
    found = lapsing(matter(with_parts(assumptions=(), suppressions=(never, soon, far))), 30)
    assert len(found.lines) == 2
    assert not lapsing(matter(with_parts(assumptions=())), 30).busy


def test_planning_takes_over_effort_and_cost_as_stated():
    first = DRAFT.initiatives[0].model_copy(update={"effort_days": 30.0, "cost": 12_000.0})
    lines = budget(matter(with_parts(initiatives=(first,))), 30).lines
    assert "30 days, $12k" in lines[0]
    assert "effort not stated, cost not stated" in budget(matter(), 30).lines[0]
