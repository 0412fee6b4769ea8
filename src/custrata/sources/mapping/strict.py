"""YAML without surprises: text, lists and maps only; no aliases, no tags, no key twice."""

from __future__ import annotations

from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import AliasEvent, CollectionEndEvent, CollectionStartEvent

from custrata.errors import ContractError

_PLACE = "mapping.yaml"

DEEPEST = 40
"""Lists and maps within each other, at most; a mapping needs fewer."""


def plain_yaml(text: str) -> Any:
    """Read YAML with every scalar as text.

    Raises:
        ContractError: It is no YAML, or uses an alias, an anchor, a tag or a key twice; the line is named.
    """
    try:
        depth = 0
        for event in YAML(typ="base", pure=True).parse(text):
            _refuse_tricks(event)
            depth += isinstance(event, CollectionStartEvent) - isinstance(event, CollectionEndEvent)
            if depth > DEEPEST:
                raise ContractError("the text nests too deeply", where=_PLACE, remedy="write it flatter")
        return YAML(typ="base", pure=True).load(text)
    except MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        what = (error.problem or "it is no YAML").split("\n")[0]
        raise ContractError(what, where=f"{_PLACE}, line {line}", remedy="correct the line") from error
    except YAMLError as error:
        raise ContractError(
            "it is no YAML", where=_PLACE, remedy="correct it, or delete it to guess anew"
        ) from error


def _refuse_tricks(event: Any) -> None:
    tag = getattr(event, "tag", None)
    if isinstance(event, AliasEvent) or getattr(event, "anchor", None) or tag:
        line = event.start_mark.line + 1
        raise ContractError(
            "aliases, anchors and tags are not read",
            where=f"{_PLACE}, line {line}",
            remedy="write the value out; put a name that begins with & or * or ! in quotes",
        )
