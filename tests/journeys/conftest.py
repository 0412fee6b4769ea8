"""The program as people run it: words in, exit code and text out."""

from __future__ import annotations

import csv
import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Outcome:
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def said(self) -> str:
        return self.out + self.err


class Files:
    """Small folders of data, and what can be seen of them from outside."""

    @staticmethod
    def write(path: Path, heads: list[str], rows: list[list[object]], **how: Any) -> Path:
        """Write a delimited file; ``delimiter`` and ``encoding`` as in ``open`` and ``csv.writer``."""
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("w", newline="", encoding=how.pop("encoding", "utf-8")) as file:
            writer = csv.writer(file, lineterminator="\n", **how)
            writer.writerows([heads, *rows])
        return path

    @staticmethod
    def orders(customers: int = 12, months: int = 18) -> list[list[object]]:
        """Orders of a small shop, the same ones every time: number, day, customer, amount."""
        return [
            [
                f"{customer:02}{month:02}",
                f"{2023 + month // 12}-{month % 12 + 1:02}-{(customer * 7 + month * 3) % 28 + 1:02}",
                f"K{customer:03}",
                f"{10 + (customer * 37 + month * 11) % 90}.{(customer * 13) % 100:02}",
            ]
            for customer in range(1, customers + 1)
            for month in range(months)
            if (customer * month) % 3 != 1 and not (customer % 5 == 0 and month > 9)
        ]

    @staticmethod
    def hashes(folder: Path) -> dict[str, str]:
        """Content of every file that is not the program's own."""
        return {
            path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted(folder.rglob("*"))
            if path.is_file() and ".custrata" not in path.relative_to(folder).parts
        }

    @staticmethod
    def snapshots(folder: Path) -> list[str]:
        """Names of the snapshots that stand in a bare folder or project."""
        kept = folder / ".custrata" / "snapshots"
        return (
            sorted(p.name for p in kept.iterdir() if not p.name.startswith("tmp-")) if kept.is_dir() else []
        )


ORDER_HEADS = ["order_id", "order_date", "customer_id", "amount"]


@pytest.fixture(scope="session")
def files() -> type[Files]:
    """Helpers for folders of data."""
    return Files


@pytest.fixture(scope="session")
def order_heads() -> list[str]:
    """The heads of ``Files.orders``."""
    return list(ORDER_HEADS)


@pytest.fixture
def custrata(capfd: pytest.CaptureFixture[str]) -> Callable[..., Outcome]:
    """Run a command in this process."""
    from custrata.cli.run import run

    def call(*words: object) -> Outcome:
        capfd.readouterr()
        code = run([str(word) for word in words])
        out, err = capfd.readouterr()
        assert "Traceback" not in out + err, err
        return Outcome(code, out, err)

    return call


@pytest.fixture(scope="session")
def in_process() -> Callable[..., Outcome]:
    """Run a command in a process of its own."""

    def call(*words: object, **environment: str) -> Outcome:
        done = subprocess.run(
            [sys.executable, "-c", "from custrata.cli import main; main()", *map(str, words)],
            capture_output=True,
            text=True,
            timeout=600,
            check=False,
            env={**os.environ, **environment},
        )
        assert "Traceback" not in done.stderr, done.stderr
        return Outcome(done.returncode, done.stdout, done.stderr)

    return call


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    """A bare folder with one file of orders."""
    Files.write(tmp_path / "shop" / "orders.csv", ORDER_HEADS, Files.orders())
    return tmp_path / "shop"


@pytest.fixture(scope="session")
def built_shop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same folder, built once: for tests that only read."""
    from custrata.cli.run import run

    folder = tmp_path_factory.mktemp("built") / "shop"
    Files.write(folder / "orders.csv", ORDER_HEADS, Files.orders())
    assert run(["build", str(folder)]) == 0
    return folder


@pytest.fixture(scope="session")
def roaster_data() -> Path:
    """The data of the tutorial; copy them before you build."""
    return REPOSITORY / "docs" / "tutorial" / "roaster"


@pytest.fixture(scope="session")
def roaster(tmp_path_factory: pytest.TempPathFactory, roaster_data: Path) -> Path:
    """The tutorial's coffee roaster, built and drafted once: for tests that only read."""
    from custrata.cli.run import run

    folder = tmp_path_factory.mktemp("journey") / "roaster"
    shutil.copytree(roaster_data, folder)
    assert run(["build", str(folder)]) == 0
    assert run(["draft", "-C", str(folder)]) == 0
    return folder
