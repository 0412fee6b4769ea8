from __future__ import annotations

import pytest

from custrata.delivery.deck.chapters.economics.deciding import deciding
from custrata.delivery.deck.chapters.groups import intents
from custrata.strategy.parts.group import GroupIntent
from custrata.strategy.parts.statement import Claim, Figure, Proposal
from custrata.vocabulary import Intent


def reason(topic, *values):
    figures = tuple(Figure(name=f"f{n}", measure="revenue", value=v) for n, v in enumerate(values))
    return Claim(id=topic, text="So it is.", topic=topic, figures=figures)


LEAVING, STAYING = reason("group_leaving", 0.4, 0.2), reason("group_leaving", 0.1, 0.2)
LARGE, SMALL = reason("group_worth", 900.0, 300.0), reason("group_worth", 100.0, 300.0)
LOSS, EARNS = reason("group_margin", 500.0, -70.0), reason("group_margin", 500.0, 70.0)
AHEAD = reason("group_ahead", 0.4)


@pytest.mark.parametrize(
    ("intent", "reasons", "said"),
    [
        (Intent.RE_ENGINEER, (SMALL, LOSS, AHEAD), LOSS),
        (Intent.RE_ENGINEER, (LEAVING, SMALL, EARNS), LEAVING),
        (Intent.RETIRE, (STAYING, SMALL, EARNS), SMALL),
        (Intent.GROW, (LEAVING, SMALL, AHEAD), AHEAD),
        (Intent.GROW, (STAYING, LARGE), STAYING),
        (Intent.MAINTAIN, (STAYING, LARGE, AHEAD), LARGE),
    ],
)
def test_the_reason_that_speaks_for_the_intent_is_said(intent, reasons, said):
    assert deciding(GroupIntent(intent=intent, reason=reasons)) is said


def test_where_none_stands_out_the_first_reason_is_said():
    first = Proposal(id="p", text="We know them well.")
    assert deciding(GroupIntent(intent=Intent.GROW, reason=(first,))) is first
    assert deciding(GroupIntent(intent=Intent.GROW)) is None


@pytest.mark.parametrize("company", ["shop_with_profit", "phone_company"])
def test_the_slide_gives_the_reason_that_decides(material, company):
    found = material(company)
    meant = {g.name.lower(): deciding(g.intent) for g in found.document.groups if g.intent}
    for row in intents(found).exhibits[0].exhibit.rows:
        said = found.sentence(meant[row.cells[0].main.text.lower()]).text
        assert row.cells[5].main.text == said
