"""Exhibits of the deck as parts of a page: charts with tables, tables, panels of figures and of words."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from custrata.delivery.deck.plots import Whale
from custrata.delivery.deck.slides import Exhibit, FigurePanel, Item, Panel, Placed, Slide, Table, Voice
from custrata.delivery.figures import Figure
from custrata.delivery.report.charted import Charted, charted
from custrata.web.frame.drawing.footing import footing
from custrata.web.frame.drawing.svg import drawings, kept_spec
from custrata.web.frame.drawing.tables import Tables, column_head, scrolling
from custrata.web.frame.numbers import Numbers
from custrata.web.frame.signs import chip, icon

_ASIDE_ROWS = 9
"""Rows of a chart's table that have room beside it; longer ones open under their button."""

_WIDE = 9
"""Columns of twelve from which on a chart alone leaves room for words at its right."""

_DASHED = frozenset({Voice.PROPOSAL, Voice.GAP, Voice.DECISION})
"""Voices of people; what they say stands behind the dashed rule."""


@dataclass
class Drawing:
    """Draws exhibits into a page whose numbers explain themselves."""

    numbers: Numbers

    def sheet(self, slide: Slide, *, actions: SafeString | str = "", name: str = "") -> SafeString:
        """A slide as a sheet of the page: its finding, its exhibits, what follows.

        Args:
            slide: The finding.
            actions: Buttons at the right of its head.
            name: What stands at its head where the page says the finding already; shown alone to a room, it
                still opens with the finding. Empty for the finding.
        """
        title = slide.titles[0]
        sentence = self.numbers.sentence
        measured = format_html("<p>{}</p>", sentence(slide.measured)) if slide.measured.text else ""
        foot = footing(slide)
        return format_html(
            '<section class="sheet" id="{}"><header><h2>{}</h2>{}{}</header>{}{}</section>',
            f"s-{slide.row or slide.topic}".replace(" ", "-").lower(),
            _head(name, sentence(title)),
            format_html('<div class="push line">{}</div>', actions) if actions else "",
            measured,
            self._body(slide, title.text),
            format_html("<footer>{}</footer>", foot) if foot else "",
        )

    def _body(self, slide: Slide, finding: str) -> SafeString:
        so_what = self._so_what(slide)
        if (alone := _alone(slide)) is not None:
            return self._with_aside(alone, finding, so_what)
        columns = [
            format_html(
                '<div class="col w{}">{}</div>',
                span,
                mark_safe("".join(self.exhibit(p.exhibit, finding, span=span) for p in placed)),
            )
            for span, placed in _columns(slide.exhibits)
        ]
        return format_html(
            '<div class="exhibits"><div class="twelve">{}</div></div>{}',
            SafeString("".join(columns)),
            so_what,
        )

    def _with_aside(self, exhibit: Exhibit, finding: str, so_what: SafeString) -> SafeString:
        """A wide chart leaves room at its right: what follows from it, and its figures where they are few."""
        found = charted(exhibit)
        few = found is not None and len(found.rows) <= _ASIDE_ROWS
        points = self._points(found, finding) if found is not None and few else ""
        table = format_html('<div class="when-wide">{}</div>', points) if points else ""
        beside = self._beside(exhibit) if isinstance(exhibit, Whale) else ""
        chart = self.chart(found, finding, span=7, alone=not few) if found is not None else ""
        return format_html(
            '<div class="exhibits"><div class="twelve"><div class="col w7">{}</div>'
            '<div class="col w5 aside">{}{}{}</div></div></div>',
            chart,
            so_what,
            beside,
            table,
        )

    def _so_what(self, slide: Slide) -> SafeString:
        if not slide.so_what.text:
            return SafeString("")
        return format_html(
            '<p class="so"><strong>So what:</strong> {}</p>', self.numbers.sentence(slide.so_what)
        )

    def exhibit(self, exhibit: Exhibit, finding: str, *, span: int = 12) -> SafeString:
        """One exhibit.

        Args:
            exhibit: What to show.
            finding: The sentence that it shows, for the description.
            span: How many of twelve columns it has; charts are drawn for the room that there is.
        """
        match exhibit:
            case Table():
                return Tables(self.numbers).table(exhibit, finding)
            case FigurePanel():
                return self._figures(exhibit)
            case Panel():
                return self._panel(exhibit)
        found = charted(exhibit)
        if found is None:
            return SafeString("")
        beside = self._beside(exhibit) if isinstance(exhibit, Whale) else ""
        return format_html("{}{}", self.chart(found, finding, span=span), beside)

    def chart(self, found: Charted, finding: str, *, span: int = 12, alone: bool = True) -> SafeString:
        """A chart at the widths that it may have, over the table that says the same.

        Args:
            found: The chart.
            finding: The sentence that it shows, for who does not see it.
            span: How many of twelve columns it has.
            alone: Whether its table opens beneath at any width; else only where it has no room beside.
        """
        widest, pictures = drawings(found.spec, finding, span, narrow=found.narrow)
        title = format_html("<h3>{}</h3>", found.heading) if found.heading else ""
        more = format_html(
            '<figcaption{}><details class="table"><summary class="btn bare mini">{}Table</summary>{}'
            "</details></figcaption>",
            "" if alone else SafeString(' class="when-narrow"'),
            icon("table"),
            self._points(found, finding),
        )
        return format_html(
            '<figure class="chart w{}" data-spec="{}"{}>{}<div class="plot">{}</div>{}</figure>',
            widest,
            self._spec(found.spec),
            format_html(' data-narrow="{}"', self._spec(found.narrow)) if found.narrow else "",
            title,
            mark_safe(pictures),
            more,
        )

    def _spec(self, spec: dict[str, Any]) -> str:
        """Where the page's script finds what is behind the picture; nowhere outside of workspaces."""
        within = self.numbers.within
        return f"{within}charts/{kept_spec(spec, self.numbers.slug)}.json" if within else ""

    def _points(self, found: Charted, finding: str) -> SafeString:
        heads = format_html_join(
            "",
            "{}",
            ((column_head(head, right=bool(at)),) for at, head in enumerate(found.heads)),
        )
        rows = format_html_join("", "<tr>{}</tr>", ((self._row(row),) for row in found.rows))
        return scrolling(
            format_html("<thead><tr>{}</tr></thead><tbody>{}</tbody>", heads, rows), finding, kind="dense"
        )

    def _row(self, cells: tuple[str | Figure, ...]) -> SafeString:
        return format_html_join("", "{}", ((self._plain(cell),) for cell in cells))

    def _plain(self, cell: str | Figure) -> SafeString:
        if not isinstance(cell, Figure):
            return format_html('<th scope="row">{}</th>', cell)
        beneath = format_html(" <small>{}</small>", cell.interval) if cell.interval else ""
        return format_html('<td class="r">{}{}</td>', self.numbers.figure(cell), beneath)

    def _beside(self, whale: Whale) -> SafeString:
        sentence = self.numbers.sentence
        return format_html_join(
            "",
            "<p><strong>{}</strong> {}</p>",
            ((sentence(head), sentence(rest)) for head, rest in whale.said),
        )

    def _figures(self, panel: FigurePanel) -> SafeString:
        rows = format_html_join(
            "",
            '<div class="fact"><div class="big">{}</div><div><p>{}</p>{}</div>{}</div>',
            (
                (
                    self.numbers.figure(row.figure),
                    self.numbers.sentence(row.words),
                    format_html('<p class="small dim">{}</p>', row.evidence) if row.evidence else "",
                    chip(row.state) if row.state else "",
                )
                for row in panel.rows
            ),
        )
        heading = format_html("<h3>{}</h3>", panel.heading) if panel.heading else ""
        return format_html('<div class="facts-panel">{}{}</div>', heading, rows)

    def _panel(self, panel: Panel) -> SafeString:
        kind = "word" if panel.voice in _DASHED else "said"
        items = format_html_join("", "<li>{}</li>", ((self._item(item),) for item in panel.items))
        heading = format_html("<h3>{}</h3>", panel.heading) if panel.heading else ""
        return format_html(
            '<div class="panel {}">{}<ul class="{}">{}</ul></div>', panel.voice.value, heading, kind, items
        )

    def _item(self, item: Item) -> SafeString:
        sentence = self.numbers.sentence
        head = format_html("<strong>{}</strong> ", sentence(item.head)) if item.head.text else ""
        # The dashed rule says already what the lozenge says on paper.
        owner = item.owner.removeprefix("◊").strip()
        by = format_html('<span class="by">{}</span>', owner) if owner else ""
        return format_html("{}{}{}", head, sentence(item.words), by)


def _head(name: str, finding: SafeString) -> SafeString:
    if not name:
        return finding
    return format_html('<span class="named">{}</span><span class="alone">{}</span>', name, finding)


def _columns(exhibits: tuple[Placed, ...]) -> list[tuple[int, list[Placed]]]:
    """Exhibits that stand over each other in the deck's grid, column by column, each with its span."""
    ordered = sorted(exhibits, key=lambda p: (p.first, p.top))
    grouped = [list(placed) for _, placed in groupby(ordered, key=lambda p: p.first)]
    return [(max(p.span for p in placed), placed) for placed in grouped]


def _alone(slide: Slide) -> Exhibit | None:
    """The one wide chart of a slide, where there is nothing else."""
    if len(slide.exhibits) != 1 or slide.exhibits[0].span < _WIDE:
        return None
    exhibit = slide.exhibits[0].exhibit
    return None if isinstance(exhibit, Table | FigurePanel | Panel) else exhibit
