from itertools import pairwise

import pytest

from custrata.errors import InputError
from custrata.web.accounts.models import User
from custrata.web.audit.models import Entry
from custrata.web.data.models import Job, State
from custrata.web.serving.archive import restoring
from custrata.web.serving.archive.backing_up import back_up
from custrata.web.serving.archive.restoring import bring_back
from custrata.web.serving.archive.rows import kept_models, lines_of
from custrata.web.strategies.saving import head_of, set_value, strategy_of
from custrata.web.workspaces.models import Workspace


def everything():
    return {model._meta.label_lower: list(lines_of(model)) for model in kept_models()}


def empty():
    from django.db import connection

    with connection.constraint_checks_disabled():
        for model in kept_models():
            model._default_manager.all().delete()


@pytest.fixture
def archive(workspace, member, tmp_path):
    person = member("editor")
    set_value(strategy_of(workspace), "horizon.months", "30", 1, person)
    back_up(tmp_path / "site.tar.gz")
    return tmp_path / "site.tar.gz"


def test_a_site_comes_back_equal_in_rows_folders_and_passwords(archive, workspace, settings, tmp_path):
    before, old = everything(), workspace.path
    empty()
    settings.SITE_FOLDER = tmp_path / "fresh"
    bring_back(archive)
    after = everything()
    moved = before.pop("workspaces.workspace"), after.pop("workspaces.workspace")
    assert after == before
    assert moved[0][0].replace(str(old), f"workspaces/{workspace.slug}") == moved[1][0]
    back = Workspace.objects.get()
    assert back.path == tmp_path / "fresh" / "workspaces" / "tessel"
    assert head_of(strategy_of(back)).document.horizon.months == 30
    assert User.objects.get().check_password("a long pass phrase")


def test_what_was_done_is_still_one_chain(archive, settings, tmp_path):
    empty()
    settings.SITE_FOLDER = tmp_path / "fresh"
    bring_back(archive)
    hashes = list(Entry.objects.order_by("pk").values_list("previous", "hash"))
    assert all(later[0] == earlier[1] for earlier, later in pairwise(hashes))


def test_jobs_that_waited_are_put_before_the_workers_again(workspace, tmp_path, settings, work_is_queued):
    Job.objects.create(workspace=workspace, kind="build", state=State.RUNNING, worker="w", tries=3)
    back_up(tmp_path / "site.tar.gz")
    empty()
    settings.SITE_FOLDER = tmp_path / "fresh"
    bring_back(tmp_path / "site.tar.gz")
    job = Job.objects.get()
    assert (job.state, job.tries, work_is_queued) == (State.QUEUED, 0, [job.pk])


@pytest.fixture
def work_is_queued(monkeypatch):
    from custrata.web.data.jobs import tasks

    queued = []
    monkeypatch.setattr(tasks, "work", type("Queue", (), {"enqueue": staticmethod(queued.append)}))
    return queued


def test_a_site_with_people_is_not_written_over(archive):
    before = everything()
    with pytest.raises(InputError, match="already"):
        bring_back(archive)
    assert everything() == before


def test_a_cut_archive_brings_nothing_back(archive, settings, tmp_path):
    data = archive.read_bytes()
    archive.write_bytes(data[: len(data) // 2])
    empty()
    settings.SITE_FOLDER = tmp_path / "fresh"
    with pytest.raises(InputError):
        bring_back(archive)
    assert not Workspace.objects.exists()
    assert not list((tmp_path / "fresh").rglob("*.csv"))


def test_a_backup_of_a_newer_version_is_refused(archive, monkeypatch):
    empty()
    monkeypatch.setattr(restoring, "migrations", list)
    with pytest.raises(InputError, match="another version"):
        bring_back(archive)
    assert not User.objects.exists()
