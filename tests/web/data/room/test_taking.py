import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from custrata.errors import InputError
from custrata.project.supplying.receiving import files_of
from custrata.web.audit.models import Entry
from custrata.web.data.room.taking import put_files_back, remove_file, take_files
from custrata.web.workspaces.asking import asking_of


def test_each_file_is_taken_for_itself_and_put_back_again(workspace, member):
    asking = asking_of(member("analyst"), workspace.slug)
    before = {f.name for f in files_of(workspace.place)}
    files = [SimpleUploadedFile("a.csv", b"a,b\n1,2\n"), SimpleUploadedFile("b.exe", b"MZ")]
    received = take_files(workspace, asking.user, files, ["2026/a.csv"])
    assert received.taken == ["2026/a.csv"]
    assert [name for name, _ in received.refused] == ["b.exe"]
    gone = min(before)
    remove_file(asking, gone)
    assert put_files_back(asking) == (gone,)
    assert {f.name for f in files_of(workspace.place)} == before


def test_what_is_not_there_is_not_taken_out_and_leaves_no_entry(workspace, member):
    with pytest.raises(InputError):
        remove_file(asking_of(member("analyst"), workspace.slug), "nothing.csv")
    assert not Entry.objects.filter(act="data.file_removed").exists()
    assert take_files(workspace, member("analyst"), [], []).refused == [("No file", "choose at least one")]
