"""Findings that the company has looked at and lets stand, with a reason and an owner."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from pydantic import Field

from custrata.strategy.parts.part import Id, Owner, Part


class Suppression(Part):
    """A finding that is let stand.

    Attributes:
        id: Stable address.
        code: Code of the finding: two letters, three digits.
        place: Path at which it stands; empty for every place.
        reason: Why it may stand.
        owner: Who answers for that; a name, not only a role.
        until: The day after which it is reported again; None for as long as it stands.
    """

    id: Id
    code: Annotated[str, Field(pattern=r"^[A-Z]{2}[0-9]{3}$")]
    place: str = ""
    reason: Annotated[str, Field(min_length=1)]
    owner: Owner
    until: dt.date | None = None
