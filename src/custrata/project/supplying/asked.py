"""How feedback was asked: the instrument and the ends of its scale, as guessed and as a person says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Mapping as Pairs
from dataclasses import dataclass, replace

from custrata.errors import ContractError
from custrata.sources.contract import CONTRACT
from custrata.sources.formats.numbers import number_of
from custrata.sources.mapping import Constant, Mapped, Mapping, Source, Take
from custrata.sources.recognise.names import words
from custrata.sources.recognise.sources.service import instrument_in
from custrata.sources.recognise.sources.surveys import scale, stated

FEEDBACK = "feedback"
INSTRUMENTS = next(c.values for c in CONTRACT[FEEDBACK].columns if c.name == "instrument")
"""How feedback can be asked."""
UNSAID = "survey"
"""What feedback is taken for where nothing says how it was asked."""

_ENDS = ("instrument", "rating_min", "rating_max")


@dataclass(frozen=True)
class Asked:
    """How one table of feedback was asked.

    Attributes:
        instrument: Such as ``nps``; empty where a column of the table says it.
        low: Lowest rating possible; empty where a column says it, or nothing does.
        high: Highest rating possible.
    """

    instrument: str
    low: str
    high: str

    @property
    def words(self) -> str:
        """It as a person says it.

        Example:
            >>> Asked("csat", "1", "5").words, Asked("", "", "").words
            ('csat, 1 to 5', 'as its columns say')
        """
        ends = f"{self.low or '?'} to {self.high or '?'}" if self.low or self.high else ""
        return ", ".join(word for word in (self.instrument, ends) if word) or "as its columns say"


def asked_of(mapping: Mapping, source: str) -> Asked | None:
    """How the feedback in a raw table was asked; None where the table holds none.

    Args:
        mapping: The mapping.
        source: The raw table.
    """
    found = _feedback(mapping, source)
    if found is None:
        return None
    told = (found.columns.get(name) for name in _ENDS)
    return Asked(*(m.derivation.value if m and isinstance(m.derivation, Constant) else "" for m in told))


def told_by_columns(mapping: Mapping, source: str) -> frozenset[str]:
    """Which of instrument and ends of the scale a column of the raw table says, row by row."""
    found = _feedback(mapping, source)
    columns: Pairs[str, Mapped] = found.columns if found else {}
    return frozenset(name for name in _ENDS if _by_column(columns.get(name)))


def with_asked(mapping: Mapping, source: str, asked: Asked) -> Mapping:
    """The mapping with what a person says of how feedback was asked; what columns say stays with them.

    Args:
        mapping: The mapping.
        source: The raw table.
        asked: What the person says; what is empty stays as it is.

    Raises:
        ContractError: The ends are no numbers, or the lowest is not below the highest.
    """
    chief = _feedback(mapping, source)
    if chief is None or asked == asked_of(mapping, source):
        return mapping
    filled = asking(chief, asked)
    return replace(mapping, sources=tuple(filled if s is chief else s for s in mapping.sources))


def asking(source: Source, asked: Asked) -> Source:
    """A reading as feedback with how it was asked, where no column says it.

    Args:
        source: The reading.
        asked: What the person says.

    Raises:
        ContractError: The ends are no numbers, or the lowest is not below the highest.
    """
    _check(asked, source.source)
    said = zip(_ENDS, (asked.instrument, asked.low, asked.high), strict=True)
    free = {name: value for name, value in said if value and not _by_column(source.columns.get(name))}
    return replace(source, columns=source.columns | {n: Mapped(Constant(v)) for n, v in free.items()})


def supposed(ratings: Iterable[str], name: str = "") -> Asked:
    """What a table that a person calls feedback is taken for, until they say better.

    Args:
        ratings: Some of its ratings.
        name: Name of the column that holds them.

    Example:
        >>> supposed(["9", "10", "0"]).words, supposed(["8"], "Would recommend (0-10)").words
        ('survey, 0 to 10', 'nps, 0 to 10')
        >>> supposed([]).words, supposed(["7"], "NPS").words
        ('survey', 'nps, 0 to 10')
    """
    numbers = [number for text in ratings if (number := number_of(text)) is not None]
    instrument = instrument_in(words(name))
    if not numbers:
        return Asked(instrument, "", "")
    low, high = stated(name) or scale(numbers)
    return Asked(instrument, *(("0", "10") if instrument == "nps" else (low, high)))


def filled(asked: Asked | None, guess: Asked) -> Asked:
    """What a person says of how feedback was asked; where they leave an end open, the guess.

    Args:
        asked: What they say; None where they say nothing.
        guess: What it is taken for.
    """
    if asked is None:
        return guess
    if asked.low or asked.high:
        return asked
    return Asked(guess.instrument if asked.instrument == UNSAID else asked.instrument, guess.low, guess.high)


def rated_by(mapping: Mapping, source: str) -> frozenset[str]:
    """The raw columns that hold ratings.

    Args:
        mapping: The mapping.
        source: The raw table.
    """
    found = _feedback(mapping, source)
    rating = found.columns.get("rating") if found else None
    own = {rating.derivation.column} if rating and isinstance(rating.derivation, Take) else set()
    return frozenset(own | set(found.answers if found else ()))


def numbers_of(rows: Iterable[Sequence[str]], at: Iterable[int]) -> tuple[str, ...]:
    """The ratings in some rows, each once: what is no number is none.

    Args:
        rows: Rows of a raw table as text.
        at: Numbers of the columns that hold ratings.
    """
    places = tuple(at)
    values = (row[n] for row in rows for n in places)
    return tuple(dict.fromkeys(value for value in values if number_of(value) is not None))


def _check(asked: Asked, source: str) -> None:
    if asked.instrument and asked.instrument not in INSTRUMENTS:
        raise ContractError(
            f"feedback is not asked by {asked.instrument}",
            where=source,
            remedy=f"choose one of: {', '.join(INSTRUMENTS)}",
        )
    ends = [number_of(end) for end in (asked.low, asked.high) if end]
    known = [end for end in ends if end is not None]
    if len(known) < len(ends):
        raise ContractError(
            f"the scale goes from {asked.low} to {asked.high}, which are no numbers",
            where=source,
            remedy="write the lowest and the highest rating possible, such as 1 and 5, or 0 and 10",
        )
    if len(known) == 2 and not known[0] < known[1]:
        raise ContractError(
            f"the scale goes from {asked.low} to {asked.high}",
            where=source,
            remedy="write the lowest rating first",
        )


def _by_column(mapped: Mapped | None) -> bool:
    return mapped is not None and not isinstance(mapped.derivation, Constant)


def _feedback(mapping: Mapping, name: str) -> Source | None:
    """The reading of a raw table as feedback, the chief one or one beside it."""
    found = [s for s in mapping.sources if s.source == name and s.table == FEEDBACK]
    return found[0] if found else None
