"""How a number is spelt, and what it stays bound to: no figure without the readings it rests on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from math import isfinite
from typing import Any

from custrata.strategy.wording.spelling import MINUS, MONEY_WITHOUT_CODE, SIGNS, is_money, spell
from custrata.vocabulary import Reading

_TOO_LONG = Decimal(10) ** 15
"""From here on a number is no longer written out."""
_SCALES = ((1e9, "bn", 3), (1e6, "m", 2), (1e3, "k", 1))


@dataclass(frozen=True, slots=True)
class Spelling:
    """How the numbers of one exhibit are written; ``code`` says the same to a spreadsheet.

    Attributes:
        prefix: Sign of the currency, or empty.
        suffix: ``%``, ``k``, ``m``, ``bn`` or empty.
        divisor: What a value is divided by before it is written.
        decimals: Digits after the point.
        signed: Whether a plus stands before gains.
    """

    prefix: str = ""
    suffix: str = ""
    divisor: float = 1.0
    decimals: int = 0
    signed: bool = False

    def text(self, value: float | None) -> str:
        """The number as it is printed; ``not known`` where there is none.

        Example:
            >>> Spelling("€", "m", 1e6, 1).text(-2_140_000.0)
            '−€2.1m'
        """
        if value is None or not isfinite(value):
            return "not known"
        step = Decimal(1).scaleb(-self.decimals)
        size = Decimal(repr(abs(value))) / Decimal(repr(self.divisor))
        if size >= _TOO_LONG:
            return f"{value:.2e}".replace("-", MINUS)
        size = size.quantize(step, ROUND_HALF_UP)
        if not size and value:
            return f"under {self._smallest}"
        sign = MINUS if value < 0 and size else ("+" if self.signed and value > 0 else "")
        return f"{sign}{self.prefix}{size:,.{self.decimals}f}{self.suffix}"

    @property
    def code(self) -> str:
        """The number format of a spreadsheet that prints the same; else "under" a step."""
        digits = "#,##0" + ("." + "0" * self.decimals if self.decimals else "")
        digits += {1e3: ",", 1e6: ",,", 1e9: ",,,", 0.01: ""}.get(self.divisor, "")
        tail = (
            "%"
            if self.divisor == 0.01 and self.suffix == "%"
            else (f'"{self.suffix}"' if self.suffix else "")
        )
        head = f'"{self.prefix}"' if self.prefix else ""
        body = f"{head}{digits}{tail}"
        plus = "+" if self.signed else ""
        if self.divisor in {1.0, 0.01} and not self.decimals:
            return f"{plus}{body};{MINUS}{body};{body}"
        half = f"{0.5 * 10**-self.decimals * self.divisor:.10g}"
        return f'[>={half}]{plus}{body};[<=-{half}]{MINUS}{body};"under {self._smallest}"'

    @property
    def _smallest(self) -> str:
        return f"{self.prefix}{10**-self.decimals:.{self.decimals}f}{self.suffix}"


def sign_of(unit: str) -> str:
    """What stands before an amount: a sign, a code with a space, or nothing when no currency is stated."""
    return "" if unit in MONEY_WITHOUT_CODE else SIGNS.get(unit, f"{unit} ")


def spelling(
    unit: str, values: Iterable[float | None], *, signed: bool = False, exact: bool = False
) -> Spelling:
    """One spelling for all numbers of an exhibit, so that they can be compared.

    Args:
        unit: Unit of the readings.
        values: The numbers that will be written with it.
        signed: Whether gains carry a plus.
        exact: Whether money is written to the cent.
    """
    known = [abs(v) for v in values if v is not None and isfinite(v)]
    top = max(known, default=0.0)
    if unit == "share":
        # As many digits as the sentences of the strategy write: a small share is small, not nothing.
        return Spelling("", "%", 0.01, 0 if top >= 0.0995 else 1 if top >= 0.00095 or not top else 2, signed)
    if is_money(unit):
        return _money(sign_of(unit), top, signed, exact)
    whole = all(v == int(v) for v in known)
    return Spelling("", "", 1.0, 0 if whole or top >= 100 else (1 if top >= 10 else 2), signed)


def _money(sign: str, top: float, signed: bool, exact: bool) -> Spelling:
    if exact:
        return Spelling(sign, "", 1.0, 2, signed)
    for size, letter, _ in _SCALES:
        if top >= size and top >= 1e4:
            scaled = top / size
            return Spelling(sign, letter, size, 2 if scaled < 9.995 else (1 if scaled < 99.95 else 0), signed)
    return Spelling(sign, "", 1.0, 0 if top >= 100 else 2, signed)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as printed, with what it rests on.

    Attributes:
        text: What the reader sees.
        value: The number behind it, for charts; None when it cannot be known.
        readings: The readings it is, or follows from.
        how: How it follows, when it is not a reading itself (``platinum + gold, as a share of all``).
        source: Where it comes from when no reading holds it (``row account``, ``strategy document``).
        code: Number format for charts.
        claim: Id of the claim of the strategy that states it, if one does.
    """

    text: str
    value: float | None
    readings: tuple[Reading, ...] = ()
    how: str = ""
    source: str = ""
    code: str = "General"
    claim: str = ""

    def __post_init__(self) -> None:
        if not self.readings and not self.source:
            raise ValueError(f"the figure {self.text!r} rests on nothing")

    @property
    def interval(self) -> str:
        """``102.9% to 105.5%`` where the reading is an estimate, else empty."""
        low, high = self.ends
        if low is None or high is None:
            return ""
        unit = self.readings[0].unit
        if self.text.endswith("%") and unit != "share":
            # A mark of an exam has no unit of its own: its ends are written as it is.
            as_printed = Spelling("", "%", 0.01, len(self.text.rstrip("%").partition(".")[2]))
            return f"{as_printed.text(low)} to {as_printed.text(high)}"
        return f"{spell(low, unit)} to {spell(high, unit)}"

    @property
    def ends(self) -> tuple[float, float] | tuple[None, None]:
        """Ends of the interval where the figure is one reading that has one, else nothing."""
        if len(self.readings) != 1 or self.how:
            return None, None
        low, high = self.readings[0].low, self.readings[0].high
        return (low, high) if low is not None and high is not None else (None, None)


@dataclass(frozen=True, slots=True)
class Name:
    """Words that come from data or people and may hold digits: a category, a month."""

    text: str
    source: str = ""


Part = str | Figure | Name
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Prose:
    """A sentence whose numbers are figures; a digit in plain words is refused, so none can slip in unbound.

    Example:
        >>> Prose(("no figure", Name(" 2017 "), "here")).text
        'no figure 2017 here'
    """

    parts: tuple[Part, ...] = ()

    def __post_init__(self) -> None:
        for part in self.parts:
            if isinstance(part, str) and _DIGIT.search(part):
                raise ValueError(f"a number stands in plain words, bound to nothing: {part!r}")

    @property
    def text(self) -> str:
        """The sentence as printed."""
        return "".join(p if isinstance(p, str) else p.text for p in self.parts)

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures in it, in order."""
        return tuple(p for p in self.parts if isinstance(p, Figure))

    @property
    def names(self) -> tuple[Name, ...]:
        """The names in it, in order."""
        return tuple(p for p in self.parts if isinstance(p, Name))


NOTHING = Prose()
"""A sentence without words."""


def say(*parts: Part | Prose) -> Prose:
    """A sentence from words, names, figures and other sentences."""
    flat: list[Part] = []
    for part in parts:
        flat.extend(part.parts) if isinstance(part, Prose) else flat.append(part)
    return Prose(tuple(flat))


def figure(reading: Reading, *, written: Spelling | None = None, signed: bool = False) -> Figure:
    """A reading as a figure, spelt by its unit unless a spelling is given."""
    return _spelt(reading.value, reading.unit, written, signed, readings=(reading,))


def _spelt(value: float | None, unit: str, written: Spelling | None, signed: bool, **rest: Any) -> Figure:
    form = written or spelling(unit, (value,), signed=signed)
    text = written.text(value) if written else spell(value, unit)
    plus = "+" if signed and not written and value is not None and value > 0 else ""
    return Figure(plus + text, value, code=form.code, **rest)


def figures(readings: Sequence[Reading], *, signed: bool = False) -> tuple[Figure, ...]:
    """Readings of one unit as figures with one spelling."""
    if not readings:
        return ()
    written = spelling(readings[0].unit, (r.value for r in readings), signed=signed)
    return tuple(figure(r, written=written) for r in readings)


def derived(
    value: float | None, unit: str, readings: Sequence[Reading], how: str, *, written: Spelling | None = None
) -> Figure:
    """A figure that follows from readings by a sum, a difference or a ratio; ``how`` says which."""
    return _spelt(value, unit, written, False, readings=tuple(readings), how=how)


def stated(value: float | None, unit: str, source: str, *, written: Spelling | None = None) -> Figure:
    """A figure that no reading holds: from the row account, the settings or the strategy."""
    return _spelt(value, unit, written, False, source=source)


def claimed(shown: Figure, claim: str) -> Figure:
    """The same figure, known to state a claim of the strategy."""
    return replace(shown, claim=claim)


def count(number: int, source: str) -> Figure:
    """A whole number that was counted outside the readings."""
    return stated(float(number), "customers", source, written=Spelling())


_LEVEL = re.compile(r"\d+%")
_SURE = {
    "Wilson, 95%": "95% interval of a share (Wilson)",
    "normal, 95%": "95% interval of a mean, from the spread of what it averages",
    "ratio of sums, 95%": "95% interval of a ratio, from the spread over customers",
    "normal over customers, 95%": "95% interval, from the spread over customers",
    "chance and parameters, gamma from moments, 95%": "95% interval of the model, from chance and parameters",
    "maximum likelihood, normal in the logarithm, 95%": "95% interval of a fitted parameter",
}


def how_sure(method: str) -> str:
    """How an interval was made, in words for who reads a page; what has no others stays as it is.

    Args:
        method: As the reading says it.

    Example:
        >>> how_sure("ratio of sums, 95%"), how_sure("counted")
        ('95% interval of a ratio, from the spread over customers', 'counted')
    """
    return "; ".join(_SURE.get(part, part) for part in method.split("; "))


def sure_in_short(method: str) -> str:
    """How sure an interval is, without the name of a formula or a model, which stands beside each number.

    Args:
        method: As the reading says it.

    Example:
        >>> sure_in_short("Wilson, 95%")
        'with 95% intervals'
        >>> sure_in_short("MBG/NBD; revenue; 36 months ahead; chance and parameters, gamma from moments, 95%")
        'estimated: revenue, 36 months ahead; with 95% intervals'
    """
    *terms, last = method.split("; ")
    level = _LEVEL.search(last)
    sure = f"with {level[0]} intervals" if level else f"with intervals from {last}"
    # The first term of an estimate names its model, the others what it stands on.
    return f"estimated: {', '.join(terms[1:])}; {sure}" if terms[1:] else sure


def rests_on(reading: Reading) -> Figure:
    """How many things a reading rests on, as a figure."""
    return Figure(f"{reading.n:,}", float(reading.n), (reading,), how="n", code="#,##0")
