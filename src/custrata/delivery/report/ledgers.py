"""The ends of the report: account of rows, evidence of the claims, definitions."""

from __future__ import annotations

from custrata.delivery.deck.material import Material, plain
from custrata.delivery.report.markup import chip, tag, text
from custrata.evidence.check import ClaimEvidence
from custrata.sources.account import SourceAccount
from custrata.strategy.wording.spelling import spell
from custrata.vocabulary import EvidenceState, Reading


def _table(heads: tuple[str, ...], rows: list[str], right: frozenset[int] = frozenset()) -> str:
    head = "".join(
        tag("th", text(h), {"scope": "col", "class": "right" if i in right else ""})
        for i, h in enumerate(heads)
    )
    whole = tag("table", tag("thead", tag("tr", head)) + tag("tbody", "".join(rows)), {"class": "tbl"})
    return tag("div", whole, {"class": "scroll", "tabindex": "0", "role": "region", "aria-label": "Table"})


def account(material: Material) -> str:
    """Every source: rows and money in, loaded, set aside; then the caveats."""
    found = material.snapshot.manifest.account
    rows = [_source(s) for s in found.sources]
    total: tuple[str | int, ...] = (
        "All sources used",
        "",
        found.rows_in,
        found.loaded,
        found.set_aside,
        "",
        "",
    )
    cells = "".join(_cell(v, i) for i, v in enumerate(total))
    rows.append(tag("tr", cells, {"class": "total"}))
    if found.unused:
        rows_beside = sum(s.rows_in for s in found.unused)
        beside: tuple[str | int, ...] = ("Sources not used, in no total", "", rows_beside, "", "", "", "")
        rows.append(tag("tr", "".join(_cell(v, i) for i, v in enumerate(beside)), {"class": "total"}))
    heads = ("Source", "Holds", "Rows in", "Loaded", "Set aside", "Money in", "Why not used")
    table = _table(heads, rows, frozenset({2, 3, 4, 5}))
    caveats = "".join(
        tag("p", "▲ " + text(c.text), {"class": "caveat"}) for c in material.snapshot.manifest.caveats
    )
    return table + caveats


def _source(source: SourceAccount) -> str:
    money = "" if source.money_in is None else f"{source.money_in:,.2f}"
    values: tuple[str | int, ...] = (
        source.source,
        source.table or "not used",
        source.rows_in,
        source.loaded,
        source.set_aside,
        money,
        source.reason,
    )
    return tag("tr", "".join(_cell(v, i) for i, v in enumerate(values)))


def _cell(value: str | int, index: int) -> str:
    shown = f"{value:,}" if isinstance(value, int) else value
    return tag("td", text(shown), {"class": "right"} if 2 <= index <= 5 else {})


def tally(evidence: tuple[ClaimEvidence, ...]) -> str:
    """How many claims stand in each state."""
    found = []
    for state in EvidenceState:
        count = sum(1 for e in evidence if e.state is state)
        if count:
            found.append(tag("span", f"{chip(state)} {count}"))
    return tag("div", "".join(found), {"class": "tally"})


def evidence(material: Material) -> str:
    """Every claim with its readings, interval, state and reason."""
    rows = [_claim(e) for e in material.evidence]
    heads = ("Id", "Claim", "State", "Reading", "n", "Rests on", "Why")
    return tally(material.evidence) + _table(heads, rows, frozenset({4}))


def _claim(found: ClaimEvidence) -> str:
    readings = []
    for part in found.figures:
        unit = part.figure.unit
        value = spell(part.now.value, unit)
        if part.now.low is not None and part.now.high is not None:
            value += f" ({spell(part.now.low, unit)} to {spell(part.now.high, unit)})"
        readings.append(value)
    counts = sorted({r.n for r in found.readings})
    n = f"{counts[0]:,}" + (f" to {counts[-1]:,}" if len(counts) > 1 else "") if counts else "none"
    names = list(
        dict.fromkeys(" × ".join((plain(r.measure), *(v for _, v in r.segment))) for r in found.readings)
    )
    cells = (
        tag("th", text(found.claim_id), {"scope": "row"}),
        tag("td", text(found.said)),
        tag("td", chip(found.state)),
        tag("td", text("; ".join(readings))),
        tag("td", text(n), {"class": "right"}),
        tag(
            "td",
            text("; ".join(names[:4]) + (f"; {len(names) - 4} more" if len(names) > 4 else "")),
            {"class": "quiet"},
        ),
        tag("td", text(found.reason), {"class": "quiet"}),
    )
    return tag("tr", "".join(cells), {"id": found.claim_id})


def definitions(material: Material) -> str:
    """What each measure means, and the query that gives it."""
    seen: dict[str, Reading] = {}
    for reading in material.snapshot.readings:
        seen.setdefault(reading.measure, reading)
    rows = []
    for measure in sorted(seen):
        reading = seen[measure]
        query = material.snapshot.queries.get(reading.fingerprint, "")
        shown = (
            tag("details", tag("summary", text(reading.fingerprint)) + tag("pre", text(query)))
            if query
            else text(reading.fingerprint)
        )
        rows.append(
            tag(
                "tr",
                tag("th", text(plain(measure)), {"scope": "row"})
                + tag("td", text(reading.definition))
                + tag("td", text(reading.unit or "money"))
                + tag("td", text(reading.n_of))
                + tag("td", shown),
            )
        )
    return _table(("Measure", "Definition", "Unit", "n counts", "Query"), rows)
