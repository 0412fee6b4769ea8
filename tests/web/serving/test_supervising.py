import os
import signal
import sys
import threading
import time

import pytest

from custrata.web.serving import supervising
from custrata.web.serving.supervising import Child, GaveUp, end_all, keep_running, until_interrupted

FOREVER = [sys.executable, "-c", "import sys; sys.stdin.read()"]


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    monkeypatch.setattr(supervising, "LOOK", 0.02)


def wait_for(what):
    until = time.monotonic() + 20
    while not what() and time.monotonic() < until:
        time.sleep(0.02)
    assert what()


def test_a_process_that_is_killed_is_started_again_and_its_neighbour_is_left_alone():
    first, second, stop, said = Child("worker", FOREVER), Child("server", FOREVER), threading.Event(), []
    watch = threading.Thread(target=keep_running, args=((first, second), stop, said.append))
    watch.start()
    wait_for(lambda: first.process is not None and second.process is not None)
    killed, beside = first.process.pid, second.process.pid
    os.kill(killed, signal.SIGKILL)
    wait_for(lambda: first.process is not None and first.process.pid != killed)
    assert second.process.pid == beside
    stop.set()
    watch.join(20)
    assert first.process.poll() is not None
    assert second.process.poll() is not None
    assert "worker ended" in said[0]


def test_what_never_starts_is_given_up_and_said(monkeypatch):
    monkeypatch.setattr(supervising, "MOST_QUICK", 1)
    broken = Child("server", [sys.executable, "-c", "raise SystemExit(3)"])
    with pytest.raises(GaveUp, match=r"the server ended 2 times .*code 3"):
        keep_running((broken,), threading.Event(), lambda text: None)


def test_what_does_not_end_by_itself_is_forced(monkeypatch):
    monkeypatch.setattr(supervising, "GRACE", 0.3)
    deaf = Child(
        "worker",
        [sys.executable, "-c", "import signal, time; signal.signal(15, signal.SIG_IGN); time.sleep(60)"],
    )
    deaf.start()
    time.sleep(0.5)
    end_all((deaf,))
    assert deaf.process.poll() is not None


def test_what_was_never_started_ends_without_ado():
    never = Child("worker", FOREVER)
    end_all((never,))
    assert never.process is None


def test_who_asks_the_process_to_end_is_heard():
    with until_interrupted() as stop:
        os.kill(os.getpid(), signal.SIGTERM)
        assert stop.wait(5)
