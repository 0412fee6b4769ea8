"""The manual says what the program does: nothing is missing or out of date, no link leads nowhere."""

from __future__ import annotations

import ast
import re
import subprocess
import sys

import pytest

from custrata import errors
from custrata.measures.catalogue import CATALOGUE
from custrata.settings import Settings
from custrata.sources.contract import CONTRACT

LINK = re.compile(r"\[[^\]\n]*\]\(([^)\s]+)\)")
COMMAND = re.compile(r"^(?:\$ )?custrata (?:-C \S+ )?([a-z]+)(.*)$", re.MULTILINE)
OPTION = re.compile(r"(?<!\S)(--?[A-Za-z][a-z-]*)")


@pytest.fixture(scope="module")
def manual(repository):
    """All pages of the manual and the README, by their path."""
    pages = [
        repository / "README.md",
        repository / "CHANGELOG.md",
        *sorted((repository / "docs").rglob("*.md")),
    ]
    return {path: path.read_text(encoding="utf-8") for path in pages}


@pytest.fixture(scope="module")
def commands():
    """The commands of the program with the options that each takes."""
    typer = pytest.importorskip("typer")
    from custrata.cli.run import _app

    found = typer.main.get_command(_app()).commands
    return {name: options(command) for name, command in found.items()}


def options(command):
    """The options of a command, and of the commands under it if it is a family of them."""
    own = {option for p in command.params for option in (*p.opts, *p.secondary_opts)}
    return own.union(*(options(inner) for inner in getattr(command, "commands", {}).values()))


def code_blocks(text):
    return "\n".join(re.findall(r"^```(?:console|sh|bash|text)?\n(.*?)^```", text, re.MULTILINE | re.DOTALL))


def test_the_reference_is_what_the_code_says(repository):
    tool = [sys.executable, str(repository / "tools" / "reference"), "--check"]
    done = subprocess.run(tool, capture_output=True, text=True, timeout=120, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_every_command_and_option_stands_in_the_manual(manual, commands, repository):
    text = manual[repository / "docs" / "reference" / "commands.md"]
    missing = [name for name in commands if f"## custrata {name}\n" not in text]
    parts = {name: text.split(f"## custrata {name}\n")[-1].split("\n## ")[0] for name in commands}
    missing += [
        f"{name} {option}"
        for name, options in commands.items()
        for option in options
        if option.startswith("-") and option != "--help" and option not in parts[name]
    ]
    assert missing == [], "\n".join(missing)


def test_every_table_column_setting_and_error_stands_in_the_manual(manual):
    text = "\n".join(manual.values())
    words = [t.name for t in CONTRACT.values()] + [c.name for t in CONTRACT.values() for c in t.columns]
    words += [*Settings.model_fields, *(name for name in dir(errors) if name.endswith("Error"))]
    assert [word for word in words if word not in text] == []


def test_every_measure_and_finding_stands_in_the_manual(manual, repository):
    reference = repository / "docs" / "reference"
    measures, findings = manual[reference / "measures.md"], manual[reference / "pitfalls.md"]
    assert [name for name in CATALOGUE if f"## {name}\n" not in measures] == []
    lint = (repository / "src" / "custrata" / "strategy").rglob("*.py")
    codes = {
        code for path in lint for code in re.findall(r'"([A-Z]{2}\d{3})"', path.read_text(encoding="utf-8"))
    }
    assert codes
    assert sorted(code for code in codes if f"`{code}`" not in findings) == []


def test_every_caveat_is_explained(manual, modules, repository):
    text = manual[repository / "docs" / "how-to" / "caveats.md"]
    codes = {
        call.args[0].value
        for m in modules
        for call in m.calls()
        if isinstance(call.func, ast.Name) and call.func.id == "Caveat" and call.args
        if isinstance(call.args[0], ast.Constant)
    }
    assert codes
    assert sorted(code for code in codes if f"`{code}`" not in text) == []


def test_every_setting_is_explained_in_the_how_to(manual, repository):
    text = manual[repository / "docs" / "how-to" / "settings.md"]
    assert [name for name in Settings.model_fields if f"{name}" not in text] == []


def test_every_command_shown_is_one_that_exists(manual, commands):
    wrong = []
    for path, text in manual.items():
        for name, rest in COMMAND.findall(code_blocks(text)):
            if name not in commands:
                wrong.append(f"{path.name}: custrata {name}")
                continue
            known = commands[name] | {"--help"}
            wrong += [
                f"{path.name}: {name} {o}" for o in OPTION.findall(rest.split("#")[0]) if o not in known
            ]
    assert wrong == [], "\n".join(wrong)


def test_every_command_of_a_family_shown_is_one_that_exists(manual):
    typer = pytest.importorskip("typer")
    from custrata.cli.run import _app

    found = typer.main.get_command(_app()).commands
    families = {name: set(c.commands) for name, c in found.items() if hasattr(c, "commands")}
    wrong = [
        f"{path.name}: custrata {name}{rest}"
        for path, text in manual.items()
        for name, rest in COMMAND.findall(code_blocks(text))
        if name in families and not families[name] & set(rest.split()[:1])
    ]
    assert wrong == [], "\n".join(wrong)


def test_no_link_leads_nowhere(manual):
    broken = [
        f"{path.name}: {target}"
        for path, text in manual.items()
        for target in LINK.findall(text)
        if "://" not in target
        and not target.startswith("#")
        and not (path.parent / target.split("#")[0]).exists()
    ]
    assert broken == [], "\n".join(broken)


def test_every_page_can_be_found_from_the_first_one(manual, repository):
    docs = repository / "docs"
    reached, waiting = set(), [docs / "index.md"]
    while waiting:
        page = waiting.pop()
        if page in reached or page not in manual:
            continue
        reached.add(page)
        waiting += [(page.parent / target.split("#")[0]).resolve() for target in LINK.findall(manual[page])]
    assert [p.name for p in manual if docs in p.parents and p not in reached] == []


def test_the_readme_shows_the_two_commands(manual, repository):
    text = manual[repository / "README.md"]
    assert "make demo" in text
    assert "make test" in text


def test_the_ci_runs_what_the_readme_says(repository):
    assert "make test" in (repository / ".ci" / "run").read_text(encoding="utf-8")


def test_no_page_shows_the_inside_of_a_library(manual):
    assert [str(path) for path, text in manual.items() if "PydanticUndefined" in text] == []
