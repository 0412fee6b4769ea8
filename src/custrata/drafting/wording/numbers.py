"""Numbers that a sentence types out, bound back to the figures that hold them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from custrata.strategy.parts.statement import Figure
from custrata.strategy.wording.sentence import placeholders
from custrata.strategy.wording.spelling import SIGNS, is_money, spell

_SIGN = "|".join(re.escape(s) for s in sorted({*SIGNS.values()}, key=len, reverse=True))
_CODES = "|".join(SIGNS)
NUMBER = re.compile(
    rf"(?P<minus>[-−])?(?P<sign>{_SIGN}|(?:{_CODES}|[A-Z]{{3}})\s)?(?P<digits>\d[\d,]*(?:\.\d+)?)"
    r"(?P<scale>\s?(?:k|m|bn|tn|thousand|million|billion)\b)?(?P<share>\s?(?:%|per cent|percent))?"
)
_SCALES = {"k": 1e3, "thousand": 1e3, "m": 1e6, "million": 1e6, "bn": 1e9, "billion": 1e9, "tn": 1e12}
_MASKS = re.compile(r"\{[^{}]*\}|⟦[^⟦⟧]*⟧")


@dataclass(frozen=True, slots=True)
class Bound:
    """A text whose numbers are placeholders again, and the numbers that no figure holds."""

    text: str
    loose: tuple[str, ...]


def bind(text: str, figures: Sequence[Figure]) -> Bound:
    """A text with every typed number replaced by the placeholder of the figure that holds it.

    Args:
        text: The text; placeholders and masks in it are left alone.
        figures: Figures of the sentence.

    Returns:
        The text, and the numbers that are no figure's number rounded as printed, in its own unit.

    Example:
        >>> share = Figure(name="share", measure="revenue", value=0.4123, unit="share")
        >>> bind("Gold earns 41%", [share])
        Bound(text='Gold earns {share}', loose=())
        >>> bind("Gold earns 45%", [share]).loose
        ('45%',)
    """
    taken = set(placeholders(text))
    free = [f for f in figures if f.name not in taken]
    loose: list[str] = []

    def bound(match: re.Match[str]) -> str:
        held = next((f for f in free if _holds(f, match)), None)
        if held is None:
            loose.append(match.group().strip())
            return match.group()
        free.remove(held)
        tail = " " if match.group().endswith(" ") else ""
        return f"{{{held.name}}}{tail}"

    return Bound(_outside_masks(text, bound), tuple(loose))


def _outside_masks(text: str, replace: Callable[[re.Match[str]], str]) -> str:
    pieces, end = [], 0
    for mask in _MASKS.finditer(text):
        pieces += [NUMBER.sub(replace, text[end : mask.start()]), mask.group()]
        end = mask.end()
    return "".join([*pieces, NUMBER.sub(replace, text[end:])])


def _holds(figure: Figure, match: re.Match[str]) -> bool:
    """Whether a printed number is a figure's number, rounded to the digits that are printed."""
    if figure.value is None or not _same_unit(figure, match):
        return False
    if match.group().strip() == spell(figure.value, figure.unit):
        return True
    digits = match.group("digits").replace(",", "")
    scale = _SCALES.get((match.group("scale") or "").strip(), 1.0) / (100 if match.group("share") else 1)
    sign = -1 if match.group("minus") else 1
    decimals = len(digits.partition(".")[2])
    room = 0.5000001 * scale / 10.0**decimals
    return abs(sign * float(digits) * scale - figure.value) <= room


def _same_unit(figure: Figure, match: re.Match[str]) -> bool:
    share = figure.unit == "share"
    if share != bool(match.group("share")):
        return False
    sign = (match.group("sign") or "").strip()
    return not sign or (is_money(figure.unit) and sign in (figure.unit, SIGNS.get(figure.unit)))
