"""The page of findings of ``custrata check``."""

from __future__ import annotations

import ast
import inspect
import re
import textwrap
from collections.abc import Iterator

from markdown import code, prose, summary, table

CODE = re.compile(r"[A-Z]{2}\d{3}")


def findings() -> dict[str, tuple[str, str]]:
    """Severity and meaning of every finding by its code."""
    from custrata.strategy.lint.checking import CHECKS
    from custrata.strategy.lint.claims import STATES

    found = {
        name: (str(severity), f"A claim is {state.value}. {mend}")
        for state, (name, severity, mend) in STATES.items()
    }
    for check in CHECKS:
        codes, _, meaning = summary(check).partition(": ")
        weight = severity_in(inspect.getsource(check))
        for name in CODE.findall(codes):
            found.setdefault(name, (weight or "error", meaning[:1].upper() + meaning[1:]))
    return dict(sorted(found.items()))


def severity_in(source: str) -> str:
    """The severity that a check gives; empty when it leaves that to another function."""
    tree = ast.parse(textwrap.dedent(source))
    names = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and ast.unparse(node.value) == "Severity"
    ]
    return names[0].attr.lower() if names else ""


def page() -> Iterator[str]:
    """Every code with its weight and meaning."""
    yield "# Findings of check\n"
    yield from prose("""
        What `custrata check` may say of a strategy. Errors and warnings make it leave with exit code 1,
        notes do not. A code never changes its meaning. Each finding also names the place in the document
        and the mend.
        """)
    yield from table(("code", "weight", "meaning"), ((code(k), *v) for k, v in findings().items()))
