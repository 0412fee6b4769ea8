from __future__ import annotations

from tests import snapshots

from custrata.delivery.deliverable import Given
from custrata.delivery.workbook import evidence
from custrata.drafting.draft import draft
from custrata.evidence.check import evaluate


def given():
    snapshot = snapshots.grocer()
    document = draft(snapshot)
    return Given(snapshot, document, evaluate(document, snapshot))


def test_every_claim_has_a_row_with_its_state():
    made = given()

    assert [(r[0], r[1]) for r in evidence.claims(made).rows] == [
        (e.claim_id, str(e.state)) for e in made.evidence
    ]


def test_every_measure_read_is_defined_and_missing_ones_say_what_they_wait_for():
    made = given()
    rows = {r[0]: r for r in evidence.definitions(made).rows}

    assert {r.measure for r in made.snapshot.readings} <= rows.keys()
    assert all(
        rows[name][2].startswith("Waits for")
        for name in made.snapshot.manifest.missing
        if name in rows and rows[name][3] == "no" and not rows[name][1]
    )


def test_the_account_of_rows_adds_up():
    rows = evidence.account(given()).rows

    assert rows
    assert all(r[2].value == r[3].value + r[4].value for r in rows)


def test_the_sheet_says_how_many_readings_are_left_out():
    made = given()
    sheet = evidence.readings(made)

    left = len(made.snapshot.readings) - len(sheet.rows)
    assert (f"{left:,} readings" in sheet.about) == (left > 0)


def test_caveats_stand_with_their_counts():
    made = given()

    assert [r[0] for r in evidence.caveats(made).rows] == [c.code for c in made.snapshot.manifest.caveats]
