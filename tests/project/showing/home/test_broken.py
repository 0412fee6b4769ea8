from dataclasses import replace

from tests.moving_snapshots import with_values

from custrata.project.showing.home.broken import broken, owner_at, owners_of
from custrata.strategy.lint.finding import Severity
from custrata.strategy.parts.part import Owner
from custrata.vocabulary import EvidenceState


def test_a_draft_on_its_own_data_has_nothing_broken(scene_at):
    assert [b for b in broken(scene_at()) if b.state is not None] == []


def test_a_claim_that_the_data_contradict_stands_first_with_its_reason(scene_at, of):
    before = of["Ridgeway Outfitters"]
    scene = scene_at()
    lost = before.reading("lost_revenue", (), "current").value
    found = broken(scene_at(document=scene.document, snapshot=with_values(before, lost_revenue=lost * 40)))
    assert found[0].state is EvidenceState.CONTRADICTED
    assert found[0].beneath
    assert found[0].origin.startswith("E")


def test_a_mistake_of_the_strategy_is_named_with_its_code_and_place(scene_at, whole):
    lost = whole.initiatives[0].model_copy(update={"goal": "nothing"})
    scene = scene_at(document=whole.model_copy(update={"initiatives": (lost,)}))
    errors = [f for f in scene.findings if f.severity is Severity.ERROR and not f.code.startswith("EV10")]
    told = [b for b in broken(scene) if b.code]
    assert [b.origin for b in told] == [f"pitfall:{f.code}@{f.place}" for f in errors]
    assert errors


def test_who_answers_is_the_owner_of_the_innermost_part(scene_at):
    outer, inner = Owner(role="outer"), Owner(role="inner")
    owners = {"groups[gold]": outer, "groups[gold].intent": inner}
    assert owner_at(owners, "groups[gold].intent.reason[E01]") == inner
    assert owner_at(owners, "groups[gold].needs[E02]") == outer
    assert owner_at(owners, "groups[golden].needs[E02]") == Owner()


def test_a_part_without_an_owner_is_left_out_of_the_owners(scene_at):
    scene = scene_at()
    owned = owners_of(scene.document)
    assert owned
    assert all(o.role or o.name for o in owned.values())
    nobody = scene.document.model_copy(
        update={"goals": tuple(replace_owner(g) for g in scene.document.goals)}
    )
    assert not [p for p in owners_of(nobody) if p.startswith("goals[") and p.endswith("]")]


def replace_owner(goal):
    return goal.model_copy(update={"owner": Owner()})


def test_claims_that_drift_come_after_those_that_are_contradicted(scene_at, of):
    scene = scene_at()
    snapshot = of["Ridgeway Outfitters"]
    currency = snapshot.manifest.currency
    moved = tuple(
        replace(r, value=r.value * 1.5, low=None, high=None) if r.value and r.unit == currency else r
        for r in snapshot.readings
    )
    found = broken(scene_at(document=scene.document, snapshot=replace(snapshot, readings=moved)))
    states = [b.state for b in found if b.state is not None]
    order = [EvidenceState.CONTRADICTED, EvidenceState.STALE, EvidenceState.DRIFTING]
    assert states == sorted(states, key=order.index)
    assert states
