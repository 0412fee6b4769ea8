"""The plan of loading: what fills the contract's tables, which rows are set aside, and what is counted."""

from __future__ import annotations

from collections.abc import Mapping as MappingOf
from dataclasses import dataclass, field, replace

import ibis
import ibis.expr.types as ir

from custrata.errors import ContractError
from custrata.settings import Settings
from custrata.sources.contract import CONTRACT, IBIS_TYPES, Table
from custrata.sources.load.caveats import caveat_queries
from custrata.sources.load.collapse import collapsed
from custrata.sources.load.day import RELATION, day_of_data, day_query, is_dated, needs_day
from custrata.sources.load.expressions import Day
from custrata.sources.load.judge import FATE, judged_source, named_once_query, with_ids, without_repeats
from custrata.sources.load.kinds import BACK, apart, comes_back, twice
from custrata.sources.load.merge import merged
from custrata.sources.load.waits import known_waits
from custrata.sources.mapping import Constant, Mapping, Source, missing_columns
from custrata.sources.mapping.derivation import columns_of, lookups_of
from custrata.sources.mapping.marking import plainly_marked
from custrata.sources.raw import ROW, Folder, RawTable


@dataclass(frozen=True)
class LoadPlan:
    """All that loading has to run: ``staged``, ``tables``, ``set_aside``, ``account``, in this order.

    Attributes:
        staged: Relations to keep under these very names; the others read them.
        keyed: Those of the staged whose rows bring a key, which may be kept in a quicker way.
        tables: Canonical table → its rows, all columns of the contract, then attributes of customers.
        set_aside: ``source``, ``row``, ``table``, ``column``, ``value``, ``reason`` of each row not loaded.
        account: Queries that ``accounts_of`` makes the account from.
        caveat_queries: Queries that ``caveats_of`` makes caveats from.
        provided: ``table.column`` that a source gives.
        notional: Whether the data stand on the notional day because nothing dates them.
        currency: Code of the one currency that is stated; empty when none or a column is.
        mapping: What is loaded.
        folder: Where from.
    """

    staged: dict[str, ir.Table]
    tables: dict[str, ir.Table]
    set_aside: ir.Table
    account: dict[str, ir.Table]
    caveat_queries: dict[str, ir.Table]
    provided: frozenset[str]
    notional: bool
    currency: str
    mapping: Mapping
    folder: Folder = field(repr=False, default=Folder(()))
    keyed: dict[str, Keyed] = field(default_factory=dict)


@dataclass(frozen=True)
class Keyed:
    """How rows with a key are kept: repeats are sought only where a key comes twice.

    Attributes:
        rows: What to keep first, under the staged name.
        once: One row of ``once``: whether every key of those kept comes once.
        unrepeated: The staged rows, from those kept; to be kept instead where a key comes twice.
    """

    rows: ir.Table
    once: ir.Table
    unrepeated: ir.Table


@dataclass(frozen=True)
class _Stage:
    """One kept relation: the judged rows of sources that are read alike."""

    name: str
    sources: tuple[Source, ...]
    rows: ir.Table
    keyed: Keyed | None = None

    @property
    def relation(self) -> ir.Table:
        return ibis.table(self.rows.schema(), name=self.name)

    @property
    def good(self) -> ir.Table:
        return self.relation.filter(self.relation._reason.isnull())


def plan(mapping: Mapping, folder: Folder, settings: Settings) -> LoadPlan:
    """Plan the loading of a folder.

    Args:
        mapping: What the raw tables mean; answered questions are carried out.
        folder: The raw tables, whose relations the engine holds.
        settings: What the company set.

    Raises:
        ContractError: The mapping gives no canonical table, or names a table or column that is not there.
    """
    check_places(mapping, folder)
    mapping = replace(mapping, sources=tuple(plainly_marked(s) for s in mapping.sources))
    tables = {t.source: t for t in folder.tables}
    as_of = day_of_data(mapping, settings)
    first_of_all = {RELATION: day_query(mapping, tables)} if is_dated(mapping) and needs_day(mapping) else {}
    stages = {name: _stages(name, mapping.of(name), tables, as_of) for name in CONTRACT if mapping.of(name)}
    first = {source.source: source.table for source in _by_weight(mapping)}
    kept = [s for staged in stages.values() for s in staged]
    return LoadPlan(
        staged=first_of_all | {s.name: s.rows for s in kept},
        tables={name: _filled(CONTRACT[name], staged) for name, staged in stages.items()},
        set_aside=_set_aside(kept, first),
        account={s.name: _account(s, first) for s in kept},
        caveat_queries=caveat_queries(
            mapping, tables, {n: [s.relation for s in g] for n, g in stages.items()}, as_of
        ),
        provided=_provided(mapping),
        notional=settings.as_of is None and not is_dated(mapping),
        currency=settings.currency or _currency(mapping),
        mapping=mapping,
        folder=folder,
        keyed={s.name: s.keyed for s in kept if s.keyed is not None},
    )


def check_places(mapping: Mapping, folder: Folder) -> None:
    """Refuse a mapping that gives no table, or that names what is not in the folder."""
    if not mapping.sources:
        raise ContractError(
            "no table of customers, sales or contracts was recognised",
            where=_seen(folder),
            remedy="add a file with customers, orders, subscriptions, tickets or opportunities, or write the "
            "columns into mapping.yaml",
        )
    tables = {t.source: {c.name for c in t.columns} for t in folder.tables}
    for source in mapping.sources:
        for name, raws in _raw_columns(source):
            if name not in tables:
                raise ContractError(
                    f"the mapping reads {name!r}, which is not in the folder",
                    where=source.table,
                    remedy=f"name one of {', '.join(sorted(tables))}",
                )
            missing = [raw for raw in raws if raw not in tables[name]]
            if missing:
                raise ContractError(
                    f"{name} has no column {missing[0]!r}",
                    where=f"mapping of {source.table}",
                    remedy=f"name one of {', '.join(sorted(tables[name]))}",
                )
        lacking = missing_columns(source)
        if lacking:
            raise ContractError(
                f"nothing gives {', '.join(lacking)}",
                where=f"mapping of {source.table}, {source.source}",
                remedy="map each of them to a raw column, or take the source out",
            )


def _seen(folder: Folder) -> str:
    names = [t.source for t in folder.tables]
    names += [f"{u.file} ({u.reason})" for u in folder.unread]
    return ", ".join(names[:6]) + (f" and {len(names) - 6} more" if len(names) > 6 else "")


def _raw_columns(source: Source) -> list[tuple[str, list[str]]]:
    """The raw tables that a source reads, each with the columns it reads there."""
    derivations = [m.derivation for m in source.columns.values()]
    own = [
        *(c for d in derivations for c in columns_of(d)),
        *(t.column for t in source.attributes.values()),
        *source.one_row_per,
        *source.where,
        *source.answers,
    ]
    lookups = [lookup for d in derivations for lookup in lookups_of(d)]
    return [(source.source, own), *((k.source, [k.key, *columns_of(k.take)]) for k in lookups)]


def _by_weight(mapping: Mapping) -> list[Source]:
    """Uses of raw tables, the one that accounts for a table last: whole ones win, then the first."""
    return sorted(_last_first(mapping.sources), key=lambda s: (s.whole, bool(s.one_row_per)))


def _last_first(sources: tuple[Source, ...]) -> list[Source]:
    return list(reversed(sources))


def _stages(
    name: str, sources: tuple[Source, ...], tables: MappingOf[str, RawTable], as_of: Day
) -> list[_Stage]:
    groups: dict[tuple[str, ...], list[Source]] = {}
    for source in sources:
        groups.setdefault(_alike(source), []).append(source)
    stages = []
    for number, group in enumerate(groups.values(), start=1):
        contract = CONTRACT[name]
        rows = _padded([judged_source(s, tables, as_of) for s in group], contract)
        staged, keyed = f"judged_{name}" + (f"_{number}" if len(groups) > 1 else ""), None
        if not group[0].one_row_per:
            rows = with_ids(rows, contract)
            if contract.key is not None and _has_key(group, contract):
                held = ibis.table(rows.schema(), name=staged)
                once = named_once_query(held, contract.key)
                keyed = Keyed(rows, once, without_repeats(held, contract))
                rows = without_repeats(rows, contract)
        stages.append(_Stage(staged, tuple(group), rows, keyed))
    return stages


def _has_key(group: list[Source], contract: Table) -> bool:
    return contract.key is not None and any(contract.key in s.columns for s in group)


def _alike(source: Source) -> tuple[str, ...]:
    """What sources of one table share: customers all columns, others whether they have a key."""
    if source.table == "customers":
        return ("split" if source.one_row_per else "own", *sorted(source.columns), *sorted(source.attributes))
    key = CONTRACT[source.table].key
    return ("split" if source.one_row_per else "own", "key" if key and key in source.columns else "no key")


def _padded(parts: list[ir.Table], contract: Table) -> ir.Table:
    types: dict[str, object] = {}
    for part in parts:
        types |= {name: types.get(name, part[name].type()) for name in part.columns if name not in FATE}
    order = [c.name for c in contract.columns if c.name in types] + [n for n in types if not contract.has(n)]
    padded = [
        part.select(
            *[
                part[n].cast(types[n]).name(n) if n in part.columns else ibis.null(types[n]).name(n)
                for n in order
            ],
            *FATE,
        )
        for part in parts
    ]
    return padded[0] if len(padded) == 1 else ibis.union(*padded)


def _filled(contract: Table, stages: list[_Stage]) -> ir.Table:
    parts = [_rows(contract, s) for s in stages]
    if contract.key is None:
        whole = _stacked(parts, contract)
    elif contract.name == "customers":
        whole = merged(parts, contract.key)
    else:
        own = [p for p, s in zip(parts, stages, strict=True) if not s.sources[0].one_row_per]
        split = [p for p, s in zip(parts, stages, strict=True) if s.sources[0].one_row_per]
        whole = _stacked(own or split, contract)
    attributes = [c for c in whole.columns if not contract.has(c)]
    columns = [
        whole[c.name].cast(IBIS_TYPES[c.kind]).name(c.name)
        if c.name in whole.columns
        else ibis.null(IBIS_TYPES[c.kind]).name(c.name)
        for c in contract.columns
    ]
    return whole.select(*columns, *(attributes if contract.attributes else []))


def _rows(contract: Table, stage: _Stage) -> ir.Table:
    good = known_waits(stage.good) if contract.name == "tickets" else stage.good
    if contract.key is not None and contract.name == "customers":
        good = good.filter(good[contract.key].notnull())
    if stage.sources[0].one_row_per and contract.key:
        return collapsed(good.filter(good[contract.key].notnull()), stage.sources[0], contract.key)
    rows = good.drop(*FATE)
    rows = apart(rows) if BACK in rows.columns else rows
    return twice(rows) if any(comes_back(s) for s in stage.sources) else rows


def _stacked(parts: list[ir.Table], contract: Table) -> ir.Table:
    empty = {c: ibis.null("string") for c in FATE if c != ROW}
    return _padded([p.mutate(**empty, **{ROW: ibis.null("int64")}) for p in parts], contract).drop(*FATE)


def _set_aside(stages: list[_Stage], first: dict[str, str]) -> ir.Table:
    parts = []
    for stage in stages:
        table = stage.sources[0].table
        rows = stage.relation
        own = [s.source for s in stage.sources if first[s.source] == table]
        bad = rows.filter(rows._reason.notnull() & rows._source.isin(own or [""]))
        parts.append(
            bad.select(
                source=bad._source,
                row=bad[ROW],
                table=ibis.literal(table),
                column=bad._column,
                value=bad._value,
                reason=bad._reason,
            )
        )
    return ibis.union(*parts) if len(parts) > 1 else parts[0]


def _account(stage: _Stage, first: dict[str, str]) -> ir.Table:
    rows, table = stage.relation, stage.sources[0].table
    own = [s.source for s in stage.sources if first[s.source] == table]
    amount = (
        rows.amount if "amount" in rows.columns and table == "transactions" else ibis.null("decimal(18, 6)")
    )
    nobody = rows.customer_id.isnull() if "customer_id" in rows.columns else ibis.literal(False)
    counted = rows.filter(rows._source.isin(own or [""])).select(
        "_source", loaded=rows._reason.isnull(), nobody=nobody, money=amount.cast("decimal(38, 6)")
    )
    return counted.group_by("_source").aggregate(
        rows=counted.count(),
        loaded=counted.loaded.sum().cast("int64"),
        anonymous=(counted.loaded & counted.nobody).sum().cast("int64"),
        money_in=counted.money.sum(),
        money_loaded=counted.money.sum(where=counted.loaded),
        money_set_aside=counted.money.sum(where=~counted.loaded),
    )


def _provided(mapping: Mapping) -> frozenset[str]:
    given = {f"{s.table}.{c}" for s in mapping.sources for c in s.columns}
    given |= {f"{s.table}.{CONTRACT[s.table].key}" for s in mapping.sources if CONTRACT[s.table].key}
    given |= {f"customers.{a}" for s in mapping.sources for a in s.attributes}
    return frozenset(given | ({"transactions.kind"} if mapping.of("transactions") else set()))


def _currency(mapping: Mapping) -> str:
    stated = {
        m.derivation.value
        for s in mapping.sources
        for n, m in s.columns.items()
        if n == "currency" and isinstance(m.derivation, Constant)
    }
    return stated.pop() if len(stated) == 1 else ""
