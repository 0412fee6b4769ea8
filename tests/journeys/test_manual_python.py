"""The Python in the manual runs, page by page, beside a folder of data called shop."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

HOW_TO = Path(__file__).resolve().parents[2] / "docs" / "how-to"
BLOCK = re.compile(r"^```python\n(.*?)^```", re.MULTILINE | re.DOTALL)
PAGES = {page.name: BLOCK.findall(page.read_text(encoding="utf-8")) for page in sorted(HOW_TO.glob("*.md"))}


@pytest.mark.parametrize("name", [name for name, blocks in PAGES.items() if blocks])
def test_the_python_of_a_page_runs(name, custrata, roaster_data, tmp_path, monkeypatch, capfd):
    shutil.copytree(roaster_data, tmp_path / "shop")
    custrata("build", tmp_path / "shop")
    custrata("draft", "-C", tmp_path / "shop")
    monkeypatch.chdir(tmp_path)
    spoken = ""
    for block in PAGES[name]:
        exec(compile(block, name, "exec"), {})
        spoken += capfd.readouterr().out
    assert spoken.strip(), "the page shows nothing"


def test_a_page_has_python_to_run():
    assert sum(map(len, PAGES.values())) >= 2
