"""Names of columns and tables, taken apart."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_WORDS = re.compile(r"[a-z0-9]+")
_CURRENCIES = frozenset({"usd", "eur", "gbp", "chf", "euro", "euros", "dollars", "in"})
_SHORT = {
    "num": "number",
    "nbr": "number",
    "nr": "number",
    "no": "number",
    "qty": "quantity",
    "cust": "customer",
    "amt": "amount",
    "dt": "date",
    "desc": "description",
    "prod": "product",
    "cat": "category",
    "acct": "account",
    "addr": "address",
    "trans": "transaction",
    "txn": "transaction",
    "opp": "opportunity",
    "avg": "average",
    "disc": "discount",
    "identifier": "id",
    "guid": "id",
    "uuid": "id",
    "ids": "id",
    "kunden": "kunde",
    "kd": "kunde",
    "nummer": "number",
    "datetime": "time",
    "timestamp": "time",
}


@cache
def words(name: str) -> tuple[str, ...]:
    """The words of a name in small letters, without accents, short forms written out.

    Example:
        >>> words("InvoiceNo"), words("Dt_Customer"), words("mrr_amount (USD)")
        (('invoice', 'number'), ('date', 'customer'), ('mrr', 'amount'))
    """
    plain = unicodedata.normalize("NFKD", name.replace("ß", "ss")).encode("ascii", "ignore").decode()
    parts = _WORDS.findall(_CAMEL.sub(" ", plain.replace("IDs", "Ids")).lower())
    kept = [p for p in parts if p not in _CURRENCIES] or parts
    return tuple(_SHORT.get(p, p) for p in kept)


def snake(name: str) -> str:
    """A name as snake_case.

    Example:
        >>> snake("Senior Citizen"), snake("MonthlyCharges"), snake("2nd choice")
        ('senior_citizen', 'monthly_charges', 'c_2nd_choice')
    """
    plain = unicodedata.normalize("NFKD", name.replace("ß", "ss")).encode("ascii", "ignore").decode()
    text = "_".join(_WORDS.findall(_CAMEL.sub(" ", plain).lower())) or "column"
    return f"c_{text}" if text[0].isdigit() else text


def table_words(file: str, part: str) -> tuple[str, ...]:
    """The words of a table's own name: of the sheet or table, else of the file without its endings."""
    stem = part or file.rsplit("/", 1)[-1].split(".")[0]
    return words(stem)


def squashed(text: str) -> str:
    """A value without case, blanks and punctuation, for finding near misses.

    Example:
        >>> squashed("GTX Pro") == squashed("GTXPro")
        True
    """
    return "".join(
        _WORDS.findall(unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower())
    )


def matches(name: tuple[str, ...], synonym: tuple[str, ...], about: frozenset[str] = frozenset()) -> float:
    """How well a name says a synonym: 1 for the same words, less with words beside it, 0 when it does not.

    Args:
        name: Words of the column.
        synonym: Words to find.
        about: Words that may stand beside it at no cost (those of the table).
    """
    if name == synonym or "".join(name) == "".join(synonym):
        return 1.0
    if not set(synonym) <= set(name):
        return 0.0
    extra = [w for w in name if w not in synonym and w not in about]
    if not extra:
        return 0.97
    return max(0.0, 0.8 - 0.12 * len(extra)) if len(synonym) > 1 or len(extra) == 1 else 0.0
