import threading
from contextlib import suppress

import pytest
from django.db import OperationalError, connection

from custrata.web.api import limiting
from custrata.web.api.limiting import RATE, counted, pace_of, within
from custrata.web.api.models import Pace

LONG = 10**9
"""Seconds: no test lasts into the next window."""


@pytest.fixture(autouse=True)
def nothing_taken(db):
    limiting._taken.clear()


def test_who_asks_too_often_is_told_to_wait_and_others_are_not(program, settings, problem_of):
    settings.API_RATE = "3/hour"
    quick, calm = program("viewer"), program("viewer")
    for _ in range(3):
        assert quick.get("/me")
    answer = quick.ask("GET", "/me")
    problem_of(answer, 429)
    assert int(answer["Retry-After"]) >= 1
    assert calm.get("/me")


def test_the_usual_pace_is_ten_a_second():
    assert pace_of(RATE) == (600, 60)


def test_what_is_counted_adds_up_until_the_window_ends(monkeypatch):
    monkeypatch.setattr(limiting.time, "time", lambda: 1_000.0)
    assert [counted("a", 60), counted("a", 60), counted("b", 60, 5)] == [1, 2, 5]
    monkeypatch.setattr(limiting.time, "time", lambda: 1_061.0)
    assert [counted("a", 60), counted("b", 60)] == [1, 1]
    assert Pace.objects.count() == 2


def test_processes_keep_one_limit_together():
    passed = 0
    for _ in range(4):  # each forgets what the one before has taken, as another process would not know it
        limiting._taken.clear()
        passed += sum(within("one", 200, LONG) for _ in range(100))
    assert passed == 200


def test_a_process_asks_the_database_for_some_at_a_time(django_assert_num_queries):
    with django_assert_num_queries(2):
        assert sum(within("one", 500, LONG) for _ in range(20)) == 20


@pytest.mark.django_db(transaction=True)
def test_threads_that_count_at_once_lose_nothing():
    def count() -> None:
        left = 20
        while left:
            # In memory SQLite refuses at once where a file would wait; what it refused it has not counted.
            with suppress(OperationalError):
                counted("one", LONG)
                left -= 1
        connection.close()

    threads = [threading.Thread(target=count) for _ in range(4)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert Pace.objects.get().n == 80
