"""The tutorial runs: every command in it, in order, says what the page says it says.

A block ``console`` holds commands after ``$`` and, below each, lines that its output contains in this order;
``...`` stands for anything. A block that begins with ``# file: NAME`` is a file that the reader writes. What
the reader does by hand in an editor stands as a command in a comment, ``<!-- run: ... -->``.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

BLOCK = re.compile(r"^```(\w+)\n(.*?)^```|^<!-- run: (.*?) -->", re.MULTILINE | re.DOTALL)
FILE = re.compile(r"\A# file: (\S+)\n")


def steps(page):
    """Commands with what they are to say, and files with their content, in the order of the page."""
    for kind, body, by_hand in BLOCK.findall(page):
        if by_hand:
            yield "run", by_hand, []
        elif named := FILE.match(body):
            yield "write", named.group(1), body
        elif kind == "console":
            for part in re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]:
                command, _, expected = part.partition("\n")
                yield "run", command.strip(), [line.strip() for line in expected.splitlines() if line.strip()]


def squeezed(text):
    return [" ".join(line.split()) for line in text.splitlines()]


def missing(expected, said):
    """The first expected line that the output lacks after the one before; None when all are there."""
    lines, place = squeezed(said), 0
    for wanted in expected:
        if wanted == "...":
            continue
        fragments = [" ".join(f.split()) for f in wanted.split("...")]
        found = [i for i in range(place, len(lines)) if all(f in lines[i] for f in fragments)]
        if not found:
            return wanted
        place = found[0] + 1
    return None


@pytest.fixture
def shell(tmp_path, repository, monkeypatch):
    """Run a line of the tutorial beside a copy of the checkout's documents."""
    programs = tmp_path / "bin"
    programs.mkdir()
    start = programs / "custrata"
    start.write_text(f'#!/bin/sh\nexec "{sys.executable}" -c "from custrata.cli import main; main()" "$@"\n')
    start.chmod(0o755)
    work = tmp_path / "work"
    shutil.copytree(repository / "docs" / "tutorial", work / "docs" / "tutorial")

    def run(line):
        environment = {**os.environ, "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}", "COLUMNS": "200"}
        done = subprocess.run(
            line,
            shell=True,
            cwd=work,
            env=environment,
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )
        return done.returncode, done.stdout + done.stderr

    run.folder = work
    return run


def test_the_tutorial_runs(shell, repository):
    page = (repository / "docs" / "tutorial.md").read_text(encoding="utf-8")
    commands = 0
    for kind, what, content in steps(page):
        if kind == "write":
            target = Path(shell.folder / what)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(content, encoding="utf-8")
            continue
        commands += 1
        code, said = shell(what)
        assert code in (0, 1), f"$ {what}\n{said}"
        assert "Traceback" not in said
        assert missing(content, said) is None, f"$ {what}\nwants: {missing(content, said)}\n\n{said}"
    assert commands >= 8


def test_the_reader_of_the_page_finds_what_is_missing():
    assert missing(["a 1", "...", "c ... e"], "x\na   1\nb\nc d e\n") is None
    assert missing(["c", "a 1"], "a 1\nc\n") == "a 1"


def test_the_reader_of_the_page_sees_commands_and_files():
    page = "```console\n$ one\nsaid\n$ two\n```\n\n```yaml\n# file: a/b.yaml\nx: 1\n```\n"
    assert list(steps(page)) == [
        ("run", "one", ["said"]),
        ("run", "two", []),
        ("write", "a/b.yaml", "# file: a/b.yaml\nx: 1\n"),
    ]
