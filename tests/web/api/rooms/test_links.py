from django.test import Client

from custrata.web.deliveries.models import ShareLink


def test_a_link_is_made_told_once_opened_and_ended(program, problem_of):
    asker = program("editor")
    made = asker.ask("POST", "links", {"shows": "scorecard", "days": 7})
    assert made.status_code == 201, made.content
    path = made.json()["path"]
    assert Client().get(path).status_code == 200
    listed = asker.get("links")["items"]
    assert [(one["number"], one["path"], one["ended"]) for one in listed] == [
        (made.json()["number"], None, False)
    ]
    assert asker.ask("DELETE", f"links/{made.json()['number']}").status_code == 204
    assert Client().get(path).status_code != 200
    assert asker.get("links")["items"][0]["ended"] is True


def test_what_cannot_be_shown_is_refused(program, problem_of):
    asker = program("editor")
    for body in (
        {"shows": "everything"},
        {"shows": "claim", "about": "none"},
        {"shows": "canvas", "days": 0},
    ):
        problem_of(asker.ask("POST", "links", body), 422)
    assert not ShareLink.objects.exists()


def test_a_link_of_another_workspace_is_not_there(program, other_workspace, problem_of):
    ours, theirs = program("editor"), program("editor", of=other_workspace)
    number = theirs.ask("POST", "links", {"shows": "canvas"}).json()["number"]
    problem_of(ours.ask("DELETE", f"links/{number}"), 404)
    assert ShareLink.objects.get().revoked_at is None
    assert ours.get("links")["items"] == []
