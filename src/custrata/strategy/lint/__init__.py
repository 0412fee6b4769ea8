"""Checks of a strategy, like a linter: each finding names the place, the reason and the mend."""

from custrata.strategy.lint.checking import Checked, checked, lint
from custrata.strategy.lint.finding import Finding, Severity
from custrata.strategy.lint.suppressing import Suppressed

__all__ = ["Checked", "Finding", "Severity", "Suppressed", "checked", "lint"]
