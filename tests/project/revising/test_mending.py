from __future__ import annotations

import pytest

from custrata.errors import DocumentError
from custrata.project.place import locate
from custrata.project.revising.editing import look, set_value
from custrata.project.revising.mending import appoint, renew, role_rows, set_values
from custrata.project.revising.saving import standing
from custrata.project.strategy_file import check_project, draft_project


@pytest.fixture
def drafted(built):
    """A project that is built and drafted."""
    draft_project(built)
    return built


def test_a_role_is_taken_at_every_place_and_saved_once(drafted):
    before = dict(role_rows(drafted))
    role = max(before, key=before.get)
    saved = appoint(drafted, [role], "A. Person")
    assert saved.document.revision == 2
    assert dict(role_rows(drafted)) == before | {role: 0}
    assert appoint(drafted, [role], "B. Person").changes == ()
    assert standing(locate(drafted)).document.revision == 2


def test_a_claim_that_broke_is_supported_once_it_is_written_anew(drafted):
    claim = next(c for c in standing(locate(drafted)).document.claims() if c.figures[0].tolerance)
    figure = claim.figures[0]
    set_value(drafted, f"{claim.id}.figures[{figure.name}].value", str(100 + 3 * abs(figure.value)))
    broken = {e.claim_id: e.state for e in check_project(drafted).evidence}
    assert broken[claim.id] == "contradicted"
    saved = renew(drafted, [claim.id])
    assert saved.changes
    assert look(drafted, f"{claim.id}.figures[{figure.name}].value") == pytest.approx(figure.value)
    assert {e.claim_id: e.state for e in check_project(drafted).evidence}[claim.id] == "supported"


def test_of_a_part_only_what_moved_or_broke_is_written_anew(drafted):
    document = standing(locate(drafted)).document
    assert renew(drafted, ["scorecard"]).changes == ()
    row = next(row for row in document.scorecard if row.base and row.base.figures)
    figure = row.base.figures[0]
    set_value(drafted, f"{row.base.id}.figures[{figure.name}].value", str(100 + 3 * abs(figure.value)))
    changed = {change.path.partition(".")[0] for change in renew(drafted, [row.id]).changes}
    assert changed == {f"scorecard[{row.id}]"}


def test_a_claim_that_is_not_there_is_refused_and_nothing_saved(drafted):
    with pytest.raises(DocumentError, match="nothing is called 'E999'"):
        renew(drafted, ["E01", "E999"])
    assert standing(locate(drafted)).document.revision == 1


def test_a_claim_that_the_data_cannot_tell_is_refused(drafted):
    claim = standing(locate(drafted)).document.claims()[0]
    set_value(drafted, f"{claim.id}.figures[{claim.figures[0].name}].measure", "nps")
    with pytest.raises(DocumentError, match="no number for this claim"):
        renew(drafted, [claim.id])


def test_values_are_set_together_or_not_at_all(written):
    saved = set_values(written, [("horizon.months", "24"), ("company", "Harrow Lane")])
    assert (saved.document.revision, len(saved.changes)) == (2, 2)
    with pytest.raises(DocumentError, match="nothing is called 'weeks'"):
        set_values(written, [("horizon.months", "36"), ("horizon.weeks", "3")])
    assert look(written, "horizon.months") == 24
