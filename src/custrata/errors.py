"""Errors that say what happened, where, how many, and what to do next."""

from __future__ import annotations

from typing import Any


class CustrataError(Exception):
    """The root of every error that a person may see.

    Args:
        what: One sentence, without a full stop, of what is wrong.
        where: File, line, column or setting in question; empty when it concerns the whole project.
        how_many: Number of rows or items touched, if it is more than the one named.
        remedy: The next step, as an instruction.
        facts: Anything a program may want to read; kept as attributes of ``facts``.

    Example:
        >>> error = InputError("the file is empty", where="orders.csv", remedy="export it again")
        >>> str(error)
        'orders.csv: the file is empty. To do: export it again.'
    """

    def __init__(
        self, what: str, *, where: str = "", how_many: int | None = None, remedy: str = "", **facts: Any
    ) -> None:
        super().__init__(what)
        self.what = what
        self.where = where
        self.how_many = how_many
        self.remedy = remedy
        self.facts = facts

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        count = f" ({self.how_many:,} in all)" if self.how_many is not None else ""
        todo = f" To do: {self.remedy}." if self.remedy else ""
        return f"{place}{self.what}{count}.{todo}"

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuild, (type(self), self.what, self.where, self.how_many, self.remedy, self.facts)


def _rebuild(
    kind: type[CustrataError], what: str, where: str, how_many: int | None, remedy: str, facts: Any
) -> Any:
    return kind(what, where=where, how_many=how_many, remedy=remedy, **facts)


class InputError(CustrataError):
    """A file or folder cannot be read as data."""


class ContractError(CustrataError):
    """Tables were read, but do not keep the contract of canonical tables."""


class MappingQuestion(CustrataError):
    """Two readings of the raw tables are equally good; a person must choose.

    ``facts["questions"]`` holds the questions as a tuple of strings.
    """


class SettingError(CustrataError):
    """A setting is unknown or out of range."""


class SnapshotError(CustrataError):
    """A snapshot is missing, damaged, or was written by another version."""


class MeasureError(CustrataError):
    """A measure is unknown, or its data are not there."""


class EstimateError(CustrataError):
    """A model cannot be fitted to these data, or must not be believed; says why."""


class ScenarioError(CustrataError):
    """The text of a scenario does not hold one, or asks for what the snapshot cannot give."""


class DocumentError(CustrataError):
    """The text of a strategy does not hold a strategy."""


class DeliveryError(CustrataError):
    """A deck, report or export cannot be written."""
