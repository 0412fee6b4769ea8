from __future__ import annotations

from dataclasses import replace

import pytest
from tests.evidence.changed import changed, scaled
from tests.snapshots import bare, grocer

from custrata.drafting.draft import draft
from custrata.evidence.check import evaluate
from custrata.evidence.erasure import erasure, restate
from custrata.strategy.document import Document
from custrata.strategy.parts.pattern import Pattern
from custrata.strategy.parts.statement import Claim, Figure
from custrata.strategy.text import dump, load
from custrata.vocabulary import EvidenceState

GROCER = grocer()
DRAFT = draft(GROCER)


def one_fewer(reading):
    """A reading of the base as it is without one person."""
    return replace(reading, n=reading.n - 1) if reading.measure == "repeat_rate" else reading


def about(measure):
    return {c.id for c in DRAFT.claims() if any(k.measure == measure for f in c.figures for k in f.keys)}


def test_an_erasure_touches_the_claims_whose_numbers_changed_and_leaves_the_others():
    found = erasure(DRAFT, GROCER, scaled(GROCER, 0.999, "repeat_rate"))
    assert {r.claim_id for r in found.restated} == about("repeat_rate")
    assert found.untouched == len(DRAFT.claims()) - len(found.restated)
    assert {r.state for r in found.restated} == {EvidenceState.SUPPORTED}


def test_a_claim_that_rests_on_fewer_is_touched_though_its_number_is_the_same():
    found = erasure(DRAFT, GROCER, changed(GROCER, one_fewer))
    assert {r.claim_id for r in found.restated} == about("repeat_rate")
    assert "rate: now 72%, resting on 2,399 buyers" in found.restated[0].changes[0].replace(
        "customers", "buyers"
    )


def test_where_nobody_was_erased_nothing_is_restated():
    found = erasure(DRAFT, GROCER, GROCER)
    assert found.restated == ()
    assert found.note == "An erasure changed no claim of the strategy."


def test_the_note_names_the_claims():
    found = erasure(DRAFT, GROCER, scaled(GROCER, 0.999, "repeat_rate"))
    assert all(r.claim_id in found.note for r in found.restated)


def test_the_old_number_is_never_shown_beside_the_new_one():
    found = erasure(DRAFT, GROCER, scaled(GROCER, 0.9, "repeat_rate"))
    text = " ".join([*(r.said for r in found.restated), *(c for r in found.restated for c in r.changes)])
    assert "65%" in text
    assert "72%" not in text


def test_small_groups_that_are_left_are_said_and_their_numbers_are_not():
    def shrunk(reading):
        small = reading.measure == "customers" and reading.segment == (("stage", "won back"),)
        return replace(reading, value=7.0, n=7) if small else reading

    figure = Figure(
        name="n", measure="customers", segment={"stage": "won back"}, value=24.0, unit="customers", least_n=0
    )
    claim = Claim(id="E01", text="{n} came back.", figures=(figure,))
    document = Document(schema_version=2, company="A", pattern=Pattern(statements=(claim,)))
    found = erasure(document, GROCER, changed(GROCER, shrunk))
    assert found.restated[0].said == "not known came back."
    assert found.restated[0].changes == ("n: not shown, as it rests on fewer than 11 customers",)
    assert found.small == (
        "customers, stage won back, all rests on fewer than 11 customers: keep it inside the company",
    )


def test_a_reading_that_is_gone_is_said():
    after = changed(GROCER, lambda r: None if r.measure == "repeat_rate" else r)
    found = erasure(DRAFT, GROCER, after)
    assert any("not known any more" in change for r in found.restated for change in r.changes)


def test_a_restated_document_is_supported_by_the_data_that_are_left():
    after = scaled(GROCER, 0.9, "repeat_rate")
    broken = {e.claim_id for e in evaluate(DRAFT, after) if e.state is not EvidenceState.SUPPORTED}
    assert broken
    again = restate(DRAFT, after)
    assert {e.state for e in evaluate(again, after) if e.claim_id in broken} == {EvidenceState.SUPPORTED}
    assert (again.revision, again.snapshot) == (DRAFT.revision + 1, after.manifest.fingerprint)
    assert load(dump(again)) == again


def test_only_the_claims_named_and_what_quotes_their_readings_are_written_anew():
    after = scaled(scaled(GROCER, 0.9, "repeat_rate"), 0.5, "top_10_revenue_share")
    again = restate(DRAFT, after, about("repeat_rate"))
    was = {c.id: c for c in DRAFT.claims()}
    assert {c.id for c in again.claims() if c != was[c.id]} == about("repeat_rate")


@pytest.mark.parametrize("snapshot", [GROCER, bare()], ids=["grocer", "bare"])
def test_restating_from_the_same_numbers_changes_nothing(snapshot):
    document = draft(snapshot)
    assert restate(document, snapshot) is document


def test_tolerances_and_thresholds_stay_as_they_are_judgements():
    again = restate(DRAFT, scaled(GROCER, 0.9, "revenue"))
    for old, new in zip(DRAFT.claims(), again.claims(), strict=True):
        assert [(f.tolerance, f.threshold) for f in old.figures] == [
            (f.tolerance, f.threshold) for f in new.figures
        ]
