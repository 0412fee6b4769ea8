import datetime as dt

import pytest
from django.utils import timezone

from custrata.web.api.models import Given
from custrata.web.together.models import Comment, Task
from custrata.web.workspaces import once
from custrata.web.workspaces.once import HELD

HTMX = {"HTTP_HX_REQUEST": "true"}
FORM = {"title": "Call them", "csrfmiddlewaretoken": "mark of one page"}


@pytest.fixture
def new_task(workspace):
    return f"/w/{workspace.slug}/tasks/new/"


def test_a_form_that_is_sent_twice_is_done_once_and_answered_the_same(new_task, come_in):
    client = come_in("commenter")
    first, second = client.post(new_task, FORM), client.post(new_task, FORM)
    assert Task.objects.count() == 1
    assert (second.status_code, second["Location"]) == (first.status_code, first["Location"])


def test_the_same_words_from_another_page_or_by_another_person_are_meant(new_task, come_in):
    client = come_in("commenter")
    client.post(new_task, FORM)
    client.post(new_task, FORM | {"csrfmiddlewaretoken": "mark of the next page"})
    come_in("editor").post(new_task, FORM)
    assert Task.objects.count() == 3


def test_each_page_that_is_shown_carries_another_mark(new_task, come_in):
    client, pages = come_in("commenter"), set()
    for _ in range(2):
        html = client.get(new_task.removesuffix("new/")).content.decode()
        pages.add(html.split('name="csrfmiddlewaretoken" value="')[1].split('"')[0])
    assert len(pages) == 2


def test_after_a_minute_the_same_form_is_meant(new_task, come_in):
    client = come_in("commenter")
    client.post(new_task, FORM)
    Given.objects.update(at=timezone.now() - HELD - dt.timedelta(seconds=1))
    client.post(new_task, FORM)
    client.post(new_task, FORM)
    assert Task.objects.count() == 2


def test_a_form_that_was_refused_is_looked_at_anew(new_task, come_in):
    client = come_in("commenter")
    refused = [client.post(new_task, FORM | {"due_on": "soon"}) for _ in range(2)]
    assert [(a.status_code, "is no day" in a.content.decode()) for a in refused] == [(422, True)] * 2
    assert not Given.objects.exists()


def test_a_script_that_sends_twice_has_the_page_shown_as_it_is(workspace, come_in):
    client, said = come_in("commenter"), f"/w/{workspace.slug}/talk/say/"
    words = {"address": "page:home", "text": "Yes", "csrfmiddlewaretoken": "mark"}
    assert "Yes" in client.post(said, words, **HTMX).content.decode()
    again = client.post(said, words, **HTMX)
    assert (again.status_code, again["HX-Refresh"]) == (204, "true")
    assert Comment.objects.count() == 1


def test_the_second_waits_for_the_first_and_is_answered_as_it_was(new_task, come_in, monkeypatch):
    client = come_in("commenter")
    location = client.post(new_task, FORM)["Location"]
    Given.objects.update(status=0)
    monkeypatch.setattr(once.time, "sleep", lambda seconds: Given.objects.update(status=302))
    assert client.post(new_task, FORM)["Location"] == location
    assert Task.objects.count() == 1


def test_a_first_that_takes_long_is_told_to_the_second(new_task, come_in, monkeypatch):
    client = come_in("commenter")
    client.post(new_task, FORM)
    Given.objects.update(status=0)
    monkeypatch.setattr(once, "WAITS", 0.1)
    assert "still being done" in client.post(new_task, FORM).content.decode()
    assert Task.objects.count() == 1


def test_a_form_that_broke_off_can_be_sent_again(new_task, come_in, monkeypatch):
    client = come_in("commenter")
    client.raise_request_exception = False
    with monkeypatch.context() as broken:
        broken.setattr("custrata.web.together.tasks.keeping.make", lambda *a, **k: 1 / 0)
        assert client.post(new_task, FORM).status_code == 500
    client.post(new_task, FORM)
    assert Task.objects.count() == 1
