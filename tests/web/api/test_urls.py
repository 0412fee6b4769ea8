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
