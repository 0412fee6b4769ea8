import signal
import subprocess
import sys

from custrata.web.serving.alone import held

HOLDS = """
import sys, time
from pathlib import Path
from custrata.web.serving.alone import held
with held(Path(sys.argv[1]), "the first") as other:
    print(other, flush=True)
    time.sleep(60)
"""


def test_the_second_is_told_who_holds_it_and_the_next_gets_it(tmp_path):
    lock = tmp_path / "a.lock"
    with held(lock, "the first") as first:
        with held(lock, "the second") as second:
            assert second is not None
            assert second.startswith("the first, process ")
        assert first is None
    with held(lock, "the third") as third:
        assert third is None


def test_whoever_is_killed_holds_nothing(tmp_path):
    lock = tmp_path / "a.lock"
    holder = subprocess.Popen([sys.executable, "-c", HOLDS, str(lock)], stdout=subprocess.PIPE, text=True)
    assert holder.stdout.readline() == "None\n"
    with held(lock, "us") as other:
        assert other == f"the first, process {holder.pid}"
    holder.send_signal(signal.SIGKILL)
    holder.wait()
    holder.stdout.close()
    with held(lock, "us") as other:
        assert other is None
