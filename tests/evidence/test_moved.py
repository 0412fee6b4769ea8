from __future__ import annotations

import datetime as dt
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.evidence.changed import changed, later, scaled, without
from tests.snapshots import grocer, phone_company, shop_with_profit

from custrata.drafting.draft import draft
from custrata.evidence.moved import delta
from custrata.strategy.document import Document
from custrata.strategy.parts.pattern import Pattern
from custrata.strategy.parts.statement import Claim, Figure
from custrata.vocabulary import EvidenceState

SHOP, GROCER = shop_with_profit(), grocer()
DRAFT = draft(GROCER)


def one_claim(**fields: object) -> Document:
    figure = Figure(name="rate", measure="repeat_rate", value=0.72, unit="share", **fields)
    claim = Claim(id="E01", text="{rate} come back.", figures=(figure,))
    return Document(schema_version=2, company="A", pattern=Pattern(statements=(claim,)))


def about(document, measure):
    return {c.id for c in document.claims() if any(k.measure == measure for f in c.figures for k in f.keys)}


def test_between_equal_snapshots_nothing_moves_and_that_is_said():
    same = delta(DRAFT, GROCER, GROCER)
    assert (same.moved, same.broke, same.weaker, same.stronger) == ((), (), (), ())
    assert len(same.moves) == len(DRAFT.claims())
    assert same.note == "Both are the same snapshot: nothing can have moved."


def test_a_later_snapshot_with_the_same_numbers_says_that_no_claim_moved():
    found = delta(DRAFT, GROCER, later(GROCER))
    assert found.moved == ()
    assert found.note == "No claim changed its state between 2024-12-30 and 2025-01-29."


def test_data_without_dates_say_that_the_time_between_is_not_known():
    company = phone_company()
    found = delta(draft(company), company, later(company, days=0))
    assert found.moved == ()
    assert found.note.startswith("The data carry no dates")


def test_only_the_claims_on_the_measure_that_moved_move():
    found = delta(DRAFT, GROCER, scaled(GROCER, 0.8, "net_revenue_retention"))
    assert {m.claim_id for m in found.moved} == about(DRAFT, "net_revenue_retention")
    assert found.broke == found.moved
    assert found.note == ""
    assert found.moves[: len(found.moved)] == found.moved


@given(st.floats(0.992, 1.008))
def test_a_changed_digit_within_the_tolerance_is_no_move(factor):
    found = delta(one_claim(tolerance=0.02), GROCER, scaled(GROCER, factor, "repeat_rate"))
    assert found.moved == ()


def test_a_claim_that_drifts_is_weaker_and_not_broken():
    found = delta(one_claim(tolerance=0.02), GROCER, scaled(GROCER, 0.98, "repeat_rate"))
    (move,) = found.moved
    assert (move.after.state, move.weaker, move.broke, move.stronger) == (
        EvidenceState.DRIFTING,
        True,
        False,
        False,
    )


def test_a_measure_that_is_no_longer_read_leaves_its_claim_broken_and_unproven():
    found = delta(one_claim(tolerance=0.02), GROCER, without(GROCER, "repeat_rate"))
    (move,) = found.broke
    assert move.after.state is EvidenceState.UNPROVEN
    assert move.cause == ""


def test_a_claim_that_holds_again_is_stronger():
    found = delta(one_claim(tolerance=0.02), scaled(GROCER, 0.5, "repeat_rate"), GROCER)
    (move,) = found.stronger
    assert move.before.state is EvidenceState.CONTRADICTED
    assert not move.broke


def test_a_clearly_narrower_interval_makes_a_claim_stronger_without_moving_it():
    def narrow(reading):
        wide = reading.measure != "repeat_rate" or reading.segment
        return reading if wide else replace(reading, low=0.715, high=0.725)

    found = delta(one_claim(tolerance=0.02), GROCER, changed(GROCER, narrow))
    (move,) = found.stronger
    assert not move.moved


def test_measures_that_can_be_read_now_and_no_longer_are_named():
    more = later(GROCER, missing={"ces": "answers on effort"})
    found = delta(DRAFT, GROCER, more)
    assert (found.now_read, found.no_longer_read) == (("gross_margin",), ("ces",))


def test_a_claim_that_the_earlier_document_does_not_hold_is_new_and_did_not_move():
    before = scaled(GROCER, 0.5, "repeat_rate")
    nothing = Document(schema_version=2, company="A")
    (move,) = delta(one_claim(tolerance=0.02), before, GROCER, earlier=nothing).moves
    assert (move.before, move.moved, move.stronger) == (None, False, False)


def test_old_data_make_a_claim_stale_only_on_the_day_that_is_asked():
    document = one_claim(tolerance=0.02)
    assert delta(document, GROCER, later(GROCER)).moved == ()
    found = delta(document, GROCER, later(GROCER), on=dt.date(2027, 1, 1))
    assert [m.after.state for m in found.broke] == [EvidenceState.STALE]


def test_a_move_says_what_moved_it_and_holds_the_readings_of_it():
    found = delta(draft(SHOP), SHOP, scaled(SHOP, 0.5, "gross_margin_rate"))
    (move,) = [m for m in found.moved if m.claim_id in about(draft(SHOP), "gross_margin_rate")][:1]
    assert move.cause == ""
    less = scaled(scaled(SHOP, 0.5, "gross_margin_rate"), 0.5, "gross_margin")
    found = delta(draft(SHOP), SHOP, less)
    told = [m for m in found.moved if m.cause == "Behind it: gross margin fell from $286k to $143k."]
    assert told
    assert all(m.because[0][1].value == m.because[0][0].value / 2 for m in told)


def test_the_largest_money_comes_first_among_the_claims_that_moved():
    found = delta(draft(SHOP), SHOP, scaled(SHOP, 0.5, "gross_margin"))
    money = [m.at_stake for m in found.moved if m.at_stake is not None]
    assert len(money) >= 4
    assert money == sorted(money, reverse=True)


def test_a_claim_can_be_out_of_date_because_things_went_well():
    more = delta(one_claim(tolerance=0.02), GROCER, scaled(GROCER, 1.2, "repeat_rate"))
    less = delta(one_claim(tolerance=0.02), GROCER, scaled(GROCER, 0.8, "repeat_rate"))
    assert [m.better for m in (*more.broke, *less.broke)] == [True, False]


def grown(snapshot, days):
    """The snapshot with a latest window that is longer by so many days, and totals that grew with it."""
    window = snapshot.manifest.windows["current"]
    longer = replace(window, start=window.start - dt.timedelta(days=days))

    def change(reading):
        here = reading.period.name == "current"
        value = None if reading.value is None else reading.value * (1.3 if here else 1.0)
        return replace(reading, period=longer, value=value) if here else reading

    after = changed(snapshot, change)
    windows = {**snapshot.manifest.windows, "current": longer}
    return replace(after, manifest=replace(after.manifest, windows=windows))


def test_a_total_that_grew_with_its_window_did_not_go_well_and_the_window_is_said():
    figure = Figure(
        name="now",
        measure="revenue",
        period="current",
        unit="USD",
        value=GROCER.reading("revenue", (), "current").value,
        tolerance=1000.0,
    )
    claim = Claim(id="E01", text="It is {now}.", figures=(figure,))
    document = Document(schema_version=2, company="A", pattern=Pattern(statements=(claim,)))
    found = delta(document, GROCER, grown(GROCER, 15))
    (move,) = found.broke
    assert move.cause == "The window that is read is 380 days now and was 365 days."
    assert not move.better
    assert found.note.startswith("The latest window is 380 days now and was 365 days")


MEASURES = sorted({f.measure for c in DRAFT.claims() for f in c.figures})


@settings(max_examples=25, deadline=None)
@given(st.sampled_from(MEASURES), st.floats(0.3, 2.5))
def test_read_backwards_the_same_claims_move_and_what_broke_is_stronger(measure, factor):
    after = scaled(GROCER, factor, measure)
    forth, back = delta(DRAFT, GROCER, after), delta(DRAFT, after, GROCER)
    assert {m.claim_id for m in forth.moved} == {m.claim_id for m in back.moved}
    assert {m.claim_id for m in (*forth.broke, *forth.weaker)} <= {m.claim_id for m in back.stronger}
    assert not {m.claim_id for m in forth.broke} & {m.claim_id for m in forth.stronger}
    assert {m.claim_id for m in forth.moved} <= about(DRAFT, measure)


def test_a_claim_written_on_later_data_is_written_anew_and_not_held_against_the_earlier_ones():
    now = scaled(GROCER, 0.5, "repeat_rate")
    figure = Figure(name="rate", measure="repeat_rate", value=0.36, unit="share", tolerance=0.02)
    claims = tuple(
        Claim(id=name, text="{rate} come back.", figures=(figure,), as_of=day)
        for name, day in (("E01", GROCER.manifest.as_of), ("E02", now.manifest.as_of))
    )
    document = Document(schema_version=2, company="A", pattern=Pattern(statements=claims))
    found = {m.claim_id: m for m in delta(document, GROCER, now).moves}
    assert (found["E01"].moved, found["E01"].anew) == (True, False)
    assert (found["E02"].moved, found["E02"].anew, found["E02"].before) == (False, True, None)
    assert "1 claim was written anew since 2024-12-30" in delta(document, GROCER, now).note
