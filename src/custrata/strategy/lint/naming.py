"""Which measures a part of the document names."""

from __future__ import annotations

from collections.abc import Iterator

from custrata.strategy.gathering import Gathered
from custrata.strategy.parts.part import Part
from custrata.strategy.parts.running.experiment import Experiment

ONE = ("measure", "metric", "effort_measure")
"""Fields that hold one measure, in whatever part they stand."""

SEVERAL = ("leading", "lagging", "key_metrics", "kpis")
"""Fields that hold several."""


def measures_of(part: Part) -> Iterator[str]:
    """The measures that a part itself names, not those of the parts inside it.

    Example:
        >>> from custrata.strategy.parts.papers.service_standard import ServiceStandard
        >>> list(measures_of(ServiceStandard(id="s", name="first answer", measure="first_response_hours")))
        ['first_response_hours']
    """
    # The guardrails of an experiment are measures; those of a channel's charter are sentences.
    several = (*SEVERAL, "guardrails") if isinstance(part, Experiment) else SEVERAL
    for field in type(part).model_fields:
        value = getattr(part, field)
        if field in ONE and value:
            yield value
        elif field in several:
            yield from value


def _named(path: str, part: Part) -> Iterator[tuple[str, Part, str]]:
    return ((path, part, name) for name in measures_of(part))


named_measures = Gathered(_named)
"""Path, part and measure, for each measure that is named in a document, in its order."""
