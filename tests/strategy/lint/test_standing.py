from __future__ import annotations

import pytest
from tests.strategies import Verdict, claim, strategy

from custrata.strategy.lint.finding import Known
from custrata.strategy.lint.standing import standing
from custrata.strategy.parts.pattern import Pattern
from custrata.strategy.parts.scorecard import ScoreRow
from custrata.strategy.parts.statement import Claim, Figure
from custrata.vocabulary import Direction, EvidenceState


def test_only_bound_claims_in_the_state_are_given():
    doc = strategy(pattern=Pattern(statements=(claim(id="E01"), claim("Loose.", id="E02"), claim(id="E03"))))
    states = {"E01": EvidenceState.STALE, "E02": EvidenceState.STALE, "E03": EvidenceState.DRIFTING}
    known = Known({name: Verdict(name, state) for name, state in states.items()})
    assert list(standing(doc, known, EvidenceState.STALE)) == [
        ("pattern.statements[E01]", "E01 is stale: It moved.")
    ]


@pytest.mark.parametrize(("now", "told"), [(5.5, 0), (13.0, 1), (20.0, 1), (None, 1)])
def test_a_base_from_which_the_measure_moved_the_wanted_way_is_progress(now, told):
    figure = Figure(name="base", measure="days_since_last_order", value=13.0, unit="days")
    base = Claim(id="E01", text="Days: {base}.", figures=(figure,))
    row = ScoreRow(id="s", measure=figure.measure, title="Days", base=base, better=Direction.LOWER)
    known = Known({"E01": Verdict("E01", EvidenceState.CONTRADICTED, values={"base": now})})

    assert len(list(standing(strategy(scorecard=(row,)), known, EvidenceState.CONTRADICTED))) == told
