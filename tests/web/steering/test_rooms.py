from __future__ import annotations

import pytest

from custrata.delivery.figures import Prose
from custrata.web.steering.rooms import told_by
from custrata.web.strategies.staging import scene_of

ROOMS = {
    "goals/": "Goals stand here, worded for the customer first",
    "experiments/": "Tests with customers stand here",
    "scorecard/": "A few measures stand here",
    "reviews/": "No review has been held yet",
    "reviews/weekly/": "What was checked",
    "reviews/monthly/": "What was checked",
    "maturity/": "Nobody has said yet where this stands.",
    "pitfalls/": "",
}
"""The rooms, and what each says of a strategy that says next to nothing."""


def test_a_room_says_what_the_deck_says_and_something_where_the_deck_is_silent(workspace):
    scene = scene_of(workspace)
    assert isinstance(told_by(scene, "maturity", "silent"), Prose)
    assert told_by(scene, "no such row", "silent") == "silent"


@pytest.mark.parametrize(("page", "empty"), ROOMS.items())
def test_a_thin_strategy_gives_a_page_that_says_what_belongs_there(come_in, address, thin, page, empty):
    answer = come_in("editor").get(address(page))
    assert answer.status_code == 200
    assert empty in answer.content.decode()


@pytest.mark.parametrize("page", ROOMS)
def test_strangers_learn_nothing(come_in, address, other_workspace, page):
    assert come_in("admin", of=other_workspace).get(address(page)).status_code == 404


@pytest.mark.parametrize("page", ROOMS)
def test_a_room_asks_the_database_little_and_is_small(come_in, address, django_assert_max_num_queries, page):
    editor = come_in("editor")
    editor.get(address(page))
    with django_assert_max_num_queries(15):
        answer = editor.get(address(page))
    assert len(answer.content) < 300_000
