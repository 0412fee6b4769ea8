from __future__ import annotations

import datetime as dt

from tests.drafting.agenda.matters import DAY, DRAFT, GROCER, matter, with_parts
from tests.evidence.changed import scaled

from custrata.drafting.agenda.matter import answers, called
from custrata.strategy.parts.part import Owner
from custrata.strategy.parts.running.review import Action, Review, ReviewKind
from custrata.strategy.wording.dates import months_later


def review(day, kind=ReviewKind.WEEKLY, **fields):
    return Review(id=f"{kind}-{day}", kind=kind, on=dt.date.fromisoformat(day), **fields)


def test_claims_in_doubt_stand_broken_ones_first_then_by_money():
    found = matter(after=scaled(scaled(GROCER, 0.8, "net_revenue_retention"), 0.96, "repeat_rate")).doubtful()
    broken = [e.state for e, _ in found]
    assert broken == sorted(broken, key=lambda s: s == "drifting")
    assert len(found) >= 2


def test_a_claim_that_drifts_because_things_went_well_is_no_issue():
    well = matter(after=scaled(GROCER, 1.02, "repeat_rate"))
    assert any(e.state == "drifting" for e in well.evidence)
    assert well.doubtful() == []


def test_the_last_review_is_the_latest_before_the_day():
    held = (
        review("2025-01-06"),
        review("2025-01-20"),
        review("2025-03-03"),
        review("2025-01-27", ReviewKind.MONTHLY),
    )
    found = matter(with_parts(reviews=held))
    assert found.last_review(ReviewKind.WEEKLY).on == dt.date(2025, 1, 20)
    assert found.last_review().on == dt.date(2025, 1, 27)
    assert matter().last_review() is None


def test_actions_are_open_until_somebody_reports_them_done():
    done = Action(id="a1", text="Call them", done_on=dt.date(2025, 1, 8))
    waits = Action(id="a2", text="Ask them")
    found = matter(with_parts(reviews=(review("2025-01-06", actions=(done, waits)),)))
    assert [a.id for _, a in found.open_actions()] == ["a2"]


def test_decisions_are_due_within_the_days_asked_and_overdue_ones_stay():
    first, second, *others = DRAFT.decisions
    dated = (
        first.model_copy(update={"by": DAY - dt.timedelta(days=40)}),
        second.model_copy(update={"by": DAY + dt.timedelta(days=20)}),
    )
    found = matter(with_parts(decisions=(*dated, *others)))
    assert [d.id for d in found.open_decisions(7)] == [first.id]
    assert [d.id for d in found.open_decisions(31)] == [first.id, second.id]
    decided = (dated[0].model_copy(update={"decided": "the first"}), *others)
    assert matter(with_parts(decisions=decided)).open_decisions(31) == []


def test_an_assumption_lapses_on_its_day_or_so_many_months_after_the_start():
    assumption = DRAFT.assumptions[0]
    assert matter().lapses(assumption.model_copy(update={"expires_on": DAY})) == DAY
    counted = assumption.model_copy(update={"expires_on": None, "in_months": 2})
    assert matter().lapses(counted) == months_later(DRAFT.horizon.starts_on, 2)
    nobody = with_parts(horizon=DRAFT.horizon.model_copy(update={"starts_on": None}))
    assert matter(nobody).lapses(counted) is None


def test_a_claim_about_a_group_is_told_with_its_group():
    found = matter()
    gold = next(e for e in found.evidence if e.path.startswith("groups[group-tier-gold].buys"))
    assert found.told(gold).startswith("Gold customers: ")
    assert found.told(found.evidence[0]) == found.evidence[0].said


def test_an_owner_without_a_name_is_said_to_be_none_yet():
    assert answers(Owner(role="head of finance")) == "no owner yet, head of finance suggested"
    assert called(Owner(), Owner(name="person A")) == "person A"
    assert called(Owner()) == ""
