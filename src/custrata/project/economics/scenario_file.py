"""A scenario as text: read with errors that name the line, and written so that a person can edit it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from custrata.economics.scenario.form import Plan, Scenario, Spread
from custrata.engine.snapshots import replace_text
from custrata.errors import DocumentError, ScenarioError
from custrata.project.place import plain_text
from custrata.strategy.text.nodes import Node, parse
from custrata.strategy.text.writing import to_text

_ASSUMED = "# Effects and costs are assumed, not measured: a start for the discussion. Put your own in."

_REMEDIES = {
    "extra_forbidden": "take the field out, or mend its spelling",
    "missing": "add the field",
    "model_type": "write low, likely and high, or one number",
}


def read_scenario(file: Path) -> Scenario:
    """The scenario that a file holds.

    Raises:
        ScenarioError: There is no such file, or it holds no scenario; names line and field.
    """
    if not file.is_file():
        raise ScenarioError(
            "there is no such file",
            where=str(file),
            remedy="write one: custrata scenario --propose prints a start",
        )
    return scenario_of(plain_text(file), file.name)


def scenario_of(text: str, name: str = "scenario") -> Scenario:
    """The scenario that a text holds.

    Args:
        text: YAML.
        name: What the text is called in errors.

    Raises:
        ScenarioError: It holds none; names line and field.
    """
    try:
        root = parse(text)
    except DocumentError as error:
        raise ScenarioError(
            error.what.replace("a strategy", "a scenario"),
            where=f"{name}, {error.where}",
            remedy=error.remedy,
        ) from error
    if not isinstance(root.value, dict):
        raise ScenarioError(
            "the text holds no scenario", where=name, remedy="begin with name: and what it is"
        )
    try:
        return Scenario.model_validate(root.plain())
    except ValidationError as error:
        raise _explained(error, root, name) from error


def scenario_text(scenario: Scenario) -> str:
    """A scenario as YAML, defaults left out; the same scenario is read from it."""
    return to_text(_plain(scenario))


def proposed_text(scenario: Scenario) -> str:
    """A proposed scenario as YAML that says of its effects and costs that they are assumed."""
    lines = scenario_text(scenario).rstrip().split("\n")
    marked = [f"{line}  # assumed" if line.strip() in ("effects:", "cost:") else line for line in lines]
    return "\n".join([_ASSUMED, *marked]) + "\n"


def _explained(error: ValidationError, root: Node, name: str) -> ScenarioError:
    first = error.errors()[0]
    path, line = _place(root, first["loc"])
    message = first["msg"].removeprefix("Value error, ")
    others = error.error_count() - 1
    return ScenarioError(
        f"{message[:1].lower()}{message[1:]}",
        where=f"{name}, line {line + 1}: {'.'.join(path) or 'scenario'}",
        how_many=others + 1 if others else None,
        remedy=_REMEDIES.get(first["type"], "mend the value; the manual shows a whole scenario"),
        line=line + 1,
    )


def _place(root: Node, loc: tuple[int | str, ...]) -> tuple[list[str], int]:
    node, line, path = root, root.line, []
    for step in loc:
        path.append(str(step + 1) if isinstance(step, int) else step)
        inner = _inner(node, step)
        if inner is not None:
            node, line = inner, inner.key_line
    return path, line


def _inner(node: Node, step: int | str) -> Node | None:
    inside: Any = node.value
    if isinstance(inside, dict):
        return inside.get(step)
    return inside[step] if isinstance(inside, list) and isinstance(step, int) and step < len(inside) else None


def _plain(value: Any) -> Any:
    if isinstance(value, Spread) and value.certain:
        return value.likely
    if isinstance(value, BaseModel):
        return _fields(value)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value.value if hasattr(value, "value") else value


def _fields(value: BaseModel) -> dict[str, Any]:
    plain = {}
    for name, info in type(value).model_fields.items():
        held = getattr(value, name)
        if info.is_required() or held != info.get_default(call_default_factory=True):
            plain[info.alias or name] = _plain(held)
    order = ("name", *(n for n in plain if n not in ("name", *Plan.model_fields)), *Plan.model_fields)
    return {n: plain[n] for n in order if n in plain}


def write_results(out: Path, results: dict[str, Any]) -> None:
    """Write what a scenario gave as a JSON file, whole or not at all."""
    text = json.dumps(results, ensure_ascii=False, indent=2, default=str, allow_nan=False)
    replace_text(out, text + "\n")
