"""Whether a sentence passes on what is said of other companies."""

from __future__ import annotations

import re
from functools import lru_cache

MOST_TEXTS = 16_384
"""Sentences that are remembered: those of some dozens of strategies."""

_COMPANIES = (
    r"(?:(?:b2b|b2c|saas|software|subscription|most|other|similar) )*"
    r"(?:compan(?:ies|y)|business(?:es)?|firms?|organi[sz]ations?|brands?|retailers?|marketers?|vendors?|executives?)"
)
_SHOW = r"(?:show|suggest|say|find|found|indicate|confirm|prove|reveal|report|demonstrate)(?:s|n|ed)?"
_STUDIES = r"(?:stud(?:ies|y)|research|industry (?:data|reports?|surveys?))"
_HOUSES = r"mckinsey|gartner|forrester|harvard|bain|bcg|deloitte|accenture|wyzowl"

_RESEARCH = re.compile(
    rf"\b{_STUDIES}(?:,? (?:from|by|at|of) [\w&.’' -]{{2,40}}?)?,?"
    rf" (?:have |has |had |consistently |clearly |also )*{_SHOW}\b"
    r"|\b(?:analysts|experts) (?:say|agree|predict|estimate)\b",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"\b(?:our|own|internal|the|this|these|user|customer|case)\s+(?:[\w-]+\s+)?$|\b(?:our|own)\b[^.;]*$",
    re.IGNORECASE,
)
"""What stands before research of one's own."""

_OTHERS = re.compile(
    rf"\baccording to (?:\w+ ){{0,3}}?(?:{_HOUSES}|studies|research|analysts|experts)\b"
    rf"|\b(?:{_HOUSES})(?:’s|'s)? (?:\w+ ){{0,2}}?(?:{_SHOW}|analysis|study|research|report)\b"
    r"|\b(?:industry|sector|saas|b2b) (?:averages?|benchmarks?|norms?|medians?)\b"
    rf"|\bbenchmarks? {_SHOW}\b",
    re.IGNORECASE,
)
"""What speaks of others by name."""

_IN_GENERAL = re.compile(
    rf"\b\d[\d.,]*\s?(?:%|percent|per cent) of (?:all )?{_COMPANIES}\b"
    rf"|\bon average,? {_COMPANIES}\b|\b{_COMPANIES} on average\b|\bthe (?:average|typical) {_COMPANIES}\b",
    re.IGNORECASE,
)
"""What speaks of companies in general, unless the sentence says that they are ours."""

_US = re.compile(r"\b(?:we|us|our|ours)\b", re.IGNORECASE)

_PASSED_ON = tuple(
    (re.compile(rf"(?<![\d.,]){number}\s?(?:%|percent|per cent)"), re.compile(topic, re.IGNORECASE))
    for number, topic in (
        (r"(?:85|100)", r"outperform\w*|(?:formal|documented) [\w, -]*strateg(?:y|ies)"),
        (r"30", r"document\w* [\w, -]*strateg(?:y|ies)"),
        (r"9\.1", r"comparable stores?|best buy"),
        (r"68", r"likel\w+[^.]*\b(?:revenue targets?|icps?|profiles?)|\b(?:icps?|profiles?)\b[^.]*likel\w+"),
        (
            r"41",
            r"(?:b2b|organi[sz]ations|companies|firms)[^.]*(?:customer profiles?|\bicps?\b)|firmographic",
        ),
        (r"86", r"onboarding content|loyal[^.]*onboarding|onboarding[^.]*loyal"),
        (r"75", r"(?:los[et]|leav|left|churn|drop|gone|never)\w*[^.]*(?:new users|first week)"),
        (r"25\s?%?\s?(?:[-–]|to)\s?95", r"\bprofits?\b"),
        (r"150\s?%?\s?(?:[-–]|to)\s?300", r"\bprofits?\b"),
        (r"50\s?%?\s?(?:[-–]|to)\s?200", r"\bprofits?\b"),
    )
)
"""Figures that are handed from text to text, each with what it is about."""


_KEEPING_IS_CHEAPER = re.compile(
    r"\b(?:five|six|seven|ten|\d+)(?:\s?(?:to|[-–])\s?\w+)?\s?(?:x|times)\b"
    r"(?=[^.]*\b(?:acquir\w+|win(?:ning)?|new customers?)\b)"
    r"(?=[^.]*\b(?:keep\w*|retain\w*|retention|existing)\b)",
    re.IGNORECASE,
)
_COST = re.compile(r"\bcosts?\b|\bcheap\w*|\bexpensive\b", re.IGNORECASE)
"""Together: the rule of thumb that winning a customer costs so many times what keeping one does."""


@lru_cache(MOST_TEXTS)
def cited(text: str) -> str:
    """The words by which a sentence cites others; empty when it speaks of the company itself.

    Args:
        text: A sentence without names in quotes.

    Example:
        >>> cited("Studies show that loyal ones pay more"), cited("Our research shows that they pay more")
        ('Studies show', '')
    """
    for match in _RESEARCH.finditer(text):
        if not _OWN.search(text[: match.start()]):
            return match.group()
    found = _OTHERS.search(text) or (None if _US.search(text) else _IN_GENERAL.search(text))
    return found.group() if found else ""


@lru_cache(MOST_TEXTS)
def passed_on(text: str) -> str:
    """The figure of a sentence that is handed from text to text; empty when there is none.

    Example:
        >>> passed_on("Firms with an ICP are 68% likelier to grow"), passed_on("68% of orders come by mail")
        ('68%', '')
    """
    for figure, topic in _PASSED_ON:
        found = figure.search(text)
        if found and topic.search(text):
            return found.group()
    cheaper = _KEEPING_IS_CHEAPER.search(text)
    return cheaper.group() if cheaper and _COST.search(text) else ""
