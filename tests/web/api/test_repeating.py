import datetime as dt

from django.test import Client
from django.utils import timezone

from custrata.web.accounts import tokens
from custrata.web.api.models import Given
from custrata.web.api.repeating import forget_naming, forget_old
from custrata.web.together.models import Task

TASK = {"title": "Call the ten largest"}


def test_a_request_that_comes_twice_under_one_key_is_done_once(program):
    asker = program("editor")
    first, again = (asker.ask("POST", "tasks", TASK, Idempotency_Key="k1") for _ in range(2))
    assert (first.status_code, again.status_code) == (201, 201)
    assert first.json() == again.json()
    assert again["Idempotent-Replayed"] == "true"
    assert "Idempotent-Replayed" not in first
    assert Task.objects.count() == 1


def test_however_the_word_before_the_token_is_written_it_is_done_once(program):
    asker = program("editor")
    for _ in range(2):
        answer = asker.ask("POST", "tasks", TASK, Idempotency_Key="k1", Authorization=f"bearer {asker.token}")
        assert answer.status_code == 201
    assert Task.objects.count() == 1


def test_without_a_key_it_is_done_twice(program):
    asker = program("editor")
    asker.ask("POST", "tasks", TASK)
    asker.ask("POST", "tasks", TASK)
    assert Task.objects.count() == 2


def test_the_same_key_for_another_request_is_refused(program, problem_of):
    asker = program("editor")
    asker.ask("POST", "tasks", TASK, Idempotency_Key="k1")
    problem_of(asker.ask("POST", "tasks", {"title": "Write"}, Idempotency_Key="k1"), 422)
    problem_of(asker.ask("POST", "comments", TASK, Idempotency_Key="k1"), 422)
    assert Task.objects.count() == 1


def test_two_people_may_use_the_same_key(program):
    for asker in (program("editor"), program("editor")):
        assert asker.ask("POST", "tasks", TASK, Idempotency_Key="k1").status_code == 201
    assert Task.objects.count() == 2


def test_another_token_of_the_same_person_is_not_told_the_answer(program, workspace, problem_of):
    asker = program("editor")
    assert asker.ask("POST", "tasks", TASK, Idempotency_Key="k1").status_code == 201
    person = Given.objects.get().user
    raw = tokens.make(person, workspace, "reads", {"read"})
    address = f"/api/v1/workspaces/{workspace.slug}/tasks"
    answer = Client().post(
        address, TASK, "application/json", headers={"Authorization": f"Bearer {raw}", "Idempotency-Key": "k1"}
    )
    assert "Call the ten largest" not in problem_of(answer, 422)["detail"]
    assert Task.objects.count() == 1


def test_what_was_refused_for_its_form_is_refused_again_the_same(program, problem_of):
    asker = program("editor")
    for _ in range(2):
        problem_of(asker.ask("POST", "tasks", {"title": " "}, Idempotency_Key="k1"), 422)
    assert Given.objects.count() == 1


def test_a_request_that_is_still_being_done_is_not_done_again(program, problem_of):
    asker = program("editor")
    asker.ask("POST", "tasks", TASK, Idempotency_Key="k1")
    Given.objects.update(status=0)
    problem_of(asker.ask("POST", "tasks", TASK, Idempotency_Key="k1"), 409)
    assert Task.objects.count() == 1


def test_a_refusal_for_a_missing_right_is_not_kept(program, problem_of):
    asker = program("viewer")
    problem_of(asker.ask("POST", "tasks", TASK, Idempotency_Key="k1"), 403)
    assert not Given.objects.exists()


def test_after_a_day_a_key_is_free_again(program):
    asker = program("editor")
    asker.ask("POST", "tasks", TASK, Idempotency_Key="k1")
    Given.objects.update(at=timezone.now() - dt.timedelta(hours=25))
    asker.ask("POST", "tasks", TASK, Idempotency_Key="k1")
    assert Task.objects.count() == 2


def test_a_key_that_is_too_long_is_refused(program, problem_of):
    problem_of(program("editor").ask("POST", "tasks", TASK, Idempotency_Key="k" * 300), 422)


def test_answers_go_after_a_day_without_another_request(program):
    asker = program("editor")
    asker.ask("POST", "tasks", TASK, Idempotency_Key="k1")
    asker.ask("POST", "tasks", TASK, Idempotency_Key="k2")
    Given.objects.filter(key="k1").update(at=timezone.now() - dt.timedelta(hours=25))
    forget_old()
    assert [kept.key for kept in Given.objects.all()] == ["k2"]


def test_an_answer_that_names_an_erased_person_is_told_no_more_and_done_no_second_time(program, problem_of):
    asker = program("editor")
    named, other = {"title": "Call Zoë Ünal"}, TASK
    asker.ask("POST", "tasks", named, Idempotency_Key="k1")
    asker.ask("POST", "tasks", other, Idempotency_Key="k2")
    assert forget_naming(lambda text: "Zoë Ünal" in text) == 1
    assert "nal" not in Given.objects.get(key="k1").body
    problem_of(asker.ask("POST", "tasks", named, Idempotency_Key="k1"), 410)
    assert asker.ask("POST", "tasks", other, Idempotency_Key="k2").json()["title"] == TASK["title"]
    assert Task.objects.count() == 2


def test_what_is_told_once_is_not_told_again_and_not_kept(program):
    asker = program("editor")
    first, again = (
        asker.ask("POST", "links", {"shows": "canvas"}, Idempotency_Key="k1").json() for _ in range(2)
    )
    assert first["path"].startswith("/s/")
    assert again == first | {"path": None}
    assert first["path"].split("/")[2] not in Given.objects.get().body
