"""What a pitfall is: a code that never changes, how heavy it weighs, and what looks for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from custrata.strategy.document import Document
from custrata.strategy.lint.finding import Finding, Known, Severity


@dataclass(frozen=True, slots=True)
class Pitfall:
    """One mistake.

    Attributes:
        code: Two letters and three digits; never changes its meaning.
        slug: The mistake in two to four words with underscores, as in the file's name.
        title: The mistake as a short sentence.
        severity: Error and warning fail a check, a note does not.
        find: Yields a finding for each place at which the mistake is sure; in doubt it is silent.
        needs_data: Whether it needs what a build knows: readings, evidence or the catalogue; it is silent
            where that is missing.
        last: Whether it looks at what the others found (``known.found``).
    """

    code: str
    slug: str
    title: str
    severity: Severity
    find: Callable[[Document, Known], Iterator[Finding]]
    needs_data: bool = False
    last: bool = False

    @property
    def module(self) -> str:
        """The module that holds it; its docstring is the page of the manual."""
        return f"{__package__}.{self.code.lower()}_{self.slug}"

    def finding(self, place: str, message: str, mend: str) -> Finding:
        """A finding of this pitfall at a place of the document."""
        return Finding(self.code, self.severity, place, message, mend)
