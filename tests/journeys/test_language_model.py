"""A model words the draft: honest sentences get in, lies do not, and no name leaves the house."""

from __future__ import annotations

import json
import re

import pytest
from tests.model_service import model_service, wording
from tests.snapshots import outfitter, phone_company

from custrata.cli.run import run
from custrata.drafting.draft import draft
from custrata.engine.snapshots import SnapshotStore
from custrata.project.place import locate
from custrata.strategy.text import load


@pytest.fixture
def service():
    with model_service() as server:
        yield server


@pytest.fixture(params=[phone_company, outfitter], ids=lambda made: made.__name__)
def project(request, tmp_path):
    folder = tmp_path / "firm"
    (folder / "data").mkdir(parents=True)
    (folder / "custrata.yaml").write_text("data: data\n", encoding="utf-8")
    SnapshotStore(locate(folder).state).write(request.param(), lambda tables: None)
    return folder


def strategy(folder):
    return load((folder / "strategy.yaml").read_text(encoding="utf-8"))


LIES = {
    "another number": lambda name, text: re.sub(r"\{[^{}]*\}", "87%", text, count=1),
    "a borrowed statistic": lambda name, text: text.rstrip(".") + ", as 68% of companies with a profile do.",
    "a cause": lambda name, text: text.rstrip(".") + ", because prices rose.",
    "a stranger": lambda name, text: "Contoso says: " + text,
    "an amount in words": lambda name, text: text.rstrip(".") + ", a lion's share.",
    "an invisible sign": lambda name, text: text.replace(" ", " \u200b", 1),
    "another language": lambda name, text: "Auf Deutsch: " + text,
    "a huge answer": lambda name, text: text * 200,
    "a reversal": lambda name, text: text.rstrip(".") + ", which is not so.",
}


@pytest.mark.parametrize("lie", LIES.values(), ids=LIES)
def test_a_model_that_lies_changes_nothing(project, service, lie, capsys):
    service.reply = wording(lie)

    assert run(["draft", "-C", str(project), "--model", service.url]) == 0

    snapshot = SnapshotStore(locate(project).state).load()
    assert strategy(project) == draft(snapshot)
    assert "refused" in capsys.readouterr().out


def test_honest_words_get_in_and_stay_bound(project, service):
    service.reply = wording(lambda name, text: text.replace(" earn ", " bring ").replace("; ", ", and "))

    assert run(["draft", "-C", str(project), "--model", service.url]) == 0

    snapshot = SnapshotStore(locate(project).state).load()
    before = {c.id: c for c in draft(snapshot).claims()}
    now = {c.id: c for c in strategy(project).claims()}
    assert before.keys() == now.keys()
    assert any(now[name].text != claim.text for name, claim in before.items())
    assert all(now[name].figures == claim.figures for name, claim in before.items())


def test_no_name_out_of_the_data_is_sent(project, service):
    run(["draft", "-C", str(project), "--model", service.url])

    sent = json.dumps([asked for _, _, asked in service.asked], ensure_ascii=False)
    snapshot = SnapshotStore(locate(project).state).load()
    ours = {"tier", "stage", "rfm_segment", "month", "rank", "quarter", "year", "week", "cohort", "age"}
    names = {v for r in snapshot.readings for d, v in r.segment if d not in ours and re.search(r"[A-Z ]", v)}
    assert service.asked
    assert [name for name in {*names, snapshot.manifest.company} if name in sent] == []


def test_a_service_that_is_away_leaves_the_strategy_as_it_was(project, capsys):
    run(["draft", "-C", str(project)])
    before = (project / "strategy.yaml").read_bytes()

    assert run(["draft", "-C", str(project), "--model", "http://127.0.0.1:9/v1"]) == 2

    assert (project / "strategy.yaml").read_bytes() == before
    assert "Traceback" not in capsys.readouterr().err
