"""Tests mirror the code: src/custrata/x/y.py is tested in tests/x/test_y.py."""

from __future__ import annotations

import ast
from pathlib import Path

BESIDE = {"house", "journeys", "published", "web/browser", "web/stories", "web/attacks"}
"""Folders of tests that follow a question instead of a module."""

EXCEPTIONS: dict[str, str] = {}
"""Modules without a test file of their own, with the reason."""


def has_code(tree: ast.Module) -> bool:
    """Whether a module does something: values, words and names alone have nothing that could go wrong."""
    return any(
        isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda) for node in ast.walk(tree)
    )


def beside(path: Path) -> bool:
    """Whether a test file lies in a folder that follows a question."""
    return any(folder.as_posix() in BESIDE for folder in path.parents)


def wanted(source: Path, path: Path, tests: Path) -> Path:
    """The test file that belongs to a module."""
    inner = path.relative_to(source)
    return tests / inner.parent / f"test_{inner.stem}.py"


def test_every_module_with_code_has_its_test_file(modules, repository):
    source, tests = repository / "src" / "custrata", repository / "tests"
    missing = [
        f"{m.place} wants {wanted(source, m.path, tests).relative_to(repository).as_posix()}"
        for m in modules
        if m.path.name != "__init__.py"
        and has_code(m.tree)
        and m.path.relative_to(source).as_posix() not in EXCEPTIONS
        and not wanted(source, m.path, tests).is_file()
    ]
    assert missing == [], "\n".join(missing)


def test_every_test_file_has_its_module(modules, test_modules, repository):
    source, tests = repository / "src" / "custrata", repository / "tests"
    expected = {wanted(source, m.path, tests) for m in modules}
    packages = {tests / m.path.relative_to(source).parent for m in modules if m.path.name == "__init__.py"}
    orphans = [
        t.place
        for t in test_modules
        if t.path.name.startswith("test_")
        and not beside(t.path.relative_to(tests))
        and t.path not in expected
        # tests/engine/readers/test_readers.py may hold the whole folder together.
        and not (t.path.parent in packages and t.path.stem == f"test_{t.path.parent.name}")
    ]
    assert orphans == [], "\n".join(orphans)


def test_every_exception_is_still_there(repository):
    gone = [name for name in EXCEPTIONS if not (repository / "src" / "custrata" / name).is_file()]
    assert gone == [], "\n".join(gone)


def test_every_test_file_asserts_something(test_modules):
    # A browser is held to what it shows by expect(...), and by the fixtures that watch its console.
    words = ("assert", "raises", "pytest.warns", "doctest", "expect(")
    silent = [
        t.place
        for t in test_modules
        if t.path.name.startswith("test_") and not any(w in t.text for w in words)
    ]
    assert silent == [], "\n".join(silent)


def test_a_module_of_names_and_values_alone_is_not_code():
    assert not has_code(ast.parse('"""Doc."""\nfrom a import b\n\nclass Row:\n    x: int = 1\n'))
    assert has_code(ast.parse("class Row:\n    def x(self): ...\n"))
