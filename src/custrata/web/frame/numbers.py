"""Numbers that explain themselves: each opens its definition, source, period, n, interval and query."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from custrata.delivery.deck.material import period_text, plain
from custrata.delivery.figures import Figure, Name, Prose, figure
from custrata.measures.catalogue import CATALOGUE
from custrata.snapshot import Snapshot
from custrata.vocabulary import Reading


@dataclass
class Numbers:
    """The numbers of one page, each with one popover however often it is printed.

    Args:
        snapshot: Whose queries stand behind the readings.
        within: How the address of the workspace begins, for links to a measure.
    """

    snapshot: Snapshot | None = None
    within: str = ""
    _known: dict[tuple[object, ...], str] = field(default_factory=dict)
    _bodies: list[SafeString] = field(default_factory=list)

    def reading(self, reading: Reading) -> SafeString:
        """A reading, spelt by its unit, as a button that opens what it is."""
        return self.figure(figure(reading))

    def figure(self, shown: Figure) -> SafeString:
        """A figure as a button that opens what it is."""
        key = (shown.text, shown.how, shown.source, tuple(r.key for r in shown.readings))
        name = self._known.get(key)
        if name is None:
            name = f"n{len(self._known) + 1}"
            self._known[key] = name
            self._bodies.append(self._body(name, shown))
        return format_html(
            '<button type="button" class="num" popovertarget="{}">{}</button>', name, shown.text
        )

    def sentence(self, prose: Prose) -> SafeString:
        """A sentence whose figures open what they are."""
        return mark_safe("".join(self._part(part) for part in prose.parts))

    def _part(self, part: str | Name | Figure) -> str:
        if isinstance(part, Figure):
            return self.figure(part)
        return format_html("{}", part.text if isinstance(part, Name) else part)

    @property
    def popovers(self) -> SafeString:
        """What the buttons open; it stands once at the end of the page."""
        return mark_safe("".join(self._bodies))

    def _body(self, name: str, shown: Figure) -> SafeString:
        title, facts, query = self._facts(shown)
        rows = format_html_join("", "<dt>{}</dt><dd>{}</dd>", [(k, v) for k, v in facts if v])
        more = (
            format_html("<details><summary>Show the query</summary><pre>{}</pre></details>", query)
            if query
            else ""
        )
        return format_html(
            '<div class="pop" popover id="{}" role="dialog" aria-label="{}"><h3>{}</h3><p>{}</p>'
            '<dl class="facts">{}</dl>{}</div>',
            name,
            title,
            shown.text,
            title,
            rows,
            more,
        )

    def _facts(self, shown: Figure) -> tuple[str, list[tuple[str, str]], str]:
        if not shown.readings:
            return shown.source or "stated", [], ""
        first = shown.readings[0]
        where = ", ".join(f"{plain(d)} {v}" for d, v in first.segment)
        known = CATALOGUE.get(first.measure)
        title = f"{known.title if known else plain(first.measure)}{f', {where}' if where else ''}"
        facts = [
            ("Meaning", first.definition),
            ("Follows from", shown.how),
            ("Period", period_text(first.period)),
            ("n", f"{first.n:,} {first.n_of}"),
            ("Interval", f"{shown.interval}, {first.method}" if shown.interval else first.method),
            ("Fresh", self._fresh()),
        ]
        query = self.snapshot.queries.get(first.fingerprint, "") if self.snapshot else ""
        return title, facts, query

    def _fresh(self) -> str:
        if self.snapshot is None:
            return ""
        manifest = self.snapshot.manifest
        when = "data without dates" if manifest.notional else f"data to {manifest.as_of:%-d %b %Y}"
        return f"{when}, snapshot {manifest.fingerprint[:8]}"
