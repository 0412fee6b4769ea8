from custrata.project.adjusting.settings_file import adjust
from custrata.project.building import build_project
from custrata.project.place import settings_of
from custrata.project.showing.scene import scene
from custrata.project.strategy_file import draft_project
from custrata.project.supplying.moved import FIRST_SHOWN, news


def test_a_first_build_shows_its_story_and_a_later_one_what_moved(shop):
    build_project(shop, settings_of(shop))
    draft_project(shop.root)
    assert 0 < len(news(scene(shop))) <= FIRST_SHOWN
    adjust(shop, {"as_of": "2025-05-31"})
    build_project(shop, settings_of(shop))
    later = scene(shop)
    assert later.delta is not None
    assert bool(news(later)) == bool(later.delta.moved)
