"""Whether another wording of a statement says the same and nothing more; in doubt it is refused.

A sentence of a language model stands only when each of its numbers is a figure of the statement, each figure
is there once and keeps the name, the thing and the direction that it had, and no word brings in what the
statement does not say: a comparison, an amount, a thing, a time, a name, a cause, a forecast, an authority.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from custrata.drafting.wording.clauses import company, figures_of, opened
from custrata.drafting.wording.lexicon import (
    COMPARISON,
    FAMILIES,
    NAME,
    STRANGER,
    THING,
    TIME,
    family,
    meanings,
    negations,
    words,
)
from custrata.drafting.wording.masking import marks
from custrata.drafting.wording.numbers import bind
from custrata.strategy.parts.statement import Claim, Figure, Proposal
from custrata.strategy.wording.sentence import placeholders

LONGER = 1.7
"""Times the length of the statement that another wording may have; short ones may reach ``SHORT`` signs."""

SHORT = 120
_MARKUP = re.compile(r"[*_`#<>\[\]|\\]|https?:|www\.|@|\n|[“”\"]")
_CAPITAL = re.compile(r"(?<![.!?:]\s)(?<!^)\b[A-Z][^\W\d_]*")
_FROM_TO = re.compile(r"from «([a-z0-9_]+)»[^«»]* to «([a-z0-9_]+)»")
_PART_OF = re.compile(r"«([a-z0-9_]+)» (?:out )?of (?:all |our |the )?«([a-z0-9_]+)»")
_THAN = re.compile(r"«([a-z0-9_]+)»[^«»]*\b(\w+)\b(?: than)?[^«»]* «([a-z0-9_]+)»")


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a wording may stand.

    Attributes:
        text: The wording with its numbers as placeholders again; what stood before where it is refused.
        reasons: Why it is refused; empty when it stands.
    """

    text: str
    reasons: tuple[str, ...]

    @property
    def stands(self) -> bool:
        """Whether the wording may take the place of the statement."""
        return not self.reasons


def verify(statement: Claim | Proposal, wording: str, *, masked: str = "") -> Verdict:
    """Whether a wording may take the place of a statement's text.

    Args:
        statement: The statement; its names in “ ” may be masked.
        wording: What a model wrote.
        masked: The statement's text as the model saw it; empty when nothing was masked.

    Returns:
        The wording with placeholders, or the reasons why it is refused.
    """
    was = masked or statement.text
    bound = bind(wording.strip(), statement.figures)
    reasons = tuple(dict.fromkeys(_reasons(statement, was, bound.text, bound.loose)))
    return Verdict(was if reasons else bound.text, reasons)


def _reasons(statement: Claim | Proposal, was: str, now: str, loose: tuple[str, ...]) -> Iterator[str]:
    yield from _form(was, now)
    old = Counter(w for w in re.findall(r"\d[\d.,]*", opened(was)))
    if new := [number for number in loose if number not in old]:
        yield f"a number that the evidence does not hold: {', '.join(new)}"
    yield from _figures(was, now)
    yield from _names(was, now)
    yield from _vocabulary(statement, was, now)
    if negations(opened(now)) != negations(opened(was)):
        yield "it says not, no or never where the statement does not, or the other way round"
    yield from _attachments(was, now)
    yield from _parts(statement.figures, now)


def _form(was: str, now: str) -> Iterator[str]:
    if not now:
        yield "it is empty"
    if len(now) > max(SHORT, LONGER * len(was)):
        yield "it is much longer than the statement"
    if found := _MARKUP.search(re.sub(r"\{[^{}]*\}", "", now)):
        yield f"it holds {found.group()!r}, which is no sentence's"


def _figures(was: str, now: str) -> Iterator[str]:
    wanted, got = Counter(figures_of(was)), Counter(figures_of(now))
    if missing := sorted((wanted - got).elements()):
        yield f"it leaves out {', '.join(missing)}"
    if extra := sorted((got - wanted).elements()):
        yield f"it says {', '.join(extra)} once too often, or the statement has no such figure"
    if set(placeholders(now)) != set(got) or now.count("{") != sum(got.values()):
        yield "it holds braces that are no placeholder"


def _names(was: str, now: str) -> Iterator[str]:
    if Counter(marks(was)) != Counter(marks(now)):
        yield "it does not name exactly what the statement names"
    known = {w for text in (was,) for w in words(opened(text))}
    text = opened(now)
    strangers = [w for w in _CAPITAL.findall(text) if w.lower() not in known]
    first = re.match(r"\W*([A-Z][^\W\d_]*)", text)
    if first and first.group(1).lower() not in known | family("opening").keys() | family(THING).keys():
        strangers.append(first.group(1))
    if strangers:
        yield f"a name that the statement does not hold: {', '.join(dict.fromkeys(strangers))}"


def _vocabulary(statement: Claim | Proposal, was: str, now: str) -> Iterator[str]:
    for name in FAMILIES:
        supported = set(meanings(opened(was), name)) | _from_readings(statement, name)
        if name == COMPARISON:
            supported |= _true_comparisons(statement.figures, now)
        for meaning, word in meanings(opened(now), name).items():
            if meaning not in supported:
                said = f" ({meaning})" if name == STRANGER else ""
                yield f"a {name} that the statement does not hold: {word}{said}"


def _from_readings(statement: Claim | Proposal, name: str) -> set[str]:
    """Things, names and times that the figures' own readings name: measure, segment, period, unit."""
    if name not in (THING, TIME, NAME):
        return set()
    periods = {"current": "latest", "previous": "before"}
    said = [figure.unit for figure in statement.figures]
    for key in (key for figure in statement.figures for key in figure.keys):
        said += [key.measure.replace("_", " "), periods.get(key.period, "")]
        said += [word for pair in key.segment for word in pair]
    held = set(meanings(" ".join(said), name))
    return held | {"customer"} if name == THING else held


def _true_comparisons(figures: tuple[Figure, ...], now: str) -> set[str]:
    """Directions that two figures of one measure show in the order in which the wording gives them."""
    by_name = {f.name: f for f in figures}
    text, found = opened(now), set()
    for first, last in _FROM_TO.findall(text):
        if (sign := _order(by_name, last, first)) is not None:
            found |= {"up"} if sign > 0 else {"down"}
    for first, word, last in _THAN.findall(text):
        if word not in ("from", "to") and (sign := _order(by_name, first, last)) is not None:
            found |= {"more", "up"} if sign > 0 else {"less", "down"}
    return found


def _order(by_name: dict[str, Figure], first: str, last: str) -> int | None:
    """1 when the first figure is larger, -1 when it is smaller; None where the two cannot be compared."""
    a, b = by_name.get(first), by_name.get(last)
    if a is None or b is None or a.value is None or b.value is None:
        return None
    if (a.measure, a.unit) != (b.measure, b.unit) or a.value == b.value:
        return None
    return 1 if a.value > b.value else -1


def _parts(figures: tuple[Figure, ...], now: str) -> Iterator[str]:
    """A part is no larger than its whole."""
    by_name = {f.name: f for f in figures}
    for part, whole in _PART_OF.findall(opened(now)):
        a, b = by_name.get(part), by_name.get(whole)
        if a and b and a.unit == b.unit and (a.value or 0.0) > (b.value or 0.0):
            yield f"{part} is no part of {whole}: it is larger"


def _attachments(was: str, now: str) -> Iterator[str]:
    before, after = company(was), company(now)
    for name in before.keys() & after.keys():
        old, new = before[name], after[name]
        for what in ("noun", "name", "direction", "period"):
            held, given = getattr(old, what), getattr(new, what)
            if held is not None and given is not None and held != given:
                yield f"{name} stands with {given} where the statement has {held}"
