import json

from custrata.web.strategies.conflicts.showing import clash, clashes, home_of, named_block
from custrata.web.strategies.saving import Conflict


def test_a_block_is_called_as_people_call_it():
    assert named_block("canvas.steering.performance") == "Performance, OKRs and incentives"
    assert named_block("decision_rights[d1]") == "Decision right d1"
    assert named_block("horizon") == "Horizon"


def test_a_block_of_the_canvas_is_seen_on_the_canvas(workspace):
    assert home_of("canvas.purpose.purpose", workspace).endswith("/strategy/#b-purpose")
    assert home_of("horizon", workspace).endswith("/strategy/part/horizon")


def test_a_signature_is_seen_where_functions_sign(workspace):
    assert home_of("sign_offs[chief executive]", workspace).endswith("/strategy/sign-off/")
    assert home_of("groups[gold]", workspace).endswith("/strategy/part/groups%5Bgold%5D")


def test_a_conflict_is_shown_block_by_block(workspace):
    conflict = Conflict(4, {"horizon": {"months": 30}}, {"horizon": {"months": 18}}, {"horizon": "Ann"})
    (found,) = clashes(conflict, workspace)
    assert (found.title, found.by, found.number, json.loads(found.mine)) == (
        "Horizon",
        "Ann",
        4,
        {"months": 18},
    )
    assert [(side.theirs, side.mine) for side in found.sides] == [("30", "18")]


def test_a_dispute_with_the_file_says_so(workspace):
    assert (
        clash("horizon", {"months": 1}, {"months": 2}, number=2, workspace=workspace, dispute=7).dispute == 7
    )
