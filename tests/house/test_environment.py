"""What is read from the environment stands in the manual, and nothing else does."""

from __future__ import annotations

import re

import pytest

VARIABLE = re.compile(r"\bCUSTRATA_[A-Z][A-Z_]*[A-Z]\b")


@pytest.fixture(scope="module")
def told(repository) -> set[str]:
    """The variables that the reference tells of, each in a row of its own."""
    text = (repository / "docs" / "reference" / "environment.md").read_text(encoding="utf-8")
    return set(re.findall(r"^\| `(CUSTRATA_\w+)` \|", text, re.MULTILINE))


@pytest.fixture(scope="module")
def deployed(repository) -> str:
    """The files by which a site is deployed, as one text."""
    files = [path for path in sorted((repository / "deploy").rglob("*")) if path.is_file()]
    assert files, "no file was found: the rule would hold of nothing"
    return "\n".join(path.read_text(encoding="utf-8") for path in files)


@pytest.fixture(scope="module")
def asked(modules, deployed) -> set[str]:
    """The variables that the code names, or that a script of the deployment reads."""
    named = {name for module in modules for name in VARIABLE.findall(module.text)}
    assert named, "no variable was found: the rule would hold of nothing"
    return named | set(re.findall(r"\$\{(CUSTRATA_[A-Z_]+[A-Z])", deployed))


def test_every_variable_that_is_read_stands_in_the_manual(told, asked):
    assert sorted(asked - told) == []


def test_the_manual_tells_of_no_variable_that_nobody_reads(told, asked):
    assert sorted(told - asked) == []


def test_no_page_names_a_variable_that_there_is_not(repository, asked):
    pages = [repository / "README.md", *sorted((repository / "docs").rglob("*.md"))]
    unknown = {
        f"{page.name}: {name}"
        for page in pages
        for name in VARIABLE.findall(page.read_text(encoding="utf-8"))
        if name not in asked
    }
    assert sorted(unknown) == []


def test_what_is_deployed_sets_no_variable_that_there_is_not(deployed, asked):
    assert sorted(set(VARIABLE.findall(deployed)) - asked) == []
