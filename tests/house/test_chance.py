"""Same inputs, same outputs: nothing asks the clock, nothing draws without a seed."""

from __future__ import annotations

import ast

CLOCKS = {
    *("datetime.now", "datetime.utcnow", "datetime.today", "date.today"),
    *("time.time", "time.time_ns", "time.gmtime", "time.localtime"),
    *("ibis.now", "ibis.today", "Timestamp.now"),
}
STOPWATCHES = {
    "time.monotonic",
    "time.perf_counter",
    "time.monotonic_ns",
    "time.perf_counter_ns",
    "time.process_time",
}
TIMED = {"engine", "project", "cli", "web", ""}
"""Rooms that may measure how long something takes (empty: modules beside the rooms, such as build)."""

PLAYS = {"web"}
"""Rooms that draw keys nobody may guess, and stamp what people do; nothing of it is analysis."""

SALTS = {
    "src/custrata/project/erasing/suppressing.py": "salts the hashes of erased ids",
    "src/custrata/project/live/leaving.py": "salts hashes, from which all that nobody may guess is drawn",
    "src/custrata/project/supplying/receiving.py": "names a file that is arriving",
}
"""Modules that draw what is no result, with the reason."""

DICE = {"uuid.uuid1", "uuid.uuid4", "os.urandom", "ibis.random", "ibis.uuid"}
DICE_MODULES = ("random.", "secrets.", "np.random.", "numpy.random.")
SEEDED = {
    "np.random.default_rng",
    "numpy.random.default_rng",
    "random.Random",
    "np.random.Generator",
    "np.random.PCG64",
}


def dotted(node: ast.expr) -> str:
    """``dt.datetime.now`` for the expression that reads so; empty for anything that is not a plain path."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        owner = dotted(node.value)
        return f"{owner}.{node.attr}" if owner else ""
    return ""


def ends_with_one_of(name: str, endings: set[str]) -> bool:
    return any(name == ending or name.endswith(f".{ending}") for ending in endings)


def draws_without_seed(call: ast.Call) -> bool:
    name = dotted(call.func)
    if name in SEEDED:
        return not call.args and not call.keywords
    return name in DICE or name.startswith(DICE_MODULES)


def test_nothing_asks_the_clock(modules):
    found = [
        f"{m.at(c)} {dotted(c.func)}"
        for m in modules
        if m.room not in PLAYS
        for c in m.calls()
        if ends_with_one_of(dotted(c.func), CLOCKS)
    ]
    assert found == [], "\n".join(found)


def test_only_the_edges_measure_how_long_it_takes(modules):
    found = [
        f"{m.at(c)} {dotted(c.func)}"
        for m in modules
        if m.room not in TIMED
        for c in m.calls()
        if dotted(c.func) in STOPWATCHES
    ]
    assert found == [], "\n".join(found)


def test_nothing_draws_without_a_seed(modules):
    found = [
        f"{m.at(c)} {dotted(c.func)}"
        for m in modules
        if m.room not in PLAYS and m.place not in SALTS
        for c in m.calls()
        if draws_without_seed(c)
    ]
    assert found == [], "\n".join(found)


def test_nothing_hashes_with_the_process_own_salt(modules):
    # hash() of a text differs from one process to the next.
    found = [
        m.at(c)
        for m in modules
        for c in m.calls()
        if isinstance(c.func, ast.Name) and c.func.id == "hash" and not inside_dunder_hash(m.tree, c)
    ]
    assert found == [], "\n".join(found)


def inside_dunder_hash(tree: ast.Module, call: ast.Call) -> bool:
    return any(
        isinstance(n, ast.FunctionDef) and n.name == "__hash__" and n.lineno <= call.lineno <= n.end_lineno
        for n in ast.walk(tree)
    )


def test_the_rules_see_clock_and_dice():
    calls = [
        n
        for n in ast.walk(ast.parse("dt.datetime.now(); np.random.default_rng(); np.random.default_rng(7)"))
        if isinstance(n, ast.Call)
    ]
    assert [ends_with_one_of(dotted(c.func), CLOCKS) for c in calls] == [True, False, False]
    assert [draws_without_seed(c) for c in calls] == [False, True, False]
