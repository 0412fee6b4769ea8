from __future__ import annotations

from tests.web.deliveries.conftest import PLANTED

from custrata.evidence.erasure import SMALL
from custrata.web.deliveries.links.masked import masked_scene, people_of
from custrata.web.strategies.saving import set_value, strategy_of
from custrata.web.strategies.staging import scene_of


def test_the_scene_names_nobody_and_the_workspace_s_own_still_does(planted):
    masked = masked_scene(planted).document.model_dump_json()
    assert not any(name in masked for name in PLANTED)
    assert all(name in scene_of(planted).document.model_dump_json() for name in PLANTED)


def test_it_is_kept_until_the_strategy_changes(workspace):
    first = masked_scene(workspace)
    assert masked_scene(workspace) is first
    set_value(strategy_of(workspace), "horizon.months", "30", 1, None)
    assert masked_scene(workspace).document.horizon.months == 30


def test_people_of_the_workspace_are_known_by_name(workspace, member):
    user = member("viewer")
    user.name = "Ada Lovelace"
    user.save()
    assert people_of(workspace) == ("Ada Lovelace",)


def test_no_number_of_few_is_shared_and_the_workspace_s_own_page_tells_it(workspace):
    def few(scene):
        return {r.key for r in scene.snapshot.readings if r.segment and 0 < r.n < SMALL}

    assert few(scene_of(workspace)), "the company has groups of few"
    assert few(masked_scene(workspace)) == set()
