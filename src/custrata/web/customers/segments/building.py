"""The builder as a page holds it: rows, name, the rule that they say, what it comes to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from django.http import HttpRequest, QueryDict

from custrata.project.live.customer import customer
from custrata.project.live.desk import Desk
from custrata.project.live.outcome import Outcome, outcome
from custrata.project.live.words import words_of
from custrata.segments.rules.fields import Field
from custrata.segments.rules.reading import read_rule, rule_of, yaml_text
from custrata.segments.rules.rule import Rule, RuleError
from custrata.web.customers.models import Purpose, Segment
from custrata.web.customers.segments.form import (
    EMPTY,
    GROUP,
    TESTS,
    Row,
    rows_in,
    rows_of,
    rule_in,
    step_ends,
)
from custrata.web.customers.segments.telling import Told, told
from custrata.web.customers.table.asked import shown_of, usual
from custrata.web.workspaces.asking import Asking
from custrata.web.workspaces.models import Workspace
from custrata.web.workspaces.rights import Right
from custrata.web.workspaces.typed import whole

MOST_OTHERS = 14


@dataclass
class Builder:
    """A rule on its way.

    Attributes:
        name: What its members are called.
        purpose: Segment or audience.
        number: Revision that it was read from; 0 for a new one.
        rows: As they were typed; None where the rule is nested deeper than rows can say.
        rule: What they say; None while they say nothing that can be asked.
        refused: Why not.
        text: The rule as YAML, as it was typed or written.
        found: What it comes to.
        results: The same, as the page tells it.
    """

    name: str = ""
    purpose: str = Purpose.SEGMENT.value
    number: int = 0
    rows: list[Row] | None = field(default_factory=lambda: [Row()])
    rule: Rule | None = None
    refused: RuleError | None = None
    text: str = ""
    found: Outcome | None = None
    results: Told | None = None

    @property
    def lines(self) -> list[tuple[int, Row, str]]:
        """The rows with their numbers, and what each leaves."""
        rows = self.rows or []
        return [(n, row, left) for n, (row, left) in enumerate(zip(rows, self.lefts, strict=True))]

    @property
    def lefts(self) -> list[str]:
        """What each row leaves, in words; empty where it is joined to the next one by or."""
        rows = self.rows or []
        if self.found is None:
            return [""] * len(rows)
        steps = self.found.steps
        return [
            f"{steps[end].left:,} left, {steps[end].out:,} out"
            if end is not None and end < len(steps)
            else ""
            for end in step_ends(rows)
        ]


def posted(request: HttpRequest, fields: Mapping[str, Field]) -> Builder:
    """The builder as a form sends it; nothing that was typed is lost.

    Args:
        request: The form.
        fields: What the person may ask.
    """
    given = request.POST
    made = Builder(
        given.get("name", ""),
        Purpose.AUDIENCE.value if given.get("purpose") == Purpose.AUDIENCE else Purpose.SEGMENT.value,
        whole(given.get("number", "")) or 0,
        rows_in(given) or None,
        text=given.get("text", ""),
    )
    try:
        if given.get("do") == "text" or made.rows is None:
            made.rule = read_rule(made.text)
            made.rows = rows_of(made.rule)
        else:
            made.rows = _moved(made.rows, given)
            made.rule = rule_in(made.rows, fields)
            made.text = yaml_text(made.rule)
    except RuleError as error:
        made.refused = error
    return made


def given(request: HttpRequest, desk: Desk, fields: Mapping[str, Field], asking: Asking) -> Builder:
    """A new builder, filled by the address: a rule, filters in the short form, or the like of a customer.

    Args:
        request: The request.
        desk: The customers.
        fields: What the person may ask.
        asking: Who asks, where.
    """
    purpose = request.GET.get("purpose", "")
    made = Builder(purpose=Purpose.AUDIENCE.value if purpose == Purpose.AUDIENCE else Purpose.SEGMENT.value)
    try:
        rule = _rule_given(request.GET, desk, fields, persons=asking.may(Right.PERSONS))
    except RuleError as error:
        made.refused = error
        return made
    return filled(made, rule)


def stored(segment: Segment) -> Builder:
    """The builder of a saved segment.

    Args:
        segment: Which.
    """
    made = Builder(segment.name, segment.purpose, segment.number)
    try:
        return filled(made, rule_of(segment.rule))
    except RuleError as error:
        made.refused = error
        return made


def filled(made: Builder, rule: Rule) -> Builder:
    """A builder with a rule."""
    rows = rows_of(rule)
    return replace(made, rule=rule, rows=rows if rows is None or rows else EMPTY[1], text=yaml_text(rule))


def count(
    made: Builder, desk: Desk, fields: Mapping[str, Field], asking: Asking, *, but: Segment | None = None
) -> Builder:
    """The builder with what its rule comes to; with the reason where it cannot be asked.

    Args:
        made: The builder.
        desk: The customers.
        fields: What the person may see.
        asking: Who asks, where.
        but: A segment that is not laid over itself.
    """
    if made.rule is None:
        return made
    try:
        desk.check(made.rule, persons=asking.may(Right.PERSONS))
    except RuleError as error:
        made.refused = error
        return made
    columns = usual(fields)[:6]
    shown = (*columns, "name") if "name" in fields else columns
    made.found = outcome(desk, made.rule, others(desk, asking.workspace, but), shown)
    made.results = told(desk, made.found, fields, columns)
    return made


def others(desk: Desk, workspace: Workspace, but: Segment | None) -> dict[str, Rule]:
    """What a rule is laid over: saved segments first, then groups of the strategy.

    Args:
        desk: The customers.
        workspace: Where.
        but: A segment that is left out.
    """
    found: dict[str, Rule] = {}
    for segment in Segment.objects.filter(workspace=workspace)[:MOST_OTHERS]:
        if but is None or segment.pk != but.pk:
            try:
                rule = rule_of(segment.rule)
                desk.check(rule, persons=True)
            except RuleError:
                continue  # the list of segments says that it can no longer be asked
            found[segment.name] = rule
    for key, rule in desk.groups.items():
        found.setdefault(desk.titles.get(key, key), rule)
    return dict(list(found.items())[:MOST_OTHERS])


def choices(desk: Desk, fields: Mapping[str, Field]) -> dict[str, Any]:
    """What the form offers: columns, comparisons, words that customers carry.

    Args:
        desk: The customers.
        fields: What the person may ask.
    """
    words = {name: found for name, found in words_of(desk).items() if name in fields}
    if desk.groups:
        words[GROUP] = tuple(desk.groups)
    return {
        "fields": sorted(fields.values(), key=lambda one: one.title),
        "tests": [(key, title, " ".join(kinds)) for key, title, kinds in TESTS],
        "words": words,
        "titles": desk.titles,
        "has_groups": bool(desk.groups),
    }


def _moved(rows: list[Row], given: QueryDict) -> list[Row]:
    """The rows after a button: one more, one less, one higher up."""
    do, _, text = given.get("do", "").partition(":")
    found = whole(text)
    at = -1 if found is None else found
    if do == "add":
        return [*rows, Row()]
    if do == "or":
        return [*rows, Row("or")]
    if do == "remove" and 0 <= at < len(rows):
        kept = rows[:at] + rows[at + 1 :]
        return [replace(kept[0], join="and"), *kept[1:]] if kept else [Row()]
    if do == "up" and 0 < at < len(rows):
        changed = list(rows)
        changed[at - 1], changed[at] = changed[at], changed[at - 1]
        return [replace(changed[0], join="and"), *changed[1:]]
    return rows


def _rule_given(given: QueryDict, desk: Desk, fields: Mapping[str, Field], *, persons: bool) -> Rule:
    if given.get("rule"):
        return read_rule(str(given["rule"]))
    if given.get("like"):
        row = customer(desk, str(given["like"])) or {}
        pairs = [(name, str(row[name])) for name in ("tier", "stage") if row.get(name)]
        query = QueryDict(mutable=True)
        for name, word in pairs:
            query.appendlist(name, word)
        return shown_of(query, fields, persons=persons).rule
    return shown_of(given, fields, persons=persons).rule
