"""One more filter, chosen in words, as the short form that stands in an address."""

from __future__ import annotations

from custrata.segments.rules.fields import Field, Kind
from custrata.segments.rules.rule import RuleError
from custrata.segments.rules.short import GROUP, LONGEST

TESTS = (
    ("is", "is"),
    ("not", "is not"),
    ("contains", "contains"),
    ("least", "at least, or from"),
    ("most", "at most, or to"),
    ("known", "is known"),
    ("unknown", "is not known"),
)
"""How a filter compares, with its words."""

_BARE = {"known": "*", "unknown": "?"}


def short_of(field: Field | None, name: str, test: str, letters: str) -> tuple[str, str]:
    """The short form of a filter.

    Args:
        field: What it asks for; None for groups of the strategy.
        name: Its column, or ``group``.
        test: Key of one of the tests.
        letters: What was typed.

    Raises:
        RuleError: The comparison wants something to compare with.

    Example:
        >>> short_of(Field("value", "Value", Kind.NUMBER), "value", "least", "1000")
        ('value', '1000..')
    """
    if test in _BARE and field is not None:
        return name, _BARE[test]
    if not letters:
        raise RuleError(
            "the filter compares with nothing", where=name, remedy="type what it is compared with"
        )
    letters = letters[:LONGEST]
    if field is None or name == GROUP:
        return name, letters
    words = field.kind in (Kind.TEXT, Kind.FLAG)
    form = {"not": f"!{letters}", "contains": f"~{letters}"} if words else {}
    if not words:
        form = {"least": f"{letters}..", "most": f"..{letters}"}
    return name, form.get(test, letters)
