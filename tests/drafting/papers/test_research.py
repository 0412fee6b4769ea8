from __future__ import annotations

from tests.drafting.drafted import drafted, maintainer, measured, without
from tests.snapshots import bare, grocer

from custrata.drafting.draft import draft
from custrata.measures.catalogue import CATALOGUE


def test_interviews_ask_open_questions_that_lead_nobody():
    guide = drafted().research[0]
    assert all(q.asks.startswith(("What", "How", "Why")) for q in guide.questions)
    assert all(q.asks.endswith("?") and q.aims_at and "{" not in q.asks for q in guide.questions)
    assert guide.group == "group-tier-gold"


def test_nothing_was_asked_yet():
    assert {(r.n, r.on, r.learned) for r in drafted().research} == {(0, None, ())}


def test_the_survey_asks_what_no_measure_tells_yet():
    assert [q.measure for q in drafted().research[1].questions] == ["csat", "ces", ""]
    lacking = draft(without(maintainer(), drop=measured("nps")))
    assert [q.measure for q in lacking.research[1].questions] == ["nps", "csat", "ces", ""]
    assert {"nps", "csat", "ces"} <= set(CATALOGUE)


def test_words_fit_the_kind_of_company():
    assert "signed or renewed" in drafted().research[0].questions[1].asks
    assert "bought from us" in drafted(grocer).research[0].questions[1].asks
    assert drafted(bare).research[0].goal.startswith("Learn what customers need")
