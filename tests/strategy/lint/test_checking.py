from __future__ import annotations

import datetime as dt
import re

import pytest
from tests.documents import documents
from tests.snapshots import every_company, grocer
from tests.strategies import PERSON, SIGNED, goal, strategy

from custrata.drafting.draft import draft
from custrata.evidence.check import evaluate
from custrata.measures.catalogue import CATALOGUE
from custrata.strategy.lint import Severity, checked, lint
from custrata.strategy.parts.part import Owner, walk
from custrata.strategy.parts.statement import Claim
from custrata.strategy.parts.steering.suppression import Suppression


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


def crowded(**fields: object):
    stands = {"id": "s", "code": "GO101", "reason": "Two end in spring.", "owner": PERSON, **fields}
    goals = tuple(
        goal(f"g{number}", leading=("active_customers",), lagging=("revenue",)) for number in range(5)
    )
    return strategy(goals=goals, suppressions=(Suppression(**stands),))


def codes(document, **told: object):
    result = checked(document, **told)
    about = ("GO101", "SU101", "SU102", "SU103")
    return (
        [f.code for f in result.findings if f.code in about],
        [s.finding.code for s in result.suppressed],
    )


def test_a_finding_that_is_let_stand_is_kept_aside_and_not_told():
    assert codes(crowded()) == ([], ["GO101"])
    assert "GO101" not in {f.code for f in lint(crowded())}


def test_a_suppression_that_has_run_out_is_told_with_the_finding():
    day_after = SIGNED + dt.timedelta(days=1)
    assert codes(crowded(until=SIGNED), on=SIGNED) == ([], ["GO101"])
    assert codes(crowded(until=SIGNED), on=day_after) == (["GO101", "SU101"], [])


def test_a_suppression_without_a_named_owner_is_told_with_the_finding():
    assert codes(crowded(owner=Owner(role="chief"))) == (["GO101", "SU102"], [])


def test_a_suppression_of_something_else_is_told_as_idle():
    assert codes(crowded(place="groups")) == (["GO101", "SU103"], [])


def test_whatever_a_document_holds_every_finding_stands_at_a_place_of_it():
    field_or_position = re.compile(r"(\.[a-z_]+)?(\[\d+\])?$")
    seen = 0
    for document in documents(25, seed=7):
        places = {path for path, _ in walk(document)} | set(type(document).model_fields)
        result = checked(document, measures=tuple(CATALOGUE), on=SIGNED)
        told = (*result.findings, *(s.finding for s in result.suppressed))
        assert [f for f in told if not {f.place, field_or_position.sub("", f.place)} & places] == []
        seen += len(told)
    assert seen > 100
