"""HTML that cannot be broken by what it shows: everything is escaped once, at the door."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from custrata.delivery import tokens
from custrata.delivery.deck.material import period_text, plain
from custrata.delivery.figures import Figure, Name, Prose
from custrata.snapshot import Snapshot
from custrata.vocabulary import EvidenceState

_GLYPH = {"supported": "✓", "contradicted": "×", "drifting": "≈", "stale": "◷", "unproven": "○"}
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


def text(value: str) -> str:
    """Text as HTML text or attribute value.

    Example:
        >>> text("<b>A&B</b>")
        '&lt;b&gt;A&amp;B&lt;/b&gt;'
    """
    return html.escape(_CONTROL.sub("", value), quote=True)


def tag(name: str, inner: str, attributes: Mapping[str, str] | None = None) -> str:
    """An element around HTML that is already escaped; values of attributes are escaped here."""
    written = "".join(f' {key}="{text(value)}"' for key, value in (attributes or {}).items())
    return f"<{name}{written}>{inner}</{name}>"


def chip(state: EvidenceState) -> str:
    """The evidence chip: icon and word."""
    role = tokens.STATE_ROLE[state]
    icon = tag("span", _GLYPH[state.value], {"aria-hidden": "true"})
    return tag("span", f"{icon} {text(tokens.STATES[state].word)}", {"class": f"ev {role}"})


@dataclass
class Popovers:
    """Definitions behind the figures: one popover a figure, however often it is printed."""

    snapshot: Snapshot
    known: dict[tuple[object, ...], str] = field(default_factory=dict)
    bodies: list[str] = field(default_factory=list)

    def number(self, shown: Figure) -> str:
        """The figure as a button that opens its definition, source, period and n."""
        key = (shown.text, shown.how, shown.source, tuple(r.key for r in shown.readings))
        name = self.known.get(key)
        if name is None:
            name = f"n{len(self.known) + 1}"
            self.known[key] = name
            self.bodies.append(self._body(name, shown))
        return tag("button", text(shown.text), {"class": "num", "type": "button", "popovertarget": name})

    def sentence(self, prose: Prose) -> str:
        """A sentence whose figures open their definitions."""
        written = []
        for part in prose.parts:
            if isinstance(part, Figure):
                written.append(self.number(part))
            else:
                written.append(text(part.text if isinstance(part, Name) else part))
        return "".join(written)

    def _body(self, name: str, shown: Figure) -> str:
        head = tag("strong", text(shown.text))
        rows = self._facts(shown)
        facts = "".join(tag("dt", text(k)) + tag("dd", text(v)) for k, v in rows)
        return tag("div", head + tag("dl", facts), {"id": name, "popover": "auto", "class": "pop"})

    def _facts(self, shown: Figure) -> list[tuple[str, str]]:
        if not shown.readings:
            return [("Source", shown.source)]
        first = shown.readings[0]
        where = ", ".join(f"{plain(d)} {v}" for d, v in first.segment)
        found = [
            ("Measure", plain(first.measure) + (f" ({where})" if where else "")),
            ("Meaning", self.snapshot.manifest.definition_of(first)),
        ]
        if shown.how:
            found.append(("Follows from", shown.how))
        found += [("Period", period_text(first.period)), ("Rests on", f"{first.n:,} {first.n_of}")]
        found.append(("Interval", f"{shown.interval}, {first.method}" if shown.interval else first.method))
        query = self.snapshot.queries.get(first.fingerprint, "")
        found.append(("Query", first.fingerprint + (f": {query[:600]}" if query else "")))
        return [(k, v) for k, v in found if v]
