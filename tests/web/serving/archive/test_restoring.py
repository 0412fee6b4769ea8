import contextlib
import datetime as dt
from itertools import pairwise

import pyarrow.parquet as parquet
import pytest
from django.db import transaction

from custrata.engine.snapshots import SnapshotStore
from custrata.errors import InputError
from custrata.project.erasing.erasing import erase
from custrata.project.erasing.finding import find
from custrata.project.place import locate
from custrata.web.accounts.models import User
from custrata.web.audit.models import Entry
from custrata.web.audit.record import hash_of
from custrata.web.data.jobs import tasks
from custrata.web.data.models import Job, State
from custrata.web.serving.archive import restoring
from custrata.web.serving.archive.backing_up import back_up
from custrata.web.serving.archive.restoring import bring_back
from custrata.web.serving.archive.rows import kept_models, lines_of
from custrata.web.strategies.saving import head_of, set_value, strategy_of
from custrata.web.workspaces.models import Workspace
from custrata.web.workspaces.opening import adopt


def everything():
    return {model._meta.label_lower: list(lines_of(model)) for model in kept_models()}


class Undone(Exception):
    """Takes back what was written, the log as well, which lets nothing be deleted."""


@pytest.fixture
def old(db, site, project, tmp_path):
    """A site that was backed up and is gone: its rows, its archive, the folder of its workspace."""
    kept = {"archive": tmp_path / "site.tar.gz", "folder": project}
    with contextlib.suppress(Undone), transaction.atomic():
        person = User.objects.create_user("ed@example.org", "a long pass phrase")
        workspace = adopt(project, person)
        set_value(strategy_of(workspace), "horizon.months", "30", 1, person)
        Job.objects.create(workspace=workspace, kind="build", state=State.RUNNING, worker="w", tries=3)
        back_up(kept["archive"])
        kept["rows"] = everything()
        raise Undone
    return kept


@pytest.fixture
def queued(monkeypatch):
    found = []
    monkeypatch.setattr(tasks, "work", type("Queue", (), {"enqueue": staticmethod(found.append)}))
    return found


@pytest.fixture
def fresh(settings, tmp_path, queued):
    settings.SITE_FOLDER = tmp_path / "fresh"
    return settings.SITE_FOLDER


def test_whoever_was_erased_after_the_backup_is_not_brought_back(old, fresh):
    place = locate(old["folder"])
    people = parquet.read_table(SnapshotStore(place.state).tables()["people"])["person_id"].to_pylist()
    gone, neighbour = people[0], people[-1]
    erase(place, find(place, gone), on=dt.date(2026, 1, 1))
    bring_back(old["archive"])
    restored = Workspace.objects.get().place
    with pytest.raises(InputError):
        find(restored, gone)
    assert find(restored, neighbour)


def test_a_site_comes_back_equal_in_rows_folders_and_passwords(old, fresh, queued):
    bring_back(old["archive"])
    before, after = old["rows"], everything()
    moved = before.pop("workspaces.workspace")[0], after.pop("workspaces.workspace")[0]
    jobs = before.pop("data.job"), after.pop("data.job")
    assert after == before
    assert moved[0].replace(str(old["folder"]), "workspaces/tessel") == moved[1]
    back = Workspace.objects.get()
    assert back.path == fresh / "workspaces" / "tessel"
    assert head_of(strategy_of(back)).document.horizon.months == 30
    assert User.objects.get().check_password("a long pass phrase")
    assert len(jobs[1]) == 1
    job = Job.objects.get()
    assert (job.state, job.tries, queued) == (State.QUEUED, 0, [job.pk])


def test_what_was_done_is_still_one_chain(old, fresh):
    bring_back(old["archive"])
    entries = list(Entry.objects.order_by("pk"))
    assert len(entries) > 1
    assert all(later.previous == earlier.hash for earlier, later in pairwise(entries))
    assert all(entry.hash == hash_of(entry) for entry in entries)


def test_a_site_with_people_is_not_written_over(old, fresh):
    User.objects.create_user("there@example.org")
    before = everything()
    with pytest.raises(InputError, match="already"):
        bring_back(old["archive"])
    assert everything() == before


def test_a_cut_archive_brings_nothing_back(old, fresh):
    data = old["archive"].read_bytes()
    old["archive"].write_bytes(data[: len(data) // 2])
    with pytest.raises(InputError):
        bring_back(old["archive"])
    assert not Workspace.objects.exists()
    assert not list(fresh.rglob("*.csv"))


def test_a_backup_of_a_newer_version_is_refused(old, fresh, monkeypatch):
    monkeypatch.setattr(restoring, "migrations", list)
    with pytest.raises(InputError, match="another version"):
        bring_back(old["archive"])
    assert not User.objects.exists()
