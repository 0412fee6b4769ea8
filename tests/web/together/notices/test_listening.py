from types import SimpleNamespace

import pytest

from custrata.vocabulary import EvidenceState
from custrata.web.audit.record import record
from custrata.web.together.models import Notice, NoticeKind
from custrata.web.together.notices.listening import MOST_NAMED, contradicted


def told(user):
    return [(n.kind, n.address) for n in Notice.objects.filter(person=user).order_by("pk")]


def test_whoever_signs_is_asked_and_nobody_else(workspace, named):
    ann, bob, eve = named("Ann"), named("Bob", function="finance"), named("Eve")
    record("sign_off.asked", workspace=workspace, actor=ann)
    assert told(bob) == [(NoticeKind.SIGN_OFF, "page:canvas")]
    assert told(ann) == told(eve) == []


def test_a_signature_that_is_open_again_says_so(workspace, named):
    bob = named("Bob", function="finance")
    record("sign_off.opened_again", workspace=workspace, actor=None)
    assert "open again" in Notice.objects.get(person=bob).text


def test_whoever_was_overtaken_is_told_though_they_caused_it(workspace, named):
    ann = named("Ann")
    record("strategy.disputed", workspace=workspace, actor=ann, thing="horizon")
    assert told(ann) == [(NoticeKind.CONFLICT, "horizon")]


def test_who_works_with_data_hears_that_a_build_has_ended(workspace, named):
    ann, bob = named("Ann", "analyst"), named("Bob", "editor")
    record("build.finished", workspace=workspace, actor=None)
    assert told(ann) == [(NoticeKind.BUILD, "build:latest")]
    assert told(bob) == []
    record("build.failed", workspace=workspace, actor=None)
    assert len(told(ann)) == 2


def test_people_of_the_neighbour_hear_nothing(workspace, other_workspace, named):
    bob = named("Bob", "admin", function="finance", of=other_workspace)
    record("sign_off.asked", workspace=workspace, actor=None)
    record("build.finished", workspace=workspace, actor=None)
    assert told(bob) == []


def test_other_acts_and_acts_of_the_site_tell_nobody(workspace, named):
    named("Ann", "admin", function="finance")
    record("workspace.opened", workspace=workspace, actor=None)
    record("build.finished", workspace=None, actor=None)
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
