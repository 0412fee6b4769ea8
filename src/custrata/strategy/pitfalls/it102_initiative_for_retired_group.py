"""An initiative invests in customers whom the strategy means to let go.

Avoid: a loyalty programme for a group with the intent retire.

Prefer: for such a group only what ends the relationship fairly: notice, a cheaper way to be served, a
hand-over to a partner.

Why: money follows initiatives, not intents; the group grows while the plan says that it ends.

Mend: take the group out of the initiative, change its intent, or say in the statement that the initiative
ends the relationship.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from custrata.strategy.document import Document
from custrata.strategy.lint.finding import Finding, Known, Severity
from custrata.strategy.lint.texts import bare
from custrata.strategy.pitfalls.agreement import taken
from custrata.strategy.pitfalls.pitfall import Pitfall
from custrata.vocabulary import Intent

_ENDING = re.compile(
    r"\b(?:end(?:s|ed|ing)?|exit\w*|clos(?:e|es|ed|ing)|wind(?:s|ing)? down|retir\w+|phas\w+ out"
    r"|hand(?:s|ed|ing)? over|part(?:s|ing)? (?:from|with)|let(?:s|ting)? go|leav(?:e|es|ing)|stop\w*"
    r"|terminat\w+|migrat\w+|mov(?:e|es|ed|ing)|refer\w*|self[- ]service|partners?|notice|give[sn]? up"
    r"|withdraw\w*|discontinu\w+|transfer\w*|reduc\w+|less)\b",
    re.IGNORECASE,
)
"""Words of initiatives that end a relationship, or make it cheap."""


def _find(document: Document, known: Known) -> Iterator[Finding]:
    retired = {g.id: g for g in document.groups if g.intent is not None and g.intent.intent is Intent.RETIRE}
    for initiative in document.initiatives:
        ending = _ENDING.search(bare(initiative.statement.text))
        for group in (retired[name] for name in initiative.groups if name in retired):
            if not ending and (taken(initiative) or taken(group.intent)):
                yield PITFALL.finding(
                    f"initiatives[{initiative.id}]",
                    f"It serves “{group.name}”, which is to be retired.",
                    "Take the group out of it, change the intent, or say that it ends the relationship.",
                )


PITFALL = Pitfall(
    code="IT102",
    slug="initiative_for_retired_group",
    title="An initiative serves a group that is to be retired",
    severity=Severity.ERROR,
    find=_find,
)
"""This mistake."""
