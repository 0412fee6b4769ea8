from __future__ import annotations

import json
from dataclasses import replace

import pytest
from tests.snapshots import grocer, phone_company

from custrata.engine.snapshots import SnapshotStore
from custrata.errors import InputError
from custrata.measures.catalogue import CATALOGUE
from custrata.project.place import locate
from custrata.project.reviewing.tracing import why, why_in
from custrata.project.strategy_file import draft_project, read_strategy


@pytest.fixture(scope="module")
def drafted(tmp_path_factory):
    """The grocer's project with a drafted strategy; tests only read it."""
    folder = tmp_path_factory.mktemp("grocer")
    SnapshotStore(locate(folder).state).write(grocer(), lambda tables: None)
    draft_project(folder)
    return folder


def test_a_claim_says_its_sentence_state_figures_queries_and_snapshot(drafted):
    claim = read_strategy(locate(drafted)).claims()[0]
    text = "\n".join(why(drafted, claim.id).lines(sql=True))
    assert text.startswith(f"{claim.id}: {claim.said()}\nSupported: ")
    for figure in claim.figures:
        assert f"  {CATALOGUE[figure.measure].title}" in text
        assert f"SELECT /* {figure.measure} */ 1" in text
    assert "  snapshot " in text


def test_queries_are_told_only_when_asked_for(drafted):
    claim = read_strategy(locate(drafted)).claims()[0]
    lines = list(why(drafted, claim.id).lines())
    assert not any("SELECT" in line or "sha256" in line for line in lines)
    assert lines[-1] == f"queries and hashes of the files: custrata why {claim.id} --sql"


def test_an_insight_is_asked_by_its_claim(drafted):
    insight = read_strategy(locate(drafted)).insights[0]
    found = why(drafted, insight.id)
    assert found.asked == insight.claim
    assert insight.id in {c.id for c in found.carried}


def test_a_claim_that_stands_on_a_slide_names_it(drafted):
    insight = read_strategy(locate(drafted)).insights[0]
    assert why(drafted, insight.id).slides


def test_a_measure_says_what_stands_on_it(drafted):
    found = why(drafted, "repeat_rate")
    assert "claim" in {c.kind for c in found.carried}
    text = "\n".join(found.lines())
    assert "all customers, 72.00%, 70.20% to 73.70%" in text
    assert "on repeat_rate stand:" in text
    gold = why(drafted, "revenue", where=("tier=gold",))
    assert gold.asked == "revenue, tier gold"
    assert {dict(r.segment)["tier"] for r in gold.readings} == {"gold"}
    assert {c.id for c in gold.carried} < {c.id for c in why(drafted, "revenue").carried}


def test_a_measure_that_nothing_uses_says_so(drafted):
    assert list(why(drafted, "model_parameter").lines()) == [
        "nothing in the strategy stands on model_parameter"
    ]


def test_a_table_or_column_is_asked_by_name(drafted):
    assert why(drafted, "transactions").claim is None
    assert why(drafted, "transactions.amount").carried == ()


@pytest.mark.parametrize("asked", ["E99", "transactions.nothing", "revnue", ""])
def test_a_name_that_nothing_has_is_refused_with_what_may_be_meant(drafted, asked):
    with pytest.raises(InputError, match="nothing is called like that") as refused:
        why(drafted, asked)
    assert refused.value.remedy
    if asked == "revnue":
        assert "revenue" in refused.value.remedy


def test_a_part_of_the_base_that_cannot_be_read_is_refused(drafted):
    with pytest.raises(InputError, match="write tier=gold"):
        why(drafted, "revenue", where=("gold",))


def test_plain_values_hold_the_same(drafted):
    claim = read_strategy(locate(drafted)).claims()[0]
    told = json.loads(json.dumps(why(drafted, claim.id).as_json()))
    assert told["claim"]["state"] == "supported"
    assert [f["name"] for f in told["claim"]["figures"]] == [f.name for f in claim.figures]
    assert told["claim"]["figures"][0]["sources"][0]["query"].startswith("SELECT")
    assert json.loads(json.dumps(why(drafted, "revenue").as_json()))["claim"] is None


def test_where_the_data_carry_no_dates_no_period_is_told(tmp_path):
    made = phone_company()
    undated = replace(made, manifest=replace(made.manifest, notional=True))
    SnapshotStore(locate(tmp_path).state).write(undated, lambda tables: None)
    draft_project(tmp_path)

    text = "\n".join(why(tmp_path, read_strategy(locate(tmp_path)).claims()[0].id).lines())

    assert "no dates in the data" in text
    assert str(made.manifest.windows["all"]) not in text


def test_a_strategy_and_a_snapshot_at_hand_say_the_same_as_the_project(drafted):
    snapshot = SnapshotStore(locate(drafted).state).load()
    document = read_strategy(locate(drafted))
    near = why_in(document, snapshot, "E01")
    assert near.as_json() == why(drafted, "E01").as_json()
    assert why_in(document, snapshot, "E01", slides=()).slides == ()
