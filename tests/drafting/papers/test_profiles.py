from __future__ import annotations

from dataclasses import replace

from tests.drafting.drafted import drafted, maintainer, measured, without
from tests.snapshots import bare, shop_with_profit

from custrata.drafting.desk import Desk
from custrata.drafting.draft import draft
from custrata.drafting.papers.profiles import draft_profiles
from custrata.drafting.pen import Pen
from custrata.drafting.sketch import Sketch
from custrata.vocabulary import Intent


def test_who_we_win_with_waits_for_its_analysis_and_invents_no_sign():
    (profile,) = drafted().profiles
    assert profile.statement.kind == "gap"
    assert "Custrata does not give yet" in profile.statement.waits_for
    assert profile.signs == ()
    assert profile.groups == ("group-tier-gold",)


def test_what_causes_losses_disqualifies():
    assert [s.said() for s in drafted().profiles[0].disqualified] == [
        "Take on nobody whose “Onboarding sessions” would cost more than they bring; work it out before the "
        "price is named."
    ]


def test_losses_without_a_cause_ask_for_a_price_above_cost():
    assert drafted(shop_with_profit).profiles[0].disqualified[0].said().startswith("Give no price below cost")


def test_where_no_loss_is_read_nobody_is_disqualified():
    fine = without(maintainer(), drop=measured("loss_cause_amount"))
    assert draft(fine).profiles[0].disqualified == ()
    assert drafted(bare).profiles[0].disqualified == ()


def test_a_group_that_is_let_go_is_not_won_again():
    group = drafted().groups[3]
    retired = group.model_copy(update={"intent": group.intent.model_copy(update={"intent": Intent.RETIRE})})
    sketch = Sketch(Pen(Desk(replace(maintainer(), readings=()))), groups=(retired,))
    assert draft_profiles(sketch)[0].disqualified[0].said() == "Win nobody new among bronze customers."
