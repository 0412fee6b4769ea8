from custrata.delivery.deck.material import Material
from custrata.project.reviewing.tracing import why_in
from custrata.web.strategies.claims.carrying import figures_of, uses_of, wordings_of
from custrata.web.strategies.saving import set_value, strategy_of
from custrata.web.strategies.staging import scene_of


def test_each_number_of_a_claim_stands_on_its_readings(workspace):
    scene = scene_of(workspace)
    evidence = scene.judged["E01"]
    found = why_in(scene.document, scene.snapshot, "E01", slides=())
    (number, *_) = figures_of(evidence, Material(scene.snapshot, scene.document, scene.evidence), found.claim)
    assert number.now.readings
    assert number.sources[0].query


def test_what_rests_on_a_claim_is_linked_to_where_it_stands(workspace):
    scene = scene_of(workspace)
    carried = why_in(scene.document, scene.snapshot, "E01", slides=()).carried
    uses = uses_of(carried, scene.document, workspace)
    assert uses
    assert all(use.href.startswith(f"/w/{workspace.slug}/strategy/") for use in uses)


def test_former_wordings_are_kept_and_told_newest_first(workspace):
    strategy, scene = strategy_of(workspace), scene_of(workspace)
    before = scene.judged["E01"].claim.text
    set_value(strategy, "E01.text", f"Today: {before}", strategy.number, None)
    scene = scene_of(workspace)
    found = wordings_of(strategy, scene.document, scene.judged["E01"])
    assert [one.number for one in found] == [2, 1]
    assert found[0].said.startswith("Today: ")
