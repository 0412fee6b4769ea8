"""Whether another wording of a statement says the same and nothing more; in doubt it is refused.

A sentence of a language model stands only when each of its numbers is a figure of the statement, each figure
is there once and keeps the name, the thing and the direction that it had, and its words are those of the
statement or others that say the same: none comes in, none is left out, none changes places.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from custrata.drafting.wording.clauses import opened
from custrata.drafting.wording.comparing import larger_parts
from custrata.drafting.wording.form import form, too_long
from custrata.drafting.wording.masking import MARK
from custrata.drafting.wording.numbers import bind
from custrata.drafting.wording.roles import changed_places
from custrata.drafting.wording.vocabulary import vocabulary
from custrata.strategy.parts.statement import Claim, Proposal

_DIGITS = re.compile(r"\d[\d.,]*")


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
    was, now = masked or statement.text, wording.strip()
    if was == now:
        return Verdict(was, ())
    if fault := too_long(was, now):
        return Verdict(was, (fault,))
    bound = bind(now, statement.figures)
    reasons = tuple(dict.fromkeys(_reasons(statement, was, bound.text, bound.loose)))
    return Verdict(was if reasons else bound.text, reasons)


def _reasons(statement: Claim | Proposal, was: str, now: str, loose: tuple[str, ...]) -> Iterator[str]:
    held = Counter(_DIGITS.findall(MARK.sub("", opened(was))))
    if new := sorted((Counter(loose) - held).elements()):
        yield f"a number that the evidence does not hold: {', '.join(new)}"
    yield from form(was, now)
    yield from vocabulary(statement, was, now)
    yield from changed_places(was, now, statement.figures)
    yield from larger_parts(statement.figures, now)
