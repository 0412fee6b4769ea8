from __future__ import annotations

from django.http import HttpResponse
from django.test import RequestFactory

from custrata.engine.snapshots import SnapshotStore
from custrata.web.site.door.promises import SECONDS, PromiseMiddleware, promise, promise_newest
from custrata.web.workspaces import handover
from custrata.web.workspaces.handover import NEWEST


def seen(**headers):
    """What a request waits for, as the view finds it."""
    found = []

    def view(request):
        found.append(handover._waits_for.get())
        return HttpResponse()

    request = RequestFactory().get("/w/x/", headers=headers)
    PromiseMiddleware(view)(request)
    assert handover._waits_for.get() == "", "the next request of the thread waits for nothing of it"
    return found[0]


def test_a_request_waits_for_what_its_sender_was_promised():
    assert seen() == ""
    assert seen(Cookie="built=x.abc") == "abc"
    assert seen(Cookie="built=abc") == seen(Cookie="built=.abc") == ""
    assert seen(Authorization="Bearer x") == NEWEST


def test_a_promise_of_one_workspace_is_none_of_its_neighbour():
    assert seen(Cookie="built=y.abc") == ""
    assert seen(Cookie="built=xx.abc") == ""


def test_a_promise_is_for_one_workspace_and_a_minute():
    answer = HttpResponse()
    promise(answer, "acme", "abc")
    cookie = answer.cookies["built"]
    assert (cookie.value, cookie["path"], cookie["max-age"]) == ("acme.abc", "/", SECONDS)
    assert cookie["httponly"]


def test_the_newest_is_promised_by_its_name_and_nothing_before_the_first_build(workspace):
    answer = HttpResponse()
    promise_newest(answer, workspace)
    name = SnapshotStore(workspace.place.state).current().name.partition(".")[0]
    assert answer.cookies["built"].value == f"{workspace.slug}.{name}"
    (workspace.place.state / "current").unlink()
    nothing = HttpResponse()
    promise_newest(nothing, workspace)
    assert not nothing.cookies
