import pytest

from custrata.web.api.urls import keepable


@pytest.mark.parametrize("path", ["/api/v1/", "/api/v1/nothing", "/api/v1/workspaces/a/b/c/d"])
def test_an_address_behind_which_there_is_nothing_is_a_problem(client, db, path, problem_of):
    problem_of(client.get(path), 404)
    problem_of(client.post(path), 404)


def test_the_letter_nul_is_refused_wherever_it_stands(program, problem_of):
    asker = program("viewer")
    problem_of(asker.ask("GET", "comments?address=%00"), 422)
    problem_of(asker.ask("GET", "blocks/%00"), 422)


def test_answers_are_kept_by_nobody_on_the_way(program):
    assert program("viewer").ask("GET", "document")["Cache-Control"] == "private, no-cache"


@pytest.mark.parametrize("half", ["\\ud800", "\\uDFFF", "\\ude00\\ud83d", "\\u0000"])
def test_halves_of_letters_and_nul_behind_escapes_are_refused(half):
    assert not keepable(f'{{"title": "{half}"}}'.encode())


@pytest.mark.parametrize("body", [b'{"title": "\\ud83d\\ude00"}', b"{\\ud800", b"", b"[" * 100_000])
def test_whole_letters_and_what_is_no_json_are_left_to_others(body):
    assert keepable(body)


@pytest.mark.parametrize(
    "kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""]
)
def test_a_body_of_another_kind_is_refused(program, client, problem_of, kind):
    asker = program("editor")
    shown = {"Authorization": f"Bearer {asker.token}"}
    address = f"/api/v1/workspaces/{asker.workspace.slug}/tasks"
    answer = client.generic("POST", address, b'{"title": "x\\u0000"}', content_type=kind, headers=shown)
    problem_of(answer, 415)


@pytest.mark.parametrize(
    "body",
    [
        {"title": "Call", "owner_name": "unknown fields are no silent loss"},
        {"title": 5},
        {"title": ["a"]},
        {"title": "Call", "due_on": 10**40},
        {"title": "Call", "due_on": "2025-02-31"},
        {"title": "nul \u0000 inside"},
        {"title": "half \ud800 a letter"},
        [],
        "title",
        None,
        {"title": None},
        {"title": True},
    ],
)
def test_what_does_not_fit_is_a_problem_and_nothing_is_done(program, problem_of, body):
    asker = program("editor")
    answer = asker.ask("POST", "tasks", body)
    problem_of(answer, answer.status_code)
    assert answer.status_code in (400, 422)
    assert asker.get("tasks")["items"] == []


@pytest.mark.parametrize("number", ["0", "-1", "1.5", "99999999999999999999999", "1e5", "٣", "null"])
def test_a_number_that_is_none_is_a_problem(program, problem_of, number):
    asker = program("editor")
    answer = asker.ask("PATCH", f"tasks/{number}", {"title": "x"})
    problem_of(answer, answer.status_code)
    assert answer.status_code in (404, 422)
