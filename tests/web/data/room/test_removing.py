import shutil

import pytest

from custrata.web.audit.models import Entry
from custrata.web.data.room.removing import lies_inside
from custrata.web.workspaces.models import Membership, Workspace
from custrata.web.workspaces.opening import adopt
from custrata.web.workspaces.turned_down import is_turned_down


@pytest.fixture
def inside(site, built):
    folder = site / "workspaces" / "sample"
    shutil.copytree(built, folder)
    return adopt(folder, None, name="A sample", sample=True)


def test_a_sample_goes_with_its_folder_and_the_neighbour_stays(come_in, workspace, inside):
    path, pk = inside.path, inside.pk
    client = come_in("admin", of=inside)
    assert client.post(f"/w/{inside.slug}/data/remove/", {"name": "A sample"}).status_code == 302
    assert not path.exists()
    assert list(Workspace.objects.all()) == [workspace]
    assert workspace.path.is_dir()
    assert Entry.objects.filter(
        act="workspace.removed", workspace_id=pk, thing=f"{inside.slug} (sample)"
    ).exists()
    assert Entry.objects.filter(act="workspace.opened", workspace_id=pk).exists()
    assert is_turned_down(path)
    assert not is_turned_down(workspace.path)


def test_a_persons_own_project_stays_where_it_is(come_in, workspace):
    assert not lies_inside(workspace)
    come_in("admin").post(f"/w/{workspace.slug}/data/remove/", {"name": workspace.name})
    assert not Workspace.objects.exists()
    assert (workspace.path / "custrata.yaml").is_file()
    assert not is_turned_down(workspace.path), "a project of one's own is opened whenever it is served"


def test_another_name_removes_nothing(come_in, workspace):
    answer = come_in("admin").post(f"/w/{workspace.slug}/data/remove/", {"name": "Tessell"})
    assert answer.status_code == 422
    assert "Tessell" in answer.content.decode()
    assert Workspace.objects.filter(pk=workspace.pk).exists()


def test_who_is_no_admin_removes_nothing(come_in, workspace):
    for role in ("viewer", "editor", "analyst"):
        assert (
            come_in(role).post(f"/w/{workspace.slug}/data/remove/", {"name": workspace.name}).status_code
            == 403
        )
    assert Membership.objects.filter(workspace=workspace).count() == 3
