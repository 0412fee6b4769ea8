"""Only the engine runs queries; everyone else builds them."""

from __future__ import annotations

import ast

RUNS = {
    "execute",
    "to_pyarrow",
    "to_pyarrow_batches",
    "to_pandas",
    "to_polars",
    "raw_sql",
    "fetchall",
    "fetchone",
    "cache",
}
DATABASES = {"duckdb", "sqlite3", "sqlalchemy", "psycopg", "psycopg2"}
ENGINE_NAMES = {"engine", "_engine"}
EXCEPTIONS = {
    "src/custrata/project/erasing/formats/databases.py": "takes a person out of raw SQLite and DuckDB files",
    "src/custrata/project/live/leaving.py": "remembers which counts left, by hashes, in a file of its own",
    "src/custrata/web/site/turns.py": "lets those who write one file of the site stand in line",
    "src/custrata/web/audit/guard.py": "lays the triggers that guard the log",
}
"""Modules that speak to a database without asking it anything, with the reason."""

OWN_DATABASE = {"cursor"}
"""What the workspace asks its own tables of people and revisions through; no customer is in them."""


def imported(tree: ast.Module) -> set[str]:
    """First parts of the names of all modules imported, in functions too."""
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.split(".")[0])
    return names


def asks_the_engine(call: ast.Attribute) -> bool:
    """Whether the call goes through the engine: ``engine.execute(...)``, ``self.engine.execute(...)``."""
    owner = call.value
    name = owner.id if isinstance(owner, ast.Name) else owner.attr if isinstance(owner, ast.Attribute) else ""
    return name in ENGINE_NAMES


def asks_own_tables(room: str, call: ast.Attribute) -> bool:
    """Whether the workspace asks its own database, by Django's cursor."""
    return room == "web" and isinstance(call.value, ast.Name) and call.value.id in OWN_DATABASE


def test_only_the_engine_imports_a_database(modules):
    found = {
        m.place: imported(m.tree) & DATABASES
        for m in modules
        if m.room != "engine" and m.place not in EXCEPTIONS
    }
    assert {place: names for place, names in found.items() if names} == {}


def test_only_the_engine_runs_an_expression(modules):
    found = [
        f"{m.at(call)} .{call.func.attr}()"
        for m in modules
        if m.room != "engine" and m.place not in EXCEPTIONS
        for call in m.calls()
        if isinstance(call.func, ast.Attribute)
        and call.func.attr in RUNS
        and not asks_the_engine(call.func)
        and not asks_own_tables(m.room, call.func)
        # functools.cache is a decorator, not a query.
        and not (isinstance(call.func.value, ast.Name) and call.func.value.id == "functools")
    ]
    assert found == [], "\n".join(found)


def test_nobody_imports_pandas(modules):
    assert [m.place for m in modules if "pandas" in imported(m.tree)] == []


def test_powerpoint_is_known_to_delivery_alone(modules):
    assert [m.place for m in modules if m.room != "delivery" and "pptx" in imported(m.tree)] == []


def test_the_rule_sees_an_import_inside_a_function():
    tree = ast.parse("def late():\n    import duckdb\n    from sqlite3 import connect\n")
    assert imported(tree) == {"duckdb", "sqlite3"}
