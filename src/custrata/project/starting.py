"""A new project on disk."""

from __future__ import annotations

import json
from pathlib import Path

from custrata.engine.snapshots import replace_text
from custrata.errors import InputError
from custrata.project.place import SETTINGS_FILE

_SETTINGS = """\
# Settings of this project. What is not set here is found from the data and said; see the manual for all keys.
data: {data}
{company}
# currency: EUR
# as_of: 2026-01-31        # default: the last day in the data
# fiscal_year_start: 1
# week_start: monday
# tier_shares: {{platinum: 0.05, gold: 0.20, silver: 0.50, bronze: 0.25}}
# dimensions: [country, industry]
"""


def new_project(
    folder: Path, *, data: Path | None, example_customers: int | None, seed: int, company: str = ""
) -> list[str]:
    """Make the folder of a project.

    Args:
        folder: Where; it must not hold a project yet.
        data: Where the raw tables lie; None makes a folder ``data`` inside.
        example_customers: Size of a generated company to put there; None for none.
        seed: Seed of the generated company.
        company: What the company is called; empty leaves it to the settings and the folder.

    Returns:
        What was made and what to do next, as lines.

    Raises:
        InputError: There is a project already, or the data folder is missing.
    """
    if (folder / SETTINGS_FILE).exists():
        raise InputError("there is a project already", where=str(folder), remedy="choose another folder")
    if data is not None and not data.exists():
        raise InputError(
            "there is no such folder", where=str(data), remedy="name the folder that holds the exports"
        )
    named = "data" if data is None else data.resolve().as_posix()
    if data is None:
        (folder / "data").mkdir(parents=True, exist_ok=True)
    replace_text(folder / SETTINGS_FILE, _SETTINGS.format(data=named, company=_called(company)))
    lines = [f"{folder / SETTINGS_FILE} written"]
    if example_customers is not None:
        lines += _fill(folder, example_customers, seed)
    elif data is None:
        lines.append(f"next: put your exports into {folder / 'data'}")
    return [*lines, f"next: custrata build {folder}"]


def _called(company: str) -> str:
    return f"company: {json.dumps(company)}" if company else "# company: Name on the cover of the deck"


def _fill(folder: Path, customers: int, seed: int) -> list[str]:
    from custrata.engine.export import write_tables
    from custrata.sources.example import example_company

    firm = example_company(customers=customers, seed=seed)
    data, truth = folder / "data", folder / "truth"
    files = write_tables(firm.tables, data)
    write_tables(firm.true_tables, truth)
    replace_text(truth / "truth.json", json.dumps(firm.truth, indent=2, default=str) + "\n")
    return [f"{len(files)} tables of {firm.name}, a generated company, in {data}; its truth in {truth}"]
