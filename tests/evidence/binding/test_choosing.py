import pytest
from tests.snapshots import every_company

from custrata.evidence.binding.choosing import (
    Comparison,
    bound,
    compared,
    comparison_of,
    measures_read,
    readable,
    standing,
)
from custrata.strategy.parts.statement import Figure, ReadingKey
from custrata.vocabulary import EvidenceState

FIRM = next(s for s in every_company() if {"current", "previous"} <= {r.period.name for r in s.readings})


@pytest.fixture
def split():
    """A reading of a part of the base, for which the whole base is read as well."""
    return next(
        r
        for r in FIRM.readings
        if r.segment and r.value and FIRM.reading(r.measure, (), r.period.name) is not None and r.low is None
    )


@pytest.fixture
def lasting():
    """A reading of the latest period, for which the period before is read as well."""
    before = {(r.measure, r.segment) for r in FIRM.readings if r.period.name == "previous" and r.value}
    return next(
        r
        for r in FIRM.readings
        if r.period.name == "current" and r.value and (r.measure, r.segment) in before
    )


def figure_of(reading, **more):
    return Figure(
        name="n", measure=reading.measure, segment=reading.segment, period=reading.period.name, **more
    )


def test_what_can_be_read_is_what_the_snapshot_holds(split):
    found = readable(FIRM, split.measure)
    assert found.segments[0] == (), "the whole base stands first"
    assert split.segment in found.segments
    assert len(set(found.segments)) == len(found.segments)
    assert split.period.name in readable(FIRM, split.measure, split.segment).periods
    assert readable(FIRM, "no_such_measure").segments == ()


def test_measures_without_any_number_cannot_be_chosen():
    named = measures_read(FIRM)
    assert list(named) == sorted(set(named))
    assert all(any(r.measure == one and r.value is not None for r in FIRM.readings) for one in named)


@pytest.mark.parametrize("comparison", [c for c in Comparison if c is not Comparison.OTHER])
def test_a_comparison_is_known_again_and_gives_way_to_another(comparison):
    plain = Figure(name="n", measure="revenue", segment={"tier": "gold"}, period="current")
    made = compared(plain, comparison)
    assert comparison_of(made) is comparison
    assert compared(made, Comparison.ALONE) == plain


def test_what_was_put_together_otherwise_stays_as_it_is():
    more = Figure(name="n", measure="revenue", plus=(ReadingKey(measure="costs"),))
    assert comparison_of(more) is Comparison.OTHER
    assert compared(more, Comparison.OTHER) == more


def test_a_number_is_written_as_the_snapshot_says_it_in_the_unit_of_its_reading(split):
    made = bound(figure_of(split, value=1.0, unit="days", least_n=0), FIRM)
    assert (made.value, made.unit) == (split.value, split.unit)
    assert standing(made, FIRM).state is EvidenceState.SUPPORTED


def test_a_share_and_a_multiple_are_written_as_such(split, lasting):
    share = bound(compared(figure_of(split, least_n=0), Comparison.SHARE), FIRM)
    whole = FIRM.reading(split.measure, (), split.period.name)
    assert share.unit == "share"
    assert share.value == pytest.approx(split.value / whole.value)
    times = bound(compared(figure_of(lasting, least_n=0), Comparison.TIMES), FIRM)
    before = FIRM.reading(lasting.measure, lasting.segment, "previous")
    assert times.unit == "ratio"
    assert times.value == pytest.approx(lasting.value / before.value)


def test_a_difference_keeps_the_unit_of_its_readings(lasting):
    made = bound(compared(figure_of(lasting, least_n=0), Comparison.CHANGE), FIRM)
    before = FIRM.reading(lasting.measure, lasting.segment, "previous")
    assert made.unit == lasting.unit
    assert made.value == pytest.approx(lasting.value - before.value)


def test_a_limit_that_is_crossed_contradicts_the_sentence(split):
    over = figure_of(split, unit=split.unit, threshold=split.value * 2, direction="at least", least_n=0)
    found = standing(bound(over, FIRM), FIRM)
    assert found.state is EvidenceState.CONTRADICTED
    assert "at least" in found.reason


def test_what_is_not_read_is_bound_to_no_number():
    made = bound(Figure(name="n", measure="no_such_measure", value=3.0), FIRM)
    assert made.value is None
    assert standing(made, FIRM).state is EvidenceState.UNPROVEN


def test_money_in_another_currency_than_before_is_written_in_the_one_that_is_read(split):
    money = next(r for r in FIRM.readings if len(r.unit) == 3 and r.unit.isupper() and r.value)
    foreign = figure_of(money, unit="XAU", value=1.0, least_n=0)
    assert bound(foreign, FIRM).unit == money.unit
