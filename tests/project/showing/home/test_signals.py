from dataclasses import replace

from tests.moving_snapshots import with_values

from custrata.engine.snapshots import SnapshotStore
from custrata.project.showing.home.signals import changes, segment_of
from custrata.project.showing.scene import Scene


def test_changes_are_ranked_by_money_and_the_unknown_come_last(scene_at):
    found = changes(scene_at())
    stakes = [signal.stake for signal in found.signals]
    assert found.moved
    assert stakes == sorted(stakes, reverse=True)
    assert stakes[0] > 0


def test_a_change_that_a_claim_speaks_of_leads_to_the_claim(scene_at):
    scene = scene_at()
    linked = [signal for signal in changes(scene).signals if signal.claim]
    assert linked
    for signal in linked:
        assert signal.origin == signal.claim
        assert signal.state is scene.judged[signal.claim].state


def test_a_claim_stands_once_however_often_it_moved(scene_at):
    claims = [signal.claim for signal in changes(scene_at()).signals if signal.claim]
    assert len(claims) == len(set(claims))


def test_where_nothing_can_be_compared_the_insights_stand(scene_at):
    scene = scene_at("Northline Telecom")
    found = changes(scene)
    assert not found.moved
    assert {s.claim for s in found.signals} == {i.claim for i in scene.document.insights}
    assert found.since == "There is no earlier period or build to compare with yet."


def test_a_claim_that_broke_since_the_build_before_says_what_it_was(scene_at, of):
    before = of["Ridgeway Outfitters"]
    scene = scene_at()
    after = with_values(before, lost_revenue=before.reading("lost_revenue", (), "current").value * 40)
    after = replace(after, manifest=replace(after.manifest, fingerprint="f" * 32))
    SnapshotStore(scene.place.state).write(after, lambda tables: None)
    later = Scene(scene.place, after, scene.document)
    assert later.earlier is not None
    moved = {move.claim_id for move in later.delta.moved}
    told = {s.claim: s for s in changes(later).signals}
    assert moved
    assert moved <= set(told)
    assert all("Was supported" in told[name].beneath.text for name in moved)
    assert changes(later).since.startswith("Since the build of")


def test_the_part_of_the_base_is_that_of_the_first_figure_that_names_one(scene_at):
    scene = scene_at()
    parts = {e.claim_id: segment_of(e) for e in scene.evidence}
    named = {e.claim_id for e in scene.evidence if any(f.figure.segment for f in e.figures)}
    assert {name for name, segment in parts.items() if segment} == named
    assert named
