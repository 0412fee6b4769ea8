"""Exhibits as HTML: charts with their tables, tables, panels of figures and of words."""

from __future__ import annotations

import json
from dataclasses import dataclass, field

from custrata.delivery.deck.plots import Whale
from custrata.delivery.deck.slides import Cell, Exhibit, FigurePanel, Panel, Row, Table, Voice
from custrata.delivery.figures import Figure
from custrata.delivery.report import charts
from custrata.delivery.report.charted import Charted, charted
from custrata.delivery.report.markup import Popovers, chip, tag, text


@dataclass
class Drawing:
    """What is drawn while the page is written: popovers and the specifications of charts."""

    popovers: Popovers
    specs: dict[str, charts.Spec] = field(default_factory=dict)

    def exhibit(self, exhibit: Exhibit, finding: str) -> str:
        """One exhibit as HTML.

        Args:
            exhibit: What to show.
            finding: The sheet's title, for the chart's description.
        """
        match exhibit:
            case Table():
                return self.table(exhibit)
            case FigurePanel():
                return self._figures(exhibit)
            case Panel():
                return self._panel(exhibit)
            case Whale():
                return self._whale(exhibit, finding)
        found = charted(exhibit)
        return self._chart(found, finding) if found else ""

    def _whale(self, exhibit: Whale, finding: str) -> str:
        found = charted(exhibit)
        drawn = self._chart(found, finding) if found else ""
        said = "".join(
            tag("p", tag("strong", self.popovers.sentence(head)) + " " + self.popovers.sentence(rest))
            for head, rest in exhibit.said
        )
        return drawn + (tag("div", said, {"class": "beside"}) if said else "")

    def _chart(self, found: Charted, finding: str) -> str:
        name = f"chart{len(self.specs) + 1}"
        self.specs[name] = found.spec
        title = tag("h3", text(found.heading)) if found.heading else ""
        drawn = tag("div", "", {"class": "chart", "id": name, "role": "img", "aria-label": finding})
        head = tag("tr", "".join(tag("th", text(h), {"scope": "col"}) for h in found.heads))
        body = "".join(tag("tr", "".join(self._plain_cell(c) for c in row)) for row in found.rows)
        table = tag("table", tag("thead", head) + tag("tbody", body), {"class": "tbl"})
        return title + drawn + tag("details", tag("summary", "Table") + _scrolling(table))

    def _plain_cell(self, cell: str | Figure) -> str:
        if isinstance(cell, Figure):
            beneath = tag("small", text(cell.interval)) if cell.interval else ""
            return tag("td", self.popovers.number(cell) + beneath, {"class": "right"})
        return tag("th", text(cell), {"scope": "row"})

    def table(self, table: Table) -> str:
        """A table with its dots, heat and states."""
        head = "".join(
            tag("th", text(c.head), {"scope": "col", "class": "right" if c.right else ""})
            for c in table.columns
        )
        body = []
        for row in table.rows:
            cells = [
                _track(row, table.reach, table.level)
                if index == table.track
                else self._cell(cell, table.columns[index].right, table.heat)
                for index, cell in enumerate(row.cells)
            ]
            body.append(tag("tr", "".join(cells), {"class": "emphasised" if row.emphasised else ""}))
        kind = "tbl heat" if table.heat else "tbl"
        whole = tag("table", tag("thead", tag("tr", head)) + tag("tbody", "".join(body)), {"class": kind})
        return _scrolling(whole)

    def _cell(self, cell: Cell, right: bool, heat: bool) -> str:
        if cell.state is not None:
            return tag("td", chip(cell.state) + tag("small", self.popovers.sentence(cell.small)))
        inner = self.popovers.sentence(cell.main)
        if cell.bold:
            inner = tag("b", inner)
        if cell.small.text:
            inner += tag("small", self.popovers.sentence(cell.small))
        classes = [
            cell.tone.value,
            "right" if right else "",
            f"h{cell.heat}" if cell.heat is not None and heat else "",
        ]
        return tag("td", inner, {"class": " ".join(c for c in classes if c)})

    def _figures(self, panel: FigurePanel) -> str:
        rows = []
        for row in panel.rows:
            big = tag("div", self.popovers.number(row.figure), {"class": "big"})
            words = tag("div", self.popovers.sentence(row.words))
            standing = chip(row.state) + " " if row.state else ""
            standing += tag("small", text(row.evidence)) if row.evidence else ""
            rows.append(
                tag("div", big + words + tag("div", standing, {"class": "standing"}), {"class": "fact"})
            )
        heading = tag("h3", text(panel.heading)) if panel.heading else ""
        return heading + "".join(rows)

    def _panel(self, panel: Panel) -> str:
        items = []
        for item in panel.items:
            inner = tag("strong", self.popovers.sentence(item.head)) + " " if item.head.text else ""
            inner += self.popovers.sentence(item.words)
            if item.owner:
                inner += tag("small", text(item.owner))
            items.append(tag("li" if panel.voice is Voice.DECISION else "p", inner))
        body = "".join(items)
        if panel.voice is Voice.DECISION:
            body = tag("ol", body)
        heading = tag("h3", text(panel.heading)) if panel.heading else ""
        return heading + tag("div", body, {"class": f"words {panel.voice.value}"})

    def scripts(self) -> str:
        """The specifications as JSON that cannot close its own script element."""
        raw = json.dumps(self.specs, ensure_ascii=False, sort_keys=True, allow_nan=False)
        return raw.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _scrolling(table: str) -> str:
    """A table that scrolls by itself where the page is too narrow for it."""
    return tag("div", table, {"class": "scroll", "tabindex": "0", "role": "region", "aria-label": "Table"})


def _track(row: Row, reach: tuple[float, float], level: float | None) -> str:
    low, high = reach

    def place(value: float) -> float:
        return 4 + 92 * (value - low) / ((high - low) or 1.0)

    drawn = []
    if level is not None:
        drawn.append(tag("i", "", {"class": "level", "style": f"left:{place(level):.2f}%"}))
    ends = row.now.ends if row.now is not None else (None, None)
    if row.now is not None and ends[0] is not None and ends[1] is not None:
        style = f"left:{place(ends[0]):.2f}%;width:{place(ends[1]) - place(ends[0]):.2f}%"
        drawn.append(tag("i", "", {"class": "reach", "style": style, "title": row.now.interval}))
    for kind, shown in (("now", row.now), ("target", row.target)):
        if shown is not None and shown.value is not None:
            label = f"{kind} {shown.text}"
            style = f"left:{place(shown.value):.2f}%"
            drawn.append(tag("i", "", {"class": kind, "style": style, "title": label}))
    return tag("td", tag("div", "".join(drawn), {"class": "track"}))
