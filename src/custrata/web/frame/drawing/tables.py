"""Tables of the deck as tables of a page: figures at the right, tracks drawn, wide ones in a region."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from custrata.delivery.deck.slides import Cell, Row, Table
from custrata.web.frame.drawing.sparks import track
from custrata.web.frame.numbers import Numbers
from custrata.web.frame.signs import chip

LONG = 40
"""Letters from which a cell needs room for several words in a line."""

WIDE = 5
"""Columns from which a table on a phone is read as cards, one a row."""

SHORT = 12
"""Letters up to which one word is not broken at its hyphen."""


@dataclass(frozen=True)
class Tables:
    """Writes tables into a page whose numbers explain themselves."""

    numbers: Numbers

    def table(self, table: Table, finding: str) -> SafeString:
        """A table of the deck.

        Args:
            table: What to show.
            finding: The sentence that it shows, for its description.
        """
        heads = format_html_join(
            "",
            "{}",
            ((column_head(c.head, right=c.right),) for c in table.columns),
        )
        reach = table.reach
        rows = SafeString("".join(self._line(table, row, reach) for row in table.rows))
        body = format_html("<thead><tr>{}</tr></thead><tbody>{}</tbody>", heads, rows)
        stacks = "stacks" if len(table.columns) >= WIDE and not table.heat else ""
        kinds = ("dense" if table.dense else "", stacks)
        return scrolling(body, table.finding or finding, kind=" ".join(filter(None, kinds)))

    def _line(self, table: Table, row: Row, reach: tuple[float, float]) -> SafeString:
        cells = "".join(
            _track(row, reach, table.level)
            if at == table.track
            else self._cell(cell, right=table.columns[at].right, heat=table.heat)
            for at, cell in enumerate(row.cells)
        )
        line = format_html(
            '<tr class="{}">{}</tr>', "emphasised" if row.emphasised else "", SafeString(cells)
        )
        if not row.cut:
            return line
        cut = format_html('<tr class="cut"><td colspan="{}">{}</td></tr>', len(table.columns), row.cut)
        return SafeString(line + cut)

    def _cell(self, cell: Cell, *, right: bool, heat: bool) -> SafeString:
        small = format_html("<small>{}</small>", self.numbers.sentence(cell.small)) if cell.small.text else ""
        if cell.state is not None:
            return format_html("<td>{}{}</td>", chip(cell.state), small)
        inner = self.numbers.sentence(cell.main)
        if cell.bold:
            inner = format_html("<b>{}</b>", inner)
        step = f"h{cell.heat}" if heat and cell.heat is not None else ""
        tone = "" if cell.tone.value == "ink" else f"tone-{cell.tone.value}"
        long = "long" if not right and len(cell.main.text) > LONG else ""
        short = "nw" if len(cell.main.text) <= SHORT and " " not in cell.main.text else ""
        classes = " ".join(c for c in (tone, "r" if right else short, step, long) if c)
        return format_html('<td class="{}">{}{}</td>', classes, inner, small)


def column_head(words: str, *, right: bool) -> SafeString:
    """What stands over a column; one without words is no head.

    Args:
        words: The head.
        right: Whether the column holds numbers.
    """
    if not words:
        return SafeString("<td></td>")
    return format_html('<th scope="col" class="{}">{}</th>', "r" if right else "", words)


def scrolling(inner: SafeString, label: str, *, kind: str = "") -> SafeString:
    """A table in a region that the page's script makes reachable by keys where it is too wide.

    Args:
        inner: Head and body.
        label: What it shows.
        kind: Further classes of the table.
    """
    return format_html(
        '<div class="scroll" data-region="{}"><table class="tbl snug {}">{}</table></div>',
        f"Table: {label}",
        kind,
        inner,
    )


def _track(row: Row, reach: tuple[float, float], level: float | None) -> SafeString:
    """Now with its interval and the target, on one line from the least to the most of the table."""
    low, high = reach

    def place(value: float | None) -> float | None:
        return None if value is None else (value - low) / (high - low)

    crossed = level if level is not None and low <= level <= high else None
    now, target = row.now, row.target
    said = ", ".join(f"{k} {f.text}" for k, f in (("now", now), ("target", target)) if f is not None)
    ends = now.ends if now is not None else (None, None)
    drawn = track(
        said or "not known",
        place(now.value) if now is not None else None,
        (place(ends[0]), place(ends[1])),
        place(target.value) if target is not None else None,
        wanted=place(crossed),
    )
    return format_html("<td>{}</td>", drawn)
