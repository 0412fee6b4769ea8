from __future__ import annotations

from custrata.project.erasing.traces import Traces
from custrata.web.strategies.saving import set_value, strategy_of
from custrata.web.workspaces.models import Invitation
from custrata.web.workspaces.persons.elsewhere import elsewhere

ANA = Traces(emails=frozenset({"ana@example.org"}), names=frozenset({"Ana Silva"}))


def test_texts_that_people_wrote_are_found_in_their_workspace_alone(workspace, other_workspace, member):
    for one in (workspace, other_workspace):
        strategy = strategy_of(one)
        set_value(strategy, "company", f"As Ana Silva told {one}", strategy.number, None)
    found = elsewhere(workspace, ANA)
    assert [(place.kind, place.field) for place in found] == [("block revision", "text")]
    assert str(workspace) in found[0].text


def test_a_workspace_that_names_nobody_gives_nothing(workspace):
    assert elsewhere(workspace, ANA) == []
    assert not Invitation.objects.exists()
