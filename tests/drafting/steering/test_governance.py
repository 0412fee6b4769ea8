from __future__ import annotations

from tests.drafting.drafted import drafted, kinds
from tests.snapshots import bare


def test_rights_name_roles_and_where_it_goes_when_they_cannot_agree():
    for right in drafted().decision_rights:
        assert right.decides.role
        assert right.escalates_to.role
        assert right.decides.role != right.escalates_to.role
        assert right.decides.role not in right.consulted


def test_nothing_is_stopped_where_nothing_runs():
    assert "right-stop" in [r.id for r in drafted().decision_rights]
    assert "right-stop" not in [r.id for r in drafted(bare).decision_rights]


def test_principles_are_to_be_agreed():
    assert kinds(drafted().principles) == {"proposal"}
    assert len(drafted().principles) == 4
