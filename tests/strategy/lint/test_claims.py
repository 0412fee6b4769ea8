from __future__ import annotations

from dataclasses import dataclass

import pytest

from custrata.strategy.document import Document
from custrata.strategy.lint.claims import bound, open_gaps, owned, spelled_out, standing
from custrata.strategy.lint.finding import Known
from custrata.strategy.parts.part import Owner
from custrata.strategy.parts.pattern import Pattern
from custrata.strategy.parts.statement import Claim, Figure, Gap, Proposal
from custrata.vocabulary import EvidenceState

FIGURE = Figure(name="n", measure="customers", value=5, unit="customers")


@dataclass(frozen=True)
class Verdict:
    claim_id: str
    state: EvidenceState
    reason: str = "It moved."


def document(*statements: Claim | Proposal | Gap) -> Document:
    return Document(schema_version=2, company="A", pattern=Pattern(statements=statements))


def codes(check, doc: Document, known: Known | None = None) -> list[tuple[str, str, str]]:
    return [(f.code, f.severity.value, f.place) for f in check(doc, known or Known())]


def test_a_claim_bound_to_nothing_is_a_warning_at_its_place():
    loose = Claim(id="E01", text="All is well.")
    assert codes(bound, document(loose)) == [("EV105", "warning", "pattern.statements[E01]")]
    assert codes(bound, document(Claim(id="E01", text="{n} stay.", figures=(FIGURE,)))) == []


def test_a_number_typed_as_digits_is_an_error_and_a_quoted_name_is_not():
    typed = Claim(id="E01", text="{n} of 90 stay.", figures=(FIGURE,))
    named = Claim(id="E02", text="{n} of “18-24” stay.", figures=(FIGURE,))
    assert codes(spelled_out, document(typed, named)) == [("EV106", "error", "pattern.statements[E01]")]


@pytest.mark.parametrize(
    ("state", "code", "severity"),
    [
        (EvidenceState.CONTRADICTED, "EV101", "error"),
        (EvidenceState.DRIFTING, "EV102", "warning"),
        (EvidenceState.STALE, "EV103", "warning"),
        (EvidenceState.UNPROVEN, "EV104", "note"),
    ],
)
def test_each_state_that_is_not_supported_has_its_code_and_weight(state, code, severity):
    doc = document(Claim(id="E01", text="{n} stay.", figures=(FIGURE,)))
    known = Known({"E01": Verdict("E01", state)})
    assert codes(standing, doc, known) == [(code, severity, "pattern.statements[E01]")]


def test_a_supported_claim_and_one_that_nobody_judged_are_no_finding():
    doc = document(Claim(id="E01", text="{n} stay.", figures=(FIGURE,)))
    assert codes(standing, doc, Known({"E01": Verdict("E01", EvidenceState.SUPPORTED)})) == []
    assert codes(standing, doc) == []


def test_a_claim_bound_to_nothing_is_found_once_only():
    doc = document(Claim(id="E01", text="All is well."))
    known = Known({"E01": Verdict("E01", EvidenceState.UNPROVEN)})
    assert codes(standing, doc, known) == []


def test_a_proposal_is_a_note_until_it_has_an_owner_or_a_signature():
    free = Proposal(id="P01", text="Do it.", owner=Owner(role="head of sales"))
    taken = Proposal(id="P02", text="Do it.", owner=Owner(name="M. Ekdahl"))
    signed = Proposal(id="P03", text="Do it.", signed_on="2024-05-01")
    assert codes(owned, document(free, taken, signed)) == [("OW101", "note", "pattern.statements[P01]")]
    assert "head of sales is suggested" in next(owned(document(free), Known())).message


def test_a_gap_is_a_note_that_says_what_to_bring():
    gap = Gap(id="G01", text="Cost is not known.", waits_for="a column of cost")
    assert codes(open_gaps, document(gap)) == [("GA101", "note", "pattern.statements[G01]")]
    assert next(open_gaps(document(gap), Known())).mend == "Bring a column of cost."
