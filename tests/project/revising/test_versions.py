from __future__ import annotations

import pytest

from custrata.errors import DocumentError
from custrata.project.place import locate
from custrata.project.revising.editing import export_strategy, set_value
from custrata.project.revising.files import read_form
from custrata.project.revising.mending import appoint, role_rows
from custrata.project.revising.saving import revisions
from custrata.project.revising.versions import (
    SAME,
    change_lines,
    changes_json,
    compare_versions,
    conflict_lines,
    conflicts_json,
    merge_files,
    version,
)
from custrata.project.strategy_file import draft_project


@pytest.fixture
def edited(written):
    """A strategy of two revisions."""
    set_value(written, "horizon.months", "24")
    return written


def test_the_last_revision_is_compared_with_what_stands_now(edited):
    assert list(change_lines(compare_versions(edited))) == [
        "Strategy: revision 1 → 2",
        "Horizon: length 12 months → 24 months",
    ]
    assert [row["path"] for row in changes_json(compare_versions(edited))] == ["revision", "horizon.months"]


def test_versions_are_found_by_number_hash_and_file(edited, tmp_path):
    place = locate(edited)
    mark = revisions(place)[0].mark
    export_strategy(edited, tmp_path / "now.json")
    assert version(place, "now") == version(place, str(tmp_path / "now.json"))
    assert version(place, "1") == version(place, "r1") == version(place, mark[:6])
    assert list(change_lines(compare_versions(edited, "now", "now"))) == [SAME]


def test_a_version_that_is_not_there_is_refused_with_those_that_are(edited):
    with pytest.raises(DocumentError, match="a revision that is kept: 1"):
        version(locate(edited), "7")


def test_a_fresh_draft_is_a_version_too(built):
    draft_project(built)
    assert compare_versions(built, "draft") == ()


def test_without_an_earlier_revision_the_next_step_is_said(written):
    with pytest.raises(DocumentError, match="no earlier revision is kept"):
        compare_versions(written)


def test_two_edits_come_together_and_comments_of_mine_stay(edited, tmp_path):
    base, mine, theirs, out = (tmp_path / f"{name}.yaml" for name in ("base", "mine", "theirs", "out"))
    text = locate(edited).strategy.read_text(encoding="utf-8")
    base.write_text(text, encoding="utf-8")
    mine.write_text("# mine\n" + text.replace("months: 24", "months: 36"), encoding="utf-8")
    theirs.write_text(text.replace("months: 24", "months: 24\n  vision_years: 5"), encoding="utf-8")
    merged = merge_files(base, mine, theirs, out)
    assert merged.conflicts == ()
    assert (merged.document.horizon.months, merged.document.horizon.vision_years) == (36, 5)
    assert out.read_text(encoding="utf-8").startswith("# mine\n")
    assert read_form(out) == merged.document
    assert list(conflict_lines(merged)) == []


def test_a_conflict_is_told_and_the_file_holds_mine(edited, tmp_path):
    text = locate(edited).strategy.read_text(encoding="utf-8")
    files = []
    for months in (24, 36, 48):
        files.append(tmp_path / f"{months}.yaml")
        files[-1].write_text(text.replace("months: 24", f"months: {months}"), encoding="utf-8")
    merged = merge_files(*files, tmp_path / "out.md")
    assert list(conflict_lines(merged)) == [
        "conflict: horizon.months: both changed it, in different ways",
        "    mine: 24 → 36",
        "    theirs: 24 → 48",
        "1 conflict: there the file holds mine; edit it where theirs is to stand",
    ]
    assert conflicts_json(merged)[0]["theirs"] == "24 → 48"
    assert read_form(tmp_path / "out.md").horizon.months == 36


def test_order_that_says_nothing_is_said_to_be_that():
    from custrata.strategy.document import Document
    from custrata.strategy.parts.offering.people import People, TeamShape
    from custrata.strategy.revision.compare import compare

    teams = (TeamShape(id="a", name="A"), TeamShape(id="b", name="B"))
    one, other = (
        Document(schema_version=2, company="A", people=People(teams=t)) for t in (teams, teams[::-1])
    )
    assert "only the order" in next(change_lines(compare(one, other)))


def test_people_who_took_many_roles_are_told_in_one_line(built):
    draft_project(built)
    role, _ = max(role_rows(built), key=lambda row: row[1])
    appoint(built, [role], "A. Person")
    changes = compare_versions(built)
    lines = list(change_lines(changes))
    assert lines[-1].startswith("Owners: ")
    assert lines[-1].endswith(f"A. Person {lines[-1].split()[1]}")
    assert len(lines) < 8 < len(changes) == len(changes_json(changes))
