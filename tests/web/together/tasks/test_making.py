import pytest
from django.core.exceptions import PermissionDenied

from custrata.errors import CustrataError
from custrata.web.audit.models import Entry
from custrata.web.strategies.saving import head_of, strategy_of
from custrata.web.together.models import Task
from custrata.web.together.tasks import audiences
from custrata.web.together.tasks.making import BUTTONS, Kind, make, suggested


@pytest.fixture
def claim(workspace):
    """The claim that leads the strategy."""
    return head_of(strategy_of(workspace)).document.insights[0].claim


def document(workspace):
    return head_of(strategy_of(workspace)).document


def test_a_task_from_a_finding_keeps_the_way_back(workspace, named, asks, claim):
    made = make(asks(named("Ann")), Kind.TASK, claim, "Fewer stay")
    task = Task.objects.get()
    assert (made.task, task.origin, task.title) == (task.pk, claim, "Fewer stay")


def test_a_task_goes_to_who_signs_for_the_owner_of_the_claim(workspace, named, asks, claim):
    role = document(workspace).insights[0].consequence.owner.role
    ann = named("Ann")
    assert suggested(asks(ann), claim) is None
    blocks = {f"insights[{i.id}]" for i in document(workspace).insights}
    assert blocks
    bob = named("Bob", function=role)
    path = f"pitfall:OW101@insights[{document(workspace).insights[0].id}].consequence"
    assert suggested(asks(ann), path) == bob


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


def test_an_audience_is_saved_where_segments_can_be(workspace, named, asks, monkeypatch):
    kept = []
    monkeypatch.setattr(audiences, "saver", lambda: lambda asking, name, rule: kept.append((name, rule)))
    claim = next(c for c in document(workspace).claims() if any(f.segment for f in c.figures))
    make(asks(named("Ann")), Kind.AUDIENCE, claim.id, "Gold leaves")
    assert [name for name, _ in kept] == ["Gold leaves"]
    assert Task.objects.count() == 0


def test_an_audience_that_customers_cannot_be_asked_for_becomes_a_task(workspace, named, asks, monkeypatch):
    def refuse(asking, name, rule):
        raise CustrataError("there is no such column")

    monkeypatch.setattr(audiences, "saver", lambda: refuse)
    claim = next(c for c in document(workspace).claims() if any(f.segment for f in c.figures))
    make(asks(named("Ann")), Kind.AUDIENCE, claim.id, "Gold leaves")
    assert Task.objects.get().title.startswith("Build the audience (")


def test_an_audience_becomes_a_task_where_segments_cannot_be_saved(
    workspace, named, asks, monkeypatch, claim
):
    monkeypatch.setattr(audiences, "saver", lambda: None)
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
