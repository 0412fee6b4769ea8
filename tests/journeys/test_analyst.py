"""The notebook for the analyst runs: every block in order, in one folder, says what the page says it says.

A block ``python`` is a cell; all cells share their names, and the block ``text`` after a cell is what it
prints, to the letter. A block ``yaml`` that begins with ``# file: NAME`` is a file that the reader writes. A
block ``console`` holds commands after ``$``, each with fragments of lines that it says in this order; ``...``
stands for anything.
"""

from __future__ import annotations

import re
import shlex
from pathlib import Path

PAGE = Path(__file__).resolve().parents[2] / "docs" / "analyst.md"
BLOCK = re.compile(r"^```(python|text|yaml|console)\n(.*?)^```", re.MULTILINE | re.DOTALL)
FILE = re.compile(r"\A# file: (\S+)\n")


def test_every_cell_says_what_the_page_shows(custrata, tmp_path, monkeypatch, capfd):
    monkeypatch.chdir(tmp_path)
    names, said = {}, ""
    for kind, body in blocks():
        if kind == "python":
            assert said == "", f"the page does not show this:\n{said}"
            exec(compile(body, str(PAGE), "exec"), names)
            said = capfd.readouterr().out
        elif kind == "text":
            assert (said.splitlines(), "") == (body.splitlines(), "")
            said = ""
        elif kind == "yaml":
            write(body)
        else:
            converse(body, custrata)
    assert said == ""


def test_the_page_has_cells_and_commands():
    kinds = [kind for kind, _ in blocks()]
    assert kinds.count("python") >= 12
    assert kinds.count("console") >= 2


def test_the_reader_of_the_page_finds_what_is_not_said():
    assert absent("a 1\n...\nc ... e", "x a   1\nb\nc d e") == []
    assert absent("c\na 1", "a 1\nc") == ["a 1"]


def blocks():
    """Kind and content of each block that runs, in the order of the page."""
    return BLOCK.findall(PAGE.read_text(encoding="utf-8"))


def write(body):
    """Write the file that a block names."""
    place = Path(FILE.match(body).group(1))
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(body, encoding="utf-8")


def converse(body, custrata):
    """Run the commands of a block and look for what they say."""
    for part in re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]:
        command, _, expected = part.partition("\n")
        done = custrata(*shlex.split(command)[1:])
        assert done.code == 0, done.said
        assert absent(expected, done.said) == [], f"$ {command}\n\n{done.said}"


def absent(expected, said):
    """The expected fragments, in order, from the first that is not there."""
    wanted = [" ".join(part.split()) for line in expected.splitlines() for part in line.split("...")]
    wanted, heard = [part for part in wanted if part], " ".join(said.split())
    while wanted:
        _, found, heard = heard.partition(wanted[0])
        if not found:
            return wanted
        wanted.pop(0)
    return []
