"""What the status of an order, or the type of a document, says of its money.

An order that was called off never kept money. One that came back was sold, and its money was given back. A
document that gives money back, such as a credit note, is the giving back itself; the sale stands elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

CALLED_OFF = "refund"
"""The word of a mapping for an order that was called off; a negative amount there is a refund."""
CAME_BACK = "returned"
"""The word for an order that was sold and came back."""
PARTLY_BACK = "partly returned"
"""The word for an order of which some money went back; how much, the status does not say."""
GIVES_BACK = "given back"
"""The word for a document that gives money back."""

_WORDS = {
    CALLED_OFF: """canceled, cancelled, voided, void, failed, declined, storniert, annule, annulé, cancelado,
        anulado, annullato, geannuleerd, unavailable, uncollectible""",
    CAME_BACK: """returned, refunded, chargeback, charged back, reversed, fully refunded, full refund,
        returned to seller, shipped returned to seller, retourniert, zurückgesendet, zurückgegeben, erstattet,
        rückerstattet, remboursé, rembourse, retourné, devuelto, reembolsado, rimborsato, reso, geretourneerd,
        terugbetaald, devolvido""",
    PARTLY_BACK: """partially refunded, partly refunded, partial refund, partially returned, partly returned,
        partial return, teilweise erstattet, teilerstattet, partiellement remboursé, parcialmente
        reembolsado, parzialmente rimborsato, gedeeltelijk terugbetaald""",
    GIVES_BACK: """credit note, credit memo, credit, refund, return, gutschrift, storno, avoir, nota de
        crédito, nota de credito, creditnota, nota di credito""",
}
_MEANT = {" ".join(value.split()): word for word, values in _WORDS.items() for value in values.split(",")}
_BETWEEN = re.compile(r"[\s_\-]+")


def meant_by(value: str) -> str:
    """The word that a status or a type of document stands for; empty where it says nothing of money.

    Args:
        value: As it stands in the data.

    Example:
        >>> meant_by("Partially_Refunded"), meant_by("Returned"), meant_by("shipped")
        ('partly returned', 'returned', '')
    """
    return _MEANT.get(_BETWEEN.sub(" ", value.strip().lower()), "")


def by_meaning(values: Iterable[str], meanings: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Values in small letters by what they mean, for each meaning that some value has.

    Args:
        values: As they stand in the data.
        meanings: Those looked for, in the order wished for.

    Example:
        >>> by_meaning(["Returned", "paid", "VOID"], [CAME_BACK, CALLED_OFF])
        {'returned': ('returned',), 'refund': ('void',)}
    """
    meant = {v.lower(): meant_by(v) for v in values}
    found = {m: tuple(sorted(v for v, word in meant.items() if word == m)) for m in meanings}
    return {meaning: said for meaning, said in found.items() if said}
