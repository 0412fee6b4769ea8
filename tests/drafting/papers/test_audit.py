from __future__ import annotations

from dataclasses import replace

from tests.drafting.drafted import drafted, maintainer, without
from tests.snapshots import grocer, pipeline

from custrata.drafting.draft import draft
from custrata.strategy.parts.papers.audit import Comparison, Verdict


def test_reach_is_told_and_no_effect_is_claimed():
    (found,) = drafted().audit
    assert [e.effect.kind for e in found.effects] == ["claim", "gap"]
    assert found.effects[0].effect.said() == "2 campaigns reached 24% of the customers that there are today."
    assert {e.comparison for e in found.effects} == {Comparison.NONE}
    assert found.verdict is Verdict.OPEN


def test_the_gap_says_with_whom_those_reached_could_be_compared():
    assert "drawn by chance" in drafted().audit[0].effects[1].effect.text
    manifest = replace(maintainer().manifest, provided=frozenset({"touches.arm"}))
    arms = draft(replace(maintainer(), manifest=manifest))
    assert "not whether chance decided it" in arms.audit[0].effects[1].effect.text
    assert "nobody who was left out" in drafted(grocer).audit[0].effects[1].effect.text


def test_without_campaigns_there_is_nothing_to_audit():
    assert drafted(pipeline).audit == ()
    gone = without(
        maintainer(), "campaigns", "touches", drop=lambda r: r.measure in ("campaigns", "campaign_reach")
    )
    assert draft(gone).audit == ()
