"""The pages of errors and of the Python names."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from enum import StrEnum
from typing import Any

from markdown import code, docstring, prose, summary, table


def errors() -> list[type[Exception]]:
    """The kinds of errors, the root first."""
    from custrata import errors as module

    kinds = [k for k in vars(module).values() if inspect.isclass(k) and issubclass(k, Exception)]
    return sorted(kinds, key=lambda kind: (len(kind.__mro__), kind.__name__))


def errors_page() -> Iterator[str]:
    """Every kind of error."""
    yield "# Errors\n"
    yield from prose("""
        Every error says where, what, how many, and what to do. In Python the parts are the attributes
        `where`, `what`, `how_many`, `remedy` and `facts`; on the command line they are one message on
        stderr and exit code 2.
        """)
    yield from table(("error", "when"), ((code(kind.__name__), summary(kind)) for kind in errors()))


def python_page() -> Iterator[str]:
    """The public names of the package."""
    import custrata

    yield "# Python\n\nWhat `import custrata` offers. Heavy libraries load when they are used."
    for name in getattr(custrata, "__all__", ()):
        thing = getattr(custrata, name)
        yield f"\n## {name}\n"
        if inspect.isclass(thing) or inspect.isroutine(thing):
            yield from signature(name, thing)
            yield from docstring(thing)
        else:
            yield f"A value of type {code(type(thing).__name__)}."


def signature(name: str, thing: Any) -> Iterator[str]:
    """How a function or class is called, as a code block; the values of a list of words."""
    if inspect.isclass(thing) and issubclass(thing, StrEnum):
        yield f"Values: {', '.join(code(value) for value in thing)}.\n"
        return
    try:
        text = str(inspect.signature(thing))
    except (TypeError, ValueError):
        return
    yield f"```python\n{name}{text}\n```\n"
