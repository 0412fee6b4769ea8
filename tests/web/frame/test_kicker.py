import datetime as dt

from custrata.delivery.deck.material import day_text
from custrata.web.frame.kicker import counted, kicker
from custrata.web.strategies.staging import scene_of


def test_the_small_line_names_day_and_revision(workspace):
    scene = scene_of(workspace)
    assert kicker(scene, "more")[1:] == ("Revision 1", "more")
    assert kicker(scene)[0].startswith("Data to ")
    assert kicker(scene, revision=7)[1] == "Revision 7"


def test_from_which_day_is_counted_is_said_where_it_is_not_today(workspace):
    scene = scene_of(workspace)
    near, far = (scene.as_of + dt.timedelta(days=days) for days in (30, 400))
    assert counted(scene, near) == ()
    assert counted(scene, far) == (f"Days count from the end of the data, {day_text(scene.as_of)}",)
