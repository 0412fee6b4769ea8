from __future__ import annotations

import datetime as dt
from dataclasses import replace

from tests.drafting.agenda.matters import DAY, DRAFT, GROCER, fallen, matter
from tests.evidence.changed import scaled

from custrata.drafting.agenda.lines import (
    action_line,
    also,
    assumption_line,
    at_most,
    change_line,
    claim_line,
    decision_line,
    move_line,
    same_figure,
)
from custrata.measures.catalogue import CATALOGUE
from custrata.strategy.parts.part import Owner
from custrata.strategy.parts.running.review import Action, Review, ReviewKind


def test_a_move_says_both_states_today_s_numbers_and_the_money():
    found = fallen()
    move = found.moves()[0]
    line = move_line(move, found)
    assert line.startswith(f"{move.claim_id} is {move.after.state} (was supported): ")
    assert move.after.said in line
    assert "At stake: $" in line
    assert "Written and now: " in line


def test_a_claim_in_doubt_says_its_reason():
    found = fallen()
    evidence, money = found.doubtful()[0]
    assert evidence.reason in claim_line(evidence, money, found)
    assert "At stake" not in claim_line(evidence, None, found)


def test_a_change_names_the_reading_it_comes_from():
    line = change_line(fallen().movement.revenue_by_tier[1], "Revenue of tier")
    assert line == "Revenue of tier (gold): $1.79m → $897k [revenue, all, n 480 customers]"


def test_an_action_says_who_by_when_and_whether_it_is_late():
    review = Review(id="weekly-2025-01-06", kind=ReviewKind.WEEKLY, on=dt.date(2025, 1, 6))
    late = Action(id="a", text="Call them", owner=Owner(name="person A"), by=DAY - dt.timedelta(days=1))
    found = matter()
    assert action_line(review, late, found) == (
        "Call them (person A, due 2025-02-02: overdue; from the weekly review of 2025-01-06)"
    )
    bare = Action(id="b", text="Ask them")
    assert (
        action_line(review, bare, found)
        == "Ask them (no owner yet, without a day; from the weekly review of 2025-01-06)"
    )


def test_a_decision_says_what_it_rests_on_and_since_when_it_is_due():
    decision = next(d for d in DRAFT.decisions if d.rests_on)
    late = decision.model_copy(update={"by": DAY - dt.timedelta(days=3)})
    line = decision_line(late, matter())
    assert "overdue since 2025-01-31" in line
    assert f"[{', '.join(decision.rests_on)}]" in line
    soon = decision.model_copy(update={"by": DAY + dt.timedelta(days=3)})
    assert "due 2025-02-06" in decision_line(soon, matter())


def test_an_assumption_is_held_against_what_its_measure_says():
    assumption = DRAFT.assumptions[0].model_copy(
        update={
            "measure": "repeat_rate",
            "threshold": 0.7,
            "direction": "at least",
            "kill_criterion": "Stop the club.",
        }
    )
    holds = assumption_line(assumption, matter())
    assert (
        f"It stands at 72% (“{CATALOGUE['repeat_rate'].title}”, all); it must be at least 70%: it holds."
        in holds
    )
    assert "Stop the club." not in holds
    fails = assumption_line(assumption, matter(after=scaled(GROCER, 0.5, "repeat_rate")))
    assert fails.endswith("it must be at least 70%: it fails. Stop the club.")
    waits = assumption.model_copy(update={"measure": "nps"})
    assert assumption_line(waits, matter()).endswith(f"“{CATALOGUE['nps'].title}” is not read yet.")


def test_claims_on_one_and_the_same_figure_are_named_once():
    found = matter(after=scaled(GROCER, 0.5, "repeat_rate"))
    doubted = [e for e, _ in found.doubtful()]
    behind = same_figure(doubted)
    assert len(behind) < len(doubted)
    named = [*behind, *(other for others in behind.values() for other in others)]
    assert sorted(named) == sorted(e.claim_id for e in doubted)
    (others,) = [others for others in behind.values() if others]
    assert also(others) == f" The same figure stands in {', '.join(others)}."
    assert also(()) == ""


def test_what_is_not_named_is_counted():
    assert at_most(["a", "b"], "claims", 2) == ("a", "b")
    assert (
        at_most(["a", "b", "c"], "parts", 1, "custrata show")[-1]
        == "and 2 more parts: custrata show lists them"
    )


def test_an_assumption_of_a_fresh_draft_holds_on_the_data_it_was_drafted_from():
    for assumption in DRAFT.assumptions:
        line = assumption_line(assumption, matter(after=GROCER))
        assert "it fails" not in line
    watched = [a for a in DRAFT.assumptions if a.threshold is not None]
    assert watched
    assert all("it holds" in assumption_line(a, matter(after=GROCER)) for a in watched)


def test_a_due_day_carries_its_fiscal_quarter():
    found = matter()
    settings = {**found.snapshot.manifest.settings, "fiscal_year_start": 4}
    manifest = replace(found.snapshot.manifest, settings=settings)
    fiscal = replace(found, snapshot=replace(found.snapshot, manifest=manifest))
    asked = Action(id="a1", text="Call them", by=dt.date(2026, 3, 9))
    held = Review(id="r1", kind=ReviewKind.WEEKLY, on=dt.date(2026, 3, 2), actions=(asked,))
    assert "due 2026-03-09 (Q4 FY2026)" in action_line(held, asked, fiscal)
    assert "FY" not in action_line(held, asked, found)
