import os
import select
import subprocess
import sys

import pytest

from custrata.web.serving import child
from custrata.web.serving.alone import SERVER, held


def test_a_worker_is_asked_for_by_name(monkeypatch):
    called = []
    monkeypatch.setattr(child, "work", lambda: called.append("worker"))
    monkeypatch.setattr(child, "serve_alone", lambda *how: called.append(how))
    child.main(["worker", "--alone"])
    child.main(["server", "127.0.0.1", "8000", "2", "--alone"])
    assert called == ["worker", ("127.0.0.1", 8000, 2)]


def test_a_server_alone_holds_the_lock_and_a_second_one_is_refused(tmp_path, monkeypatch):
    served = []

    def serve(*how):
        served.append(how)
        with held(tmp_path / SERVER, "us") as other:
            assert other.startswith("http://127.0.0.1:8000, a server alone, process ")
        with pytest.raises(SystemExit, match=r"served already: http://127\.0\.0\.1:8000.* stop that one"):
            child.serve_alone("127.0.0.1", 8001, 1)

    monkeypatch.setenv("CUSTRATA_SITE", str(tmp_path))
    monkeypatch.setattr(child, "serve", serve)
    child.serve_alone("127.0.0.1", 8000, 2)
    assert served == [("127.0.0.1", 8000, 2)]
    with held(tmp_path / SERVER, "the next") as other:
        assert other is None, "whoever comes after it may serve"


ENDLESS = """
import time
from custrata.web.serving import child
child.work = lambda: time.sleep(60)
child.main(["worker"])
"""
FORKS = """
import os, time
from custrata.web.serving import child
child.end_with_us()
child.LOOK = child.GRACE = 0.05
if os.fork() == 0:
    print(os.getpid(), flush=True)
time.sleep(60)
"""
NAMED = """
import sys
import custrata.cli.running.serving, custrata.web.serving.child, custrata.web.serving.starting
print("django" in sys.modules)
"""


def test_a_process_ends_when_who_started_it_is_gone():
    process = subprocess.Popen([sys.executable, "-c", ENDLESS], stdin=subprocess.PIPE)
    assert process.poll() is None
    process.stdin.close()
    assert process.wait(30) != 0


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the system forks nothing")
def test_what_was_forked_ends_when_who_forked_it_is_killed():
    process = subprocess.Popen([sys.executable, "-c", FORKS], stdout=subprocess.PIPE, text=True)
    forked = int(process.stdout.readline())
    os.kill(forked, 0)
    process.kill()
    process.wait()
    # The end of what they say is seen once both are gone.
    assert select.select([process.stdout], [], [], 30)[0], "it goes on"
    assert process.stdout.read() == ""
    process.stdout.close()


def test_naming_it_loads_no_django():
    done = subprocess.run([sys.executable, "-c", NAMED], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


NICE = """
import os
from custrata.web.serving import child
child.step_back()
print(os.nice(0))
"""


@pytest.mark.skipif(not hasattr(os, "nice"), reason="the system knows no such order")
def test_a_worker_steps_back_behind_pages_and_nobody_else_does():
    before = os.nice(0)
    done = subprocess.run([sys.executable, "-c", NICE], capture_output=True, text=True, check=True)
    assert int(done.stdout) == min(before + child.BEHIND, 19)
    assert os.nice(0) == before


def test_a_system_without_such_an_order_is_no_fault(monkeypatch):
    monkeypatch.delattr(child.os, "nice", raising=False)
    child.step_back()
