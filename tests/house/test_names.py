"""Names are the field's terms, and no name has two meanings."""

from __future__ import annotations

import ast

from custrata.sources.contract import CONTRACT

FOLDERS = {
    "utils",
    "util",
    "helpers",
    "helper",
    "common",
    "core",
    "base",
    "services",
    "managers",
    "misc",
    "shared",
    "lib",
}
AGREED = {"src/custrata/customers/base.py"}
"""The customer base is a term of the field; no other base is."""

AMBIGUOUS = {"recency", "frequency", "monetary", "churn", "active", "score"}
"""Each has two meanings in the field; days_since_last_order, last_order_age, repeat_orders … have one."""

COLUMN_CALLS = {"name", "field", "alias"}


def bound_names(tree: ast.Module) -> list[tuple[ast.AST, str]]:
    """Every name that a module gives to a function, class, argument, variable, keyword or column."""
    found: list[tuple[ast.AST, str]] = []
    for node in ast.walk(tree):
        match node:
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
                found.append((node, node.name))
            case ast.arg():
                found.append((node, node.arg))
            case ast.Name(ctx=ast.Store()):
                found.append((node, node.id))
            case ast.Attribute(ctx=ast.Store()):
                found.append((node, node.attr))
            case ast.keyword(arg=str()):
                found.append((node.value, node.arg))
            case ast.alias(asname=str()):
                found.append((node, node.asname))
            case ast.Call(func=ast.Attribute(attr=called), args=[ast.Constant(value=str() as column), *_]):
                if called in COLUMN_CALLS:
                    found.append((node, column))
    return found


def test_no_folder_or_module_has_a_name_that_says_nothing(modules):
    vague = [
        m.place
        for m in modules
        if m.place not in AGREED
        and any(part in FOLDERS or part.startswith("base_") for part in (*m.path.parts[-3:-1], m.path.stem))
    ]
    assert vague == [], "\n".join(vague)


def test_no_identifier_has_two_meanings(modules):
    found = [
        f"{m.at(node)} {name}" for m in modules for node, name in bound_names(m.tree) if name in AMBIGUOUS
    ]
    assert found == [], "\n".join(found)


def test_no_canonical_column_has_two_meanings():
    found = [f"{t.name}.{c.name}" for t in CONTRACT.values() for c in t.columns if c.name in AMBIGUOUS]
    assert found == [], "\n".join(found)


def test_the_rule_sees_every_way_to_give_a_name():
    text = "def churn(active):\n    score = 1\n    t.mutate(recency=1)\n    x.name('monetary')\n"
    text += "    x.frequency = 2\n"
    assert {name for _, name in bound_names(ast.parse(text))} >= AMBIGUOUS
