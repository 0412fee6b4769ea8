from __future__ import annotations

import re

import pytest
from tests.snapshots import every_company, grocer

from custrata.drafting.draft import draft
from custrata.evidence.check import evaluate
from custrata.measures.catalogue import CATALOGUE
from custrata.strategy.lint import Severity, lint
from custrata.strategy.parts.statement import Claim


@pytest.mark.parametrize("snapshot", every_company(), ids=lambda s: s.manifest.company)
def test_a_fresh_draft_yields_notes_only(snapshot):
    document = draft(snapshot)
    found = lint(document, evaluate(document, snapshot), CATALOGUE)
    assert {f.severity for f in found} == {Severity.NOTE}


def test_errors_come_first_and_every_finding_says_what_to_do():
    document = draft(grocer())
    loose = Claim(id="E999", text="We lead by 20%.")
    pattern = document.pattern.model_copy(update={"statements": (*document.pattern.statements, loose)})
    found = lint(document.model_copy(update={"pattern": pattern}))
    assert [f.code for f in found[:2]] == ["EV106", "EV105"]
    assert [f.severity for f in found] == sorted(
        (f.severity for f in found), key=[Severity.ERROR, Severity.WARNING, Severity.NOTE].index
    )
    for finding in found:
        assert re.fullmatch(r"[A-Z]{2}\d{3}", finding.code)
        assert finding.place
        assert finding.message
        assert finding.mend.endswith(".")
