"""Exhibits of the deck as parts of a page: charts with their tables, tables, panels of figures and of words."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from custrata.delivery import tokens
from custrata.delivery.deck.slides import Cell, Exhibit, FigurePanel, Panel, Row, Slide, Table, Voice, Whale
from custrata.delivery.figures import Figure
from custrata.delivery.report.charted import Charted, charted
from custrata.vocabulary import EvidenceState
from custrata.web.frame.numbers import Numbers
from custrata.web.frame.svg import FULL, SLIM, drawn


@dataclass
class Drawing:
    """Draws exhibits into a page whose numbers explain themselves."""

    numbers: Numbers

    def sheet(self, slide: Slide, *, actions: SafeString | str = "") -> SafeString:
        """A slide as a sheet of the page: its finding, its exhibits, what follows.

        Args:
            slide: The finding.
            actions: Buttons at the right of its head.
        """
        title = slide.titles[0]
        inner = "".join(self.exhibit(placed.exhibit, title.text) for placed in slide.exhibits)
        measured = (
            format_html("<p>{}</p>", self.numbers.sentence(slide.measured)) if slide.measured.text else ""
        )
        so_what = (
            format_html(
                '<p class="so"><strong>So what:</strong> {}</p>', self.numbers.sentence(slide.so_what)
            )
            if slide.so_what.text
            else ""
        )
        return format_html(
            '<section class="sheet" id="{}"><header><h2>{}</h2>{}{}</header><div class="exhibits n{}">{}</div>{}</section>',
            f"s-{slide.row or slide.topic}".replace(" ", "-").lower(),
            self.numbers.sentence(title),
            actions,
            measured,
            min(len(slide.exhibits), 3),
            mark_safe(inner),
            so_what,
        )

    def exhibit(self, exhibit: Exhibit, finding: str) -> SafeString:
        """One exhibit.

        Args:
            exhibit: What to show.
            finding: The sentence that it shows, for the description.
        """
        match exhibit:
            case Table():
                return self._table(exhibit, finding)
            case FigurePanel():
                return self._figures(exhibit)
            case Panel():
                return self._panel(exhibit)
        found = charted(exhibit)
        if found is None:
            return SafeString("")
        beside = self._beside(exhibit) if isinstance(exhibit, Whale) else ""
        return format_html("{}{}", self.chart(found, finding), beside)

    def chart(self, found: Charted, finding: str) -> SafeString:
        """A chart at two widths over the table that says the same."""
        pictures = drawn(found.spec, FULL, "full", finding) + drawn(found.spec, SLIM, "slim", finding)
        heads = format_html_join("", '<th scope="col">{}</th>', ((head,) for head in found.heads))
        rows = format_html_join("", "<tr>{}</tr>", ((self._row(row),) for row in found.rows))
        title = format_html("<h3>{}</h3>", found.heading) if found.heading else ""
        return format_html(
            '<figure class="chart">{}{}<figcaption><details><summary>Table</summary>{}</details></figcaption></figure>',
            title,
            mark_safe(pictures),
            _scrolling(format_html("<thead><tr>{}</tr></thead><tbody>{}</tbody>", heads, rows), finding),
        )

    def _row(self, cells: tuple[str | Figure, ...]) -> SafeString:
        return format_html_join("", "{}", ((self._plain(cell),) for cell in cells))

    def _plain(self, cell: str | Figure) -> SafeString:
        if not isinstance(cell, Figure):
            return format_html('<th scope="row">{}</th>', cell)
        beneath = format_html(" <small>{}</small>", cell.interval) if cell.interval else ""
        return format_html('<td class="r">{}{}</td>', self.numbers.figure(cell), beneath)

    def _beside(self, whale: Whale) -> SafeString:
        said = [(head, rest) for head, rest in (whale.earns, whale.gives_back) if head.text]
        sentence = self.numbers.sentence
        return format_html_join(
            "", "<p><strong>{}</strong> {}</p>", ((sentence(head), sentence(rest)) for head, rest in said)
        )

    def _table(self, table: Table, finding: str) -> SafeString:
        heads = format_html_join(
            "",
            '<th scope="col" class="{}">{}</th>',
            (("r" if c.right else "", c.head) for c in table.columns),
        )
        reach = _reach(table.rows)
        rows = []
        for row in table.rows:
            cells = [
                _track(row, reach, table.level)
                if at == table.track
                else self._cell(cell, right=table.columns[at].right, heat=table.heat)
                for at, cell in enumerate(row.cells)
            ]
            emphasised = "emphasised" if row.emphasised else ""
            rows.append(format_html('<tr class="{}">{}</tr>', emphasised, SafeString("".join(cells))))
        body = format_html("<thead><tr>{}</tr></thead><tbody>{}</tbody>", heads, SafeString("".join(rows)))
        return _scrolling(body, table.finding or finding)

    def _cell(self, cell: Cell, *, right: bool, heat: bool) -> SafeString:
        small = format_html("<small>{}</small>", self.numbers.sentence(cell.small)) if cell.small.text else ""
        if cell.state is not None:
            return format_html("<td>{}{}</td>", chip(cell.state), small)
        inner = self.numbers.sentence(cell.main)
        if cell.bold:
            inner = format_html("<b>{}</b>", inner)
        step = f"h{cell.heat}" if heat and cell.heat is not None else ""
        classes = " ".join(c for c in (f"tone-{cell.tone.value}", "r" if right else "", step) if c)
        return format_html('<td class="{}">{}{}</td>', classes, inner, small)

    def _figures(self, panel: FigurePanel) -> SafeString:
        rows = format_html_join(
            "",
            '<div class="fact"><div class="big">{}</div><p>{}</p><p class="small dim">{} {}</p></div>',
            (
                (
                    self.numbers.figure(row.figure),
                    self.numbers.sentence(row.words),
                    chip(row.state) if row.state else "",
                    row.evidence,
                )
                for row in panel.rows
            ),
        )
        heading = format_html("<h3>{}</h3>", panel.heading) if panel.heading else ""
        return format_html('<div class="facts-panel">{}{}</div>', heading, rows)

    def _panel(self, panel: Panel) -> SafeString:
        said = panel.voice in (Voice.PROPOSAL, Voice.GAP)
        items = format_html_join(
            "",
            "<li>{} {}{}</li>",
            (
                (
                    format_html("<strong>{}</strong>", self.numbers.sentence(item.head))
                    if item.head.text
                    else "",
                    self.numbers.sentence(item.words),
                    format_html('<span class="by">{}</span>', item.owner) if item.owner else "",
                )
                for item in panel.items
            ),
        )
        heading = format_html("<h3>{}</h3>", panel.heading) if panel.heading else ""
        kind = "word" if said else "said"
        return format_html(
            '<div class="panel {}">{}<ul class="{}">{}</ul></div>', panel.voice.value, heading, kind, items
        )


def chip(state: EvidenceState, *, href: str = "", reason: str = "") -> SafeString:
    """The evidence chip: shape, word, colour.

    Args:
        state: How the claim stands.
        href: Where it leads; empty for a chip that leads nowhere.
        reason: A word in place of the state's, such as ``Contradicts “coupons pay back”``.
    """
    role, word = tokens.STATE_ROLE[state], reason or tokens.STATES[state].word
    inner = format_html("{}{}", icon(role), word)
    if href:
        return format_html('<a class="ev {}" href="{}">{}</a>', role, href, inner)
    return format_html('<span class="ev {}">{}</span>', role, inner)


def icon(name: str) -> SafeString:
    """One of the drawn signs; the word beside it says what it means."""
    return format_html('<svg class="i" aria-hidden="true"><use href="#i-{}"/></svg>', name)


def _scrolling(inner: SafeString, label: str) -> SafeString:
    return format_html(
        '<div class="scroll" tabindex="0" role="region" aria-label="{}"><table class="tbl snug">{}</table></div>',
        f"Table: {label}",
        inner,
    )


def _reach(rows: tuple[Row, ...]) -> tuple[float, float]:
    shown = [f for row in rows for f in (row.now, row.target) if f is not None and f.value is not None]
    values = [v for f in shown for v in (f.value, *f.ends) if v is not None]
    return min([*values, 0.0]), max([*values, 0.0]) or 1.0


def _track(row: Row, reach: tuple[float, float], level: float | None) -> SafeString:
    """Now as a dot with its interval, the target as a ring, on one line."""
    low, high = reach

    def place(value: float) -> float:
        return round(4 + 112 * (value - low) / ((high - low) or 1.0), 2)

    parts = [SafeString('<line x1="0" x2="120" y1="8" y2="8" class="g"/>')]
    if level is not None:
        at = place(level)
        parts.append(format_html('<line x1="{}" x2="{}" y1="1" y2="15" class="zero dash"/>', at, at))
    if row.now is not None and row.now.value is not None:
        ends = row.now.ends
        if ends[0] is not None and ends[1] is not None:
            left, wide = place(ends[0]), max(place(ends[1]) - place(ends[0]), 1)
            parts.append(
                format_html('<rect x="{}" y="5" width="{}" height="6" class="fb" rx="2"/>', left, wide)
            )
        parts.append(format_html('<circle cx="{}" cy="8" r="4" class="f1 ring"/>', place(row.now.value)))
    if row.target is not None and row.target.value is not None:
        parts.append(
            format_html('<circle cx="{}" cy="8" r="4.5" class="hollow k1"/>', place(row.target.value))
        )
    said = ", ".join(f"{k} {f.text}" for k, f in (("now", row.now), ("target", row.target)) if f is not None)
    return format_html(
        '<td><svg class="track" viewBox="0 0 120 16" width="120" height="16" role="img" aria-label="{}">{}</svg></td>',
        said or "not known",
        SafeString("".join(parts)),
    )
