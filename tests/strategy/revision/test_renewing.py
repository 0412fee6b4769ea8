from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st
from tests.small_strategy import small_strategy

from custrata.evidence.check import judge
from custrata.evidence.figures import NumberNow
from custrata.strategy.parts.statement import Figure
from custrata.strategy.revision.renewing import figure_anew, renewed
from custrata.vocabulary import EvidenceState

MAY = dt.date(2025, 5, 31)
NUMBERS = st.floats(-1e6, 1e6).filter(lambda x: abs(x) > 1e-3)


def test_the_claim_that_is_named_holds_the_number_and_the_day():
    claim = renewed(small_strategy(), {"E01": {"value_share": 0.5}}, MAY).claim("E01")
    assert (claim.figures[0].value, claim.as_of) == (0.5, MAY)
    assert claim.said() == "Gold customers earn 50% of revenue."


def test_no_other_claim_changes():
    assert renewed(small_strategy(), {"E77": {"value_share": 0.5}}, MAY) == small_strategy()


def test_a_figure_without_a_number_stays():
    figure = Figure(name="n", measure="customers", value=4, tolerance=1)
    assert figure_anew(figure, None) is figure


def test_a_figure_that_was_nothing_keeps_its_room():
    figure = figure_anew(Figure(name="n", measure="refunds", value=0, tolerance=1), 7)
    assert (figure.value, figure.tolerance) == (7.0, 1.0)


@given(was=NUMBERS, now=NUMBERS, room=st.floats(1e-4, 0.5), side=st.sampled_from([1, -1]))
def test_what_held_when_it_was_written_holds_with_the_number_of_today(was, now, room, side):
    limit = was - side * room * abs(was)
    direction = "at least" if side > 0 else "at most"
    old = Figure(name="n", measure="revenue", value=was, threshold=limit, direction=direction)
    state, _ = judge(figure_anew(old, now), number(now))
    assert state is EvidenceState.SUPPORTED
    state, _ = judge(
        figure_anew(Figure(name="n", measure="revenue", value=was, tolerance=1), now), number(now)
    )
    assert state is EvidenceState.SUPPORTED


def number(value):
    return NumberNow(value=value, low=None, high=None, n=100, readings=(), reason="")
