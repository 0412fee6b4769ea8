"""A project in Python: the same steps as on the command line, with values instead of lines."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from custrata.project.place import Place, locate, settings_of, with_as_of

if TYPE_CHECKING:
    import pyarrow as pa

    from custrata.evidence.check import ClaimEvidence
    from custrata.evidence.moved import Delta
    from custrata.project.mapping_file import MapReport
    from custrata.project.reviewing.agendas import PreparedReview
    from custrata.project.reviewing.tracing import Why
    from custrata.snapshot import Snapshot
    from custrata.strategy.document import Document
    from custrata.strategy.lint.finding import Finding
    from custrata.strategy.maturity.assessment import Assessment
    from custrata.strategy.prioritise.priorities import Priorities
    from custrata.strategy.revision.compare import Change
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

    def findings(self) -> tuple[Finding, ...]:
        """The mistakes that the check finds in the saved strategy, errors first."""
        from custrata.project.strategy_file import check_project

        return check_project(self.path).findings

    def delta(self, against: str = "") -> Delta | None:
        """What moved since an earlier snapshot, claim by claim; None when there is no earlier one.

        Args:
            against: Fingerprint of the earlier snapshot or its beginning; empty for the one before.
        """
        from custrata.evidence.moved import delta
        from custrata.project.reviewing.history import earlier_snapshot

        latest = self.snapshot
        earlier = earlier_snapshot(self.place, latest, against)
        return delta(self.strategy, earlier, latest) if earlier is not None else None

    def compare(self, before: str = "", after: str = "") -> tuple[Change, ...]:
        """What changed between two versions of the strategy, as sentences by part.

        Args:
            before: A revision, a file, or ``draft``; empty for the last revision.
            after: The same; empty for the strategy as it stands.
        """
        from custrata.project.revising.versions import compare_versions

        return compare_versions(self.path, before, after)

    def set(self, at: str, value: str) -> Document:
        """Change one value of the strategy and keep the former text as a revision.

        Args:
            at: Path of the value, such as ``groups[gold].intent.intent``.
            value: What it is to be, written as in YAML.

        Raises:
            DocumentError: There is no such place, or the strategy would not be one with this value.
        """
        from custrata.project.revising.editing import set_value

        set_value(self.path, at, value)
        return self.strategy

    def sign(self, function: str, *, name: str, on: str) -> Document:
        """Sign the strategy as it stands for a function; a later change opens the signature again.

        Args:
            function: One of the functions that sign.
            name: Who signs.
            on: The day, as ``YYYY-MM-DD``.
        """
        from custrata.project.revising.editing import sign_strategy

        sign_strategy(self.path, function, name=name, on=on)
        return self.strategy

    def why(self, asked: str) -> Why:
        """Where a claim comes from, down to query, rows and file; or what stands on a measure.

        Args:
            asked: Id of a claim such as ``E03``, or of a measure such as ``revenue``.

        Raises:
            InputError: Neither a claim nor a measure is called so.
        """
        from custrata.project.reviewing.tracing import why

        return why(self.path, asked)

    def prioritise(self) -> Priorities:
        """Goals and initiatives by rank, with the range of ranks when a score is off by a point."""
        from custrata.project.steering.priorities import priorities_of

        return priorities_of(self.path)[1]

    def maturity(self) -> Assessment:
        """Where the company stands on five dimensions: what people say beside what is shown."""
        from custrata.project.steering.maturity import maturity_of

        return maturity_of(self.path)[0]

    def review(self, kind: str, *, against: str = "", on: str = "") -> PreparedReview:
        """The agenda of a review, written from what changed.

        Args:
            kind: ``weekly``, ``monthly`` or ``yearly``.
            against: Snapshot that the latest one is held against; empty for the one before.
            on: The day of the review, as ``YYYY-MM-DD``; empty for the last day of the data.
        """
        from custrata.project.reviewing.agendas import prepare_review

        return prepare_review(self.path, kind, against=against, on=on)

    def deliver(self, kind: str, out: str | Path, **choices: Any) -> Path:
        """Write a deliverable; returns where.

        Args:
            kind: Such as ``board``, ``workbook`` or ``scorecard``; see :func:`custrata.delivery.kinds.kinds`.
            out: The file, with the ending of its kind.
            choices: ``against``, ``group``, ``team``, ``template``, ``paper`` and ``strict``, as for
                ``custrata deliver``.
        """
        from custrata.project.delivering import deliver

        deliver(self.path, kind, Path(out), **choices)
        return Path(out)

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
