"""A rule from its text: what is wrong is said with its place and what to write instead."""

from __future__ import annotations

import json
from collections.abc import Mapping
from io import StringIO
from typing import Any

from pydantic import ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.events import AliasEvent

from custrata.segments.rules.rule import (
    MOST_DEPTH,
    MOST_PARTS,
    Amount,
    Day,
    Every,
    InGroup,
    Known,
    Not,
    Rule,
    RuleError,
    Some,
    Text,
    plain,
)

MOST_LETTERS = 200_000
_CONDITIONS = "at_least, at_most, above, below, is, contains, since, until, last_days, known"
_NUMBER, _TEXT, _DAY = (
    {"at_least", "at_most", "above", "below"},
    {"is", "contains", "or_unknown"},
    {"since", "until", "last_days"},
)
_JOINS: dict[str, type[Every | Some]] = {"all": Every, "any": Some}


def rule_of(given: Any, at: str = "rule") -> Rule:
    """A rule from plain values.

    Args:
        given: A mapping with ``all``, ``any``, ``not``, ``group``, or ``column`` and a condition.
        at: Where it stands, for what is said about it.

    Raises:
        RuleError: It is none; says where and what to write.

    Example:
        >>> rule_of({"all": [{"column": "tier", "is": "gold"}, {"column": "mrr", "above": 9}]}).all[1].above
        9.0
    """
    counted = [0]
    return _rule(given, at, 1, counted)


def read_rule(text: str) -> Rule:
    """A rule from YAML or JSON.

    Raises:
        RuleError: The text is neither, or holds no rule.
    """
    if len(text) > MOST_LETTERS:
        raise RuleError(
            "the text is too long", where="rule", remedy=f"keep it under {MOST_LETTERS:,} letters"
        )
    try:
        # Aliases could make a short text endless: a rule has no use for them.
        if any(isinstance(event, AliasEvent) for event in _yaml().parse(text)):
            raise RuleError("aliases are not read", where="rule", remedy="write the part out")
        return rule_of(_yaml().load(text))
    except (YAMLError, RecursionError, ValueError) as error:
        raise RuleError(
            f"this is no YAML ({str(error).splitlines()[0]})",
            where="rule",
            remedy="write a column and a condition, such as “column: tier” and “is: gold”",
        ) from error


def yaml_text(rule: Rule) -> str:
    """The rule as YAML."""
    written = StringIO()
    _yaml().dump(plain(rule), written)
    # Without the line that names the version: people read and write this text.
    return written.getvalue().partition("---\n")[2]


def json_text(rule: Rule) -> str:
    """The rule as JSON in one line; equal rules give equal texts."""
    return json.dumps(plain(rule), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _yaml() -> YAML:
    found = YAML(typ="safe", pure=True)
    # As most people know it: “is: yes” asks for what is true, and a word like it is written in quotes.
    found.version = (1, 1)
    found.default_flow_style = False
    found.width = 1000
    return found


def _rule(given: Any, at: str, depth: int, counted: list[int]) -> Rule:
    counted[0] += 1
    if depth > MOST_DEPTH or counted[0] > MOST_PARTS:
        raise RuleError(
            "the rule is too large",
            where=at,
            remedy=f"use at most {MOST_PARTS} conditions, {MOST_DEPTH} deep",
        )
    if not isinstance(given, Mapping):
        raise RuleError(
            "here a condition is wanted", where=at, remedy="write a column with a condition, or all, any, not"
        )
    given = {("no" if key is False else str(key)): value for key, value in given.items()}
    for word, kind in _JOINS.items():
        if word in given:
            return _joined(kind, word, given, at, depth, counted)
    if "not" in given:
        _alone(given, "not", at)
        return Not(not_=_rule(given["not"], f"{at}.not", depth + 1, counted))
    return _leaf(given, at)


def _joined(
    kind: type[Every | Some], word: str, given: Mapping[str, Any], at: str, depth: int, counted: list[int]
) -> Rule:
    _alone(given, word, at)
    inner = given[word]
    if not isinstance(inner, list | tuple) or (word == "any" and not inner):
        raise RuleError(
            f"“{word}” wants a list of conditions", where=at, remedy="write each beneath with a dash"
        )
    found = tuple(_rule(part, f"{at}.{word}[{n}]", depth + 1, counted) for n, part in enumerate(inner, 1))
    return kind.model_validate({word: found})


def _alone(given: Mapping[str, Any], word: str, at: str) -> None:
    if len(given) > 1:
        others = ", ".join(sorted(set(given) - {word}))
        raise RuleError(
            f"beside “{word}” nothing else may stand, but there is {others}",
            where=at,
            remedy=f"move {others} into the list under “{word}”, or take it out",
        )


def _leaf(given: dict[str, Any], at: str) -> Rule:
    if "dimension" in given and "column" not in given:
        # Readings say dimension where customers have a column: a segment of theirs is a rule as it stands.
        given["column"] = given.pop("dimension")
    kind = _kind(given, at)
    if kind is Text and isinstance(given.get("is"), str | int | float | bool):
        given["is"] = [given["is"]]
    if kind is Text and isinstance(given.get("is"), list | tuple):
        given["is"] = [_word(value) for value in given["is"]]
    try:
        return kind.model_validate(given)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(piece) for piece in first["loc"])
        raise RuleError(
            _lower(first["msg"].removeprefix("Value error, ")),
            where=f"{at}.{place}" if place else at,
            remedy="correct it, or take the condition out",
        ) from error


def _kind(given: Mapping[str, Any], at: str) -> type[Amount | Text | Day | Known | InGroup]:
    keys = set(given)
    if "group" in keys:
        return InGroup
    if "column" not in keys:
        raise RuleError(
            "the condition names no column", where=at, remedy="write “column:” and what it is compared with"
        )
    kinds: list[type[Amount | Text | Day | Known]] = []
    for kind, words in ((Amount, _NUMBER), (Text, _TEXT), (Day, _DAY), (Known, {"known"})):
        if keys & words:
            kinds.append(kind)
    if len(kinds) != 1:
        what = "the condition compares with nothing" if not kinds else "the condition mixes two comparisons"
        raise RuleError(what, where=at, remedy=f"use one kind of: {_CONDITIONS}")
    return kinds[0]


def _word(value: Any) -> Any:
    """YAML reads ``yes`` and ``2`` as truth and number; a word that a customer carries is text."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, int | float) else value


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
