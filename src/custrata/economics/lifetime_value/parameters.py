"""The parameters of what was fitted, as rows that a measure reads."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from custrata.measures.kernel.estimates import Z95

PARAMETERS = "model_parameters"
"""The relation that measures read."""

PARAMETER_TYPES = {
    "model": "string",
    "parameter": "string",
    "value": "float64",
    "low": "float64",
    "high": "float64",
    "n": "int64",
}
"""Its columns."""

_DIGITS = 8
_FARTHEST = 300.0
"""A logarithm of the factor past which no float holds the end of an interval."""


def parameter_rows(models: Mapping[str, Any]) -> list[dict[str, Any]]:
    """One row a parameter with its 95% interval, to eight digits.

    Args:
        models: Fitted models by their names for people.
    """
    rows = []
    for title, model in models.items():
        for name, likely in model.parameters.items():
            factor = math.exp(min(Z95 * model.standard_errors[name] / likely, _FARTHEST))
            ends = {"low": _rounded(likely / factor), "high": _rounded(likely * factor)}
            row = {"model": title, "parameter": name, "value": _rounded(likely), **ends}
            rows.append({**row, "n": model.n})
    return rows


def _rounded(number: float) -> float:
    return float(f"{number:.{_DIGITS}g}")
