"""Customers are promised something that the service data show broken.

Avoid: a standard on the website that the desk has never met.

Prefer: a standard that is met nearly always, raised once it is.

Why: a broken promise costs more trust than a modest one; and it is broken once for every customer.

Mend: change the promise to what is attained, or plan the initiative that makes it true and say from when
on.
"""

from __future__ import annotations

from collections.abc import Iterator

from custrata.strategy.document import Document
from custrata.strategy.lint.finding import Finding, Known, Readings, Severity
from custrata.strategy.parts.offering.proposition import Promise
from custrata.strategy.parts.papers.service_standard import ServiceStandard
from custrata.strategy.parts.statement import Proposal
from custrata.strategy.pitfalls.agreement import meant, taken
from custrata.strategy.pitfalls.certainty import breaks, latest
from custrata.strategy.pitfalls.pitfall import Pitfall
from custrata.strategy.wording.spelling import spell
from custrata.vocabulary import Reading, Segment


def _find(document: Document, known: Known) -> Iterator[Finding]:
    if known.readings is None:
        return
    for standard in document.service_standards:
        if standard.promise is None or not standard.measure or not taken(standard):
            continue
        for segment in _segments(document, standard):
            reading = latest(known.readings, standard.measure, segment)
            if reading is not None and breaks(reading, standard.promise, standard.direction):
                place = f"service_standards[{standard.id}]"
                promised = f"{standard.direction} {spell(standard.promise, reading.unit)}"
                yield _finding(place, promised, reading)
                break
    for proposition in document.propositions:
        for promise in proposition.promises:
            place = f"propositions[{proposition.id}].promises[{promise.id}]"
            yield from _promised(place, promise, known.readings)


def _promised(place: str, promise: Promise, readings: Readings) -> Iterator[Finding]:
    # A claim is judged with the evidence; a proposal with a number in it is judged by nobody else.
    if not isinstance(promise.statement, Proposal) or not meant(promise.statement):
        return
    for figure in promise.statement.figures:
        if figure.measure != promise.measure or len(figure.keys) > 1 or figure.threshold is None:
            continue
        reading = latest(readings, figure.measure, figure.segment)
        direction = figure.direction or "at most"
        if reading is not None and breaks(reading, figure.threshold, direction):
            yield _finding(place, f"{direction} {spell(figure.threshold, figure.unit)}", reading)


def _segments(document: Document, standard: ServiceStandard) -> tuple[Segment, ...]:
    tiers = {name: (("tier", t.tier.value),) for t in document.tiers for name in (t.id, t.tier.value)}
    groups = {group.id: group.segment for group in document.groups if group.segment}
    known = {**tiers, **groups}
    return tuple(known[name] for name in standard.groups if name in known) if standard.groups else ((),)


def _finding(place: str, promised: str, reading: Reading) -> Finding:
    return PITFALL.finding(
        place,
        f"It promises {promised}; {reading.measure} stands at {spell(reading.value, reading.unit)}"
        f" ({reading.n:,} {reading.n_of}).",
        "Promise what is attained, or plan what makes it true and say from when on.",
    )


PITFALL = Pitfall(
    code="SV101",
    slug="promise_broken_by_data",
    title="The data show a service promise broken",
    severity=Severity.ERROR,
    find=_find,
    needs_data=True,
)
"""This mistake."""
