"""The pages on reviews and evidence: every command on them does what it says."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest

from custrata.evidence.states import GLOSSES
from custrata.project.place import locate
from custrata.project.strategy_file import read_strategy
from custrata.strategy.parts.running.review import ReviewKind

HOW_TO = Path(__file__).resolve().parents[2] / "docs" / "how-to"


def text_of(name):
    return (HOW_TO / name).read_text(encoding="utf-8")


def commands(name):
    return re.findall(r"^custrata (.*)$", text_of(name), re.MULTILINE)


@pytest.fixture(scope="module")
def copy_of_roaster(roaster, tmp_path_factory):
    """A copy of the drafted roaster that a page may write to."""
    return shutil.copytree(roaster, tmp_path_factory.mktemp("pages") / "roaster")


@pytest.mark.parametrize("name", ["review.md", "evidence.md"])
def test_the_commands_of_the_pages_run_in_their_order(custrata, copy_of_roaster, tmp_path, name):
    places = {"shop": copy_of_roaster, "monthly.md": tmp_path / "monthly.md"}
    for command in commands(name):
        done = custrata(*(places.get(word, word) for word in shlex.split(command)))
        assert done.code == 0, f"{command}\n{done.err}"
        assert done.out.strip()
    if name == "review.md":
        kept = read_strategy(locate(copy_of_roaster)).reviews
        assert [len(r.actions) for r in kept] == [1, 0]
        assert kept[0].actions[0].done_on is not None
        assert (tmp_path / "monthly.md").is_file()


def test_the_page_says_of_every_state_what_deliverables_print():
    text = text_of("evidence.md")
    for state, words in GLOSSES.items():
        assert f"| {state} | {words} |" in text


def test_the_page_names_every_review_with_its_minutes_and_items(custrata, roaster):
    text = text_of("review.md")
    for kind in ReviewKind:
        agenda = custrata("review", kind, "-C", roaster, "--json").json
        (row,) = re.findall(rf"^\| {kind} \| {agenda['minutes']} \| (.*) \|$", text, re.MULTILINE)
        titles = [i["title"].lower() for i in agenda["items"] if i["title"] != "Time left over"]
        told = row.replace("what planning and budgeting take over", "handed to planning and budgeting")
        assert [t for t in titles if t not in told.lower()] == []
