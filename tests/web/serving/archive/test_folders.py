import io
import tarfile

import pytest

from custrata.errors import InputError
from custrata.project.building import build_project
from custrata.project.place import locate, settings_of
from custrata.web.serving.archive.folders import add_folder, take_folder


def packed(place):
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w:gz") as archive:
        count = add_folder(archive, place, "workspaces/1")
    stream.seek(0)
    return tarfile.open(fileobj=stream, mode="r:gz"), count


def files(folder):
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_a_project_comes_back_as_it_was_and_is_not_built_again(project, tmp_path):
    archive, _ = packed(locate(project))
    before = files(project)
    # A project without a company's name takes that of its folder, so it keeps the folder's name, too.
    back = tmp_path / "back" / project.name
    take_folder(archive, "workspaces/1", back)
    assert files(back) == before
    place = locate(back)
    assert not build_project(place, settings_of(place)).rebuilt


def test_the_site_with_its_secret_and_work_that_goes_on_are_left_out(project):
    state = project / ".custrata"
    for name in ("site/secret_key", "scratch-1/spill.tmp", "snapshots/tmp-1-ab/readings.json"):
        (state / name).parent.mkdir(parents=True, exist_ok=True)
        (state / name).write_text("planted", encoding="utf-8")
    archive, _ = packed(locate(project))
    names = archive.getnames()
    assert not [n for n in names if "secret" in n or "scratch" in n or "tmp-" in n]
    assert "workspaces/1/.custrata/current" in names


def test_data_that_lie_elsewhere_come_along(project, tmp_path):
    (project / "data").rename(tmp_path / "exports")
    (project / "custrata.yaml").write_text(f"data: {tmp_path / 'exports'}\ncurrency: EUR\n", encoding="utf-8")
    archive, _ = packed(locate(project))
    take_folder(archive, "workspaces/1", tmp_path / "back")
    assert locate(tmp_path / "back").data == tmp_path / "back" / "data"
    assert (tmp_path / "back" / "data" / "invoices.csv").is_file()
    assert "currency: EUR" in (tmp_path / "back" / "custrata.yaml").read_text(encoding="utf-8")


def test_an_archive_never_writes_outside_its_folder(tmp_path):
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w:gz") as archive:
        info = tarfile.TarInfo("workspaces/1/../../../up.csv")
        info.size = 2
        archive.addfile(info, io.BytesIO(b"ab"))
    stream.seek(0)
    with tarfile.open(fileobj=stream, mode="r:gz") as archive, pytest.raises(InputError, match="leads out"):
        take_folder(archive, "workspaces/1", tmp_path / "a" / "b" / "back")
    assert not list(tmp_path.rglob("up.csv"))


def test_nothing_is_written_over_a_folder_that_is_there(project, tmp_path):
    archive, _ = packed(locate(project))
    (tmp_path / "back").mkdir()
    with pytest.raises(InputError, match="in the way"):
        take_folder(archive, "workspaces/1", tmp_path / "back")
