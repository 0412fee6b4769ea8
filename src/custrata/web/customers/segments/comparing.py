"""Two revisions of a segment: what each says, how many each holds today, who came and who went."""

from __future__ import annotations

from typing import Any

from django.http import Http404

from custrata.delivery.figures import Figure, count
from custrata.project.live.desk import Desk
from custrata.project.live.outcome import changed
from custrata.segments.rules.reading import rule_of, yaml_text
from custrata.segments.rules.rule import Rule
from custrata.segments.rules.wording import said
from custrata.web.customers.models import Segment

_SOURCE = "counted in the customers of the snapshot"


def compared(desk: Desk, segment: Segment, number: int) -> dict[str, Any]:
    """What a page shows of two revisions.

    Args:
        desk: The customers.
        segment: Which.
        number: The earlier revision; 0 for the one before the latest.

    Raises:
        Http404: There is no such revision.
        RuleError: One of them can no longer be asked.
    """
    revisions = list(segment.revisions.select_related("author"))
    wanted = number or max(segment.number - 1, 1)
    before = next((one for one in revisions if one.number == wanted), None)
    if before is None:
        raise Http404("there is no such revision")
    old, new = rule_of(before.rule), rule_of(segment.rule)
    for rule in (old, new):
        desk.check(rule, persons=True)
    found = changed(desk, old, new)
    return {
        "before": before,
        "revisions": revisions,
        "sides": [
            _side(desk, before.number, before.name, old, found.before),
            _side(desk, segment.number, segment.name, new, found.after),
        ],
        "stayed": count(found.stayed, _SOURCE),
        "came": count(found.came, _SOURCE),
        "went": count(found.went, _SOURCE),
    }


def _side(desk: Desk, number: int, name: str, rule: Rule, n: int) -> tuple[str, str, str, str, Figure]:
    """One revision: title, name, words, text, members today."""
    return f"Revision {number}", name, said(rule, desk.titles), yaml_text(rule), count(n, _SOURCE)
