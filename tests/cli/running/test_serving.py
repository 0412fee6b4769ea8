import pytest

from custrata.cli.run import run
from custrata.web.accounts.models import User
from custrata.web.serving import preparing


@pytest.mark.parametrize(
    "command", [["serve"], ["worker"], ["owner"], ["backup", "x.tar.gz"], ["restore", "x.tar.gz"]]
)
def test_without_the_packages_every_command_says_what_to_install(command, capsys, monkeypatch, tmp_path):
    monkeypatch.setattr(preparing, "NEEDED", ("no_such_package",))
    monkeypatch.chdir(tmp_path)
    assert run([*command, "-C", str(tmp_path)]) == 2
    assert "pip install 'custrata[web]'" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_backup_is_written_and_not_over_another(capsys, monkeypatch, db, tmp_path):
    monkeypatch.setattr(preparing, "open_site", lambda folder: folder)
    User.objects.create_user("owner@example.org")
    assert run(["backup", str(tmp_path / "site.tar.gz")]) == 0
    assert "keep it safe" in capsys.readouterr().out
    assert run(["backup", str(tmp_path / "site.tar.gz")]) == 2
    assert run(["restore", str(tmp_path / "site.tar.gz")]) == 2
    assert "already" in capsys.readouterr().err


def test_the_owner_gets_a_link_for_the_address_given(capsys, monkeypatch, db, tmp_path):
    monkeypatch.setattr(preparing, "open_site", lambda folder: folder)
    assert run(["owner", "-C", str(tmp_path), "--at", "https://custrata.example.org/"]) == 0
    assert capsys.readouterr().out.startswith("https://custrata.example.org/enter/")
