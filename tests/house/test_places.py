"""The project does not know on which machine it was written."""

from __future__ import annotations

import re

MACHINE = re.compile(
    # Split, so that the rule does not find itself.
    "|".join(
        (
            r"(?<![\w.])/" + r"(work|root|farm|tmp|mnt|Users)/",
            r"(?<![\w.])/" + r"home/\w+/",
            r"[A-Z]:\\+" + r"Users",
            r"\.pyenv" + r"/",
            r"bash_" + r"jobs",
        )
    )
)
REGISTRY = re.compile(
    "|".join((r"--(extra-)?index" + r"-url", "PIP_" + "INDEX_URL", "UV_" + "INDEX", r"//10\.\d+\.\d+\.\d+"))
)


def lines_with(pattern, files, repository):
    return [
        f"{path.relative_to(repository).as_posix()}:{number}"
        for path in files
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1)
        if pattern.search(line)
    ]


def test_no_file_names_a_place_on_a_machine(project_files, repository):
    assert lines_with(MACHINE, project_files, repository) == []


def test_no_file_names_a_package_registry(project_files, repository):
    assert lines_with(REGISTRY, project_files, repository) == []


def test_no_data_set_lies_in_the_project(project_files, repository):
    heavy = [p.relative_to(repository).as_posix() for p in project_files if p.stat().st_size > 1_000_000]
    assert heavy == [], "\n".join(heavy)


def test_the_rule_sees_a_place():
    assert MACHINE.search("see /" + "tmp/x.csv")
    assert not MACHINE.search("docs/wor" + "k/x and https://example.org/tm" + "p/")
