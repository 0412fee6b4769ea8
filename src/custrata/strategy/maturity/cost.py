"""What a gap in maturity costs, as far as readings tell."""

from __future__ import annotations

from dataclasses import dataclass

from custrata.strategy.parts.steering.maturity import Dimension
from custrata.vocabulary import Reading


@dataclass(frozen=True, slots=True)
class GapCost:
    """Money at stake that goes with one dimension.

    Attributes:
        dimension: The dimension.
        amount: The money in the period, as a positive number.
        unit: Currency code, or ``money``.
        a_year: The same at this pace over a year.
        what: What the money is, as a noun phrase.
        rule: Why it goes with this dimension, and how it was counted, in a sentence.
        readings: The readings it is made of.
    """

    dimension: Dimension
    amount: float
    unit: str
    a_year: float
    what: str
    rule: str
    readings: tuple[Reading, ...]
