from __future__ import annotations

from custrata.delivery.figures import Prose
from custrata.web.steering.rooms import kicker, told_by
from custrata.web.strategies.staging import scene_of


def test_a_room_says_what_the_deck_says_and_something_where_the_deck_is_silent(workspace):
    scene = scene_of(workspace)
    assert isinstance(told_by(scene, "maturity", "silent"), Prose)
    assert told_by(scene, "no such row", "silent") == "silent"


def test_the_small_line_names_day_and_revision(workspace):
    scene = scene_of(workspace)
    assert kicker(scene, "more")[1:] == ("Revision 1", "more")
    assert kicker(scene)[0].startswith("Data to ")
