"""Where live questions are asked: the customers of a snapshot, kept open until it is replaced."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING, Any

from custrata.engine.live import LiveTables, forget_texts
from custrata.engine.snapshots import SnapshotStore
from custrata.errors import SnapshotError
from custrata.project.erasing.thinning import erased_at
from custrata.segments.rules.building import Facts
from custrata.segments.rules.checking import check
from custrata.segments.rules.fields import Field, fields_of
from custrata.segments.rules.rule import Every, Rule, Text

if TYPE_CHECKING:
    from pathlib import Path

    import ibis.expr.types as ir

    from custrata.snapshot import Manifest
    from custrata.strategy.document import Document

MOST_OPEN = 6
"""Snapshots held open in one process."""

_open: OrderedDict[Path, LiveTables] = OrderedDict()
_since: dict[Path, int] = {}
_lock = Lock()
_opening = Lock()


@dataclass
class Desk:
    """The customers of a snapshot, ready to be asked.

    Attributes:
        live: The tables.
        manifest: What the snapshot says about itself.
        groups: Rules of the strategy's groups, by id.
        titles: Names of these groups, by id.
    """

    live: LiveTables
    manifest: Manifest
    groups: Mapping[str, Rule] = field(default_factory=dict)
    titles: Mapping[str, str] = field(default_factory=dict)

    @property
    def customers(self) -> ir.Table:
        """The table of customers."""
        return self.live.tables["customers"]

    @property
    def facts(self) -> Facts:
        """What rules need beside the customers."""
        return Facts(self.manifest.as_of, self.groups)

    @cached_property
    def fields(self) -> dict[str, Field]:
        """What can be asked of customers, by column."""
        return fields_of(
            dict(self.customers.schema().items()), self.manifest.provided, self.manifest.currency
        )

    def check(self, rule: Rule, *, persons: bool) -> None:
        """Refuse a rule that cannot be asked here.

        Args:
            rule: The rule.
            persons: Whether the asker may see names.

        Raises:
            RuleError: What is wrong with it, and what to write.
        """
        check(rule, self.fields, self.groups, persons=persons)

    def one(self, asked: ir.Table) -> dict[str, Any]:
        """The only row of a query over many customers, kept as long as the snapshot is held open."""
        return self.live.one(asked)


@contextmanager
def asked(
    state: Path, manifest: Manifest, document: Document | None = None, *, beside: bool = False
) -> Iterator[Desk]:
    """The customers of a snapshot.

    Args:
        state: The folder of the snapshots.
        manifest: Of the snapshot.
        document: The strategy, for its groups.
        beside: Whether what is held open of older snapshots stays open, as people still look at it.

    Raises:
        SnapshotError: There is no such snapshot, or it holds no customers.
    """
    live = _taken(state, manifest.fingerprint, beside=beside)
    try:
        groups = groups_of(document) if document else {}
        titles = {group.id: group.name for group in document.groups} if document else {}
        yield Desk(live, manifest, groups, titles)
    finally:
        live.leave()


def groups_of(document: Document) -> dict[str, Rule]:
    """The groups of a strategy as rules: those that are told apart by what customers carry.

    Args:
        document: The strategy.
    """
    return {
        group.id: Every(all=tuple(Text(column=column, is_=(word,)) for column, word in pairs))
        for group in document.groups
        if (pairs := dict(group.segment).items())
    }


def forget(state: Path) -> None:
    """Close what is held of a project's snapshots, such as after an erasure.

    Args:
        state: The folder of the snapshots.
    """
    # What is being opened just now read its files before the erasure: it is waited for, and closed as well.
    with _opening:
        _let_go(state)
    forget_texts()


def _taken(state: Path, fingerprint: str, *, beside: bool) -> LiveTables:
    store = SnapshotStore(state)
    newest = store.current()
    if newest is None:
        raise SnapshotError("there is no snapshot yet", remedy="build the data first")
    folder = newest if newest.name.partition(".")[0] == fingerprint else store.folder(fingerprint)
    live = _held(folder)
    if live is None:
        # Two threads must not read the same files twice; who asks for what is open does not wait for them.
        with _opening:
            live = _held(folder) or _opened(store, folder)
    if folder == newest and not beside:
        _let_go(state, but=folder)
    return live


def _held(folder: Path) -> LiveTables | None:
    """What is held open of a snapshot, in use from now on."""
    with _lock:
        live = _open.get(folder)
        # Another process may have erased somebody: what is held open here must not know them any longer.
        if live is None or _since.get(folder) != erased_at(folder) or not live.use():
            return None
        _open.move_to_end(folder)
        return live


def _opened(store: SnapshotStore, folder: Path) -> LiveTables:
    since, tables = erased_at(folder), store.tables(folder.name)
    if "customers" not in tables:
        raise SnapshotError("the snapshot holds no customers", remedy="build the data again")
    live = LiveTables(tables)
    live.use()
    with _lock:
        closing = [_open.pop(folder)] if folder in _open else []
        _open[folder], _since[folder] = live, since
        closing += [_open.popitem(last=False)[1] for _ in range(len(_open) - MOST_OPEN)]
    for older in closing:
        older.retire()
    return live


def _let_go(state: Path, but: Path | None = None) -> None:
    """Close what is held of a project's snapshots, one perhaps left out."""
    with _lock:
        gone = [folder for folder in _open if folder != but and folder.is_relative_to(state)]
        closing = [_open.pop(folder) for folder in gone]
    for live in closing:
        live.retire()
