"""Checks of a strategy, like a linter: each finding names the place, the reason and the mend."""

from custrata.strategy.lint.checking import lint
from custrata.strategy.lint.finding import Finding, Severity

__all__ = ["Finding", "Severity", "lint"]
