from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from tests.delivery.paper.written import full, full_document, full_snapshot

from custrata.delivery.paper.page import Lines, Pair, Voice
from custrata.delivery.paper.pages.scorecard import Standing, last_review, measures, scorecard
from custrata.delivery.paper.telling import Teller
from custrata.evidence.check import evaluate
from custrata.strategy.document import Horizon
from custrata.vocabulary import EvidenceState


@pytest.fixture(scope="module")
def teller() -> Teller:
    return Teller(full())


@pytest.fixture(scope="module")
def standings(teller) -> list[Standing]:
    return [Standing.of(teller, r) for r in full_document().scorecard]


def test_the_way_runs_from_the_base_as_written_to_the_target(standings):
    kept = standings[0]
    assert kept.way == pytest.approx((0.7974683544 - 0.79) / (0.85 - 0.79))
    assert standings[5].way is None


def test_what_is_due_today_follows_from_the_horizon(teller, standings):
    days = (dt.date(2024, 12, 30) - dt.date(2024, 7, 1)).days
    assert standings[0].expected == pytest.approx(days / (24 * 30.4375))
    undated = full_document().model_copy(update={"horizon": Horizon(months=24)})
    teller = Teller(replace(full(), document=undated))
    assert Standing.of(teller, full_document().scorecard[0]).expected is None


def test_the_title_counts_what_is_on_plan_and_names_what_moves_away():
    assert scorecard(full())[0].finding.words.text == (
        "One of five measures is on plan, but share of orders sent back moves away from its target"
    )


def test_measures_that_have_not_moved_stand_at_their_base():
    rows = tuple(
        r.model_copy(
            update={
                "base": r.base.model_copy(
                    update={"figures": tuple(f.model_copy(update={"value": None}) for f in r.base.figures)}
                )
            }
        )
        for r in full_document().scorecard
    )
    document = full_document().model_copy(update={"scorecard": rows})
    given = replace(full(), document=document, evidence=evaluate(document, full_snapshot()))
    assert (
        scorecard(given)[0].finding.words.text == "Six measures stand at their base, and five have a target"
    )


def test_early_measures_stand_under_the_outcome_that_they_lead_to(teller, standings):
    rows = measures(teller, standings).rows
    assert [r.inset for r in rows] == [False, True, True, False, False, False]
    assert rows[1].cells[0].lines[0].words.text == "Customers who order again"


def test_a_target_is_a_proposal_until_its_owner_has_signed(teller, standings):
    rows = measures(teller, standings).rows
    assert [r.cells[3].lines[0].voice for r in rows[:3]] == [Voice.PROPOSAL, Voice.PROPOSAL, Voice.AGREED]
    assert rows[5].cells[3].lines[0].words.text == "not set"


def test_a_contradicted_row_is_set_off(teller, standings):
    bad = replace(standings[0], state=EvidenceState.CONTRADICTED)
    assert measures(teller, [bad]).rows[0].marked


def test_the_last_review_says_what_is_stopped_started_and_continued(teller):
    decided, pair, go_on = last_review(teller)
    assert decided.heading == "Monthly review of 5 Dec 2024: decided"
    assert isinstance(pair, Pair)
    assert (pair.left.heading, pair.right.heading, go_on.heading) == ("Stop", "Start", "Continue")


def test_without_a_review_there_is_a_gap():
    given = replace(full(), document=full_document().model_copy(update={"reviews": ()}))
    (block,) = last_review(Teller(given))
    assert isinstance(block, Lines)
    assert block.lines[0].voice is Voice.GAP
