import json
import tarfile
import threading

import pytest
from django.conf import settings as site_settings
from django.db import connection

from custrata.errors import InputError
from custrata.web.audit.models import Entry
from custrata.web.audit.record import record
from custrata.web.serving.archive.backing_up import back_up, migrations, one_moment


def test_a_backup_holds_rows_and_folders_and_no_secret(workspace, member, come_in, tmp_path):
    come_in("viewer")
    told = back_up(tmp_path / "site.tar.gz")
    assert "1 workspaces" in told[0]
    with tarfile.open(tmp_path / "site.tar.gz") as archive:
        names = archive.getnames()
        head = json.loads(archive.extractfile("site.json").read())
        everything = b"".join(archive.extractfile(m).read() for m in archive.getmembers() if m.isfile())
    assert head["rows"]["workspaces.workspace"] == 1
    assert f"workspaces/{workspace.pk}/custrata.yaml" in names
    assert not [n for n in names if "session" in n]
    assert site_settings.SECRET_KEY.encode() not in everything
    assert (tmp_path / "site.tar.gz").stat().st_mode & 0o077 == 0


def test_a_file_that_is_there_is_not_written_over(workspace, tmp_path):
    (tmp_path / "site.tar.gz").write_text("mine", encoding="utf-8")
    with pytest.raises(InputError, match="such a file"):
        back_up(tmp_path / "site.tar.gz")
    assert (tmp_path / "site.tar.gz").read_text(encoding="utf-8") == "mine"


def test_a_folder_that_is_gone_is_said_and_the_rest_is_kept(workspace, other_workspace, tmp_path):
    import shutil

    shutil.rmtree(workspace.path)
    told = back_up(tmp_path / "site.tar.gz")
    assert workspace.name in told[0]
    assert "1 workspaces" in told[1]


def test_the_steps_of_the_tables_are_in_the_head(db):
    assert ["data", "0001_initial"] in migrations()


@pytest.mark.django_db(transaction=True)
def test_one_moment_is_seen_while_others_write(transactional_db):
    if connection.vendor == "sqlite" and "memory" in str(connection.settings_dict["NAME"]):
        pytest.skip("in memory there is one writer and no second view")
    record("before", workspace=None, actor=None)

    def write():
        record("after", workspace=None, actor=None)
        connection.close()

    with one_moment():
        assert Entry.objects.count() == 1
        writer = threading.Thread(target=write)
        writer.start()
        writer.join(20)
        assert Entry.objects.count() == 1
    assert Entry.objects.count() == 2
