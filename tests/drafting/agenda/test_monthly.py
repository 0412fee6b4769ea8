from __future__ import annotations

from tests.drafting.agenda.matters import DRAFT, GROCER, fallen, matter, with_parts
from tests.evidence.changed import scaled

from custrata.drafting.agenda.lines import short
from custrata.drafting.agenda.monthly import broken, monthly, resourcing, roadmap, segment_focus
from custrata.strategy.parts.part import Owner
from custrata.strategy.parts.steering.scoring import Scoring


def test_a_monthly_review_takes_sixty_minutes():
    for found in (fallen(), matter()):
        assert sum(i.minutes for i in monthly(found).items) == 60


def test_groups_whose_claims_moved_are_in_focus():
    item = segment_focus(fallen(), 15)
    assert any(line.startswith("Gold customers, intent ") for line in item.lines)
    assert any(line.startswith("Revenue of tier (gold): ") for line in item.lines)
    assert item.decision.startswith("Does the intent for ")
    assert not segment_focus(matter(), 15).busy


def test_broken_claims_and_assumptions_that_fail_stand_together():
    item = broken(fallen(), 10)
    assert item.claims == tuple(e.claim_id for e in fallen().broken())
    failing = DRAFT.assumptions[0].model_copy(
        update={"measure": "repeat_rate", "threshold": 0.9, "direction": "at least", "in_months": 60}
    )
    item = broken(matter(with_parts(assumptions=(failing,))), 10)
    assert item.busy
    assert item.decision == "Is the assumption kept, changed, or given up?"
    assert not broken(matter(with_parts(assumptions=())), 10).busy


def test_a_goal_on_a_broken_claim_puts_its_initiatives_in_question():
    goal = next(g for g in DRAFT.goals if g.rests_on)
    measure = DRAFT.claim(goal.rests_on[0]).figures[0].measure
    item = roadmap(matter(after=scaled(GROCER, 0.3, measure)), 10)
    held = [i.statement.said() for i in DRAFT.initiatives if i.goal == goal.id]
    assert goal.rests_on[0] in item.claims
    assert all(any(f"It carries: {name}" in line for line in item.lines) for name in held)
    assert not roadmap(matter(), 10).busy


def test_initiatives_without_owner_or_beyond_capacity_are_named():
    item = resourcing(matter(), 5)
    first = DRAFT.initiatives[0]
    assert item.decision == f"Who takes {short(first.statement.said())}?"
    assert not any(i.id in line for i in DRAFT.initiatives for line in item.lines), "names, no ids"
    taken = tuple(
        i.model_copy(update={"owner": Owner(name="person A"), "effort_days": 40.0}) for i in DRAFT.initiatives
    )
    fits = with_parts(initiatives=taken, scoring=Scoring(capacity_days=40.0 * len(taken)))
    assert not resourcing(matter(fits), 5).busy
    over = with_parts(initiatives=taken, scoring=Scoring(capacity_days=39.0))
    assert "the capacity stated is 39 days" in resourcing(matter(over), 5).lines[0]
