from __future__ import annotations

from dataclasses import replace

import pytest
from tests import snapshots

from custrata.delivery.deliverable import Given
from custrata.delivery.workbook import plan
from custrata.drafting.draft import draft
from custrata.evidence.check import evaluate


def given():
    snapshot = snapshots.grocer()
    document = draft(snapshot)
    return Given(snapshot, document, evaluate(document, snapshot))


def test_goals_stand_before_the_initiatives_that_serve_them():
    made = given()
    rows = plan.goals(made).rows

    assert [r[1] for r in rows] == ["goal"] * len(made.document.goals) + ["initiative"] * len(
        made.document.initiatives
    )
    assert {r[3] for r in rows if r[1] == "initiative"} <= {r[0] for r in rows if r[1] == "goal"}


def test_shares_of_groups_are_numbers():
    rows = plan.groups(given()).rows

    assert rows
    assert all(cell is None or cell.unit == "share" for row in rows for cell in row[1:4])


def test_the_scorecard_shows_base_and_today_side_by_side():
    made = given()

    rows = plan.scorecard(made).rows
    assert [r[0] for r in rows] == [s.measure for s in made.document.scorecard]
    assert all(
        r[2].value == pytest.approx(r[3].value, rel=1e-9)
        for r in rows
        if r[2] is not None and r[3] is not None
    )


def test_assumptions_and_decisions_have_owners():
    made = given()

    assert all(row[-1] for row in plan.assumptions(made).rows + plan.decisions(made).rows)


def test_bounds_of_assumptions_are_whole_numbers_with_a_minus():
    made = given()
    one = made.document.assumptions[0].model_copy(update={"threshold": -2_070_000.0, "direction": "at least"})
    document = made.document.model_copy(update={"assumptions": (one,)})
    assert plan.assumptions(replace(made, document=document)).rows[0][3] == "at least −2,070,000"


def test_findings_are_listed_as_they_were_found():
    assert plan.findings(given()).rows == ()


def test_statements_name_their_kind():
    assert {row[1] for row in plan.statements(given()).rows} == {"claim", "proposal", "gap"}


def test_days_carry_their_fiscal_quarter_where_the_year_is_not_the_calendar_s():
    made = given()
    settings = {**made.snapshot.manifest.settings, "fiscal_year_start": 4}
    snapshot = replace(made.snapshot, manifest=replace(made.snapshot.manifest, settings=settings))
    fiscal = replace(made, snapshot=snapshot)
    for sheet in (plan.scorecard, plan.decisions):
        heads = [h.title for h in sheet(fiscal).headings]
        assert "Fiscal quarter" in heads
        assert "Fiscal quarter" not in [h.title for h in sheet(made).headings]
        place = heads.index("By")
        for row in sheet(fiscal).rows:
            assert row[place + 1] == snapshot.manifest.reckoning.said(row[place])
            assert len(row) == len(heads)
