"""The mapping as YAML that a person reads and edits."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from custrata.sources.mapping.reading import mapping_from_plain
from custrata.sources.mapping.strict import plain_yaml
from custrata.sources.mapping.values import Mapped, Mapping, Question, Source
from custrata.sources.mapping.writing import derivation_plain

_HEAD = """\
What the raw tables mean. Written by a guess; correct it freely, it is then read and no longer guessed.
A column is the name of a raw column, or says how it is derived ({multiply: [Quantity, Price]}).
Behind each column: how sure the guess is, and samples.
"""


def mapping_text(mapping: Mapping) -> str:
    """The mapping as YAML, with confidence and samples as comments.

    Returns:
        Text that ``mapping_from_text`` reads back as an equal mapping.
    """
    whole = CommentedMap()
    whole["tables"] = CommentedMap((name, [_source(s) for s in mapping.of(name)]) for name in mapping.tables)
    whole["unused"] = CommentedMap((_quoted(u.source), _quoted(u.reason)) for u in mapping.unused)
    whole["questions"] = [_question(q) for q in mapping.questions]
    whole["notes"] = [_quoted(n) for n in mapping.notes]
    whole.yaml_set_start_comment(_HEAD)
    yaml = YAML(typ="rt")
    yaml.width = 110
    yaml.indent(mapping=2, sequence=4, offset=2)
    out = io.StringIO()
    yaml.dump(whole, out)
    return out.getvalue()


def mapping_from_text(text: str) -> Mapping:
    """Read a mapping from YAML.

    Args:
        text: What ``mapping_text`` wrote, or a person edited.

    Raises:
        ContractError: The text is no YAML, uses aliases or tags, or says something without a place here;
            the error names the place and what is permitted there.
    """
    return mapping_from_plain(plain_yaml(text))


def _source(source: Source) -> CommentedMap:
    result = CommentedMap(source=_quoted(source.source))
    result.yaml_add_eol_comment(_shown(f"{source.confidence:.0%} sure"), "source")
    columns = CommentedMap((name, _plain(m)) for name, m in source.columns.items())
    for name, mapped in source.columns.items():
        columns.yaml_add_eol_comment(_shown(_evidence(mapped)), name)
    result["columns"] = columns
    if source.attributes:
        result["attributes"] = CommentedMap(
            (n, _flow(derivation_plain(t))) for n, t in source.attributes.items()
        )
    for name, value in _rest(source):
        result[name] = value
    return result


def _rest(source: Source) -> Iterator[tuple[str, Any]]:
    for name in ("one_row_per", "where", "answers"):
        if getattr(source, name):
            yield name, _flow(list(getattr(source, name)))
    if source.note:
        yield "note", _quoted(source.note)


def _plain(mapped: Mapped) -> Any:
    return _flow(derivation_plain(mapped.derivation))


_SIMPLE = re.compile(r"[A-Za-z_](?:[\w .()%/+-]*[\w)%])?", re.ASCII)


def _quoted(text: str) -> str:
    """A text in quotes unless it is so simple that YAML cannot mistake it."""
    return text if _SIMPLE.fullmatch(text) else DoubleQuotedScalarString(text)


def _flow(plain: Any) -> Any:
    """A value that is written in one line."""
    if isinstance(plain, str):
        return _quoted(plain)
    if isinstance(plain, dict):
        result = CommentedMap((_quoted(k), _flow(v)) for k, v in plain.items())
        result.fa.set_flow_style()
        return result
    if isinstance(plain, list):
        sequence = CommentedSeq(_flow(v) for v in plain)
        sequence.fa.set_flow_style()
        return sequence
    return plain


def _evidence(mapped: Mapped) -> str:
    samples = ", ".join(s[:30] for s in mapped.samples[:3])
    return f"{mapped.confidence:.0%}" + (f": {samples}" if samples else "")


def _shown(text: str) -> str:
    """A comment in one line of printable characters."""
    return "".join(c if c.isprintable() else " " for c in text)


def _question(question: Question) -> CommentedMap:
    result = CommentedMap(ask=_quoted(question.text), table=question.table)
    if question.source:
        result["source"] = _quoted(question.source)
    if question.column:
        result["column"] = _quoted(question.column)
    result["options"] = CommentedMap(
        (_quoted(o.name), None if o.use is None else _flow(derivation_plain(o.use))) for o in question.options
    )
    result["answer"] = _quoted(question.answer) if question.answer else None
    return result
