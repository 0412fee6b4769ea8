"""Numbers of a file that neither the evidence nor a stated judgement holds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from tests.scanning.appendix import Appendix
from tests.scanning.holding import Evidence, Pool
from tests.scanning.printed import Token
from tests.scanning.reading import Page, pages_of

from custrata.delivery.deck.material import period_text, plain

CLAIM = re.compile(r"(?<![\w-])(E\d{2,})(?:(?: to |–)(E\d{2,}))?(?![\w-])")

Holds = Callable[[Token], bool]


@dataclass(frozen=True, slots=True)
class Unheld:
    """A printed number that nothing holds.

    Attributes:
        page: Where it stands.
        token: As printed.
        text: The text around it.
        elsewhere: Whether the snapshot holds it, but nothing that the page names.
    """

    page: int
    token: str
    text: str
    elsewhere: bool


def unheld(path: Path, evidence: Evidence) -> list[Unheld]:
    """Numbers of a file that do not resolve, one a text.

    Args:
        path: A deck, PDF, web page, Markdown page or workbook.
        evidence: What holds numbers.
    """
    return [
        Unheld(page, token.text, text[:160], evidence.everything.holds(token))
        for page, text, token, holds in _asked(path, evidence)
        if not holds(token)
    ]


def power(path: Path, evidence: Evidence) -> tuple[int, int]:
    """How many numbers of a file would be caught if they were wrong by a fifth, and how many there are.

    Args:
        path: The file.
        evidence: What holds numbers.
    """
    found = [holds(_falsified(token)) for _, _, token, holds in _asked(path, evidence)]
    return found.count(False), len(found)


def _falsified(token: Token) -> Token:
    return Token(token.text, token.value * 1.2 + 2 * token.step, token.step, token.kind)


def _asked(path: Path, evidence: Evidence) -> Iterator[tuple[int, str, Token, Holds]]:
    """Every number of a file with where it stands and who must hold it."""
    pages = pages_of(path)
    made = {".pptx": _deck, ".pdf": _paper}.get(path.suffix, _plain)
    for number, text, holds in made(pages, evidence):
        for token in evidence.tokens((text,)):
            # Cells of a workbook are numbers whose unit stands in another cell.
            bare = path.suffix == ".xlsx" and token.kind == "plain"
            yield number, text, replace(token, kind="any") if bare else token, holds


def _plain(pages: Sequence[Page], evidence: Evidence) -> Iterator[tuple[int, str, Holds]]:
    """A page without a foot of its own: all readings and claims may stand on it."""
    holds = partial(_any, (evidence.stated, evidence.everything))
    for page in pages:
        yield from ((page.number, text, holds) for text in page.texts)
        for text, facts in page.bound:
            yield page.number, text, _opened(facts, evidence) or holds


def _opened(facts: Mapping[str, str], evidence: Evidence) -> Holds | None:
    """Who must hold a figure that opens its evidence: the reading named there, unless it follows."""
    if "Measure" not in facts or "Follows from" in facts:
        return None
    measure, _, part = facts["Measure"].removesuffix(")").partition(" (")
    named = [
        r
        for r in evidence.readings
        if plain(r.measure) == measure
        and ", ".join(f"{plain(d)} {v}" for d, v in r.segment) == part
        and period_text(r.period) == facts["Period"]
    ]
    return partial(_any, (evidence.pool(named, ()),))


def _deck(pages: Sequence[Page], evidence: Evidence) -> Iterator[tuple[int, str, Holds]]:
    """The story prints what the appendix has for that slide; rows of the appendix are worked out anew."""
    appendix = Appendix(pages, evidence)
    if not appendix.names_slides:
        yield from _plain(pages, evidence)
        return
    for page in pages:
        if page.appendix:
            yield from appendix.checked(page)
            continue
        claims = [evidence.claims[c] for c in claims_in(" ".join(page.texts)) if c in evidence.claims]
        holds = partial(_any, (appendix.printed_for(page.number), evidence.pool((), claims)))
        yield from ((page.number, text, holds) for text in page.texts)


def _paper(pages: Sequence[Page], evidence: Evidence) -> Iterator[tuple[int, str, Holds]]:
    """A page prints judgements, its claims, and readings of the measures that it or the book names."""
    book = len(pages) > 12
    for page in pages:
        (text,) = page.texts
        if book:
            yield page.number, text, partial(_any, (evidence.stated, evidence.everything))
            continue
        claims = [evidence.claims[c] for c in claims_in(text) if c in evidence.claims]
        named = [r for r in evidence.readings if plain(r.measure) in text]
        yield page.number, text, partial(_any, (evidence.stated, evidence.pool(named, claims)))


def _any(pools: Iterable[Pool], token: Token) -> bool:
    return any(pool.holds(token) for pool in pools)


def claims_in(text: str) -> set[str]:
    """Ids of claims in a text, those within runs too.

    Example:
        >>> sorted(claims_in("E01 to E03, E07"))
        ['E01', 'E02', 'E03', 'E07']
    """
    found: set[str] = set()
    for first, last in CLAIM.findall(text):
        numbers = range(int(first[1:]), int((last or first)[1:]) + 1)
        found |= {f"E{n:02}" for n in numbers}
    return found
