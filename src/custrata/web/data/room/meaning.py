"""What somebody says that raw tables mean: what of a sample is shown, what is refused, and the save."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping as Pairs
from dataclasses import dataclass

from django.db import transaction

from custrata.errors import CustrataError, SettingError
from custrata.project.place import Place
from custrata.project.supplying.correcting import (
    ATTRIBUTE,
    TableChoice,
    answered,
    choice_of,
    corrected,
    save_mapping,
)
from custrata.project.supplying.left_out import MASK, PERSONAL
from custrata.project.supplying.looking import Looked, LookedTable
from custrata.sources.contract import CONTRACT
from custrata.sources.mapping import Mapping
from custrata.web.audit.record import record
from custrata.web.workspaces.asking import Asking
from custrata.web.workspaces.models import Workspace
from custrata.web.workspaces.rights import Right

SHOWN = 3
"""Samples of a column."""


class Moved(Exception):
    """Somebody has changed the mapping since it was read; nothing was saved."""


@dataclass(frozen=True)
class Refusal:
    """Why something that was said of the raw tables cannot be kept.

    Attributes:
        at: Number of the raw table; -1 for an answer to a question.
        error: What is wrong, where, and what to do.
    """

    at: int
    error: CustrataError


def mark_of(place: Place) -> str:
    """What the mapping says now, so that a save on an older one is noticed."""
    text = place.mapping.read_bytes() if place.mapping.is_file() else b""
    return hashlib.sha256(text).hexdigest()[:16]


def meant(
    asking: Asking,
    looked: Looked,
    before: Mapping,
    choices: Pairs[int, TableChoice],
    answers: Pairs[str, str],
) -> tuple[Mapping, tuple[Refusal, ...]]:
    """The mapping with what somebody says of its tables and questions, and what of it is refused.

    Args:
        asking: Who, where.
        looked: The raw tables.
        before: The mapping as it stands.
        choices: By number of a raw table, what is said of it; others stay as they are.
        answers: By text of a question, the answer; others stay as they are.
    """
    refused, after = [], before
    try:
        after = answered(before, answers)
    except CustrataError as error:
        refused.append(Refusal(-1, error))
    for at, chosen in choices.items():
        table = looked.tables[at]
        try:
            _check_names(asking, choice_of(before, table), chosen)
            after = corrected(after, table, chosen)
        except CustrataError as error:
            refused.append(Refusal(at, error))
    return after, tuple(refused)


def save_meaning(asking: Asking, before: Mapping, after: Mapping, mark: str) -> None:
    """Save a mapping over the one that was read; where nothing was changed nothing is saved.

    Args:
        asking: Who, where.
        before: As it stood.
        after: As it shall be.
        mark: Of the one that was read.

    Raises:
        Moved: Another one stands by now.
    """
    if after == before:
        return
    with transaction.atomic():
        Workspace.objects.select_for_update().get(pk=asking.workspace.pk)
        if mark_of(asking.workspace.place) != mark:
            raise Moved
        record("data.mapping_saved", workspace=asking.workspace, actor=asking.user)
        save_mapping(asking.workspace.place, after)


def renamed(choice: TableChoice, table: LookedTable) -> TableChoice:
    """The choice for another table: fields that it does not have give way to columns of the same name.

    Args:
        choice: What was chosen, of whatever table.
        table: The raw table.
    """
    if not choice.table:
        return TableChoice("", {column.name: "" for column in table.columns})
    contract, fields = CONTRACT[choice.table], {}
    taken = {field for field in choice.fields.values() if contract.has(field)}
    for column in table.columns:
        field = choice.fields.get(column.name, "")
        alike = "_".join(column.name.casefold().split())
        if not contract.has(field):
            field = alike if contract.has(alike) and alike not in taken else ""
        taken.add(field)
        fields[column.name] = field
    return TableChoice(choice.table, fields)


def samples_of(
    table: LookedTable, number: int, choice: TableChoice, kept: TableChoice, *, persons: bool
) -> tuple[str, ...]:
    """A few values of a raw column, as far as the person may see them.

    Args:
        table: The raw table.
        number: Of the column.
        choice: What is chosen for it.
        kept: What the mapping says of it.
        persons: Whether the person may see names.
    """
    values = tuple(dict.fromkeys(row[number] for row in table.samples if row[number]))[:SHOWN]
    # What nobody has said the meaning of may be anybody's name: it is shown to who may see names. What is
    # kept counts as well as what is chosen: choosing another meaning must not uncover what a column holds.
    known = all(_plain(one, table.columns[number].name) for one in (choice, kept))
    if persons or (known and not any("@" in value for value in values)):
        return values
    return tuple(MASK for _ in values[:1])


def _plain(choice: TableChoice, column: str) -> bool:
    """Whether a column is known to hold something else than names of persons."""
    field = choice.fields.get(column, "")
    return bool(field) and field != ATTRIBUTE and (choice.table, field) not in PERSONAL


def _check_names(asking: Asking, before: TableChoice, after: TableChoice) -> None:
    """Whoever may not see persons gives no column a meaning under which its values would be shown.

    A column that names persons keeps its meaning; one that nobody has said the meaning of may name them.
    """
    if asking.may(Right.PERSONS):
        return
    for column, field in before.fields.items():
        now = after.fields.get(column, "") if after.table else ""
        if (after.table, now) == (before.table, field) or (not now and not field):
            continue
        if (before.table, field) in PERSONAL:
            raise SettingError(
                "this column names persons, and keeps its meaning",
                where=column,
                remedy="leave it as it is, or ask somebody who may see persons",
            )
        if not field and (after.table, now) not in PERSONAL:
            raise SettingError(
                "nobody has said what this column means, and it may name persons",
                where=column,
                remedy="leave it unused, or ask somebody who may see persons to give it a meaning",
            )
