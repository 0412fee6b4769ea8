"""A project in Python: the same steps as on the command line, with values instead of lines."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from custrata.project.place import Place, locate, settings_of, with_as_of

if TYPE_CHECKING:
    import pyarrow as pa

    from custrata.evidence.check import ClaimEvidence
    from custrata.project.mapping_file import MapReport
    from custrata.snapshot import Snapshot
    from custrata.strategy.document import Document
    from custrata.vocabulary import Reading


class Project:
    r"""A folder of customer data, with what was made of it.

    Args:
        path: The folder of a project, a bare folder of data, or a single data file.

    Raises:
        InputError: There is no such folder.

    Example:
        >>> import tempfile, pathlib
        >>> folder = pathlib.Path(tempfile.mkdtemp())
        >>> lines = ["customer,date,amount", "a,2026-01-05,10", "b,2026-01-06,20", "a,2026-02-06,15"]
        >>> _ = (folder / "orders.csv").write_text("\n".join(lines), encoding="utf-8")
        >>> project = Project(folder)
        >>> project.build().manifest.tables["transactions"]
        3
        >>> project.show("revenue")[0].value
        45.0
    """

    def __init__(self, path: str | Path) -> None:
        self.path = Path(path)
        self.place: Place = locate(self.path)

    def __repr__(self) -> str:
        return f"Project({str(self.path)!r})"

    def map(self, *, again: bool = False) -> MapReport:
        """Guess which file is which table and which column is which field, and keep the guess."""
        from custrata.project.mapping_file import map_project

        return map_project(self.place, settings_of(self.place), again=again)

    def build(self, *, as_of: str | None = None, again: bool = False) -> Snapshot:
        """Make the snapshot, or return the latest one when nothing changed.

        Args:
            as_of: Cut the data after this day, as ``YYYY-MM-DD``; None is the last day in the data.
            again: Build even when nothing changed.

        Raises:
            CustrataError: Data cannot be read, a question is open, or the snapshot cannot be written.
        """
        from custrata.project.building import build_project

        settings = with_as_of(settings_of(self.place), as_of)
        return build_project(self.place, settings, again=again).snapshot

    @property
    def snapshot(self) -> Snapshot:
        """The latest snapshot.

        Raises:
            SnapshotError: There is none yet.
        """
        from custrata.engine.snapshots import SnapshotStore

        return SnapshotStore(self.place.state).load()

    def show(self, measure: str, by: Sequence[str] = (), period: str = "") -> tuple[Reading, ...]:
        """Readings of one measure, for the whole base or by dimensions.

        Args:
            measure: Id in the catalogue, such as ``revenue``.
            by: Dimensions, such as ``tier`` or ``month``.
            period: ``all``, ``current`` or ``previous``; empty takes the measure's own.

        Raises:
            MeasureError: The measure, dimension or period is unknown.
        """
        from custrata.project.asking import show_measure

        return show_measure(self.path, measure, tuple(by), period)

    def customers(self) -> pa.Table:
        """All customers with everything that is known of them, as an Arrow table sorted by id."""
        from custrata.project.customer_list import all_customers

        return all_customers(self.path)

    def draft(self) -> Document:
        """A first strategy from the latest snapshot; nothing is written."""
        from custrata.drafting.draft import draft

        return draft(self.snapshot)

    @property
    def strategy(self) -> Document:
        """The strategy as it was saved.

        Raises:
            DocumentError: There is none yet, or the text holds no strategy.
        """
        from custrata.project.strategy_file import read_strategy

        return read_strategy(self.place)

    def check(self) -> tuple[ClaimEvidence, ...]:
        """How every claim of the saved strategy stands against the latest snapshot."""
        from custrata.evidence.check import evaluate

        return evaluate(self.strategy, self.snapshot)

    def deck(self, out: str | Path) -> Path:
        """Write the board deck as an editable PowerPoint file; returns where."""
        from custrata.project.delivering import deliver_deck

        deliver_deck(self.path, Path(out))
        return Path(out)

    def report(self, out: str | Path) -> Path:
        """Write the report as one self-contained web page; returns where."""
        from custrata.project.delivering import deliver_report

        deliver_report(self.path, Path(out))
        return Path(out)
