"""Numbers as people type them."""

from __future__ import annotations

import re
from math import isfinite

from custrata.errors import InputError
from custrata.thousands import ungrouped

_NUMBER = re.compile(
    r"[-−+]?\s*[^\d.,\s%-]{0,4}\s*([\d][\d,'\u00a0\u202f ]*(?:\.\d+)?|\.\d+)\s*(%|k|m|bn)?", re.IGNORECASE
)
_SIZES = {"%": 0.01, "k": 1e3, "m": 1e6, "bn": 1e9, "": 1.0}


def number_typed(text: str, unit: str = "", where: str = "") -> float | None:
    """The number that somebody typed; None where nothing was.

    Args:
        text: Such as ``82%``, ``€3.4m``, ``1,200`` or ``0.82``.
        unit: Of the measure; a share typed without a sign of per cent is meant as one from 2 on.
        where: What it was typed for, for the message.

    Raises:
        InputError: It is no number.

    Example:
        >>> number_typed("82%"), number_typed("€3.4m"), number_typed("1,200"), number_typed("82", "share")
        (0.82, 3400000.0, 1200.0, 0.82)
    """
    said = text.strip()
    if not said:
        return None
    found = _NUMBER.fullmatch(said)
    if found is None:
        raise InputError("this is no number", where=where or said, remedy="write it as 82%, 3.4m or 1,200")
    try:
        digits = re.sub(r"['\s]", "", ungrouped(found.group(1)))
    except ValueError as error:
        raise InputError("this is no number", where=where or said, remedy=str(error)) from error
    mark = (found.group(2) or "").lower()
    # Divided rather than multiplied where it can be: 82 / 100 is the number that 82% means.
    value = float(digits) / 100 if mark == "%" else float(digits) * _SIZES[mark]
    if unit == "share" and not mark and value >= 2:
        value = value / 100
    if not isfinite(value):
        raise InputError(
            "the number is too large", where=where or said, remedy="write it as 82%, 3.4m or 1,200"
        )
    return -value if said[0] in "-−" else value
