"""Whether a wording has the form of a plain sentence: letters, punctuation, placeholders as they were."""

from __future__ import annotations

import re
import string
from collections import Counter
from collections.abc import Iterator

from custrata.drafting.wording.clauses import figures_of, variants
from custrata.drafting.wording.lexicon import meanings
from custrata.drafting.wording.masking import MARK, marks
from custrata.strategy.wording.sentence import placeholders

LONGER = 1.7
"""Times the length of the statement that another wording may have; short ones may reach ``SHORT`` signs."""

SHORT = 120
_PLAIN = frozenset(string.ascii_letters + string.digits + " .,;:?()'’—–-")
_BRACES = re.compile(r"\{[^{}]*\}")
_GLUED = re.compile(
    r"[^\s(—]\{|[^\s]\s?[-−+]\s*\{|^\s*[-−–+]\s*\{|\}(?![\s,;:.)?!—'’]|$)|\}[.,](?=\d)|\},?\s\d"
)
_IN_WORD = re.compile(r"[A-Za-z]\d|\d[A-Za-z]")
_LOOSE_HYPHEN = re.compile(r"(?<![A-Za-z])-|-(?![A-Za-z])")


def too_long(was: str, now: str) -> str:
    """Why a wording is too long to be read at all; empty when it is not.

    Args:
        was: The statement's text, names masked.
        now: The wording as the model wrote it.
    """
    return "it is much longer than the statement" if len(now) > max(SHORT, LONGER * len(was)) else ""


def form(was: str, now: str) -> Iterator[str]:
    """What is wrong with the form of a wording.

    Args:
        was: The statement's text, names masked.
        now: The wording, numbers bound.
    """
    if not now:
        yield "it is empty"
    bare, before = (MARK.sub("", _BRACES.sub("", text)) for text in (now, was))
    if strange := sorted({c for c in bare if c not in _PLAIN and c not in was}):
        yield f"it holds {', '.join(map(repr, strange))}, which is no sentence's"
    if _LOOSE_HYPHEN.search(bare) and not _LOOSE_HYPHEN.search(before):
        yield "it holds a hyphen that joins no words"
    if _IN_WORD.search(bare) and not _IN_WORD.search(before):
        yield "it holds a number inside a word"
    if bare.count("?") != was.count("?"):
        yield "it asks where the statement does not, or the other way round"
    if Counter(marks(was)) != Counter(marks(now)):
        yield "it does not name exactly what the statement names"
    yield from _figures(was, now)


def _figures(was: str, now: str) -> Iterator[str]:
    wanted, got = Counter(figures_of(was)), Counter(figures_of(now))
    if missing := sorted((wanted - got).elements()):
        yield f"it leaves out {', '.join(missing)}"
    if extra := sorted((got - wanted).elements()):
        yield f"it says {', '.join(extra)} once too often, or the statement has no such figure"
    if set(placeholders(now)) != set(got) or not now.count("{") == now.count("}") == sum(got.values()):
        yield "it holds braces that are no placeholder"
    if _GLUED.search(now):
        yield "something that changes a number stands against it"
    for one, many in set(variants(now)) - set(variants(was)):
        strange = {c for c in one + many if c not in _PLAIN or c.isdigit() or c in "?;:.()—"}
        if strange or meanings(one).keys() != meanings(many).keys():
            yield f"a placeholder says other things for one than for many: {one}, {many}"
