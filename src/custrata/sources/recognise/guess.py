"""From profiles and relations to a mapping: one reading for each raw table, and what follows from it."""

from __future__ import annotations

from collections.abc import Mapping as Rows
from collections.abc import Sequence
from typing import Any

from custrata.settings import Settings
from custrata.sources.mapping import Mapping, Source, Unused, missing_columns
from custrata.sources.mapping.derivation import sources_of
from custrata.sources.profile import TableProfile
from custrata.sources.recognise.choose import choose
from custrata.sources.recognise.relate import Relations
from custrata.sources.recognise.sources import sources_of_reading
from custrata.sources.recognise.takes import orders_of


def guess(
    profiles: Sequence[TableProfile], related: Rows[str, Sequence[Rows[str, Any]]], settings: Settings
) -> Mapping:
    """Guess what the raw tables of a folder mean.

    Args:
        profiles: All tables of the folder.
        related: Answers to the queries of ``relate_query``.
        settings: What the company set.

    Returns:
        The mapping; its ``questions`` are open where two readings are equally good.
    """
    ordered_profiles = tuple(sorted(profiles, key=lambda p: p.table.source))
    relations = Relations.from_rows(ordered_profiles, related)
    orders = orders_of(ordered_profiles, relations.decided_dates)
    chosen = choose(ordered_profiles, relations)
    sources: list[Source] = []
    questions = list(chosen.questions)
    notes = list(chosen.notes)
    reasons = dict(chosen.reasons)
    for reading in chosen.readings:
        found, asked, noticed = sources_of_reading(reading, chosen, relations, orders)
        sources += [s for s in found if not missing_columns(s)]
        questions += asked
        notes += noticed
        for lacking in (s for s in found if missing_columns(s)):
            reasons[reading.source] = f"as {lacking.table} it lacks {', '.join(missing_columns(lacking))}"
    used = {s.source for s in sources}
    headers = {reading.source for reading in chosen.headers.values()}
    for source in sources:
        for other in {name for m in source.columns.values() for name in sources_of(m.derivation)} - headers:
            reasons[other] = f"only its names are looked up, by {source.source}"
    unused = [
        Unused(p.table.source, reasons.get(p.table.source, ""))
        for p in ordered_profiles
        if p.table.source not in used
    ]
    return Mapping(tuple(sources), tuple(unused), tuple(questions), tuple(notes))
