"""How numbers become the columns of an export: ids, money, days, words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
Days = npt.NDArray[np.datetime64]


def ids(prefix: str, numbers: Ints, width: int = 6) -> Any:
    """Ids such as ``ACC-000042``."""
    padded = pc.utf8_lpad(pa.array(numbers).cast(pa.string()), width=width, padding="0")
    return pc.binary_join_element_wise(prefix, padded, "-")


def money(cents: Ints) -> Any:
    """Exact decimals with two places from whole cents.

    Example:
        >>> money(np.array([-125, 300])).to_pylist()
        [Decimal('-1.25'), Decimal('3.00')]
    """
    whole = cents.astype(np.int64)
    # A 128-bit decimal is two 64-bit words, low first; the high one repeats the sign.
    words = np.stack([whole, whole >> 63], axis=1)
    return pa.Array.from_buffers(pa.decimal128(14, 2), len(whole), [None, pa.py_buffer(words.tobytes())])


def words(choices: Sequence[str], index: Ints) -> Any:
    """The chosen word of each row."""
    return pa.array(list(choices), pa.string()).take(pa.array(index))


def joined(*parts: Any, by: str = " ") -> Any:
    """Texts side by side."""
    return pc.binary_join_element_wise(*parts, by)


def blank(values: Any, where: Flags) -> Any:
    """The same column, empty where told."""
    return pc.if_else(pa.array(where), pa.scalar(None, values.type), values)


def yes_no(flags: Flags) -> Any:
    """``Yes`` and ``No``."""
    return words(("No", "Yes"), flags.astype(np.int64))


def constant(word: str, rows: int) -> Any:
    """The same word in every row."""
    return words((word,), np.zeros(rows, np.int64))


def instants(days: Days, seconds: Ints) -> Days:
    """Timestamps from days and seconds after midnight."""
    stamped: Days = days.astype("datetime64[s]") + seconds.astype("timedelta64[s]")
    return stamped


def rows_where(flags: Flags) -> Ints:
    """The positions that hold."""
    return np.flatnonzero(flags).astype(np.int64)
