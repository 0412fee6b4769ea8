import dataclasses

from custrata.strategy.parts.canvas import TITLES
from custrata.vocabulary import EvidenceState
from custrata.web.strategies.canvas.showing import EXAMPLES, Around, finding_of, lede_of, zones_of
from custrata.web.strategies.presence.here import Face
from custrata.web.strategies.staging import scene_of


def test_twelve_blocks_stand_in_five_zones(workspace):
    zones = zones_of(scene_of(workspace), Around())
    assert len(zones) == 5
    assert sorted(b.name for zone in zones for b in zone.blocks) == sorted(TITLES) == sorted(EXAMPLES)


def test_claims_stand_with_their_state_and_proposals_apart(workspace):
    blocks = {b.name: b for zone in zones_of(scene_of(workspace), Around()) for b in zone.blocks}
    context = blocks["customer_context"]
    assert {one.state for one in context.claims} <= set(EvidenceState)
    assert all(one.state is None for one in context.proposals)
    assert context.gaps[0].waits_for


def test_what_changed_and_who_edits_is_said_at_the_block(workspace):
    address = "canvas.steering.insight"
    around = Around(frozenset({address}), None, (Face("Bea", "B", address, you=False),))
    blocks = {b.name: b for zone in zones_of(scene_of(workspace), around) for b in zone.blocks}
    assert blocks["insight"].changed
    assert [face.name for face in blocks["insight"].editing] == ["Bea"]
    assert not blocks["governance"].changed


def test_the_lede_counts_what_holds(workspace):
    scene = scene_of(workspace)
    assert lede_of(scene.evidence, 2).startswith(f"All {len(scene.evidence)} claims hold.")
    assert "2 blocks have changed" in lede_of(scene.evidence, 2)
    one, *rest = scene.evidence
    broken = (dataclasses.replace(one, state=EvidenceState.DRIFTING), *rest)
    assert lede_of(broken, 0).startswith(f"{len(rest)} of {len(broken)} claims hold; 1 is drifting")
    assert "No claim is made yet" in lede_of((), 0)
    assert finding_of(scene)
