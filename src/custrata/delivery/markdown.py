"""The strategy as one Markdown page to read: today's numbers, states, owners, evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from custrata.delivery.deliverable import Given
from custrata.delivery.swapping import swap_in
from custrata.delivery.workbook import evidence, plan
from custrata.delivery.workbook.sheet import Cell, Number, Sheet
from custrata.strategy.parts.canvas import QUESTIONS, TITLES
from custrata.strategy.parts.statement import Claim, Gap, Statement
from custrata.strategy.wording.spelling import spell
from custrata.vocabulary import EvidenceState

GLYPHS = {
    EvidenceState.SUPPORTED: "●",
    EvidenceState.DRIFTING: "▲",
    EvidenceState.CONTRADICTED: "×",
    EvidenceState.STALE: "■",
    EvidenceState.UNPROVEN: "○",
}
"""A sign for each state, always beside its word."""

_SPECIAL = str.maketrans({c: f"\\{c}" for c in "\\`*_{}[]<>#|~"})


def write_markdown(given: Given, out: Path) -> str:
    """Write the strategy as Markdown.

    Args:
        given: Snapshot, strategy and evidence.
        out: The file, which ends in ``.md``.

    Returns:
        What was written, as a sentence.

    Raises:
        DeliveryError: The file cannot be written.
    """
    text = "\n".join(_page(given)) + "\n"
    swap_in(text.encode("utf-8"), out, "page")
    return f"{out}: {len(text.splitlines()):,} lines"


def _page(given: Given) -> Iterator[str]:
    document, manifest = given.document, given.snapshot.manifest
    yield f"# {escaped(document.company or manifest.company)}: customer strategy"
    yield ""
    signed = sum(s.signed for s in document.sign_offs)
    yield (
        f"Data to {manifest.as_of}{', a notional day' if manifest.notional else ''} · "
        f"revision {document.revision} · {signed} of {len(document.sign_offs)} functions signed · "
        f"snapshot {manifest.fingerprint[:16]}"
    )
    if given.example:
        yield f"\n**{escaped(given.example)}**: these are no company's own figures."
    yield from _summary(given)
    yield from _canvas(given)
    for made in (plan.groups, plan.goals, plan.scorecard, plan.assumptions, plan.decisions, plan.findings):
        yield from _table(made(given))
    yield from _table(evidence.claims(given))
    yield from _table(evidence.figures(given))
    yield from _table(evidence.account(given))
    yield from _table(evidence.caveats(given))


def escaped(text: str) -> str:
    r"""A text as Markdown that shows it, letter for letter, on one line.

    Example:
        >>> escaped("a|b *c*")
        'a\\|b \\*c\\*'
    """
    return " ".join(text.split()).translate(_SPECIAL)


def _summary(given: Given) -> Iterator[str]:
    judged = {e.claim_id: e for e in given.evidence}
    insights = [(i, judged[i.claim]) for i in given.document.insights if i.claim in judged]
    if not insights:
        return
    yield "\n## What matters most\n"
    for place, (insight, found) in enumerate(insights, 1):
        state = f"{GLYPHS[found.state]} {found.state}"
        yield f"{place}. {escaped(found.said)} ({found.claim_id}, {state})"
        yield f"   - ◊ {escaped(insight.consequence.said())} {escaped(str(insight.consequence.owner))}"


def _canvas(given: Given) -> Iterator[str]:
    for name, block in given.document.canvas.blocks():
        if not block.statements:
            continue
        yield f"\n## {TITLES[name]}\n"
        yield f"*{QUESTIONS[name]}*\n"
        yield from _statements(block.statements, given)


def _statements(statements: Iterable[Statement], given: Given) -> Iterator[str]:
    judged = {e.claim_id: e for e in given.evidence}
    for statement in statements:
        if isinstance(statement, Claim):
            found = judged.get(statement.id)
            said = found.said if found else statement.said()
            state = f", {GLYPHS[found.state]} {found.state}" if found else ""
            yield f"- {escaped(said)} ({statement.id}{state})"
        elif isinstance(statement, Gap):
            yield f"- *Gap.* {escaped(statement.said())}"
        else:
            yield f"- ◊ {escaped(statement.said())} *{escaped(str(statement.owner))}*"


def _table(sheet: Sheet) -> Iterator[str]:
    if not sheet.rows:
        return
    yield f"\n## {sheet.name}\n"
    yield f"{sheet.about}\n"
    yield "| " + " | ".join(h.title for h in sheet.headings) + " |"
    yield "|" + "---|" * len(sheet.headings)
    for row in sheet.rows:
        yield "| " + " | ".join(_cell(cell) for cell in row) + " |"


def _cell(cell: Cell) -> str:
    if isinstance(cell, Number):
        return spell(cell.value, cell.unit or "things")
    return "" if cell is None else escaped(str(cell))
