"""What a language model is asked: to word sentences anew, with placeholders and marks left as they are."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

RULES = """You word sentences of a company's customer strategy anew, so that a board reads them easily.
Keep the meaning exactly. Keep every placeholder in braces such as {share} and every mark such as ⟦N1⟧, each
exactly once. Use the words of the sentence, or words that say the same, in a better order, and leave none out
that says something. Never write a number, a name, a cause, a forecast, a judgement or a comparison that the
sentence does not hold. One plain sentence each, no longer than the one given. Where nothing can be said
better, return the sentence as it is. Answer with one JSON object from id to sentence, and nothing else."""
"""What the model is told once."""


def messages(sentences: Mapping[str, str]) -> list[dict[str, str]]:
    """The messages of one request.

    Args:
        sentences: Masked sentences by id of the statement.
    """
    asked = json.dumps(dict(sentences), ensure_ascii=False, indent=1)
    return [{"role": "system", "content": RULES}, {"role": "user", "content": asked}]


def answers(reply: str, wanted: Sequence[str]) -> dict[str, str]:
    """The sentences of a reply by id; whatever is no sentence of one that was asked is left out.

    Args:
        reply: What the model wrote; the JSON object may stand between other words or code fences.
        wanted: Ids that were asked.

    Example:
        >>> answers('Here: {"E01": "Gold earns {share}.", "X": "?"}', ["E01"])
        {'E01': 'Gold earns {share}.'}
    """
    start, end = reply.find("{"), reply.rfind("}")
    try:
        found = json.loads(reply[start : end + 1]) if 0 <= start < end else {}
    except (ValueError, RecursionError):
        return {}
    if not isinstance(found, dict):
        return {}
    return {k: v for k in wanted if isinstance(v := found.get(k), str)}
