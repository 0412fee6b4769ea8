"""A text that customers read, or their own thoughts, are written in words of the company.

Avoid: “Our onboarding cuts your TTV and your churn.”, or a customer who thinks “I move to the expansion
stage”.

Prefer: words from interviews and tickets. The lists `words_to_use` and `words_to_avoid` of a proposition
hold them for everybody.

Why: people trust those who speak like them; abbreviations tell them that they are an entry in a system.

Mend: say it as customers say it. Where they do use the word, put it into `words_to_use`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from custrata.strategy.document import Document
from custrata.strategy.lint.facing import Facing, lived, promised
from custrata.strategy.lint.finding import Finding, Known, Severity
from custrata.strategy.lint.matching import named
from custrata.strategy.pitfalls.pitfall import Pitfall

WORDS = (
    "attach rate",
    "buyer persona",
    "churn",
    "cross sell",
    "cross selling",
    "customer base",
    "customer journey",
    "customer lifecycle",
    "customer lifetime value",
    "customer segment",
    "ideal customer profile",
    "land and expand",
    "lead nurturing",
    "lead scoring",
    "lifetime value",
    "omnichannel",
    "retention rate",
    "sales funnel",
    "share of wallet",
    "target persona",
    "ticket deflection",
    "top of funnel",
    "touchpoint",
    "upsell",
    "upselling",
    "value proposition",
    "wallet share",
)
"""Words that people use about customers, never to them."""

_LETTERS = re.compile(
    r"(?<![\w-])(?:ARPA|ARPU|ARR|CAC|CES|CLTV|CLV|CSAT|CSM|EBR"
    r"|GRR|GTM|ICP|LTV|MQL|MRR|NPS|NRR|PQL|QBR|TAM|TTV)s?(?![\w-])"
)
"""Abbreviations, in capitals as they are written."""


def _find(document: Document, known: Known) -> Iterator[Finding]:
    for text in (*promised(document), *lived(document)):
        words = _ours(text, document)
        if words:
            yield PITFALL.finding(
                text.place,
                f"{', '.join(f'“{word}”' for word in words)}: customers do not say that.",
                "Say it as customers say it; where they do use the word, put it into `words_to_use`.",
            )


def _ours(text: Facing, document: Document) -> tuple[str, ...]:
    near = [p for p in document.propositions if p.group in ("", text.group)]
    theirs = " ; ".join((*(w for p in near for w in p.words_to_use), *_phrases(document)))
    avoided = (word for p in near for word in p.words_to_avoid if word.strip())
    found = (*named(text.words, (*WORDS, *avoided)), *_LETTERS.findall(text.words))
    return tuple(dict.fromkeys(word for word in found if not named(theirs, (word,))))


def _phrases(document: Document) -> Iterator[str]:
    for brief in document.briefs:
        yield from (phrase.words for phrase in brief.phrases)


PITFALL = Pitfall(
    code="VP107",
    slug="internal_jargon",
    title="Customers are addressed in words of ours",
    severity=Severity.WARNING,
    find=_find,
)
"""This mistake."""
