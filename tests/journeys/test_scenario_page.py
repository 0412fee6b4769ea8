"""The page on scenarios: its file is a scenario, and its commands do what it says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from custrata.economics.scenario.form import Acquire, Effects, IntentPlan, Move, Scenario, Target

PAGE = Path(__file__).resolve().parents[2] / "docs" / "how-to" / "scenario.md"


@pytest.fixture(scope="module")
def page():
    """The text of the page, its file, and its commands."""
    text = PAGE.read_text(encoding="utf-8")
    (file,) = re.findall(r"^```yaml\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    return text, file, re.findall(r"^custrata (.*)$", text, re.MULTILINE)


def test_the_file_and_the_commands_of_the_page_run(custrata, roaster, page, tmp_path):
    _, file, commands = page
    (tmp_path / "call.yaml").write_text(file, encoding="utf-8")
    assert len(commands) == 4
    places = {"shop": roaster, "call.yaml": tmp_path / "call.yaml", "call.json": tmp_path / "call.json"}
    for command in commands:
        done = custrata(*(places.get(word, word) for word in command.split()))
        assert done.code == 0, done.err
        assert done.out.strip()
    assert (tmp_path / "call.json").is_file()


def test_the_page_names_every_field_and_effect(page):
    text = page[0]
    models = (Scenario, IntentPlan, Move, Effects, Acquire, Target)
    names = {info.alias or name for model in models for name, info in model.model_fields.items()}
    assert [name for name in sorted(names) if f"`{name}`" not in text and f"{name}:" not in text] == []
