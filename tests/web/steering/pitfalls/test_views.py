from __future__ import annotations

import datetime as dt

import pytest
from django.utils.html import escape

from custrata.errors import InputError
from custrata.strategy.lint.finding import Finding, Severity
from custrata.web.steering.pitfalls.views import codes_of, counts_of, day_typed, finding, stood, title_of
from custrata.web.strategies.staging import scene_of


def found(severity):
    return Finding("GO101", severity, "goals", "Too many.", "Keep four.")


def test_findings_stand_with_place_and_remedy(come_in, address, workspace):
    first = scene_of(workspace).findings[0]
    page = come_in("viewer").get(address("pitfalls/")).content.decode()
    assert escape(first.message)[:60] in page
    assert "Mend it:" in page
    assert "<summary>Let it stand</summary>" not in page


def test_a_filter_shows_one_kind(come_in, address, workspace):
    codes = {f.code for f in scene_of(workspace).findings}
    assert len(codes) > 1
    one = sorted(codes)[0]
    page = come_in("viewer").get(address(f"pitfalls/?code={one}")).content.decode()
    assert f"/pitfalls/{one}/" in page
    assert not any(f"/pitfalls/{other}/" in page for other in codes - {one})


def test_a_finding_is_let_stand_for_a_reason_and_reported_again(come_in, address, standing, workspace, acts):
    first, second = scene_of(workspace).findings[:2]
    editor = come_in("editor", email="ann@example.org")
    sent = {
        "code": first.code,
        "place": first.place,
        "reason": "We know.",
        "until": "2030-01-01",
        "base": "1",
    }
    editor.post(address("pitfalls/let-stand/"), sent)
    (kept,) = standing().suppressions
    assert (kept.reason, kept.owner.name, kept.until) == ("We know.", "ann", dt.date(2030, 1, 1))
    now = scene_of(workspace).findings
    assert first not in now
    assert second in now
    assert acts()[-1] == "finding.let_stand"
    editor.post(address("pitfalls/report-again/"), {"suppression": kept.id})
    assert standing().suppressions == ()
    assert acts()[-1] == "finding.reported_again"
    assert first in scene_of(workspace).findings


def test_without_a_reason_it_is_reported_on(come_in, address, standing, workspace):
    first = scene_of(workspace).findings[0]
    answer = come_in("editor").post(
        address("pitfalls/let-stand/"), {"code": first.code, "place": first.place, "reason": " "}
    )
    assert answer.status_code == 422
    assert standing().suppressions == ()


@pytest.mark.parametrize("place", ["pitfalls/let-stand/", "pitfalls/report-again/"])
def test_a_viewer_lets_nothing_stand(come_in, address, standing, place):
    assert come_in("viewer").post(address(place), {"code": "GA101", "reason": "x"}).status_code == 403
    assert standing().suppressions == ()


def test_the_manual_of_a_pitfall_is_one_link_away_and_unknown_codes_are_not_there(come_in, address):
    viewer = come_in("viewer")
    assert (
        "what belongs to a role belongs to nobody" in viewer.get(address("pitfalls/OW101/")).content.decode()
    )
    assert viewer.get(address("pitfalls/ZZ999/")).status_code == 404


def test_the_finding_names_the_heaviest_kind_and_the_clean_state_says_so():
    assert finding(()) == "The check finds no pitfall in the strategy"
    assert finding((found(Severity.NOTE),)).text.startswith("Nothing is broken; 1 note")
    many = (found(Severity.ERROR), found(Severity.WARNING), found(Severity.WARNING))
    assert finding(many).text == "1 of 3 findings is an error, 2 more should be mended"
    assert counts_of(many) == [("error", 1), ("warning", 2)]
    assert codes_of(many) == [("GO101", title_of("GO101"), 3)]
    assert title_of("ZZ999") == "ZZ999"


def test_days_are_read_as_forms_send_them(standing):
    assert day_typed("2026-01-31") == dt.date(2026, 1, 31)
    assert day_typed("") is None
    for wrong in ("tomorrow", "2026-02-30"):
        with pytest.raises(InputError, match="no day"):
            day_typed(wrong)
    sent = {"place": "goals", "reason": "So.", "until": ""}
    assert stood(standing(), "GO101", sent, "Ann").suppressions[0].place == "goals"
