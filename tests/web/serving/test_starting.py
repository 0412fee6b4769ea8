import os
import re
import shutil
import signal
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from http.cookiejar import CookieJar

import pytest

from custrata.errors import SettingError
from custrata.web.accounts.models import User
from custrata.web.serving import child, starting
from custrata.web.serving.alone import NO_WORKER, SERVER, WORKER, held
from custrata.web.serving.preparing import take_in
from custrata.web.serving.starting import Serving, owner_link, owner_with_password
from custrata.web.site import environment
from custrata.web.workspaces.models import Workspace
from custrata.web.workspaces.turned_down import turn_down


def test_two_processes_answer_at_most_unless_more_are_asked_for():
    assert 1 <= Serving().processes <= 2
    assert Serving(workers=5).processes == 5


def test_the_link_lets_the_owner_in_at_the_address_given(db):
    assert re.fullmatch(r"http://localhost:8000/enter/[\w-]+/", owner_link("http://localhost:8000"))
    assert owner_link("http://localhost:8000", "/w/tessel/").endswith("/?to=%2Fw%2Ftessel%2F")


def test_an_owner_behind_tls_comes_in_by_address_and_password(db):
    assert "can come in" in owner_with_password("Ada@example.org", "a long pass phrase")
    owner_with_password("ada@example.org", "another long pass phrase")
    assert User.objects.get().check_password("another long pass phrase")
    for email, password in (("ada", "a long pass phrase"), ("eve@example.org", "short")):
        with pytest.raises(SettingError):
            owner_with_password(email, password)
    assert User.objects.count() == 1


def test_the_first_who_is_let_in_owns_the_site_and_the_next_does_not(db):
    for name in ("ada", "ben"):
        owner_with_password(f"{name}@example.org", "a long pass phrase")
    assert [user.email for user in User.objects.filter(is_superuser=True)] == ["ada@example.org"]


@pytest.fixture
def greeting(db, monkeypatch):
    """What is said of a server that answers only after some looks; ``stop`` is told once it stood still."""

    def greet(host, *looks, stop_at=None):
        said, stop, left = [], threading.Event(), list(looks)

        def look(*where):
            if stop_at is not None and len(left) == len(looks) - stop_at:
                stop.set()
            return left.pop(0)

        monkeypatch.setattr(starting, "answers", look)
        starting._greet(Serving(host=host, browser=False), 8000, said.append, stop, "/w/tessel/")
        return said

    return greet


def test_the_way_in_is_told_however_long_the_server_takes(greeting):
    quick, slow = greeting("127.0.0.1", True), greeting("127.0.0.1", False, False, False, True)
    assert quick[0].startswith("Open http://localhost:8000/enter/")
    assert slow[0].startswith("The server is still starting")
    assert slow[1].startswith("Open http://localhost:8000/enter/")
    assert len(slow) == len(quick) + 1, "that it takes long is said once"


def test_no_way_in_is_told_once_the_site_is_being_stopped(greeting):
    assert greeting("127.0.0.1", False, True, stop_at=0) == []
    assert greeting("127.0.0.1", True, stop_at=0) == []


def test_a_server_that_others_reach_tells_no_link_but_how_its_owner_comes_in(greeting, monkeypatch):
    monkeypatch.setenv("CUSTRATA_HOSTS", "desk.example, 192.168.1.20")
    said = greeting("0.0.0.0", True)
    assert not [line for line in said if "/enter/" in line]
    assert "desk.example, port 8000" in said[0]
    assert "custrata owner --email" in said[0]


def test_the_names_of_the_machine_are_read_where_the_site_reads_them():
    assert starting.HOSTS == environment.HOSTS


def test_nobody_listens_for_others_who_would_all_be_turned_away(tmp_path, monkeypatch):
    monkeypatch.delenv("CUSTRATA_HOSTS", raising=False)
    with pytest.raises(SettingError, match="turned away") as caught:
        starting.serve(tmp_path, Serving(host="0.0.0.0", browser=False), print)
    assert "CUSTRATA_HOSTS" in caught.value.remedy
    assert not list(tmp_path.iterdir())


def test_with_a_name_for_others_it_goes_on_to_the_next_question(tmp_path, monkeypatch):
    monkeypatch.setenv("CUSTRATA_HOSTS", "desk.example")
    monkeypatch.delenv("CUSTRATA_SITE", raising=False)
    with pytest.raises(SettingError, match="no such folder"):
        starting.serve(tmp_path / "mistyped", Serving(host="0.0.0.0", browser=False), print)
    assert not (tmp_path / "mistyped").exists()


def test_a_second_server_on_a_site_is_refused_and_told_where_the_first_is(tmp_path, monkeypatch):
    monkeypatch.setenv("CUSTRATA_SITE", str(tmp_path / "site"))
    (tmp_path / "site").mkdir()
    with held(tmp_path / "site" / SERVER, "http://localhost:8000") as other:
        assert other is None
        with pytest.raises(SettingError, match="served already: http://localhost:8000, process"):
            starting.serve(tmp_path, Serving(browser=False), print)
    assert not (tmp_path / "site" / "site.sqlite3").exists(), "the tables of a running site stay untouched"


def test_a_demo_without_a_terminal_is_served_with_both_samples_marked(db, site, project, monkeypatch):
    firm = project / "subscriptions"
    shutil.copytree(project, firm)
    monkeypatch.setattr(starting, "samples_in", lambda folder: (project, firm))
    monkeypatch.setattr(starting, "open_site", lambda folder: site)
    monkeypatch.setattr(starting, "site_folder", lambda folder: site)
    monkeypatch.setattr(starting, "keep_running", lambda children, stop, say: None)
    monkeypatch.setattr(starting, "_greet", lambda *how: None)
    take_in([project])
    starting.serve(project, Serving(browser=False), print)
    assert {w.path: w.sample for w in Workspace.objects.all()} == {project: True, firm: True}
    # Somebody removes one: it stays away, until it is asked for by name.
    turn_down(firm)
    Workspace.objects.get(folder=str(firm)).delete()
    said = []
    starting.serve(project, Serving(browser=False), said.append)
    assert [w.path for w in Workspace.objects.all()] == [project]
    assert any("stay away" in one for one in said)
    starting.serve(project, Serving(browser=False), print, samples=(project, firm))
    assert {w.path for w in Workspace.objects.all()} == {project, firm}


@pytest.mark.parametrize(
    ("lock", "said"), [(SERVER, "has a worker of its own"), (WORKER, "Another one works for it already")]
)
def test_a_second_worker_is_told_of_the_first_and_helps(tmp_path, monkeypatch, lock, said):
    told, worked = [], []
    monkeypatch.setattr(starting, "open_site", lambda folder: tmp_path)
    monkeypatch.setattr(child, "work", lambda: worked.append(1))
    starting.work(tmp_path, told.append)
    assert len(told) == 1
    with held(tmp_path / lock, "who was first"):
        starting.work(tmp_path, told.append)
    assert said in told[-1]
    assert "who was first" in told[-1]
    assert len(worked) == 2


def test_a_worker_beside_a_server_alone_is_not_told_that_it_only_helps(tmp_path, monkeypatch):
    told = []
    monkeypatch.setattr(starting, "open_site", lambda folder: tmp_path)
    monkeypatch.setattr(child, "work", lambda: None)
    with held(tmp_path / SERVER, f"http://127.0.0.1:8000, {NO_WORKER}"):
        starting.work(tmp_path, told.append)
    assert told == [f"Working for the site in {tmp_path}."]


@pytest.fixture
def serving(project, tmp_path):
    # In a process of its own: the site is the project's, not the one under test.
    around = {k: v for k, v in os.environ.items() if not k.startswith(("CUSTRATA_", "DJANGO_"))}
    command = [sys.executable, "-c", "from custrata.cli import main; main()"]
    process = subprocess.Popen(
        [*command, "serve", "-C", str(project), "--no-browser", "--workers", "1"],
        stdout=subprocess.PIPE,
        text=True,
        env=around | {"PYTHONUNBUFFERED": "1"},
    )
    yield process
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()


def test_one_command_serves_the_owner_once_strangers_never_and_ends_by_one_interrupt(serving, project):
    link = next(line.split()[1] for line in serving.stdout if line.startswith("Open "))
    site = re.match(r"http://[^/]+", link).group(0)
    stranger = urllib.request.build_opener()
    assert "/login" in stranger.open(f"{site}/w/tessel/data/").geturl()
    owner = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
    door = owner.open(link).read().decode()
    key = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', door).group(1)
    home = owner.open(link, data=f"csrfmiddlewaretoken={key}".encode())
    assert home.geturl() == f"{site}/w/tessel/", "the first screen is the home of the project"
    assert b"rows" in owner.open(f"{site}/w/tessel/data/").read()
    with pytest.raises(urllib.error.HTTPError):
        stranger.open(f"{site}/w/no-such-place/data/x/")
    serving.send_signal(signal.SIGINT)
    assert serving.wait(120) == 0  # forever would hide a server that does not end
    with pytest.raises(urllib.error.URLError):
        owner.open(f"{site}/")
    assert (project / ".custrata" / "site" / "site.sqlite3").is_file()
