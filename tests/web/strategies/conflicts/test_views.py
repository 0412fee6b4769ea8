import json

from custrata.project.revising.mending import set_values
from custrata.web.audit.models import Entry
from custrata.web.strategies.mirror.reading import read_in
from custrata.web.strategies.mirror.writing import write
from custrata.web.strategies.models import BlockRevision, Dispute
from custrata.web.strategies.saving import head_of, set_value, strategy_of


def months(workspace):
    return head_of(strategy_of(workspace)).document.horizon.months


def sent(strategy, **more):
    mine = json.dumps({"months": 18})
    return {"block": "horizon", "base": str(strategy.number), "mine": mine, **more}


def test_keeping_mine_saves_over_theirs_knowingly(come_in, at, strategy, workspace):
    set_value(strategy, "horizon.months", "30", strategy.number, None)
    assert come_in("editor").post(at("settle"), sent(strategy, all="mine")).status_code == 302
    assert months(workspace) == 18


def test_taking_theirs_saves_nothing(come_in, at, strategy, workspace):
    set_value(strategy, "horizon.months", "30", strategy.number, None)
    before = strategy_of(workspace).number
    come_in("editor").post(at("settle"), sent(strategy, all="theirs"))
    assert (months(workspace), strategy_of(workspace).number) == (30, before)


def test_a_merge_by_hand_is_marked_as_one(come_in, at, strategy, workspace):
    set_value(strategy, "horizon.months", "30", strategy.number, None)
    come_in("editor").post(at("settle"), sent(strategy, **{"c:starts_on": "theirs"}))
    now = strategy_of(workspace)
    assert BlockRevision.objects.get(strategy=now, number=now.number).origin == "merge"
    assert months(workspace) == 18


def test_who_saved_in_between_is_shown_once_more(come_in, at, strategy, workspace):
    asked = sent(strategy, all="mine")
    set_value(strategy, "horizon.months", "30", strategy.number, None)
    answer = come_in("editor").post(at("settle"), asked)
    assert answer.status_code == 409
    assert months(workspace) == 30


def test_nobody_signs_for_others_by_way_of_a_conflict(come_in, at, strategy, workspace):
    forged = json.dumps({"function": "head of sales", "name": "Eve", "signed_on": "2026-01-01"})
    asked = {"block": "sign_offs[head of sales]", "base": str(strategy.number), "mine": forged, "all": "mine"}
    assert come_in("editor").post(at("settle"), asked).status_code == 404
    assert strategy_of(workspace).number == strategy.number


def test_a_damaged_form_is_refused_in_words(come_in, at):
    editor = come_in("editor")
    assert editor.post(at("settle"), {"block": "horizon", "base": "1", "mine": "{"}).status_code == 422
    assert editor.post(at("settle"), {"block": "horizon", "base": "x", "mine": "{}"}).status_code == 422


def test_a_dispute_with_the_file_is_decided_and_closed(come_in, at, strategy, workspace):
    write(workspace)
    set_value(strategy, "horizon.months", "18", strategy.number, None)
    set_values(workspace.path, [("horizon.months", "30")])
    read_in(workspace)
    found, editor = Dispute.objects.get(), come_in("editor")
    page = editor.get(at("dispute", found.pk)).content.decode()
    assert "Take the file" in page
    now = strategy_of(workspace)
    asked = {
        "block": "horizon",
        "base": str(now.number),
        "mine": found.text,
        "all": "mine",
        "dispute": str(found.pk),
    }
    editor.post(at("settle"), asked)
    found.refresh_from_db()
    assert months(workspace) == 30
    assert found.settled_at is not None
    assert Entry.objects.filter(act="strategy.settled").count() == 1


def test_a_viewer_settles_nothing_and_a_stranger_finds_nothing(come_in, at, strategy, other_workspace):
    asked = sent(strategy, all="mine")
    assert come_in("viewer").post(at("settle"), asked).status_code == 403
    assert come_in("admin", of=other_workspace).post(at("settle"), asked).status_code == 404


def test_a_dispute_of_another_workspace_is_not_there_and_stays_open(come_in, strategy, other_workspace):
    found = Dispute.objects.create(strategy=strategy, block="horizon", base=1, text='{"months": 30}')
    stranger, theirs = come_in("admin", of=other_workspace), strategy_of(other_workspace)
    there = f"/w/{other_workspace.slug}/strategy/conflict/"
    assert stranger.get(f"{there}{found.pk}/").status_code == 404
    asked = sent(theirs, all="mine") | {"dispute": str(found.pk)}
    assert stranger.post(there, asked).status_code == 404
    found.refresh_from_db()
    assert found.settled_at is None
