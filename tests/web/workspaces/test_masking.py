from __future__ import annotations

import pytest

from custrata.web.workspaces.asking import asking_of
from custrata.web.workspaces.masking import PERSONAL, masked, row_seen, seen

ROW = {"customer_id": "C-1", "name": "Ana Silva", "email": "ana@example.org", "phone": None, "value": 7}


@pytest.mark.parametrize(
    ("role", "persons", "open_"),
    [
        ("viewer", True, False),
        ("editor", True, False),
        ("analyst", False, False),
        ("analyst", True, True),
        ("admin", False, False),
    ],
)
def test_a_row_is_masked_for_all_but_who_may_see_persons(workspace, member, role, persons, open_):
    asking = asking_of(member(role, persons=persons), workspace.slug)
    shown = row_seen(asking, ROW)
    assert (shown == ROW) is open_
    assert (shown["customer_id"], shown["value"], shown["phone"]) == ("C-1", 7, None)
    assert (seen(asking, "Ana Silva") == "Ana Silva") is open_
    assert seen(asking, None) == ""


def test_a_mask_says_nothing_about_what_it_hides():
    assert {masked(ROW[key]) for key in PERSONAL} == {"•••", ""}
    assert masked("a") == masked("a much longer name")
