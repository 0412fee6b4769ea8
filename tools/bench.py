"""How long the program takes here, as ratios to a plain scan of the same files and to a bare Python."""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from pathlib import Path

CUSTRATA = (sys.executable, "-c", "from custrata.cli import main; main()")
SCAN = """
import sys, duckdb
for file in sys.argv[1:]:
    rows = duckdb.read_csv(file, all_varchar=True)
    rows.aggregate("count(*), bit_xor(hash(columns(*)))").fetchall()
"""


def seconds(*words: object) -> float:
    """Wall time of a command; ends the program when the command fails."""
    started = time.perf_counter()
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        sys.exit(f"{' '.join(map(str, words))}\n{done.stdout}{done.stderr}")
    return time.perf_counter() - started


def best(times: int, *words: object) -> float:
    """The shortest of several runs: what the machine can do when nothing else disturbs it."""
    return min(seconds(*words) for _ in range(times))


def line(what: str, took: float, peer: str, base: float) -> None:
    """Print one measurement with its ratio to a peer in the same run."""
    sys.stdout.write(f"  {what:<34} {took:8.2f} s   {took / base:6.1f} × {peer}\n")
    sys.stdout.flush()


def start() -> None:
    """How long it takes to say hello."""
    bare = best(5, sys.executable, "-c", "pass")
    sys.stdout.write("Start\n")
    line("import custrata", best(5, sys.executable, "-c", "import custrata"), "bare Python", bare)
    line("custrata --help", best(5, *CUSTRATA, "--help"), "bare Python", bare)


def company(customers: int, folder: Path) -> None:
    """How long the generated company takes from raw tables to deck."""
    seconds(*CUSTRATA, "new", folder, "--example", "--customers", customers)
    files = sorted((folder / "data").rglob("*.csv"))
    rows = sum(file.read_bytes().count(b"\n") - 1 for file in files)
    scan = best(2, sys.executable, "-c", SCAN, *files)
    sys.stdout.write(f"A company of {customers:,} customers, {rows:,} rows in {len(files)} files\n")
    line("plain scan", scan, "plain scan", scan)
    line("build", seconds(*CUSTRATA, "build", folder), "plain scan", scan)
    line("build again, nothing changed", best(2, *CUSTRATA, "build", folder), "plain scan", scan)
    line("draft", seconds(*CUSTRATA, "draft", "-C", folder), "plain scan", scan)
    line("check", seconds(*CUSTRATA, "check", "-C", folder), "plain scan", scan)
    line("deck", seconds(*CUSTRATA, "deck", "-C", folder, "--out", folder / "deck.pptx"), "plain scan", scan)
    line(
        "report",
        seconds(*CUSTRATA, "report", "-C", folder, "--out", folder / "report.html"),
        "plain scan",
        scan,
    )


def main() -> None:
    """Measure start and companies of several sizes."""
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("--customers", type=int, nargs="*", default=[400, 2_000, 10_000], metavar="N")
    sizes = parser.parse_args().customers
    start()
    with tempfile.TemporaryDirectory() as scratch:
        for size in sizes:
            company(size, Path(scratch) / f"company_{size}")


if __name__ == "__main__":
    main()
