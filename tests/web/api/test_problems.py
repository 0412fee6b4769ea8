import json

import pytest
from django.core.exceptions import PermissionDenied
from ninja import NinjaAPI

from custrata.errors import DocumentError, SnapshotError
from custrata.web.api import root
from custrata.web.api.problems import Refused, answer_all, problem
from custrata.web.strategies.saving import Conflict


def test_what_is_not_known_is_left_out_of_a_problem():
    said = json.loads(problem(404, "nothing", where="", remedy=None, number=0).content)
    assert said == {
        "type": "about:blank",
        "title": "Not Found",
        "status": 404,
        "detail": "nothing",
        "number": 0,
    }


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (Refused(412, "other"), 412),
        (Conflict(7, {"a": 1}, {"a": 2}, {"a": "Ann"}), 409),
        (DocumentError("does not fit"), 422),
        (SnapshotError("none yet"), 404),
        (PermissionDenied("no"), 403),
        (ZeroDivisionError("secret inner words"), 500),
    ],
)
def test_every_error_has_its_status(error, status, rf, problem_of):
    answer = root.API.on_exception(rf.get("/api/v1/me"), error)
    said = problem_of(answer, status)
    assert "secret" not in json.dumps(said)


def test_a_conflict_shows_both_texts(rf):
    error = Conflict(7, {"horizon": {"months": 6}}, {"horizon": {"months": 9}}, {"horizon": "Ann"})
    said = json.loads(root.API.on_exception(rf.get("/"), error).content)
    assert (said["number"], said["by"]) == (7, {"horizon": "Ann"})
    assert said["theirs"] == {"horizon": {"months": 6}}
    assert said["yours"] == {"horizon": {"months": 9}}


def test_an_api_that_was_not_told_answers_in_its_own_form(rf):
    bare = NinjaAPI(urls_namespace="bare")
    answer_all(bare)
    assert bare.on_exception(rf.get("/"), Refused(428, "x"))["Content-Type"] == "application/problem+json"


def test_an_unknown_address_and_an_unknown_method_are_problems(program, problem_of):
    asker = program("viewer")
    problem_of(asker.ask("GET", "/nothing"), 404)
    answer = asker.ask("POST", "/me")
    problem_of(answer, 405)
    assert answer["Allow"] == "GET"


def test_a_request_that_does_not_fit_names_each_part(program, problem_of):
    said = problem_of(program("viewer").ask("GET", "blocks?limit=0"), 422)
    assert said["errors"][0]["where"] == "query.limit"
    problem_of(program("editor").ask("POST", "tasks", {"note": "no title"}), 422)


def test_a_body_that_is_no_json_is_refused(program, problem_of, client):
    asker = program("editor")
    answer = client.post(
        f"/api/v1/workspaces/{asker.workspace.slug}/tasks",
        "{",
        content_type="application/json",
        headers={"Authorization": f"Bearer {asker.token}"},
    )
    problem_of(answer, 400)
