"""The code as the house rules see it: parsed once for all of them."""

from __future__ import annotations

import ast
import subprocess
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]
SOURCE = REPOSITORY / "src" / "custrata"


@dataclass(frozen=True)
class Module:
    """One Python file."""

    path: Path

    @property
    def place(self) -> str:
        return self.path.relative_to(REPOSITORY).as_posix()

    @property
    def room(self) -> str:
        """The folder below the package (``measures``), empty for modules beside it."""
        parts = self.path.relative_to(SOURCE).parts
        return parts[0] if len(parts) > 1 else ""

    @cached_property
    def text(self) -> str:
        return self.path.read_text(encoding="utf-8")

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text)

    def functions(self) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
        return [n for n in ast.walk(self.tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]

    def calls(self) -> list[ast.Call]:
        return [n for n in ast.walk(self.tree) if isinstance(n, ast.Call)]

    def at(self, node: ast.AST) -> str:
        return f"{self.place}:{node.lineno}"


@pytest.fixture(scope="session")
def modules() -> tuple[Module, ...]:
    """All modules of the package."""
    found = tuple(Module(path) for path in sorted(SOURCE.rglob("*.py")))
    assert found, "no modules were found: the rules would hold of nothing"
    return found


@pytest.fixture(scope="session")
def test_modules() -> tuple[Module, ...]:
    """All modules of the tests."""
    return tuple(Module(path) for path in sorted((REPOSITORY / "tests").rglob("*.py")))


@pytest.fixture(scope="session")
def project_files() -> tuple[Path, ...]:
    """Every text file that belongs to the project: what git tracks or would track."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=REPOSITORY,
        capture_output=True,
        check=False,
    )
    if listed.returncode != 0:
        pytest.skip("this is no git checkout: it cannot be said which files belong to the project")
    paths = (REPOSITORY / name for name in listed.stdout.decode().split("\0") if name)
    binary = {".png", ".ico", ".pptx", ".parquet", ".xlsx", ".gz", ".sqlite", ".duckdb"}
    return tuple(path for path in paths if path.is_file() and path.suffix not in binary)
