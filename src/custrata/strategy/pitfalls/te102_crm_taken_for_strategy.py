"""A purpose, a goal or an objective is the tool itself.

Avoid: “Implement a CRM” as a goal, or “our CRM is our customer strategy”.

Prefer: what becomes true for customers once the tool is used; the tool is an initiative or a capability
under it.

Why: a tool can be there on the day, on budget and in use, and no customer be better off.

Mend: ask what customers will notice, and make that the goal; move the tool below it.
"""

from __future__ import annotations

from collections.abc import Iterator

from custrata.strategy.document import Document
from custrata.strategy.lint.finding import Finding, Known, Severity
from custrata.strategy.lint.texts import bare
from custrata.strategy.parts.statement import Claim, Gap, Proposal
from custrata.strategy.pitfalls.pitfall import Pitfall
from custrata.strategy.pitfalls.tooling import tool_for_strategy, tool_got


def _find(document: Document, known: Known) -> Iterator[Finding]:
    for place, statement in _aims(document):
        text = "" if isinstance(statement, Gap) else bare(statement.text)
        tool = tool_got(text) or tool_for_strategy(text)
        if tool:
            yield PITFALL.finding(
                place,
                f"{tool} is a tool; it says nothing of what becomes true for customers.",
                "Say what customers will notice, and move the tool to the initiatives or capabilities.",
            )


def _aims(document: Document) -> Iterator[tuple[str, Claim | Proposal | Gap]]:
    ground = document.foundation
    for field in ("purpose", "vision", "mission"):
        statement = getattr(ground, field)
        if statement is not None:
            yield f"foundation.{field}", statement
    for statement in document.canvas.purpose.purpose.statements:
        yield f"canvas.purpose.purpose.statements[{statement.id}]", statement
    for goal in document.goals:
        yield f"goals[{goal.id}].statement", goal.statement
    for objective in document.objectives:
        yield f"objectives[{objective.id}].statement", objective.statement
    for outcome in document.outcomes:
        yield f"outcomes[{outcome.id}].statement", outcome.statement


PITFALL = Pitfall(
    code="TE102",
    slug="crm_taken_for_strategy",
    title="A tool is taken for the strategy",
    severity=Severity.WARNING,
    find=_find,
)
"""This mistake."""
