import json

import pytest

from custrata.errors import CustrataError, DocumentError
from custrata.evidence.erasure import SMALL
from custrata.project.assisting.asking import Asked
from custrata.project.live.small import REASON, held_back
from custrata.project.place import locate
from custrata.project.project import Project
from custrata.project.showing.scene import scene
from custrata.project.strategy_file import draft_project


@pytest.fixture(scope="module")
def asked(tmp_path_factory):
    folder = tmp_path_factory.mktemp("asked")
    lines = ["customer,date,amount,country"]
    for number in range(40):
        country = "Malta" if number < 3 else "Chile"
        for month in range(1, 7):
            lines.append(f"c{number},2025-{month:02}-{number % 27 + 1:02},{10 + number},{country}")
    (folder / "orders.csv").write_text("\n".join(lines), encoding="utf-8")
    Project(folder).build()
    draft_project(folder)
    return Asked(folder)


def test_the_overview_counts_what_the_check_counts(asked):
    told = asked.overview()
    assert sum(told["claims"].values()) == len(asked.claims())
    assert told["rows"]["transactions"] == 240
    assert told["mistakes"] == len(asked.mistakes())


def test_a_reading_comes_with_n_and_definition(asked):
    told = asked.reading("revenue")["readings"][0]
    assert told["n"] == 240
    assert told["definition"]


def test_groups_of_few_are_hidden(asked):
    told = asked.reading("revenue", ("tier",))
    shown = [r for r in told["readings"] if 0 < r["n"] < SMALL]
    assert shown == []


@pytest.fixture(scope="module")
def few(asked):
    """Claims of which some figure rests on few, with their numbers; by id."""
    seen = scene(locate(asked.path))
    readings = seen.snapshot.readings
    held = {r.key for r, told in zip(readings, held_back(readings), strict=True) if r is not told}
    found = {e: [f for f in e.figures if held & {k.key for k in f.figure.keys}] for e in seen.evidence}
    assert any(found.values()), "there are such claims"
    return {e.claim_id: (e, figures) for e, figures in found.items() if figures}


def test_a_claim_that_rests_on_few_tells_no_number_by_any_question(asked, few):
    """The attack: what the list of readings hides is read out of claims, reasons, traces and the strategy."""
    told = {one["id"]: one for one in asked.claims()}
    document = json.dumps(asked.strategy(), default=str)
    for name, (evidence, figures) in few.items():
        assert told[name]["state"] == evidence.state.value
        assert told[name]["because"] == REASON
        assert told[name]["today"] != evidence.said
        traced = {f["name"]: f for f in asked.why(name)["claim"]["figures"]}
        for figure in figures:
            assert (traced[figure.figure.name]["now"], traced[figure.figure.name]["written"]) == (None, None)
            written = figure.figure.model_dump(include={"name", "measure", "segment", "value"}, mode="json")
            assert json.dumps(written)[1:-1] not in document


def test_what_is_proposed_is_told_without_what_stands(asked):
    made = asked.propose("horizon.months", "18", "a longer look ahead")
    assert "was" not in made
    assert not [one for one in asked.proposals() if "was" in one]


def test_claims_are_told_by_their_state(asked):
    states = {claim["state"] for claim in asked.claims("supported")}
    assert states <= {"supported"}
    with pytest.raises(DocumentError, match="no such state"):
        asked.claims("wonderful")


def test_a_claim_is_traced_down_to_its_file(asked):
    first = asked.claims()[0]["id"]
    assert "orders.csv" in str(asked.why(first))
    with pytest.raises(CustrataError):
        asked.why("nothing_of_the_kind")


def test_a_path_of_the_strategy_is_read(asked):
    assert asked.strategy("horizon.months") == 12
    assert asked.strategy()["company"]


def test_without_an_earlier_snapshot_nothing_has_moved(asked):
    assert asked.moved() == {"note": "there is no earlier snapshot"}
