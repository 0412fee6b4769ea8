from __future__ import annotations

from types import SimpleNamespace

import pytest
from tests.complete import DAY

from custrata.strategy.document import Document
from custrata.strategy.parts.group import CustomerGroup
from custrata.strategy.parts.statement import Claim, Figure, Gap, Proposal
from custrata.strategy.views.presence import has, some
from custrata.strategy.views.view import ComponentPlan, ViewPlan, see, strength_of
from custrata.vocabulary import EvidenceState


def claim(name: str) -> Claim:
    return Claim(id=name, text="{n}", figures=(Figure(name="n", measure="revenue"),))


GAP = Gap(id="G1", text="Nobody knows.", waits_for="interviews")
DOCUMENT = Document(
    schema_version=2,
    company="A",
    groups=(
        CustomerGroup(id="a", name="A", share_now=claim("E1"), needs=(GAP,)),
        CustomerGroup(id="b", name="B", share_now=claim("E2"), proposition=Proposal(id="P1", text="Light.")),
    ),
)


def plan(*paths: str) -> ViewPlan:
    things = (some("Two groups", "groups", least=2), has("Purpose", "foundation.purpose"))
    return ViewPlan("one", "One", (ComponentPlan("groups", "Groups", "Who?", paths, things),))


def state(kind: EvidenceState) -> SimpleNamespace:
    return SimpleNamespace(claim_id="", state=kind, reason="")


def test_completeness_is_the_share_of_things_that_are_there():
    view = see(plan("groups"), DOCUMENT)
    assert view.completeness == view.components[0].completeness == 0.5
    assert [w.title for w in view.components[0].wanted if not w.found.there] == ["Purpose"]


def test_statements_are_counted_by_how_they_stand():
    judged = {"E1": state(EvidenceState.SUPPORTED), "E2": state(EvidenceState.CONTRADICTED)}
    strength = see(plan("groups"), DOCUMENT, judged).components[0].strength
    assert dict(strength.claims) == {EvidenceState.SUPPORTED: 1, EvidenceState.CONTRADICTED: 1}
    assert (strength.unsigned, strength.signed, strength.gaps, strength.statements) == (1, 0, 1, 4)
    assert strength.supported == 0.5


def test_without_data_no_claim_is_called_supported():
    strength = see(plan("groups"), DOCUMENT).components[0].strength
    assert (strength.claims, strength.not_judged, strength.supported) == ((), 2, None)


def test_only_statements_under_the_paths_count():
    component = see(plan("groups[*].needs", "groups[*].need"), DOCUMENT).components[0]
    assert component.strength.statements == 1
    assert component.parts_present == ("groups[*].needs",)
    assert component.gaps == (("groups[a].needs[G1]", "Nobody knows. Waits for interviews."),)


@pytest.mark.parametrize("path", ["group", "groups[*].share", "roups"])
def test_a_path_is_no_beginning_of_a_word(path):
    assert see(plan(path), DOCUMENT).components[0].strength.statements == 0


def test_a_signed_proposal_is_told_from_one_that_nobody_signed():
    signed = Proposal(id="P1", text="Light.", signed_on=DAY)
    found = strength_of([("a", signed), ("b", Proposal(id="P2", text="Dark."))], {})
    assert (found.signed, found.unsigned) == (1, 1)
