"""The work of this app in the background: guess the mapping, build a snapshot and draft what is missing."""

from __future__ import annotations

from typing import Any

from custrata.build import STAGES
from custrata.project.building import build_project
from custrata.project.place import settings_of
from custrata.project.supplying.looking import look
from custrata.project.supplying.receiving import forget_replaced
from custrata.web.data.jobs.kinds import kind
from custrata.web.data.jobs.progress import Run
from custrata.web.site.warming import warm_quietly
from custrata.web.workspaces.opening import read_strategy_in

DRAFTING = "draft"
"""The stage after the build, when the snapshot stands: it is too late to cancel."""


@kind("map", title="Look at the files", stages=("read", "recognise"), alone=True)
def look_at_files(run: Run, *, again: bool = False) -> dict[str, Any]:
    """Read the raw tables, guess the mapping unless a person edited it, keep samples to show beside it."""
    place = run.workspace.place
    looked = look(place, settings_of(place), again=again, progress=run.report)
    return {"tables": len(looked.tables), "questions": list(looked.questions)}


@kind("build", title="Build a snapshot", stages=(*STAGES, DRAFTING), alone=True, settled=DRAFTING)
def build(run: Run, *, again: bool = False) -> dict[str, Any]:
    """Build the snapshot; draft a strategy where there is none; let go of the files that were replaced."""
    place = run.workspace.place
    stages = len(STAGES) + 1
    result = build_project(
        place,
        settings_of(place),
        progress=lambda stage, share: run.report(stage, share * len(STAGES) / stages),
        again=again,
    )
    run.report(DRAFTING, len(STAGES) / stages)
    read_strategy_in(run.workspace, run.user)
    forget_replaced(place)
    if result.rebuilt:
        warm_quietly(run.workspace)  # whoever looks first finds the charts drawn
    account = result.snapshot.manifest.account
    return {
        "fingerprint": result.snapshot.manifest.fingerprint,
        "rebuilt": result.rebuilt,
        "seconds": round(result.seconds, 1),
        "rows": {"in": account.rows_in, "loaded": account.loaded, "set_aside": account.set_aside},
    }
