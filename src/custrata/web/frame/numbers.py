"""Numbers that explain themselves: each opens its definition, source, period, n, interval and query."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from custrata.delivery.deck.material import period_text, plain
from custrata.delivery.figures import Figure, Name, Prose, figure, how_sure
from custrata.measures.catalogue import CATALOGUE
from custrata.snapshot import Snapshot
from custrata.vocabulary import Reading

_STOP = re.compile(r"[.,;:!?)’”]+")


@dataclass
class Numbers:
    """The numbers of one page, each with one popover however often it is printed.

    Args:
        snapshot: Whose queries stand behind the readings.
        within: How the address of the workspace begins, for links to queries; empty outside of workspaces.
        prefix: Begins the names of the popovers; a part that is swapped into a page has its own, so that no
            name stands twice.
        customers: Address of the list of customers; empty for who may not see it.
    """

    snapshot: Snapshot | None = None
    within: str = ""
    prefix: str = "n"
    customers: str = ""
    _known: dict[tuple[object, ...], str] = field(default_factory=dict)
    _bodies: list[SafeString] = field(default_factory=list)

    @property
    def slug(self) -> str:
        """The workspace's part of the address."""
        return self.within.strip("/").rpartition("/")[2]

    def reading(self, reading: Reading) -> SafeString:
        """A reading, spelt by its unit, as a button that opens what it is."""
        return self.figure(figure(reading))

    def figure(self, shown: Figure) -> SafeString:
        """A figure as a button that opens what it is."""
        key = (shown.text, shown.how, shown.source, tuple(r.key for r in shown.readings))
        name = self._known.get(key)
        if name is None:
            name = f"{self.prefix}{len(self._known) + 1}"
            self._known[key] = name
            self._bodies.append(self._body(name, shown))
        return format_html(
            '<button type="button" class="num" popovertarget="{}">{}</button>', name, shown.text
        )

    def sentence(self, prose: Prose) -> SafeString:
        """A sentence whose figures open what they are."""
        written = ""
        for part in prose.parts:
            stop = _STOP.match(part) if isinstance(part, str) and written.endswith("</button>") else None
            if stop is None or not isinstance(part, str):
                written += self._part(part)
                continue
            # A line may break after a button; the stop that belongs to its number goes with it.
            at = written.rindex("<button")
            kept, rest = stop[0], part[stop.end() :]
            written = f'{written[:at]}<span class="nw">{written[at:]}{escape(kept)}</span>{escape(rest)}'
        return mark_safe(written)

    def _part(self, part: str | Name | Figure) -> str:
        if isinstance(part, Figure):
            return self.figure(part)
        return format_html("{}", part.text if isinstance(part, Name) else part)

    @property
    def popovers(self) -> SafeString:
        """What the buttons open; it stands once at the end of the page, or of a part of it."""
        return mark_safe("".join(self._bodies))

    def _body(self, name: str, shown: Figure) -> SafeString:
        title, facts = self._facts(shown)
        rows = format_html_join("", "<dt>{}</dt><dd>{}</dd>", [(k, v) for k, v in facts if v])
        return format_html(
            '<div class="pop" popover id="{}" role="dialog" aria-label="{}"><p class="t">{}</p><p>{}</p>'
            '<dl class="facts">{}</dl>{}</div>',
            name,
            f"{shown.text}: {title}",
            shown.text,
            title,
            rows,
            self._more(shown),
        )

    def _more(self, shown: Figure) -> SafeString:
        """Links to the query behind a reading and to the customers in its segment."""
        if not shown.readings:
            return SafeString("")
        first = shown.readings[0]
        links = []
        if self.within and self.snapshot and first.fingerprint in self.snapshot.queries:
            href = f"{self.within}queries/{first.fingerprint}/"
            links.append(format_html('<a class="query" href="{}">Show the query</a>', href))
        if self.customers and first.segment:
            links.append(
                format_html('<a href="{}?{}">See the customers</a>', self.customers, urlencode(first.segment))
            )
        if not links:
            return SafeString("")
        return format_html('<p class="line">{}</p>', SafeString(" ".join(links)))

    def _facts(self, shown: Figure) -> tuple[str, list[tuple[str, str]]]:
        if not shown.readings:
            return shown.source or "stated", []
        first = shown.readings[0]
        where = ", ".join(f"{plain(d)} {v}" for d, v in first.segment)
        known = CATALOGUE.get(first.measure)
        title = f"{known.title if known else plain(first.measure)}{f', {where}' if where else ''}"
        return title, [
            ("Meaning", first.definition),
            ("Who", self._who(first)),
            ("Follows from", shown.how),
            ("Not known", first.reason or ""),
            ("Period", period_text(first.period)),
            ("n", f"{first.n:,} {first.n_of}"),
            (
                "Interval",
                f"{shown.interval}, {how_sure(first.method)}" if shown.interval else how_sure(first.method),
            ),
            ("Fresh", self._fresh()),
        ]

    def _who(self, reading: Reading) -> str:
        """Who is counted at the stage of a reading; empty where it is of none."""
        return self.snapshot.manifest.who(reading) if self.snapshot else ""

    def _fresh(self) -> str:
        if self.snapshot is None:
            return ""
        manifest = self.snapshot.manifest
        when = (
            "data without dates"
            if manifest.notional
            else f"data to {manifest.as_of.day} {manifest.as_of:%b %Y}"
        )
        return f"{when}, snapshot {manifest.fingerprint[:8]}"
