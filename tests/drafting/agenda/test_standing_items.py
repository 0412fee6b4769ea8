from __future__ import annotations

import datetime as dt

from tests.drafting.agenda.matters import DAY, DRAFT, GROCER, fallen, matter, with_parts
from tests.evidence.changed import later

from custrata.drafting.agenda.matter import Matter
from custrata.drafting.agenda.standing_items import (
    agreed,
    base_moved,
    checks,
    experiments,
    issues,
    new_insights,
    scorecard,
)
from custrata.evidence.check import evaluate
from custrata.strategy.lint.finding import Finding, Severity
from custrata.strategy.parts.running.experiment import Experiment, ExperimentState
from custrata.strategy.parts.running.review import Action, Review, ReviewKind
from custrata.strategy.parts.statement import Proposal

HELD = Review(
    id="weekly-2025-01-27",
    kind=ReviewKind.WEEKLY,
    on=dt.date(2025, 1, 27),
    stop=("mailing everybody",),
    start=("calling gold customers",),
    go_on=("the club",),
    actions=(Action(id="a", text="Ask ten customers"),),
)


def test_what_the_last_review_agreed_comes_back():
    item = agreed(matter(with_parts(reviews=(HELD,))), ReviewKind.WEEKLY, 5, 7)
    text = "\n".join(item.lines)
    assert item.busy
    assert "Ask ten customers (no owner yet, without a day; from the weekly review of 2025-01-27)" in text
    assert "Stopped on 2025-01-27: mailing everybody" in text
    assert "Started on 2025-01-27: calling gold customers" in text
    assert "Continued on 2025-01-27: the club" in text


def test_a_monthly_review_takes_over_actions_but_not_what_the_weekly_one_stopped():
    item = agreed(matter(with_parts(reviews=(HELD,))), ReviewKind.MONTHLY, 5, 31)
    assert any("Ask ten customers" in line for line in item.lines)
    assert not any("mailing" in line for line in item.lines)


def test_an_overdue_decision_is_the_decision_asked():
    first, *others = DRAFT.decisions
    late = first.model_copy(update={"by": DAY - dt.timedelta(days=3)})
    item = agreed(matter(with_parts(decisions=(late, *others))), ReviewKind.WEEKLY, 5, 7)
    assert item.decision == first.question.said()
    assert item.claims == tuple(dict.fromkeys(first.rests_on))


def test_without_reviews_nothing_was_agreed():
    item = agreed(matter(with_parts(decisions=())), ReviewKind.WEEKLY, 5, 7)
    assert not item.busy
    assert item.lines == ("No weekly review is on record: nothing was agreed.",)


def test_at_a_first_review_open_decisions_are_asked_in_words():
    item = agreed(matter(), ReviewKind.WEEKLY, 5, 7)
    undated = [d for d in DRAFT.decisions if d.by is None]
    assert item.busy
    assert item.decision == undated[0].question.said()
    assert all(any(d.question.said() in line for line in item.lines) for d in undated)
    later_on = agreed(
        matter(with_parts(reviews=(HELD.model_copy(update={"actions": ()}),))), ReviewKind.MONTHLY, 5, 31
    )
    assert not later_on.busy


def test_where_nothing_can_be_compared_the_first_insights_are_the_issues():
    alone = Matter(DRAFT, GROCER, evaluate(DRAFT, GROCER), DAY)
    item = issues(alone, 10)
    assert item.busy
    assert item.lines[0] == f"All {len(DRAFT.claims())} claims hold; the check found no mistake."
    assert item.claims == tuple(i.claim for i in DRAFT.insights[:3])


def test_new_insights_are_the_claims_that_moved():
    found = fallen()
    item = new_insights(found, 10)
    assert item.busy
    assert set(item.claims) <= {m.claim_id for m in found.moves()}
    assert item.decision
    still = new_insights(matter(), 10)
    assert (still.busy, still.decision) == (False, "")
    assert still.lines == ("No claim changed its state between 2024-12-30 and 2025-01-29.",)


def test_measures_that_can_be_read_now_are_new():
    item = new_insights(matter(after=later(GROCER, missing={})), 10)
    assert item.busy
    assert item.lines[0] == "Can be read now: gross_margin. Gaps that waited for it can close."


def test_without_an_earlier_snapshot_nothing_can_be_compared():
    alone = Matter(DRAFT, GROCER, evaluate(DRAFT, GROCER), DAY)
    assert new_insights(alone, 10).lines == ("There is no earlier snapshot to compare with.",)
    assert base_moved(alone) == []
    assert "compared with no earlier snapshot" in checks(alone)


def test_issues_are_claims_in_doubt_and_mistakes_but_no_claim_twice():
    mistake = Finding(
        "VP102", Severity.ERROR, "propositions[a]", "The promise is vague.", "Say what is meant."
    )
    echo = Finding("EV101", Severity.ERROR, "pattern", "E01 is contradicted.", "Change it.")
    found = fallen()
    item = issues(Matter(found.document, found.snapshot, found.evidence, DAY, findings=(mistake, echo)), 10)
    assert "VP102 at propositions[a]: The promise is vague." in item.lines
    assert not any("EV101" in line for line in item.lines)
    assert item.claims
    assert not issues(matter(), 10).busy


def experiment(state, **fields):
    belief = Proposal(id="H01", text="A call keeps them.")
    return Experiment(id="x", hypothesis=belief, state=state, **fields)


def test_an_experiment_that_is_over_asks_for_a_decision():
    over = experiment(ExperimentState.RUNNING, ends_on=DAY)
    item = experiments(matter(with_parts(experiments=(over,))), 5)
    assert item.decision == "Ship, stop or go on: A call keeps them."
    assert item.lines == ("Ended without a result on record: A call keeps them.",)
    runs = experiment(ExperimentState.RUNNING, ends_on=DAY + dt.timedelta(days=1))
    item = experiments(matter(with_parts(experiments=(runs,))), 5)
    assert (item.decision, item.busy) == ("", True)
    planned = experiments(matter(with_parts(experiments=(experiment(ExperimentState.PLANNED),))), 5)
    assert planned.lines == ("1 experiment written down; none runs or has ended.",)


def test_the_scorecard_shows_every_measure_with_its_claim():
    item = scorecard(fallen(), 10)
    assert len(item.lines) == len(DRAFT.scorecard)
    assert item.claims == tuple(row.base.id for row in DRAFT.scorecard)
    assert all(f"[{name}]" in line for name, line in zip(item.claims, item.lines, strict=True))
    assert item.busy
    assert not scorecard(matter(), 10).busy


def test_checks_say_what_was_looked_at():
    text = "\n".join(checks(matter()))
    assert f"{len(DRAFT.claims())} claims held against snapshot" in text
    assert GROCER.manifest.fingerprint[:12] in text
    assert "the check of the strategy: no mistake" in text
    assert " 0 " not in text


def test_a_claim_told_above_is_only_named_among_the_issues():
    found = fallen()
    first = found.doubtful()[0][0].claim_id
    item = issues(found, 10, (first,))
    assert item.lines[0] == f"Told above: {first}"
    assert item.claims[0] == first
    assert not any(line.startswith(f"{first} is ") for line in item.lines)
