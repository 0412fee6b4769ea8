"""A module answers one question, a function does one thing, a folder can be taken in at a glance."""

from __future__ import annotations

import ast
from collections import Counter

MODULE_LINES = 400
FUNCTION_LINES = 50
FOLDER_MODULES = 12

CROWDED: dict[str, str] = {
    "strategy/pitfalls": "one mistake a file, as many as there are mistakes",
    "activation/destinations": "one destination a folder",
}
"""Folders that may hold more modules, with the reason."""


def lines_without_docstring(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of a function from ``def`` to its end, its own docstring not counted."""
    total = function.end_lineno - function.lineno + 1
    first = function.body[0]
    if (
        isinstance(first, ast.Expr)
        and isinstance(first.value, ast.Constant)
        and isinstance(first.value.value, str)
    ):
        total -= first.end_lineno - first.lineno + 1
    return total


def test_no_module_is_longer_than_400_lines(modules):
    assert {m.place: n for m in modules if (n := len(m.text.splitlines())) > MODULE_LINES} == {}


def test_no_function_is_longer_than_50_lines(modules):
    long = {
        f"{m.at(function)} {function.name}": lines
        for m in modules
        for function in m.functions()
        if (lines := lines_without_docstring(function)) > FUNCTION_LINES
    }
    assert long == {}


def test_no_folder_holds_more_than_12_modules(modules):
    # A question has one module; __init__ only says what the folder is.
    rooms = Counter(m.path.parent for m in modules if m.path.name != "__init__.py")
    source = next(m.path for m in modules if m.path.name == "errors.py").parent
    crowded = {
        name: count
        for folder, count in rooms.items()
        if count > FOLDER_MODULES and (name := folder.relative_to(source).as_posix()) not in CROWDED
    }
    assert crowded == {}


def test_a_docstring_does_not_count_towards_the_length():
    function = ast.parse('def f():\n    """One.\n\n    Two.\n    """\n    return 1\n').body[0]
    assert lines_without_docstring(function) == 2
