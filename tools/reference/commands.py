"""The page of commands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from markdown import cell, code, prose, table

METAVARS = {"int": "N", "float": "X", "Path": "PATH"}


def commands() -> dict[str, Any]:
    """The commands of the command line by name."""
    import typer

    from custrata.cli.run import _app

    return dict(sorted(typer.main.get_command(_app()).commands.items()))


def page() -> Iterator[str]:
    """All commands with their arguments and options."""
    yield "# Commands\n"
    yield from prose("""
        DIR is a project, a bare folder of data, or one data file. `-C DIR` names it for any command and
        may stand first, as in `custrata -C DIR show revenue`. Without it the current folder is meant.

        Exit codes: 0 done, 1 findings, 2 cannot; the reason and the next step then stand on stderr. With
        `--json`, stdout holds JSON and nothing else.
        """)
    for name, command in commands().items():
        yield from entry(name, command, "##")


def entry(name: str, command: Any, level: str) -> Iterator[str]:
    """A command, and the commands under it if it is a family of them."""
    inner = dict(sorted(getattr(command, "commands", {}).items()))
    yield f"\n{level} custrata {name}\n\n{cell(command.help or '')}\n"
    if inner:
        yield f"Commands: {', '.join(code(word) for word in inner)}.\n"
    else:
        yield f"```\n{usage(name, command)}\n```\n"
    rows = [(code(typed(p)), p.help or "", default(p)) for p in shown(command)]
    if rows:
        yield from table(("argument or option", "what it does", "default"), rows)
    for word, one in inner.items():
        yield from entry(f"{name} {word}", one, f"{level}#")


def shown(command: Any) -> list[Any]:
    """Arguments and options that a person may give; ``--help`` goes without saying."""
    return [p for p in command.params if p.name != "help" and not p.hidden]


def is_argument(parameter: Any) -> bool:
    """Whether a parameter is given by its place, not by a name."""
    return not parameter.opts[0].startswith("-")


def usage(name: str, command: Any) -> str:
    """A command with its arguments and required options, as one types them."""
    arguments = [p.metavar or p.name.upper() for p in shown(command) if is_argument(p)]
    wanted = [typed(p) for p in shown(command) if not is_argument(p) and p.required]
    free = any(not is_argument(p) and not p.required for p in shown(command))
    return " ".join(["custrata", name, *arguments, *wanted, *(["[OPTIONS]"] if free else [])])


def typed(parameter: Any) -> str:
    """What one types for a parameter: ``--out FILE``."""
    if is_argument(parameter):
        return str(parameter.metavar or parameter.name.upper()).strip("[]")
    value = "" if parameter.is_flag else f" {parameter.metavar or metavar(parameter)}"
    return ", ".join(option + value for option in (*parameter.opts, *parameter.secondary_opts))


def metavar(parameter: Any) -> str:
    """What stands for the value of an option that names nothing for it."""
    kind = getattr(getattr(parameter, "type_descriptor", None), "annotation", str)
    return METAVARS.get(getattr(kind, "__name__", ""), "TEXT")


def default(parameter: Any) -> str:
    """The default as one would type it; nothing for flags and for what is required."""
    value = parameter.default
    if parameter.required or callable(value) or value in (None, False, "", ()) or str(value) == ".":
        return ""
    return code(value)
