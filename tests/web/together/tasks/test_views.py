import datetime as dt

import pytest

from custrata.web.strategies.saving import begin, head_of, strategy_of
from custrata.web.together.models import Task
from custrata.web.together.tasks.keeping import make
from custrata.web.together.tasks.listing import tasks_of

HTMX = {"HTTP_HX_REQUEST": "true"}


@pytest.fixture
def at(workspace):
    return f"/w/{workspace.slug}"


def test_a_task_is_made_by_hand_and_stands_on_the_list(at, come_in):
    client = come_in("commenter")
    answer = client.post(f"{at}/tasks/new/", {"title": "Call them", "due_on": "2026-11-30"})
    assert answer["Location"] == f"{at}/tasks/"
    assert "Call them" in client.get(f"{at}/tasks/").content.decode()


def test_a_task_that_is_refused_keeps_what_was_typed(at, come_in):
    answer = come_in("commenter").post(f"{at}/tasks/new/", {"title": "Call them", "due_on": "soon"})
    html = answer.content.decode()
    assert answer.status_code == 422
    assert "is no day" in html
    assert 'value="Call them"' in html
    assert Task.objects.count() == 0


def test_a_task_is_changed_done_opened_and_dropped(at, workspace, named, browser):
    ann = named("Ann", "commenter")
    task, client = make(workspace, ann, "Call them"), browser(ann)
    page = f"{at}/tasks/{task.pk}/"
    assert client.get(page).status_code == 200
    client.post(page, {"title": "Call them all", "owner": str(ann.pk), "due_on": "2026-11-30"})
    client.post(f"{page}done/")
    task.refresh_from_db()
    assert (task.title, task.owner, task.done_by) == ("Call them all", ann, ann)
    assert "Open again" in client.post(f"{page}done/", **HTMX).content.decode()
    client.post(f"{page}undone/")
    task.refresh_from_db()
    assert task.done_at is None
    assert client.post(f"{page}drop/")["Location"] == f"{at}/tasks/"
    assert Task.objects.count() == 0


def test_a_change_that_is_refused_keeps_what_was_typed(at, workspace, named, browser):
    ann = named("Ann", "commenter")
    task = make(workspace, ann, "Call them")
    answer = browser(ann).post(f"{at}/tasks/{task.pk}/", {"title": "Other words", "due_on": "x"})
    assert answer.status_code == 422
    assert 'value="Other words"' in answer.content.decode()
    task.refresh_from_db()
    assert task.title == "Call them"


def test_a_viewer_sees_tasks_and_changes_none(at, workspace, come_in, named):
    task = make(workspace, named("Ann"), "Call them")
    client = come_in("viewer")
    assert client.get(f"{at}/tasks/").status_code == 200
    assert client.get(f"{at}/tasks/{task.pk}/").status_code == 200
    for path in ("", "done/", "undone/", "drop/"):
        assert client.post(f"{at}/tasks/{task.pk}/{path}", {"title": "x"}).status_code == 403
    assert client.post(f"{at}/tasks/new/", {"title": "x"}).status_code == 403
    assert client.post(f"{at}/make/", {"kind": "task", "origin": "E01"}).status_code == 403
    task.refresh_from_db()
    assert (Task.objects.count(), task.title, task.done_at) == (1, "Call them", None)


@pytest.mark.parametrize("path", ["", "done/", "undone/", "drop/"])
def test_a_task_of_the_neighbour_is_not_there(at, other_workspace, come_in, named, path):
    foreign = make(other_workspace, named("Bob", of=other_workspace), "Theirs")
    assert come_in("admin").post(f"{at}/tasks/{foreign.pk}/{path}", {"title": "Mine"}).status_code == 404
    foreign.refresh_from_db()
    assert (foreign.title, foreign.done_at) == ("Theirs", None)


def test_a_task_cannot_be_given_to_somebody_of_another_workspace(at, other_workspace, come_in, named):
    stranger = named("Bob", of=other_workspace)
    come_in("editor").post(f"{at}/tasks/new/", {"title": "Call", "owner": str(stranger.pk)})
    assert Task.objects.get().owner is None


def test_one_click_makes_a_task_of_a_finding_and_offers_the_way_back(at, come_in):
    client = come_in("editor")
    html = client.post(f"{at}/make/", {"kind": "task", "origin": "E01", "title": "Fewer stay"}, **HTMX)
    task = Task.objects.get()
    assert f"/tasks/{task.pk}/drop/" in html.content.decode()
    assert 'role="status"' in html.content.decode()


def test_without_scripts_making_leads_back_to_the_page_and_never_off_the_site(at, come_in):
    client, data = come_in("editor"), {"kind": "task", "origin": "E01", "title": "Fewer stay"}
    assert client.post(f"{at}/make/", data | {"next": f"{at}/boards/"})["Location"] == f"{at}/boards/"
    away = client.post(f"{at}/make/", data | {"next": "https://elsewhere.example.org/"})
    assert away["Location"].startswith(f"{at}/")


def test_an_initiative_without_a_goal_says_what_to_do_first(at, workspace, come_in):
    bare = head_of(strategy_of(workspace)).document
    bare = bare.model_copy(update={"goals": (), "initiatives": (), "experiments": ()})
    begin(workspace, bare, None)
    answer = come_in("editor").post(f"{at}/make/", {"kind": "initiative", "origin": "E01"}, **HTMX)
    assert "write a goal first" in answer.content.decode()
    assert head_of(strategy_of(workspace)).document.initiatives == ()


@pytest.mark.parametrize("data", [{"kind": "war", "origin": "E01"}, {"kind": "task", "origin": "<b>"}])
def test_what_cannot_be_made_is_not_there(at, come_in, data):
    assert come_in("editor").post(f"{at}/make/", data).status_code == 404
    assert Task.objects.count() == 0


def test_the_list_and_a_task_stay_within_their_queries(
    at, workspace, named, browser, django_assert_max_num_queries
):
    ann = named("Ann")
    tasks = [make(workspace, ann, f"Task {n}", owner=ann, origin="E01") for n in range(30)]
    client = browser(ann)
    with django_assert_max_num_queries(25):
        assert client.get(f"{at}/tasks/").status_code == 200
    with django_assert_max_num_queries(15):
        assert client.get(f"{at}/tasks/{tasks[0].pk}/").status_code == 200


def test_a_list_that_is_cut_says_how_many_tasks_there_are(at, workspace, come_in, monkeypatch):
    monkeypatch.setattr("custrata.web.together.tasks.views.MOST", 3)
    monkeypatch.setattr(
        "custrata.web.together.tasks.views.tasks_of", lambda *a, **k: tasks_of(*a, **k, most=3)
    )
    late = dt.date(2020, 1, 1)
    Task.objects.bulk_create(Task(workspace=workspace, title=f"{n}.", due_on=late) for n in range(5))
    said = come_in("viewer").get(f"{at}/tasks/").content.decode()
    assert "5 tasks are open, 5 of them late" in said
    assert "The first 3 of 5 are shown" in said
