"""The table as a file: formulas made harmless, and only with the right to see persons."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any

from django.http import StreamingHttpResponse

from custrata.delivery.harmless import harmless
from custrata.errors import DeliveryError
from custrata.project.live.desk import Desk
from custrata.segments.rules.building import holds
from custrata.segments.rules.fields import Field
from custrata.segments.rules.listing import KEY
from custrata.segments.rules.rule import Rule


def refuse_rows(*, persons: bool) -> None:
    """Let rows of single customers leave only with the right to see persons, however many they are.

    A row is one customer, also without a name: with what somebody knows already it says who that is.

    Args:
        persons: Whether the asker may see persons.

    Raises:
        DeliveryError: The asker may not.
    """
    if not persons:
        raise DeliveryError(
            "rows of single customers leave the workspace only with the right to see persons",
            where="download",
            remedy="keep them as a segment and look at its numbers, or ask an admin for the right",
        )


def file_of(
    desk: Desk, rule: Rule, columns: list[Field], filename: str, held: ExitStack
) -> StreamingHttpResponse:
    """The customers of a rule as a CSV file, row after row.

    Args:
        desk: The customers.
        rule: Whom.
        columns: What is written beside the id.
        filename: What the file is called.
        held: Keeps the customers open; closed with the last row.
    """
    names = list(dict.fromkeys((KEY, *(field.name for field in columns))))
    asked = desk.customers.filter(holds(rule, desk.customers, desk.facts)).order_by(KEY).select(*names)

    def pieces() -> Iterator[str]:
        with held:
            yield _lines([tuple(names)])
            for batch in desk.live.batches(asked):
                yield _lines(batch)

    answer = StreamingHttpResponse(pieces(), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{filename}"'
    return answer


def _lines(rows: list[tuple[Any, ...]]) -> str:
    text = io.StringIO()
    csv.writer(text).writerows([[harmless(_whole(value)) for value in row] for row in rows])
    return text.getvalue()


def _whole(value: Any) -> Any:
    """A count that is kept as a number with a point is written without one."""
    return int(value) if isinstance(value, float) and value.is_integer() else value
