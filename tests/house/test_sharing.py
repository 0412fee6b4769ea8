"""What is made for a module is made by one process."""

from __future__ import annotations

from tests.sharing import group_of


def test_a_module_that_makes_something_for_its_tests_is_played_as_a_whole():
    assert group_of("tests/journeys/test_canaries.py") == "tests/journeys/test_canaries.py"
    assert group_of("tests/segments/rules/test_reading.py") == "tests/segments/rules/test_reading.py"


def test_a_folder_that_shares_something_is_played_as_a_whole(repository):
    assert group_of("tests/project/live/test_leaving.py") == (repository / "tests/project/live").as_posix()
    assert len({group_of(f"tests/web/stories/{name}") for name in ("test_a.py", "test_b.py")}) == 1


def test_all_others_go_where_there_is_room():
    assert group_of("tests/test_errors.py") == ""
    assert group_of("src/custrata/errors.py") == ""
