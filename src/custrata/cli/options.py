"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

PlaceOption = Annotated[
    Path, typer.Option("-C", metavar="DIR", help="The project, or a bare folder of data.")
]
JsonOption = Annotated[
    bool, typer.Option("--json", help="Print machine-readable results on stdout, nothing else.")
]
OutOption = Annotated[Path, typer.Option("--out", metavar="FILE", help="The file to write.")]
AsOfOption = Annotated[
    str | None, typer.Option("--as-of", metavar="DATE", help="Cut the data after this day (YYYY-MM-DD).")
]
MemoryOption = Annotated[
    str | None, typer.Option("--memory", metavar="SIZE", help="Most memory to use, such as 4GB.")
]
ThreadsOption = Annotated[int | None, typer.Option("--threads", min=1, help="Number of threads.")]

HERE = Path()
"""Where a command looks when no project is named."""
