import datetime as dt
from functools import partial
from types import SimpleNamespace

import pytest

from custrata.strategy.revision.content import sign
from custrata.vocabulary import EvidenceState
from custrata.web.audit.record import record
from custrata.web.data.jobs.running import finished
from custrata.web.data.models import Job, State
from custrata.web.strategies.saving import change, set_value, strategy_of
from custrata.web.strategies.signing.answering import put_up
from custrata.web.together.models import Notice, NoticeKind
from custrata.web.together.notices import listening
from custrata.web.together.notices.listening import MOST_NAMED, contradicted
from custrata.web.together.notices.signatures import AGAIN


def told(user):
    return [(n.kind, n.address) for n in Notice.objects.filter(person=user).order_by("pk")]


def test_whoever_signs_for_a_function_that_is_asked_is_told_and_nobody_else(workspace, named):
    ann, bob = named("Ann"), named("Bob", function="Head of finance")
    eve = named("Eve", function="head of sales")
    put_up(strategy_of(workspace), ann, ["head of finance"])
    assert told(bob) == [(NoticeKind.SIGN_OFF, "page:signing")]
    assert told(ann) == told(eve) == []


@pytest.fixture
def signed(workspace, named):
    """A strategy that finance has signed."""
    bob = named("Bob", function="head of finance")
    strategy = strategy_of(workspace)
    put_up(strategy, named("Ann"), ["head of finance"])
    strategy = strategy_of(workspace)
    agreed = partial(sign, function="head of finance", name="Bob", on=dt.date(2026, 11, 26))
    change(strategy, None, lambda now: agreed(now), bob, act="strategy.signed")
    Notice.objects.all().delete()
    return strategy, bob


def test_an_edit_opens_a_signature_again_and_says_so_once(signed, named):
    strategy, bob = signed
    eve = named("Eve", function="head of sales")
    set_value(strategy, "horizon.months", "30", strategy.number, None)
    set_value(strategy, "horizon.months", "31", strategy.number, None)
    assert [n.text for n in Notice.objects.filter(person=bob)] == [AGAIN]
    assert told(eve) == []


def test_an_edit_before_anything_is_signed_tells_nobody(workspace, named):
    bob, strategy = named("Bob", function="head of finance"), strategy_of(workspace)
    set_value(strategy, "horizon.months", "30", 1, None)
    assert told(bob) == []


def test_whoever_was_overtaken_is_told_though_they_caused_it(workspace, named):
    ann = named("Ann")
    record("strategy.disputed", workspace=workspace, actor=ann, thing="horizon")
    assert told(ann) == [(NoticeKind.CONFLICT, "horizon")]


def ended(workspace, state, kind="build"):
    job = Job.objects.create(workspace=workspace, kind=kind, state=state)
    finished.send(sender=Job, job=job)


def test_who_works_with_data_hears_how_a_build_has_ended(workspace, named):
    ann, bob = named("Ann", "analyst"), named("Bob", "editor")
    ended(workspace, State.DONE)
    ended(workspace, State.FAILED)
    assert told(ann) == [(NoticeKind.BUILD, "page:data")] * 2
    assert told(bob) == []


def test_work_of_another_kind_and_a_build_that_was_stopped_tell_nobody(workspace, named):
    named("Ann", "analyst")
    ended(workspace, State.DONE, "map")
    ended(workspace, State.CANCELLED)
    assert Notice.objects.count() == 0


def test_claims_are_looked_at_once_the_build_is_written_down(
    workspace, named, monkeypatch, django_capture_on_commit_callbacks
):
    named("Ann", "editor")
    scene = SimpleNamespace(delta=SimpleNamespace(broke=[move("E01", EvidenceState.CONTRADICTED)]))
    monkeypatch.setattr(listening, "scene_of", lambda found: scene)
    with django_capture_on_commit_callbacks(execute=True):
        ended(workspace, State.DONE)
    assert Notice.objects.filter(kind=NoticeKind.CLAIM, address="E01").count() == 1


def test_people_of_the_neighbour_hear_nothing(workspace, other_workspace, named):
    bob = named("Bob", "admin", function="head of finance", of=other_workspace)
    put_up(strategy_of(workspace), named("Ann"), ["head of finance"])
    ended(workspace, State.DONE)
    assert told(bob) == []


def test_other_acts_and_acts_of_the_site_tell_nobody(workspace, named):
    named("Ann", "admin", function="finance")
    record("workspace.opened", workspace=workspace, actor=None)
    record("strategy.put_up", workspace=None, actor=None, functions=["finance"])
    assert Notice.objects.count() == 0


def move(name, state):
    after = SimpleNamespace(state=state, said=f"{name} says")
    return SimpleNamespace(claim_id=name, after=after)


@pytest.mark.parametrize(("number", "notices"), [(1, 1), (MOST_NAMED, MOST_NAMED), (9, MOST_NAMED + 1)])
def test_newly_contradicted_claims_are_told_one_by_one_up_to_a_few(workspace, named, number, notices):
    ann, bob = named("Ann", "editor"), named("Bob", "viewer")
    broke = [move(f"E{n:02}", EvidenceState.CONTRADICTED) for n in range(number)]
    broke.append(move("E99", EvidenceState.STALE))
    scene = SimpleNamespace(delta=SimpleNamespace(broke=broke))
    assert contradicted(workspace, scene) == number
    assert len(told(ann)) == notices
    assert told(bob) == []


def test_without_an_earlier_build_nothing_is_newly_contradicted(workspace, named):
    named("Ann", "editor")
    assert contradicted(workspace, SimpleNamespace(delta=None)) == 0
    assert Notice.objects.count() == 0
