import pytest

from custrata.errors import CustrataError, DocumentError
from custrata.evidence.erasure import SMALL
from custrata.project.assisting.asking import Asked, hidden
from custrata.project.project import Project
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


def test_a_part_of_few_is_hidden_and_the_whole_is_not(asked):
    readings = asked._scene.snapshot.readings
    few = [r for r in readings if r.segment and 0 < r.n < SMALL]
    assert few
    assert all(hidden(r) for r in few)
    assert not any(hidden(r) for r in readings if not r.segment)


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
