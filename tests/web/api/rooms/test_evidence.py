import json

from custrata.project.live.small import REASON, held_back
from custrata.strategy.wording.spelling import spell
from custrata.web.strategies.staging import scene_of


def resting_on_few(workspace):
    """Claims of which some figure rests on few; there are some."""
    scene = scene_of(workspace)
    pairs = zip(scene.snapshot.readings, held_back(scene.snapshot.readings), strict=True)
    held = {whole.key for whole, told in pairs if told is not whole}
    found = [e for e in scene.evidence if held & {k.key for f in e.claim.figures for k in f.keys}]
    assert found
    return {e.claim_id: e for e in found}


def test_claims_stand_as_on_the_pages(program):
    asker = program("analyst", persons=True)
    scene = scene_of(asker.workspace)
    seen, cursor = [], ""
    while cursor is not None:
        found = asker.get(f"claims?limit=200&cursor={cursor}")
        seen += found["items"]
        cursor = found["next"]
    assert [(c["id"], c["state"]) for c in seen] == [(e.claim_id, e.state.value) for e in scene.evidence]
    assert all(c["state"] == "supported" for c in asker.get("claims?state=supported")["items"])


def test_a_claim_is_told_with_the_readings_that_it_rests_on(program, problem_of):
    asker = program("analyst", persons=True)
    first = scene_of(asker.workspace).evidence[0]
    told = asker.get(f"claims/{first.claim_id}")
    assert told["text"] == first.said
    assert told["figures"][0]["readings"][0]["measure"] == first.readings[0].measure
    assert asker.get(f"claims/{first.claim_id}?as_of=2100-01-01")["state"] == first.state.value
    problem_of(asker.ask("GET", "claims/E9999"), 404)


def test_findings_are_those_of_the_check(program):
    asker = program("analyst", persons=True)
    wanted = [f for f in scene_of(asker.workspace).findings if f.severity.value == "warning"]
    found = asker.get("findings?severity=warning&limit=200")["items"]
    assert [f["code"] for f in found] == [f.code for f in wanted]


def test_a_claim_tells_nothing_of_few_however_it_is_asked_for(program, come_in, workspace):
    """The attack: what the list of readings holds back is asked for by a claim, by whichever door."""
    few, asker, trusted = resting_on_few(workspace), program("viewer"), program("analyst", persons=True)
    browser = come_in("viewer")
    for name, evidence in few.items():
        page = browser.get(f"/api/v1/workspaces/{workspace.slug}/claims/{name}").json()
        for told in (asker.get(f"claims/{name}"), asker.get(f"claims/{name}?as_of=2100-01-01"), page):
            assert (told["state"], told["reason"]) == (evidence.state.value, REASON)
            hidden = [f for f in told["figures"] if f["reason"] == REASON]
            assert hidden
            assert {(f["written"], f["now"]) for f in hidden} == {(None, None)}
            assert {(f["written_words"], f["now_words"]) for f in hidden} == {("not known", "not known")}
            assert told["text"] != evidence.said
        whole = trusted.get(f"claims/{name}")
        assert [f["now"] for f in whole["figures"]] == [f.now.value for f in evidence.figures]
        assert [f["written"] for f in whole["figures"]] == [f.figure.value for f in evidence.figures]
        for shown, figure in zip(whole["figures"], evidence.figures, strict=True):
            assert shown["written_words"] == spell(figure.figure.value, figure.figure.unit)
            assert shown["now_words"] == spell(figure.now.value, figure.figure.unit)
            assert shown["title"]


def test_claims_that_rest_on_many_are_told_as_they_are(program, workspace):
    few = resting_on_few(workspace)
    told = {c["id"]: c["text"] for c in program("viewer").get("claims?limit=200")["items"]}
    for evidence in (e for e in scene_of(workspace).evidence if e.claim_id not in few):
        if evidence.claim_id in told:
            assert told[evidence.claim_id] == evidence.said


def test_findings_say_nothing_of_few_and_are_as_many(program, workspace):
    few = resting_on_few(workspace)
    told = program("viewer").get("findings?limit=200")["items"]
    whole = program("analyst", persons=True).get("findings?limit=200")["items"]
    assert [(f["code"], f["place"]) for f in told] == [(f["code"], f["place"]) for f in whole]
    held = [f for f, other in zip(told, whole, strict=True) if f["message"] != other["message"]]
    assert all(REASON in f["message"] for f in held)
    for evidence in few.values():
        assert evidence.said not in json.dumps(told, ensure_ascii=False)


def test_a_search_finds_a_claim_without_its_numbers_of_few(program, workspace):
    few, asker, trusted = resting_on_few(workspace), program("viewer"), program("analyst", persons=True)
    for name, evidence in few.items():
        told, whole = (
            [f["title"] for f in who.get(f"search?q={name}&limit=200")["items"] if f["kind"] == "Claim"]
            for who in (asker, trusted)
        )
        assert evidence.claim.said() in whole
        assert evidence.claim.said() not in told
