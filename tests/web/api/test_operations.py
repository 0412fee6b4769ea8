from custrata.web.api.operations import operations
from custrata.web.workspaces.rights import Right


def test_every_operation_is_listed_once_with_its_right():
    found = operations()
    assert len({(one.method, one.path) for one in found}) == len(found) > 40
    assert len({one.name for one in found}) == len(found)


def test_only_what_is_about_the_person_alone_needs_no_right():
    assert {one.path for one in operations() if one.right is None} == {"/me", "/workspaces", "/measures"}


def test_whatever_changes_a_strategy_needs_the_right_to_edit():
    for one in operations():
        if one.method in {"PUT", "DELETE"} and ("block" in one.path or "document" in one.path):
            assert one.right is Right.EDIT
