from __future__ import annotations

from custrata.web.deliveries.links.masked import masked_scene
from custrata.web.deliveries.links.shown import figures_of, shown, zones_of
from custrata.web.deliveries.models import Shows


def test_every_object_has_a_finding_and_what_it_prints(workspace):
    scene = masked_scene(workspace)
    claim = scene.document.claims()[0].id
    assert shown(scene, Shows.STORY, "")["slides"]
    assert shown(scene, Shows.SCORECARD, "")["rows"]
    assert shown(scene, Shows.CANVAS, "")["zones"]
    assert shown(scene, Shows.CLAIM, claim)["finding"] == scene.judged[claim].said


def test_a_claim_that_is_gone_shows_nothing(workspace):
    scene = masked_scene(workspace)
    assert shown(scene, Shows.CLAIM, "E99999") == {}
    assert figures_of(scene, "E99999") == ()
    assert shown(scene, "poem", "") == {}


def test_the_canvas_has_twelve_blocks_in_five_zones(workspace):
    zones = zones_of(masked_scene(workspace))
    assert len(zones) == 5
    assert sum(len(blocks) for _, blocks in zones) == 12
    lines = [line for _, blocks in zones for block in blocks for line in block.lines]
    assert {line.kind for line in lines} >= {"claim", "gap"}
    assert all((line.state is not None) == (line.kind == "claim") for line in lines)
