"""From document to Markdown: a heading for each part, sentences with their numbers in reading position."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from custrata.strategy.document import Document
from custrata.strategy.forms.markdown.inline import coded, escaped, sentence
from custrata.strategy.forms.shape import Slot, Sort, inline, slots
from custrata.strategy.parts.part import Part
from custrata.strategy.parts.statement import Claim, Figure, Gap, Proposal
from custrata.strategy.text.writing import to_plain
from custrata.strategy.wording.sentence import fill

NOTE = (
    "<!-- A strategy of Custrata. Words may be changed; headings, labels in bold and what stands in `code` "
    "say what the words belong to. -->"
)
UNNAMED = frozenset({"statement", "statements"})
"""Fields whose name says nothing beside a statement."""

TITLES = ("name", "title")
"""Fields that stand in the heading of a part."""

STATEMENTS = (Claim, Proposal, Gap)


def to_markdown(document: Document) -> str:
    """The document as Markdown.

    Args:
        document: What to write.

    Returns:
        Text from which :func:`.reading.from_markdown` makes an equal document.

    Example:
        >>> print(to_markdown(Document(schema_version=2, company="A")).splitlines()[0])
        # A
    """
    lines = [f"# {escaped(document.company, one_line=True)}", "", NOTE, ""]
    lines += _inside(document, 1, frozenset({"company"}))
    return "\n".join(lines).rstrip("\n") + "\n"


def part_markdown(part: Part) -> str:
    """One part as Markdown, for reading.

    Args:
        part: The part.

    Example:
        >>> print(part_markdown(Gap(id="G1", text="Not known.", waits_for="data")))
        **Gap `G1`.** Not known.
        <BLANKLINE>
        - **Waits for:** data
    """
    if isinstance(part, STATEMENTS):
        return "\n".join(_statement(Slot("statement", Sort.PART), part)).rstrip("\n")
    name = getattr(part, "id", "")
    field = title_slot(type(part))
    title = escaped(str(getattr(part, field.name)), one_line=True) if field else ""
    heading = " ".join(piece for piece in ("##", title, f"`{name}`" if name else "") if piece)
    lines = [
        *([heading, ""] if title or name else []),
        *_inside(part, 2, frozenset({"id", field.name if field else ""})),
    ]
    return "\n".join(lines).rstrip("\n")


def words(name: str) -> str:
    """The name of a field as people read it.

    Example:
        >>> words("share_targeted.in_months")
        'Share targeted, in months'
    """
    text = name.replace("_", " ").replace(".", ", ")
    return text[:1].upper() + text[1:]


def title_slot(kind: type[Part]) -> Slot | None:
    """The field that stands in the heading of a part, or None."""
    return next((slot for slot in slots(kind) if slot.name in TITLES and slot.required), None)


def reads_as(figures: tuple[Figure, ...], match: re.Match[str]) -> str:
    """What a placeholder reads as.

    Args:
        figures: The figures of the sentence.
        match: The placeholder.
    """
    return fill(match.group(), {figure.name: (figure.value, figure.unit) for figure in figures})


def _inside(part: Part, level: int, said: frozenset[str]) -> Iterator[str]:
    """What a part holds: its values as a list, then its statements, then the parts in it."""
    bullets = list(_values(part, "", said))
    yield from (*bullets, "") if bullets else ()
    inner = [
        (slot, getattr(part, slot.name))
        for slot in slots(type(part))
        if slot.holds_parts and not inline(slot)
    ]
    several = [(slot, item) for slot, value in inner for item in _items(value)]
    for slot, item in several:
        if isinstance(item, STATEMENTS):
            yield from _statement(slot, item)
    for slot, value in inner:
        headed = [item for item in _items(value) if not isinstance(item, (*STATEMENTS, Figure))]
        if headed and not (slot.sort is Sort.PART and slot.spare(value)):
            yield from _headed(slot, headed, level + 1)


def _items(value: Any) -> tuple[Part, ...]:
    return value if isinstance(value, tuple) else () if value is None else (value,)


def _headed(slot: Slot, items: list[Part], level: int) -> Iterator[str]:
    """Parts under headings; those of the document itself stand under a heading of their own."""
    section = level == 2
    if section and slot.sort is Sort.PARTS:
        yield from (f"## {words(slot.name)}", "")
        level += 1
    for number, item in enumerate(items, start=1):
        field = title_slot(type(item))
        title = escaped(str(getattr(item, field.name)), one_line=True) if field else ""
        before = "" if section and slot.sort is Sort.PARTS else words(slot.name)
        shown = " · ".join(piece for piece in (before, title) if piece)
        if slot.sort is Sort.PARTS and before and not title:
            shown += " ·"
        mark = getattr(item, "id", f"#{number}" if slot.sort is Sort.PARTS else "")
        yield from (
            " ".join(["#" * level, *([shown] if shown else []), *([f"`{mark}`"] if mark else [])]),
            "",
        )
        yield from _inside(item, level, frozenset({"id", field.name if field else ""}))


def _statement(slot: Slot, item: Claim | Proposal | Gap) -> Iterator[str]:
    kind = f"{item.kind} `{item.id}`"
    lead = kind[:1].upper() + kind[1:] if slot.name in UNNAMED else f"{words(slot.name)}, {kind}"
    yield f"**{lead}.** {_said(item, item.text)}"
    yield ""
    bullets = list(_values(item, "", frozenset({"kind", "id", "text"})))
    if not isinstance(item, Gap):
        bullets += [f"- **Figure `{figure.name}`:** {_figure(figure)}" for figure in item.figures]
    yield from (*bullets, "") if bullets else ()


def _figure(figure: Figure) -> str:
    return coded({name: value for name, value in to_plain(figure).items() if name != "name"})


def _said(item: Claim | Proposal | Gap, text: str) -> str:
    if isinstance(item, Gap):
        return escaped(text)
    return sentence(text, lambda match: reads_as(item.figures, match))


def _values(part: Part, before: str, said: frozenset[str]) -> Iterator[str]:
    for slot in slots(type(part)):
        value = getattr(part, slot.name)
        if slot.name in said:
            continue
        if inline(slot):
            yield from _values(value, f"{before}{slot.name}.", frozenset())
        elif Figure in slot.kinds and slot.sort is Sort.PART and value is not None:
            yield f"- **{words(before + slot.name)}:** {coded(to_plain(value))}"
        elif not slot.holds_parts and not slot.spare(value):
            short = isinstance(part, Claim) and slot.name == "short"
            yield from _value(words(before + slot.name), slot.sort, value, part if short else None)


def _value(label: str, sort: Sort, value: Any, claim: Part | None) -> Iterator[str]:
    if sort is Sort.WORDS:
        yield f"- **{label}:**"
        yield from (f"  - {escaped(str(word))}" for word in value)
    elif sort is Sort.PAIRS:
        yield f"- **{label}:** {coded(dict(value))}"
    elif sort is Sort.YES:
        yield f"- **{label}:** {'yes' if value else 'no'}"
    elif sort in (Sort.WHOLE, Sort.NUMBER):
        yield f"- **{label}:** {value!r}"
    elif isinstance(claim, Claim):
        yield f"- **{label}:** {_said(claim, value)}"
    else:
        yield f"- **{label}:** {escaped(str(value))}"
