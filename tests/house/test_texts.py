"""What people read is plain: every error has its next step, and errors travel between processes."""

from __future__ import annotations

import ast

from custrata import errors

KINDS = {
    name
    for name, thing in vars(errors).items()
    if isinstance(thing, type) and issubclass(thing, errors.CustrataError)
}


def raised(modules):
    """Every place that makes one of our errors."""
    return [
        (m, call)
        for m in modules
        for call in m.calls()
        if isinstance(call.func, ast.Name) and call.func.id in KINDS
    ]


def test_every_error_names_the_next_step(modules):
    silent = [
        m.at(call)
        for m, call in raised(modules)
        # **facts may carry the remedy along.
        if not any(k.arg in ("remedy", None) for k in call.keywords)
    ]
    assert silent == [], "\n".join(silent)


def test_no_error_shouts_or_ends_its_sentence(modules):
    # str() of the error puts the full stop.
    found = [
        m.at(call)
        for m, call in raised(modules)
        for text in ast.walk(call)
        if isinstance(text, ast.Constant)
        and isinstance(text.value, str)
        and text.value.rstrip().endswith("!")
    ]
    assert found == [], "\n".join(found)
