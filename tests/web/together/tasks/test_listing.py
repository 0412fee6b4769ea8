import datetime as dt

import pytest

from custrata.web.together.tasks.keeping import finish, make
from custrata.web.together.tasks.listing import FILTERS, counted, listed, tasks_of

TODAY = dt.date(2026, 11, 26)


@pytest.fixture
def some(workspace, named, asks):
    ann, bob = named("Ann"), named("Bob")
    late = make(workspace, ann, "late", owner=ann, due_on=dt.date(2026, 11, 24), origin="E01")
    soon = make(workspace, ann, "soon", owner=bob, due_on=dt.date(2026, 11, 30))
    free = make(workspace, ann, "free")
    finish(make(workspace, ann, "done", due_on=dt.date(2026, 11, 1)), asks(ann), done=True)
    return ann, (late, soon, free)


@pytest.mark.parametrize(
    ("only", "titles"),
    [
        ("open", ["late", "soon", "free"]),
        ("mine", ["late"]),
        ("late", ["late"]),
        ("nobody", ["free"]),
        ("done", ["done"]),
        ("all", ["late", "soon", "free", "done"]),
    ],
)
def test_a_filter_keeps_what_it_says(workspace, some, only, titles):
    assert only in dict(FILTERS)
    assert [one.task.title for one in tasks_of(workspace, some[0], TODAY, only=only)] == titles


def test_tasks_are_found_by_what_they_follow_from(workspace, some):
    assert [one.task.title for one in tasks_of(workspace, some[0], TODAY, origin="E01")] == ["late"]


def test_a_late_task_says_how_late_and_leads_back(workspace, some):
    one = listed(some[1][0], workspace.slug, TODAY)
    assert (one.due, one.late, one.source) == ("2 days late", True, "claim E01")
    assert one.href.startswith(f"/w/{workspace.slug}/")
    assert (one.key, one.day) == (str(some[1][0].pk), "2026-11-24")


def test_tasks_of_the_neighbour_are_not_listed(workspace, other_workspace, some, named):
    make(other_workspace, named("Bob", of=other_workspace), "theirs")
    titles = [one.task.title for one in tasks_of(workspace, some[0], TODAY)]
    assert titles == ["late", "soon", "free"]


def test_the_list_asks_once(workspace, some, django_assert_max_num_queries):
    with django_assert_max_num_queries(1):
        assert [str(one.task.owner) for one in tasks_of(workspace, some[0], TODAY)][:1] == ["Ann"]


def test_a_filter_counts_more_than_a_page_lists(workspace, some):
    ann, _ = some
    assert counted(workspace, ann, TODAY) == (3, 1)
    assert counted(workspace, ann, TODAY, only="done") == (1, 0)
    assert counted(workspace, ann, TODAY, origin="E01") == (1, 1)
    assert len(tasks_of(workspace, ann, TODAY, most=2)) == 2
    assert len(tasks_of(workspace, ann, TODAY, most=None)) == 3
