"""The commands that the manual shows for versions of a strategy hold on a project."""

from __future__ import annotations

import re
import shlex

import pytest
from tests.small_strategy import small_strategy

from custrata.cli.run import run
from custrata.strategy.text import dump


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A project in the current folder, with the files that the page names."""
    (tmp_path / "data").mkdir()
    (tmp_path / "custrata.yaml").write_text("data: data\n", encoding="utf-8")
    text = dump(small_strategy().model_copy(update={"revision": 3})).replace("E01", "E04")
    text = text.replace("value_share", "kept").replace("id: gold", "id: group-tier-gold")
    for name in ("strategy", "base", "mine", "theirs", "old"):
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert run(["strategy", "export", "--out", "new.md"]) == 0
    return tmp_path


def test_every_command_of_the_page_does_what_it_says(project, repository, capsys):
    page = (repository / "docs" / "how-to" / "strategy-versions.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```console\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    commands = re.findall(r"^\$ custrata (.*)$", "".join(blocks), re.MULTILINE)
    assert len(commands) > 15
    # A fresh draft wants a snapshot; tests/project/revising/test_versions.py compares with one.
    tried = [command for command in commands if not command.endswith("compare draft")]
    failed = [command for command in tried if run(shlex.split(command)) != 0]
    assert failed == [], capsys.readouterr().err
