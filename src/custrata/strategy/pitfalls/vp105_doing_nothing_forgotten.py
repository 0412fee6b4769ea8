"""The alternatives of a proposition leave out what customers can always do: change nothing.

Avoid: a list of competitors as what customers could do instead.

Prefer: competitors, making it themselves, and doing nothing, each with why we are the better choice.

Why: to change nothing costs no money and no nerves; whoever has no answer to that is not heard.

Mend: add an alternative with `nothing: true` in customers' words, and answer it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from custrata.strategy.document import Document
from custrata.strategy.lint.finding import Finding, Known, Severity
from custrata.strategy.parts.offering.proposition import Proposition
from custrata.strategy.pitfalls.pitfall import Pitfall

_NOTHING = re.compile(
    r"\bnothing\b|\bstatus quo\b|\bdo(?:es|ing)? without\b|\bstay(?:s|ing)? (?:as|with what|put)\b"
    r"|\b(?:wait|waiting|no change|no purchase|not (?:buy|change|switch)\w*)\b"
    r"|\bas (?:it is|they are|before|ever|always)\b",
    re.IGNORECASE,
)


def _find(document: Document, known: Known) -> Iterator[Finding]:
    for proposition in document.propositions:
        if proposition.alternatives and not _thought_of(proposition):
            yield PITFALL.finding(
                f"propositions[{proposition.id}].alternatives",
                "Doing nothing is not among the alternatives, though it costs customers least.",
                "Add it with `nothing: true` in customers' words, and say why we are the better choice.",
            )


def _thought_of(proposition: Proposition) -> bool:
    names = (proposition.unlike, *(alternative.name for alternative in proposition.alternatives))
    marked = any(alternative.nothing for alternative in proposition.alternatives)
    return marked or any(_NOTHING.search(name) for name in names)


PITFALL = Pitfall(
    code="VP105",
    slug="doing_nothing_forgotten",
    title="Doing nothing is not among the alternatives",
    severity=Severity.WARNING,
    find=_find,
)
"""This mistake."""
