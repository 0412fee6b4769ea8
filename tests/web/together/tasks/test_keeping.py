import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404

from custrata.web.audit.models import Entry
from custrata.web.together.models import Notice, NoticeKind, Task
from custrata.web.together.tasks.keeping import allow, day, drop, finish, make, rewrite


def test_whoever_is_given_a_task_is_told_once(workspace, named, asks):
    ann, bob = named("Ann"), named("Bob")
    task = make(workspace, ann, "Call them", owner=bob)
    rewrite(task, asks(ann), title="Call them all", owner=bob, due_on=None)
    notice = Notice.objects.get(person=bob)
    assert (notice.kind, notice.address) == (NoticeKind.TASK, f"task:{task.pk}")


def test_a_task_that_goes_to_another_is_told_to_that_one(workspace, named, asks):
    ann, bob, eve = named("Ann"), named("Bob"), named("Eve")
    task = make(workspace, ann, "Call them", owner=bob)
    rewrite(task, asks(ann), title="Call them", owner=eve, due_on=dt.date(2026, 11, 30))
    assert Notice.objects.filter(person=eve).count() == 1
    task.refresh_from_db()
    assert (task.owner, task.due_on) == (eve, dt.date(2026, 11, 30))


@pytest.mark.parametrize("title", ["", "  ", "x" * 301])
def test_a_task_needs_a_title_that_fits(workspace, named, title):
    with pytest.raises(ValidationError):
        make(workspace, named("Ann"), title)
    assert Task.objects.count() == 0


def test_of_two_who_look_at_the_same_task_the_second_changes_nothing_that_is_gone(workspace, named, asks):
    ann, bob = named("Ann"), named("Bob")
    task, kept = make(workspace, ann, "Call them"), make(workspace, ann, "Call others")
    seen = Task.objects.get(pk=task.pk)
    drop(task, asks(ann))
    for act in (
        lambda: drop(seen, asks(bob)),
        lambda: finish(seen, asks(bob), done=True),
        lambda: rewrite(seen, asks(ann), title="Again", owner=None, due_on=None),
    ):
        with pytest.raises(Http404):
            act()
    assert list(Task.objects.all()) == [kept]
    assert Entry.objects.filter(act__in=("task.dropped", "task.done", "task.changed")).count() == 1


def test_who_says_first_that_a_task_is_done_has_done_it(workspace, named, asks):
    ann, bob = named("Ann"), named("Bob")
    task = make(workspace, ann, "Call them")
    seen = Task.objects.get(pk=task.pk)
    finish(task, asks(ann), done=True)
    finish(seen, asks(bob), done=True)
    assert Task.objects.get().done_by == ann
    assert Entry.objects.filter(act="task.done").count() == 1


def test_whoever_got_a_task_in_the_meantime_is_not_told_again(workspace, named, asks):
    ann, bob = named("Ann"), named("Bob")
    task = make(workspace, ann, "Call them")
    seen = Task.objects.get(pk=task.pk)
    for read in (task, seen):
        rewrite(read, asks(ann), title="Call them", owner=bob, due_on=None)
    assert Notice.objects.filter(person=bob).count() == 1


def test_a_task_is_done_and_taken_up_again(workspace, named, asks):
    ann = named("Ann")
    task = make(workspace, ann, "Call them")
    finish(task, asks(ann), done=True)
    task.refresh_from_db()
    assert (task.done_at is not None, task.done_by) == (True, ann)
    finish(task, asks(ann), done=False)
    task.refresh_from_db()
    assert (task.done_at, task.done_by) == (None, None)


def test_a_commenter_changes_their_own_task_and_an_editor_every_one(workspace, named, asks):
    ann, bob, eve = named("Ann", "commenter"), named("Bob", "commenter"), named("Eve", "editor")
    task = make(workspace, ann, "Call them")
    allow(task, asks(ann))
    allow(task, asks(eve))
    with pytest.raises(PermissionDenied):
        drop(task, asks(bob))
    with pytest.raises(PermissionDenied):
        rewrite(task, asks(bob), title="Nothing", owner=None, due_on=None)
    task.refresh_from_db()
    assert task.title == "Call them"


def test_a_task_that_is_dropped_leaves_the_others(workspace, named, asks):
    ann = named("Ann")
    task, other = make(workspace, ann, "Call them"), make(workspace, ann, "Write to them")
    drop(task, asks(ann))
    assert list(Task.objects.all()) == [other]


def test_every_act_is_on_record(workspace, named, asks):
    ann = named("Ann")
    task = make(workspace, ann, "Call them", origin="E01")
    rewrite(task, asks(ann), title="Call", owner=None, due_on=None)
    finish(task, asks(ann), done=True)
    finish(task, asks(ann), done=False)
    drop(task, asks(ann))
    acts = Entry.objects.filter(act__startswith="task.").order_by("pk").values_list("act", flat=True)
    assert list(acts) == ["task.made", "task.changed", "task.done", "task.reopened", "task.dropped"]


def test_a_day_is_read_as_forms_send_it():
    assert day("2026-11-30") == dt.date(2026, 11, 30)
    assert day(" ") is None
    with pytest.raises(ValidationError, match="write it as"):
        day("30.11.")
