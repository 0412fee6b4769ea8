from __future__ import annotations

import pytest
from tests.drafting.drafted import maintainer
from tests.snapshots import bare, every_company, grocer, outfitter, phone_company, shop_with_profit

from custrata.drafting.chapters.goals import THEMES
from custrata.drafting.chapters.groups import draft_groups
from custrata.drafting.desk import Desk
from custrata.drafting.pen import Pen
from custrata.drafting.running.first_steps import first_step
from custrata.strategy.wording.sentence import fill, loose_digits, placeholders

BY_ID = {theme.id: theme for theme in THEMES}


def said(snapshot, theme: str) -> str:
    desk = Desk(snapshot)
    text, figures = first_step(desk, BY_ID[theme], draft_groups(Pen(desk)))
    return fill(text, {f.name: (f.value, f.unit) for f in figures})


def test_losses_are_gone_through_with_their_number_and_cause():
    assert said(outfitter(), "repair").startswith(
        "Go through the 907 customers who bring a loss, beginning with"
    )
    assert "159 customers" in said(shop_with_profit(), "repair")
    assert said(grocer(), "repair") == BY_ID["repair"].initiative


def test_silence_is_counted_and_contracts_begin_with_those_who_leave_most():
    assert said(grocer(), "keep").startswith("Reach the 336 customers whose silence outlasts the usual gap")
    assert "beginning with customers whose contract is “Month-to-month”" in said(phone_company(), "keep")
    assert "beginning with those who bring most" in said(maintainer(), "keep")


def test_a_person_calls_only_so_many_as_a_person_can_call():
    assert said(maintainer(), "widen").startswith("Give gold customers a person by name")
    assert said(phone_company(), "widen").startswith("Make one offer for customers whose contract is")
    assert said(bare(), "widen") == BY_ID["widen"].initiative


@pytest.mark.parametrize("snapshot", every_company(), ids=lambda s: s.manifest.company)
def test_every_number_of_a_first_step_is_bound(snapshot):
    desk = Desk(snapshot)
    for theme in THEMES:
        text, figures = first_step(desk, theme, draft_groups(Pen(desk)))
        assert loose_digits(text) == ()
        assert set(placeholders(text)) == {f.name for f in figures}
