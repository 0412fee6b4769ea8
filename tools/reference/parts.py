"""The pages of the strategy document: one for each block of the canvas and each part, and their table."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from contract import bounds, type_name
from markdown import attributes, code, prose, summary, table

if TYPE_CHECKING:
    from custrata.strategy.forms.shape import Slot
    from custrata.strategy.parts.part import Part

FOLDER = "parts"
EXAMPLE = Path(__file__).resolve().parents[2] / "docs" / "examples" / "strategy.yaml"
STATEMENTS = "statements"
NEEDED = {"insights": ("canvas", "context", "customer_context")}
"""Parts whose example needs a claim that stands elsewhere, with its place."""

COMMON = {
    "id": "Stable address.",
    "owner": "Who answers for it.",
    "role": "The role that is suggested.",
    "name": "The person, once somebody has taken it; or what it is called.",
    "statement": "What is said.",
    "statements": "What is said, in order.",
    "text": "The sentence.",
    "figures": "What the placeholders mean.",
    "waits_for": "What would have to come for it to be known.",
    "signed_on": "The day on which it was agreed; empty while it is a proposal.",
    "measure": "Id of a measure.",
    "segment": "Part of the base, as name and value; empty for all of it.",
    "period": "Name of the period.",
    "group": "Id of the customer group; empty for all.",
    "groups": "Ids of the customer groups; empty for all.",
    "goal": "Id of the goal; empty for none.",
    "goals": "Ids of the goals, or the goals themselves.",
    "team": "Which team.",
    "stage": "The stage of the lifecycle.",
    "kind": "Of which kind it is.",
    "title": "What it is called.",
    "source": "Where it comes from.",
    "on": "The day.",
    "by": "The day by which.",
    "worth": "What it is worth to customers.",
    "what": "What it is about.",
    "to": "Who decides then.",
    "when": "When, in words.",
    "red_flag": "Whether it warns instead of speaking for a customer.",
    "done_on": "The day on which it was done; empty while it is open.",
    "says": "What they say.",
    "thinks": "What they think.",
    "does": "What they do.",
    "feels": "How they feel.",
    "pains": "What hurts them.",
    "gains": "What they win.",
    "function": "Which function.",
    "contribution": "What it does for the outcome.",
    "target": "Where it is to be, in the measure's unit.",
    "base": "Where it stands.",
    "in_months": "When, counted from the start of the horizon.",
    "initiative": "Id of the initiative.",
    "days": "Person-days.",
    "money": "Money, in the currency of the document.",
    "dimension": "The dimension that is weighed.",
    "weight": "How much it counts; 1 is usual.",
    "culture": "What is done so that customers count in every decision.",
    "promise": "The promise that it carries.",
    "messages": "The claims under the promise.",
    "channel": "Where it is used.",
    "wording": "The words used there.",
    "proof": "The proof shown there.",
    "worst": "The stage that is mended first.",
    "stages": "The stages, in order.",
    "key_results": "Numbers that show whether it is reached.",
}
"""Meanings of fields that mean the same wherever they stand."""

Plain = dict[str, Any]


def page() -> Iterator[str]:
    """The table of all blocks and parts."""
    from custrata.strategy.parts.canvas import QUESTIONS, TITLES

    yield "# The strategy document\n"
    yield from prose("""
        What a strategy holds. It is one file, `strategy.yaml`, that people edit and programs check; the
        other forms hold the same ([versions and other forms](../how-to/strategy-versions.md)). Sentences
        are [statements](parts/statements.md): a claim is bound to data, a proposal is a judgement with an
        owner, a gap says what is not known. Everything has a path, such as `groups[gold].intent.intent`,
        by which `custrata strategy show` and `set` find it.

        Two files say the same for programs and by example: the
        [JSON Schema](strategy.schema.json) (draft 2020-12, closed), and
        [a strategy that uses every part](../examples/strategy.yaml).
        """)
    yield "## The twelve blocks of the canvas\n"
    blocks = (
        (f"[{title}]({FOLDER}/{block_page(name)}.md)", QUESTIONS[name]) for name, title in TITLES.items()
    )
    yield from table(("block", "question"), blocks)
    yield "\n## Parts\n"
    rows = (
        (f"[{spoken(slot.name)}]({FOLDER}/{slot.name}.md)", code(slot.name), said(slot.name))
        for slot in fields()
    )
    yield from table(("part", "field", "what it holds"), rows)


def pages() -> Iterator[tuple[str, Iterable[str]]]:
    """Name and lines of the page of each block and part."""
    from custrata.strategy.parts.canvas import Canvas

    yield f"{FOLDER}/{STATEMENTS}.md", statements()
    for slot in fields():
        yield f"{FOLDER}/{slot.name}.md", part(slot)
    for zone in Canvas.model_fields:
        for name in type(getattr(Canvas(), zone)).model_fields:
            yield f"{FOLDER}/{block_page(name)}.md", block(zone, name)


def schema() -> str:
    """The JSON Schema of the document."""
    from custrata.strategy.forms.schema import schema_text

    return schema_text()


def fields() -> tuple[Slot, ...]:
    """The fields of the document that hold parts."""
    from custrata.strategy.document import Document
    from custrata.strategy.forms.shape import slots

    return tuple(slot for slot in slots(Document) if slot.holds_parts)


def block_page(name: str) -> str:
    """The name of the page of a block.

    Args:
        name: The block.
    """
    return f"block-{name.replace('_', '-')}"


def part(slot: Slot) -> Iterator[str]:
    """The page of a part of the document."""
    module = import_module(slot.kinds[0].__module__)
    several = str(slot.sort) == "list of parts"
    yield f"# {spoken(slot.name)}\n"
    yield f"{said(slot.name)}\n"
    if slot.kinds[0].__module__.rsplit(".", 1)[-1] not in ("document", "part"):
        yield f"{summary(module)}\n"
    where = (
        f"a list; one of them is `{slot.name}[ID]`"
        if several and named(slot)
        else "a list"
        if several
        else "one"
    )
    yield f"Where it stands: `{slot.name}` ({where}). Look at it with `custrata strategy show {slot.name}`.\n"
    yield from seen_in(slot.name)
    for kind in kinds_under(slot):
        yield from kind_table(kind, alone=kind is slot.kinds[0])
    yield from example(*picked(slot.name))
    yield f"[All parts](../parts.md) · [statements]({STATEMENTS}.md)"


def block(zone: str, name: str) -> Iterator[str]:
    """The page of a block of the canvas."""
    from custrata.strategy.parts.canvas import QUESTIONS, TITLES, Block, Canvas

    path = f"canvas.{zone}.{name}"
    yield f"# {TITLES[name]}\n"
    yield f"**{QUESTIONS[name]}** A block of the canvas.\n"
    yield f"Zone: {spoken(zone).lower()}. {summary(type(getattr(Canvas(), zone)))}\n"
    yield f"Where it stands: `{path}`. Look at it with `custrata strategy show {path}`.\n"
    yield from seen_in(path)
    yield from kind_table(Block, alone=True)
    yield from example({"canvas": {zone: {name: whole()["canvas"][zone][name]}}})
    yield f"[All blocks](../parts.md) · [statements]({STATEMENTS}.md)"


def statements() -> Iterator[str]:
    """The page of the three kinds of statement and of figures."""
    from custrata.strategy.parts.part import Owner
    from custrata.strategy.parts.statement import Claim, Figure, Gap, Proposal, ReadingKey

    yield "# Statements\n"
    yield from prose("""
        A sentence of the strategy is one of three kinds. Numbers in claims and proposals are placeholders in
        braces, each bound to readings, so that every build can fill and check them. `{n|customer|customers}`
        writes the number with the wording for one or for many.
        """)
    for kind in (Claim, Proposal, Gap, Figure, ReadingKey, Owner):
        yield from kind_table(kind, alone=False)
    yield from example(
        {"canvas": {"context": {"customer_context": whole()["canvas"]["context"]["customer_context"]}}}
    )
    yield "[All parts](../parts.md)"


def kinds_under(slot: Slot) -> Iterator[type[Part]]:
    """The kinds of part that a field holds, without those that have pages of their own."""
    from custrata.strategy.forms.schema import kinds_of
    from custrata.strategy.parts.canvas import Block
    from custrata.strategy.parts.part import Owner
    from custrata.strategy.parts.statement import Claim, Figure, Gap, Proposal, ReadingKey

    elsewhere = {Claim, Proposal, Gap, Figure, ReadingKey, Owner, Block}
    for kind in kinds_of(slot.kinds[0]):
        if kind not in elsewhere or (kind is Owner and slot.kinds == (Owner,)):
            yield kind


def kind_table(kind: type[Part], *, alone: bool) -> Iterator[str]:
    """The fields of a kind of part."""
    from custrata.strategy.forms.shape import slots

    meant = attributes(kind)
    if alone:
        yield "## Fields\n"
    else:
        yield f"## {kind_name(kind)}\n"
        yield f"{summary(kind)}\n"
    rows = [
        (
            code(slot.name),
            held(kind, slot),
            "yes" if slot.required else "",
            meant.get(slot.name) or COMMON.get(slot.name) or meaning(slot),
        )
        for slot in slots(kind)
        if slot.name not in ("kind", "schema_version")
    ]
    yield from table(("field", "holds", "must be there", "meaning"), rows)
    yield ""


def meaning(slot: Slot) -> str:
    """What a field means when nothing says it: what stands in it, or the question of its block."""
    from custrata.strategy.parts.canvas import QUESTIONS, Block

    if slot.kinds == (Block,):
        return QUESTIONS[slot.name]
    return summary(slot.kinds[0]) if slot.kinds else ""


def held(kind: type[Part], slot: Slot) -> str:
    """What a field holds, in words, with links to the pages of statements."""
    from custrata.strategy.parts.part import Owner
    from custrata.strategy.parts.statement import Claim, Figure, Gap, Proposal, ReadingKey

    linked = {Claim, Proposal, Gap, Figure, ReadingKey, Owner}
    if slot.holds_parts:
        name = "Statement" if len(slot.kinds) > 1 else kind_name(slot.kinds[0])
        told = f"[{name}]({STATEMENTS}.md)" if set(slot.kinds) & linked else name
        return f"list of {told}" if str(slot.sort) == "list of parts" else told
    if str(slot.sort) == "pairs":
        return "name and value"
    info = kind.model_fields[slot.name]
    limits = bounds(" ".join(str(mark) for mark in info.metadata))
    words = [word for word in values(info.annotation) or [type_name(info.annotation)] if word]
    return " ".join([", ".join(words).replace(" or empty", ""), limits]).strip()


def values(annotation: Any) -> list[str]:
    """The words among which a field chooses; empty when it takes any."""
    from enum import Enum
    from typing import get_args

    found: list[str] = []
    for option in (annotation, *get_args(annotation)):
        if inspect.isclass(option) and issubclass(option, Enum):
            found += [str(member.value) for member in option]
    return found


def seen_in(path: str) -> Iterator[str]:
    """The views in which a part counts."""
    from custrata.strategy.views.catalogue import PLANS

    found = [
        f"{component.title} ({plan.title.lower()})"
        for plan in PLANS.values()
        for component in plan.components
        if any(place == path or place.startswith((f"{path}[", f"{path}.")) for place in component.paths)
    ]
    if found:
        yield f"Where it counts: {'; '.join(dict.fromkeys(found))}.\n"


def example(*pieces: Plain) -> Iterator[str]:
    """Pieces of the example as they stand in the file."""
    from custrata.strategy.text.writing import to_text

    yield "## Example\n"
    yield f"```yaml\n{''.join(to_text(piece) for piece in pieces).rstrip()}\n```\n"


def picked(name: str) -> tuple[Plain, ...]:
    """What the example holds in a field, and the claim that it needs if it needs one."""
    found: list[Plain] = [{name: whole()[name]}]
    if name in NEEDED:
        _, zone, inner = NEEDED[name]
        found.append({"canvas": {zone: {inner: whole()["canvas"][zone][inner]}}})
    return tuple(found)


@cache
def whole() -> Plain:
    """The example as plain values."""
    from custrata.strategy.text import load
    from custrata.strategy.text.writing import to_plain

    return to_plain(load(EXAMPLE.read_text(encoding="utf-8")))


def said(name: str) -> str:
    """What the document says of a field."""
    from custrata.strategy.document import Document

    return attributes(Document)[name]


def named(slot: Slot) -> bool:
    """Whether the items of a list have ids."""
    return all("id" in kind.model_fields for kind in slot.kinds)


def kind_name(kind: type[Part]) -> str:
    """What a kind of part is called."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", kind.__name__).capitalize()


def spoken(name: str) -> str:
    """The name of a field with a capital letter."""
    return name.replace("_", " ").capitalize()
