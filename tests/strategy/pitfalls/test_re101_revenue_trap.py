from __future__ import annotations

from tests.strategies import (
    PERSON,
    findings,
    group,
    places,
    proposal,
    strategy,
)
from tests.told import Told, known

from custrata.strategy.parts.foundation.business import BusinessContext, RevenueKind, RevenueTarget
from custrata.strategy.parts.group import GroupIntent, TargetShare
from custrata.strategy.parts.papers.profile import Profile
from custrata.strategy.parts.statement import Claim, Figure
from custrata.strategy.pitfalls.re101_revenue_trap import PITFALL
from custrata.vocabulary import Intent

TOLD = Told().by("revenue", "kind", "EUR", Resellers=300.0, Shops=700.0)


def trapped(intent: Intent | None = None, **fields: object):
    made = group("Resellers", segment={"kind": "Resellers"}, **fields)
    return made.model_copy(update={"intent": GroupIntent(intent=intent, owner=PERSON)}) if intent else made


def asking(kind: RevenueKind = RevenueKind.UPSELL) -> BusinessContext:
    return BusinessContext(revenue_targets=(RevenueTarget(id="t", kind=kind, amount=10, group="Resellers"),))


AWAY = Profile(id="p", statement=proposal(owner=PERSON), disqualified=(proposal("Resellers.", owner=PERSON),))


def test_more_revenue_from_a_large_group_that_is_turned_away_is_found():
    doc = strategy(groups=(trapped(),), profiles=(AWAY,), business=asking())
    (found,) = findings(PITFALL, doc, known(TOLD))
    assert found.place == "groups[Resellers]"
    assert "30%" in found.message


def test_a_share_that_is_to_rise_while_the_group_is_to_be_retired_is_found():
    now = Claim(
        id="E01", text="{value_share}", figures=(Figure(name="value_share", measure="revenue", value=0.3),)
    )
    more = trapped(Intent.RETIRE, share_now=now, share_targeted=TargetShare(value=0.4, owner=PERSON))
    assert places(PITFALL, strategy(groups=(more,)), known(TOLD)) == ["groups[Resellers]"]


def test_a_wanted_group_a_small_one_and_no_target_are_silent():
    small = Told().by("revenue", "kind", "EUR", Resellers=100.0, Shops=900.0)
    asked = strategy(groups=(trapped(),), profiles=(AWAY,), business=asking())
    assert places(PITFALL, asked, known(small)) == []
    assert places(PITFALL, asked, known()) == []
    kept = strategy(groups=(trapped(),), profiles=(AWAY,), business=asking(RevenueKind.RETENTION))
    assert places(PITFALL, kept, known(TOLD)) == []
    assert places(PITFALL, strategy(groups=(trapped(Intent.GROW),), business=asking()), known(TOLD)) == []
