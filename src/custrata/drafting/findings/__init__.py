"""The findings that matter most, as sentences that could be false."""

from custrata.drafting.findings.ranking import findings
from custrata.drafting.findings.sentence import FindingSentence

__all__ = ["FindingSentence", "findings"]
