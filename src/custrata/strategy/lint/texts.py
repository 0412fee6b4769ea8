"""What people wrote in a document: every free text with its place, without names and placeholders."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from custrata.strategy.document import Document, Horizon, SignOff
from custrata.strategy.gathering import Gathered
from custrata.strategy.parts.papers.insight_brief import Phrase
from custrata.strategy.parts.part import Owner, Part, walk
from custrata.strategy.parts.statement import Figure, Gap, ReadingKey
from custrata.strategy.parts.steering.suppression import Suppression

_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|‘[^’]*’")
_PLACEHOLDER = re.compile(r"\{[a-z][a-z0-9_]*(?:\|[^{}|]*\|[^{}|]*)?\}")
LEFT_OUT = " … "
"""What stands where a name or a number was."""

NO_TEXT = (Owner, Figure, ReadingKey, Horizon, SignOff, Suppression, Phrase)
"""Parts that hold names, numbers or other people's words: nobody is blamed for those."""

SPOKEN_OF = frozenset({"words_to_use", "words_to_avoid", "phrases"})
"""Lists of words that are spoken of, not used."""

IDS = frozenset(
    {
        "assumption",
        "campaign",
        "claim",
        "code",
        "company",
        "content",
        "currency",
        "dimension",
        "direction",
        "effort_measure",
        "feeds",
        "goal",
        "goals",
        "group",
        "groups",
        "id",
        "initiative",
        "key_metrics",
        "kind",
        "kpis",
        "lagging",
        "language",
        "leading",
        "measure",
        "metric",
        "needed_for",
        "on",
        "outcome",
        "partition",
        "place",
        "promise",
        "region",
        "rests_on",
        "serves",
        "snapshot",
        "source",
        "tag",
        "topic",
    }
)
"""Fields that hold addresses, codes and marks."""


class Text(NamedTuple):
    """One text: where it stands, and what it says without names in quotes and without placeholders."""

    place: str
    words: str


def bare(text: str) -> str:
    """A text without what stands in quotes and in braces.

    Example:
        >>> bare("{n|customer|customers} of “World-class” stay")
        ' …  of  …  stay'
    """
    return _PLACEHOLDER.sub(LEFT_OUT, _QUOTED.sub(LEFT_OUT, text))


def texts(document: Document) -> Iterator[Text]:
    """Every free text, in the order of the document; gaps are left out, they speak of what is missing."""
    return iter(_texts(document))


def texts_in(part: Part, path: str) -> Iterator[Text]:
    """Every free text of one part and of the parts inside it.

    Args:
        part: Where to look.
        path: Its path in the document.
    """
    for place, inner in walk(part, path):
        yield from own_texts(inner, place)


def own_texts(part: Part, path: str) -> Iterator[Text]:
    """The texts of one part, not of the parts inside it.

    Args:
        part: Where to look.
        path: Its path; the text of a statement is told at the statement, others at their field.
    """
    if isinstance(part, (*NO_TEXT, Gap)):
        return
    for field in type(part).model_fields:
        if field in IDS or field in SPOKEN_OF or field == "short":
            continue  # The short form of a claim says the same in fewer words.
        value = getattr(part, field)
        place = path if field == "text" else f"{path}.{field}" if path else field
        if type(value) is str and value:
            yield Text(place, bare(value))
        elif isinstance(value, tuple):
            for position, item in enumerate(value):
                if type(item) is str and item:
                    yield Text(f"{place}[{position}]", bare(item))


_texts = Gathered(lambda path, part: own_texts(part, path))
