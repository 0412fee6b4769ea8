import pytest
from tests.snapshots import grocer

from custrata.delivery.deliverable import Given
from custrata.delivery.faults import MOST_NAMED, Fault, faults, told, warning
from custrata.drafting.draft import draft
from custrata.evidence.check import evaluate
from custrata.strategy.lint.finding import Finding, Severity


@pytest.fixture(scope="module")
def given():
    snapshot = grocer()
    document = draft(snapshot)
    return Given(snapshot, document, evaluate(document, snapshot))


def of(given, *findings):
    return Given(given.snapshot, given.document, given.evidence, findings)


def fault(claim, place="groups[gold]"):
    return Fault(claim, "EV101", place, "It is contradicted.", "Change it.")


def test_errors_are_faults_with_the_claim_that_they_stand_in(given):
    claim = given.evidence[0]
    found = faults(
        of(
            given,
            Finding("EV101", Severity.ERROR, claim.path, "a", "b"),
            Finding("SH101", Severity.ERROR, "groups", "c", "d"),
        )
    )
    assert [(f.claim, f.code) for f in found] == [(claim.claim_id, "EV101"), ("", "SH101")]


def test_warnings_and_notes_are_no_faults(given):
    findings = [Finding("X", s, "groups", "a", "b") for s in (Severity.WARNING, Severity.NOTE)]
    assert faults(of(given, *findings)) == ()


def test_the_warning_counts_claims_once_and_other_places_apart():
    assert warning(()) == ""
    assert warning([fault("E04"), fault("E04"), fault("E05")]) == (
        "The check calls 2 claims an error (E04, E05): they are delivered with a mark"
    )
    assert warning([fault("E04"), fault("", "groups")]) == (
        "The check calls 1 claim an error (E04) and 1 place outside claims an error: "
        "it is delivered with a mark"
    )
    assert warning([fault(""), fault("")]) == "The check calls 2 places outside claims an error"


def test_the_first_errors_are_told_by_name_and_the_rest_is_counted():
    assert told(()) == ()
    lines = told([fault(f"E{n:02}") for n in range(MOST_NAMED + 2)])
    assert len(lines) == 1 + MOST_NAMED + 1
    assert lines[1] == "EV101 groups[gold]: It is contradicted."
    assert lines[-1] == "and 2 more: custrata check lists them"
