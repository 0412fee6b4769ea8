from __future__ import annotations

import datetime as dt

from custrata.delivery.deck.material import day_text
from custrata.delivery.figures import Prose
from custrata.web.steering.rooms import counted, kicker, told_by
from custrata.web.strategies.staging import scene_of


def test_a_room_says_what_the_deck_says_and_something_where_the_deck_is_silent(workspace):
    scene = scene_of(workspace)
    assert isinstance(told_by(scene, "maturity", "silent"), Prose)
    assert told_by(scene, "no such row", "silent") == "silent"


def test_the_small_line_names_day_and_revision(workspace):
    scene = scene_of(workspace)
    assert kicker(scene, "more")[1:] == ("Revision 1", "more")
    assert kicker(scene)[0].startswith("Data to ")


def test_from_which_day_is_counted_is_said_where_it_is_not_today(workspace):
    scene = scene_of(workspace)
    near, far = (scene.as_of + dt.timedelta(days=days) for days in (30, 400))
    assert counted(scene, near) == ()
    assert counted(scene, far) == (f"Days count from the end of the data, {day_text(scene.as_of)}",)
