from dataclasses import replace

from custrata.project.live.small import REASON
from custrata.web.api.rooms import evidence as room
from custrata.web.strategies.staging import scene_of


def test_claims_stand_as_on_the_pages(program):
    asker = program("viewer")
    scene = scene_of(asker.workspace)
    seen, cursor = [], ""
    while cursor is not None:
        found = asker.get(f"claims?limit=200&cursor={cursor}")
        seen += found["items"]
        cursor = found["next"]
    assert [(c["id"], c["state"]) for c in seen] == [(e.claim_id, e.state.value) for e in scene.evidence]
    assert all(c["state"] == "supported" for c in asker.get("claims?state=supported")["items"])


def test_a_claim_is_told_with_the_readings_that_it_rests_on(program, problem_of):
    asker = program("viewer")
    first = scene_of(asker.workspace).evidence[0]
    told = asker.get(f"claims/{first.claim_id}")
    assert told["text"] == first.said
    assert told["figures"][0]["readings"][0]["measure"] == first.readings[0].measure
    assert asker.get(f"claims/{first.claim_id}?as_of=2100-01-01")["state"] == first.state.value
    problem_of(asker.ask("GET", "claims/E9999"), 404)


def test_findings_are_those_of_the_check(program):
    asker = program("viewer")
    wanted = [f for f in scene_of(asker.workspace).findings if f.severity.value == "warning"]
    found = asker.get("findings?severity=warning&limit=200")["items"]
    assert [f["code"] for f in found] == [f.code for f in wanted]


def test_a_claim_tells_a_program_nothing_of_few(program, monkeypatch):
    """The attack: what the list of readings holds back is asked for by a claim that rests on it."""
    asker, trusted = program("viewer"), program("analyst", persons=True)
    first = scene_of(asker.workspace).evidence[0]
    resting = {r.key for f in first.figures for r in f.now.readings}

    def none_of_these(readings):
        return tuple(replace(r, value=None, n=0, reason=REASON) if r.key in resting else r for r in readings)

    monkeypatch.setattr(room, "held_back", none_of_these)
    told = asker.get(f"claims/{first.claim_id}")
    assert {f["now"] for f in told["figures"]} == {None}
    assert told["reason"] == REASON
    assert {r["value"] for f in told["figures"] for r in f["readings"]} == {None}
    whole = trusted.get(f"claims/{first.claim_id}")
    assert [f["now"] for f in whole["figures"]] == [f.now.value for f in first.figures]
