from __future__ import annotations

import pytest

from custrata.errors import DocumentError
from custrata.strategy.forms.plain import from_plain


def test_older_forms_are_upgraded():
    assert from_plain({"schema_version": 1, "company": "A"}).schema_version == 2


@pytest.mark.parametrize("plain", [None, [], "text", 3])
def test_what_is_no_mapping_is_refused(plain):
    with pytest.raises(DocumentError, match="there is no strategy in it"):
        from_plain(plain)


def test_an_error_names_the_path_and_counts_the_others():
    groups = [{"id": "gold", "name": "Gold", "intent": {"intent": "shrink"}, "tags": 1}]
    with pytest.raises(DocumentError) as caught:
        from_plain({"company": "A", "groups": groups})
    assert caught.value.where == "groups[gold].intent.intent"
    assert caught.value.how_many == 2
    assert caught.value.remedy


def test_a_score_is_named_by_its_dimension():
    statement = {"kind": "proposal", "id": "P1", "text": "They stay."}
    goals = [{"id": "stay", "statement": statement, "scores": {"impact": 3, "alignment": 9}}]
    with pytest.raises(DocumentError) as caught:
        from_plain({"company": "A", "goals": goals})
    assert caught.value.where == "goals[stay].scores.alignment"


def test_the_kind_of_a_statement_is_no_step_of_the_path():
    groups = [{"id": "gold", "name": "Gold", "payer": {"kind": "gap", "id": "G1", "text": "x"}}]
    with pytest.raises(DocumentError) as caught:
        from_plain({"company": "A", "groups": groups})
    assert caught.value.where == "groups[gold].payer.waits_for"
