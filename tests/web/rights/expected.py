"""The reviewed file of expected answers: read it, propose rows that it lacks, never accept one silently."""

from __future__ import annotations

import csv
from pathlib import Path

from tests.web.rights.asking import PEOPLE, Answers

FILE = Path(__file__).parent / "expected.csv"


def expected() -> Answers:
    """The answers that people have reviewed; lines that begin with ``#`` are proposals and do not count."""
    with FILE.open(encoding="utf-8", newline="") as file:
        lines = [line for line in file if not line.startswith("#")]
    return {
        (row["address"], row["method"]): {name: row[name] for name in PEOPLE} for row in csv.DictReader(lines)
    }


def propose(missing: Answers) -> None:
    """Add rows as comments; a person looks at each and takes the mark away.

    Args:
        missing: Rows that the file lacks.
    """
    written = FILE.read_text(encoding="utf-8")
    lines = ["# " + ",".join([*key, *(answers[name] for name in PEOPLE)]) for key, answers in missing.items()]
    new = [line for line in lines if line not in written]
    FILE.write_text(written + "".join(line + "\n" for line in new), encoding="utf-8")
