import re
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from custrata.errors import CustrataError
from custrata.web.audit.models import Entry
from custrata.web.customers.models import Segment
from custrata.web.strategies.saving import head_of, strategy_of
from custrata.web.strategies.staging import scene_of
from custrata.web.together.models import Task
from custrata.web.together.tasks import making
from custrata.web.together.tasks.making import BUTTONS, Kind, make


@pytest.fixture
def claim(workspace):
    """The claim that leads the strategy."""
    return head_of(strategy_of(workspace)).document.insights[0].claim


def document(workspace):
    return head_of(strategy_of(workspace)).document


def test_a_task_from_a_finding_says_what_is_done_by_when_and_why(workspace, named, asks, claim):
    made = make(asks(named("Ann")), Kind.TASK, claim, "Fewer stay")
    task = Task.objects.get()
    insight = document(workspace).insights[0]
    assert (made.task, task.origin) == (task.pk, claim)
    assert task.title == insight.consequence.said().rstrip("."), "the action, not the finding"
    assert task.origin_title == scene_of(workspace).judged[claim].said, "the finding is the reason"
    assert task.due_on == timezone.localdate() + timedelta(days=14)
    assert "nobody has it yet, due" in made.said


def test_a_task_goes_to_who_signs_for_the_owner_of_what_the_finding_stands_in(workspace, named, asks):
    insight = document(workspace).insights[0]
    ann = named("Ann")
    path = f"pitfall:OW101@insights[{insight.id}].consequence"
    make(asks(ann), Kind.TASK, path, "Nobody answers for it")
    bob = named("Bob", function=insight.consequence.owner.role)
    made = make(asks(ann), Kind.TASK, path, "Nobody answers for it")
    assert [task.owner for task in Task.objects.order_by("pk")] == [None, bob]
    assert "given to Bob" in made.said


@pytest.mark.parametrize("kind", [Kind.EXPERIMENT, Kind.INITIATIVE])
def test_a_part_that_was_made_is_taken_back_by_the_button_beside_it(workspace, come_in, claim, kind):
    client, before = come_in("editor"), document(workspace)
    given = {"kind": kind, "origin": claim, "title": "Fewer stay"}
    shown = client.post(f"/w/{workspace.slug}/make/", given, headers={"HX-Request": "true"}).content.decode()
    number = strategy_of(workspace).number
    assert f'action="/w/{workspace.slug}/strategy/history/undo/"' in shown
    assert f'name="number" value="{number}"' in shown
    assert ">Undo<" in shown
    made = document(workspace)
    assert made != before
    assert client.post(f"/w/{workspace.slug}/strategy/history/undo/", {"number": number}).status_code == 302
    after = document(workspace)
    assert (after.experiments, after.initiatives) == (before.experiments, before.initiatives)


def test_a_finding_of_many_words_makes_a_title_that_is_cut_at_a_word(workspace, named, asks):
    make(asks(named("Ann")), Kind.TASK, "page:home", "word " * 200)
    title = Task.objects.get().title
    assert title.startswith("Agree what is done about this: word word")
    assert len(title) <= 300
    assert title.endswith("word …")


@pytest.mark.parametrize(
    ("kind", "chapter"), [(Kind.EXPERIMENT, "experiments"), (Kind.INITIATIVE, "initiatives")]
)
def test_a_part_of_the_strategy_is_one_revision_on_record(workspace, named, asks, claim, kind, chapter):
    before, number = document(workspace), strategy_of(workspace).number
    made = make(asks(named("Ann")), kind, claim, "Fewer stay")
    after = document(workspace)
    assert strategy_of(workspace).number == number + 1
    assert len(getattr(after, chapter)) == len(getattr(before, chapter)) + 1
    assert getattr(after, chapter)[:-1] == getattr(before, chapter)
    assert made.href.startswith(f"/w/{workspace.slug}/")
    assert Entry.objects.filter(workspace=workspace, act=f"{kind}.made").count() == 1


@pytest.fixture
def part(workspace):
    """A claim about a part of the base."""
    return next(c.id for c in document(workspace).claims() if any(f.segment for f in c.figures))


def test_an_audience_is_saved_where_segments_can_be(workspace, named, asks, part):
    made = make(asks(named("Ann")), Kind.AUDIENCE, part, "Gold leaves")
    kept = Segment.objects.get(workspace=workspace)
    assert (kept.name, kept.purpose, made.segment) == ("Gold leaves", "audience", kept.pk)
    assert made.href == f"/w/{workspace.slug}/segments/{kept.pk}/"
    assert Task.objects.count() == 0


def _undone(client, workspace, part, changed=False):
    """What stands beside an audience that was made, and after its button was pressed."""
    given = {"kind": Kind.AUDIENCE, "origin": part, "title": "Gold leaves"}
    htmx = {"HX-Request": "true"}
    shown = client.post(f"/w/{workspace.slug}/make/", given, headers=htmx).content.decode()
    kept = Segment.objects.get(name="Gold leaves")
    number = re.search(r'name="number" value="(\d+)"', shown)[1]
    if changed:
        Segment.objects.filter(pk=kept.pk).update(number=kept.number + 1)
    where = f"/w/{workspace.slug}/segments/{kept.pk}/drop/"
    assert f'hx-post="{where}"' in shown
    return client.post(where, {"number": number}, headers=htmx).content.decode()


def test_an_audience_that_was_made_is_taken_back_by_the_button_beside_it(workspace, come_in, part):
    other = Segment.objects.create(workspace=workspace, name="Another", rule={})
    assert "Gold leaves is taken out" in _undone(come_in("editor"), workspace, part)
    assert list(Segment.objects.all()) == [other]


def test_an_audience_that_somebody_has_changed_since_stays(workspace, come_in, part):
    assert "somebody has changed it since" in _undone(come_in("editor"), workspace, part, changed=True)
    assert Segment.objects.filter(name="Gold leaves").exists()


def test_an_audience_that_customers_cannot_be_asked_for_becomes_a_task(workspace, named, asks, monkeypatch):
    def refuse(asking, name, rule):
        raise CustrataError("there is no such column")

    monkeypatch.setattr(making, "save_audience", refuse)
    claim = next(c for c in document(workspace).claims() if any(f.segment for f in c.figures))
    make(asks(named("Ann")), Kind.AUDIENCE, claim.id, "Gold leaves")
    assert Task.objects.get().title.startswith("Build the audience (")


def test_an_audience_of_the_whole_base_becomes_a_task(workspace, named, asks, claim):
    make(asks(named("Ann")), Kind.AUDIENCE, claim, "Fewer stay")
    assert Task.objects.get().title.startswith("Build the audience")


@pytest.mark.parametrize("kind", [Kind.EXPERIMENT, Kind.INITIATIVE, Kind.AUDIENCE])
def test_a_commenter_makes_tasks_and_nothing_else(workspace, named, asks, claim, kind):
    ann, number = asks(named("Ann", "commenter")), strategy_of(workspace).number
    with pytest.raises(PermissionDenied):
        make(ann, kind, claim, "Fewer stay")
    assert strategy_of(workspace).number == number
    assert Task.objects.count() == 0
    assert make(ann, Kind.TASK, claim, "Fewer stay").task


def test_every_kind_has_a_button_that_names_it():
    assert set(BUTTONS) == set(Kind)
    assert all(kind.value in BUTTONS[kind] for kind in Kind)
