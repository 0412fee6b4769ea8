"""What the code imports comes with it: a package that only tests bring is missing at everybody else's."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.metadata import packages_distributions, requires

import pytest

BROUGHT = {
    "cryptography": "django-allauth",  # its extra mfa proves passkeys with it
    "lxml": "python-pptx",
    "pydantic-core": "pydantic",
    "threadpoolctl": "scikit-learn",
}
"""Packages that are imported and come with one that is declared."""


def plain(name: str) -> str:
    """A requirement's package as registries write it."""
    return re.sub(r"[-_.]+", "-", re.split(r"[\s\[<>=!~;(]", name, maxsplit=1)[0]).lower()


@pytest.fixture(scope="module")
def declared(repository) -> set[str]:
    project = tomllib.loads((repository / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"].values()
    return {plain(one) for some in (project["dependencies"], *extras) for one in some}


def imported(tree: ast.Module) -> set[str]:
    """The packages that a module imports, wherever in it, without those of Python and our own."""
    names = [alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names]
    names += [
        node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and not node.level
    ]
    tops = {name.split(".")[0] for name in names}
    return {top for top in tops if top not in sys.stdlib_module_names and top != "custrata"}


@cache
def providers() -> Mapping[str, list[str]]:
    """Which packages bring a module; reading all their lists takes long."""
    return packages_distributions()


def missing(tree: ast.Module, declared: set[str]) -> set[str]:
    """What a module imports that no requirement brings."""
    known = providers()
    return {
        top
        for top in imported(tree)
        if not {plain(one) for one in known.get(top, [top])} & (declared | set(BROUGHT))
    }


def test_every_imported_package_is_declared(modules, declared):
    found = [f"{m.place}: {name}" for m in modules for name in sorted(missing(m.tree, declared))]
    assert found == [], "\n".join(found)


def test_what_comes_with_another_is_still_asked_for_by_it(declared):
    asked = {name: {plain(one) for one in requires(by) or []} for name, by in BROUGHT.items()}
    # Two steps for passkeys: allauth asks for fido2, which asks for cryptography.
    asked["cryptography"] |= {plain(one) for one in requires("fido2") or []}
    assert all(BROUGHT[name] in declared and name in asked[name] for name in BROUGHT)


def test_the_rule_sees_a_package_that_only_tests_bring(declared):
    assert missing(ast.parse("def f():\n    import pytest\n"), declared) == {"pytest"}
    assert missing(ast.parse("import os, duckdb\nfrom .x import y\n"), declared) == set()
