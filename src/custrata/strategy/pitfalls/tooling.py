"""Whether a sentence is about getting a tool."""

from __future__ import annotations

import re

GETTING = (
    r"acquir|adopt|buy|choos|deploy|establish|implement|install|integrat|introduc|launch|licens"
    r"|migrat(?:e|ing) to|procur|purchas|replac|select|upgrad|roll(?:ing|s)? out|set(?:ting|s)? up"
    r"|switch(?:ing)? to|mov(?:e|ing) to|go(?:ing)? live with"
    r"|build|invest(?:ing)? in|hav"
)
"""Beginnings of verbs by which a company comes to a tool, or says that it has one."""

TOOLS = (
    r"crm",
    r"cdp",
    r"erp",
    r"customer[ -]data[ -]platform",
    r"customer[ -]relationship[ -]management(?: system| software| platform| tool)?",
    r"(?:ai|ml|machine[ -]learning|data|analytics|loyalty|personali[sz]ation|marketing|engagement|cx)"
    r"[ -](?:platform|software|suite|stack|engine|tool)",
    r"marketing[ -]automation",
    r"chat ?bots?",
    r"ai (?:assistant|agent)s?",
    r"dashboards?",
    r"data (?:lake|lakehouse|warehouse)",
    r"salesforce",
    r"hubspot",
    r"dynamics 365",
    r"help[ -]?desk (?:software|tool|system)",
    r"ticketing (?:software|tool|system)",
    r"martech(?: stack)?",
)
"""Names of tools and of kinds of tools."""

_BETWEEN = r"(?:\s+(?:an?|the|our|one|new|single|modern|central|global|company-wide|enterprise|next|better))*"
_TAIL = (
    r"(?:\s+(?:system|software|solution|platform|tool))?(?![\w-])"
    r"(?!\s+(?:course|owner|skills?|teams?|training)\b)"
)
_GETTING = re.compile(
    rf"^\W*(?:to\s+|we\s+(?:will\s+|want to\s+)?)?(?:{GETTING})(?:e|es|ing|s)?{_BETWEEN}(?:\s+[\w-]+)??\s+"
    rf"((?:{'|'.join(TOOLS)}){_TAIL})",
    re.IGNORECASE,
)
_NAMING = re.compile(
    rf"^\W*(?:(?:the |our )?(?:implementation|introduction|roll[- ]?out|selection|launch) of\s+)?"
    rf"(?:(?:an?|the|our|one|new)\s+)*((?:{'|'.join(TOOLS)}){_TAIL})"
    r"(?:\s+(?:implementation|introduction|roll[- ]?out|selection|launch|migration|upgrade|project))?\W*$",
    re.IGNORECASE,
)
"""A sentence that is nothing but a tool, or its introduction."""

_BEING = re.compile(
    rf"\b((?:{'|'.join(TOOLS)}){_TAIL})\s+(?:is|will be|becomes)\s+(?:our|the)\s+(?:customer\s+)?strategy\b"
    rf"|\bstrategy\s+is\s+(?:our|the|a)(?:\s+new)?\s+((?:{'|'.join(TOOLS)}){_TAIL})",
    re.IGNORECASE,
)
_SERVING = re.compile(
    r"\bso that\b|\bin order (?:to|that)\b|\bto (?:let|help|give|serve|enable|answer)\b", re.IGNORECASE
)


def tool_got(text: str) -> str:
    """The tool that a sentence says to get; empty when it gets none, or says for whom it is there.

    Args:
        text: A sentence without names in quotes.

    Example:
        >>> tool_got("Roll out the new CRM in all regions"), tool_got("Put the tier into the CRM")
        ('CRM', '')
        >>> tool_got("Buy a CDP so that customers tell us a thing once")
        ''
    """
    found = _GETTING.search(text) or _NAMING.search(text)
    return found.group(1) if found and not _SERVING.search(text) else ""


def tool_for_strategy(text: str) -> str:
    """The tool that a sentence takes for the strategy itself; empty when it takes none.

    Example:
        >>> tool_for_strategy("The CRM is our customer strategy"), tool_for_strategy("A CRM is no strategy")
        ('CRM', '')
    """
    found = _BEING.search(text)
    return next((name for name in found.groups() if name), "") if found else ""
