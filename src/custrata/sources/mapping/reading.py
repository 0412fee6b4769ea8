"""A mapping from plain values, with errors that name the place and what is permitted there."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any, cast

from custrata.errors import ContractError
from custrata.sources.contract import CONTRACT
from custrata.sources.formats.dates import EPOCH_MILLISECONDS, EPOCH_SECONDS, ISO, is_pattern
from custrata.sources.mapping.derivation import (
    OPERATIONS,
    UNITS,
    AddTime,
    Answer,
    AsOf,
    Combine,
    Constant,
    Derivation,
    DiscountOf,
    Earliest,
    Latest,
    LessBack,
    Lookup,
    Marked,
    MonthsBefore,
    Negate,
    QuestionText,
    RowId,
    Take,
    Translate,
    Unit,
    parts_of,
)
from custrata.sources.mapping.values import Mapped, Mapping, Option, Question, Source, Unused

_TYPES = ("text", "number", "date", "flag")
_MARKS = ("point", "comma")
_PATTERNS = (ISO, EPOCH_SECONDS, EPOCH_MILLISECONDS, "a pattern with a year such as %d.%m.%Y")


def mapping_from_plain(plain: Any) -> Mapping:
    """A mapping from text, lists and maps of text."""
    whole = _map(plain, "mapping.yaml", ("tables", "unused", "questions", "notes"))
    tables = _map(whole.get("tables"), "tables", CONTRACT)
    sources = [
        _source(name, entry, f"tables.{name}[{number}]")
        for name, entries in tables.items()
        for number, entry in enumerate(_list(entries, f"tables.{name}"), start=1)
    ]
    unused = _map(whole.get("unused"), "unused")
    asked = _list(whole.get("questions"), "questions")
    return Mapping(
        tuple(sources),
        tuple(Unused(name, _text(reason, f"unused.{name}")) for name, reason in unused.items()),
        tuple(_question(q, f"questions[{number}]") for number, q in enumerate(asked, start=1)),
        tuple(_text(n, "notes") for n in _list(whole.get("notes"), "notes")),
    )


def take_from_plain(plain: Any) -> Take:
    """A raw column as it is taken, from its name or the map that ``derivation_plain`` gives for it."""
    return _take(plain, "column") if isinstance(plain, dict) else Take(_column(plain, "column"))


def _refused(what: str, place: str, permitted: Collection[str] = ()) -> ContractError:
    listed = ", ".join(permitted)
    return ContractError(
        what, where=f"mapping.yaml, {place}", remedy=f"use one of {listed}" if listed else "correct it"
    )


def _map(plain: Any, place: str, keys: Collection[str] | None = None) -> dict[str, Any]:
    if plain in (None, ""):
        return {}
    if not isinstance(plain, dict):
        raise _refused("a map of names and values is expected", place, keys or ())
    for key in plain:
        if not isinstance(key, str):
            raise _refused("a name must be text", place)
        if keys is not None and key not in keys:
            raise _refused(f"{key!r} is not known", place, keys)
    return plain


def _list(plain: Any, place: str) -> list[Any]:
    if plain in (None, ""):
        return []
    if not isinstance(plain, list):
        raise _refused("a list is expected", place)
    return plain


def _text(plain: Any, place: str, permitted: Collection[str] = ()) -> str:
    if not isinstance(plain, str):
        raise _refused("a text is expected", place, permitted)
    if permitted and plain not in permitted:
        raise _refused(f"{plain!r} is not known", place, permitted)
    return plain


def _texts(plain: Any, place: str) -> tuple[str, ...]:
    return tuple(_text(p, place) for p in _list(plain, place))


def _required(plain: dict[str, Any], key: str, place: str) -> Any:
    if key not in plain:
        raise _refused(f"{key!r} is missing", place)
    return plain[key]


_SOURCE = ("source", "columns", "attributes", "one_row_per", "where", "answers", "note")


def _source(table: str, plain: Any, place: str) -> Source:
    entry = _map(plain, place, _SOURCE)
    names = [c.name for c in CONTRACT[table].columns]
    columns = _map(entry.get("columns"), f"{place}.columns", names)
    attributes = _map(entry.get("attributes"), f"{place}.attributes")
    if attributes and not CONTRACT[table].attributes:
        raise _refused(f"{table} has no attributes, only customers do", place)
    mapped = {n: Mapped(_derivation(d, f"{place}.columns.{n}")) for n, d in columns.items()}
    answers = _texts(entry.get("answers"), f"{place}.answers")
    parts = [part for m in mapped.values() for part in parts_of(m.derivation)]
    if not answers and any(isinstance(part, Answer | QuestionText) for part in parts):
        raise _refused("answer and question need the columns of the survey under answers", place)
    return Source(
        table,
        _text(_required(entry, "source", place), f"{place}.source"),
        mapped,
        {n: _attribute(n, d, f"{place}.attributes.{n}") for n, d in attributes.items()},
        _texts(entry.get("one_row_per"), f"{place}.one_row_per"),
        _texts(entry.get("where"), f"{place}.where"),
        answers,
        _text(entry.get("note", ""), f"{place}.note"),
    )


def _attribute(name: str, plain: Any, place: str) -> Take:
    if CONTRACT["customers"].has(name):
        raise _refused(f"{name!r} is a column of customers; map it under columns", place)
    if name.startswith("_") or not name.isidentifier():
        raise _refused(f"{name!r} is no name of an attribute; use letters, digits and _", place)
    found = _derivation(plain, place)
    if not isinstance(found, Take):
        raise _refused("an attribute is a raw column as it is", place)
    return found


def _question(plain: Any, place: str) -> Question:
    entry = _map(plain, place, ("ask", "table", "source", "column", "options", "answer"))
    options = _map(_required(entry, "options", place), f"{place}.options")
    answer, column = entry.get("answer") or "", entry.get("column") or ""
    table = _text(_required(entry, "table", place), f"{place}.table", CONTRACT)
    names = [c.name for c in CONTRACT[table].columns]
    return Question(
        _text(_required(entry, "ask", place), f"{place}.ask"),
        table,
        _text(entry.get("source", ""), f"{place}.source"),
        _text(column, f"{place}.column", names) if column else "",
        tuple(
            Option(n, None if d in (None, "") else _derivation(d, f"{place}.options.{n}"))
            for n, d in options.items()
        ),
        _text(answer, f"{place}.answer", [*options]) if answer else "",
    )


def _derivation(plain: Any, place: str) -> Derivation:
    if isinstance(plain, str):
        return Take(_column(plain, place))
    entry = _map(plain, place)
    if "column" in entry:
        return _take(entry, place)
    if len(entry) != 1:
        raise _refused("one way to derive the column is expected", place, _VERBS)
    verb, inner = next(iter(entry.items()))
    if verb in OPERATIONS:
        parts = tuple(
            _derivation(p, f"{place}.{verb}[{n}]") for n, p in enumerate(_list(inner, place), start=1)
        )
        if len(parts) < 2:
            raise _refused(f"{verb} needs at least two parts", place)
        return Combine(verb, parts)
    if verb not in _READERS:
        raise _refused(f"{verb!r} is no way to derive a column", place, _VERBS)
    return _READERS[verb](inner, f"{place}.{verb}")


def _column(plain: Any, place: str) -> str:
    if not _text(plain, place):
        raise _refused("the name of a raw column is missing", place)
    return str(plain)


def _patterns(plain: Any, place: str) -> tuple[str, ...]:
    patterns = (plain,) if isinstance(plain, str) and plain else _texts(plain, place)
    for pattern in patterns:
        if not is_pattern(pattern):
            raise _refused(f"{pattern!r} is no date pattern", place, _PATTERNS)
    return patterns


def _take(entry: dict[str, Any], place: str) -> Take:
    _map(entry, place, ("column", "format", "decimal", "type", "read_as"))
    read_as = _map(entry.get("read_as"), f"{place}.read_as")
    return Take(
        _column(entry["column"], f"{place}.column"),
        _patterns(entry.get("format"), f"{place}.format"),
        _text(entry.get("decimal", "point"), f"{place}.decimal", _MARKS),
        _text(entry["type"], f"{place}.type", _TYPES) if entry.get("type") else "",
        tuple((was, _text(meant, f"{place}.read_as.{was}")) for was, meant in read_as.items()),
    )


def _as_of(plain: Any, place: str) -> AsOf:
    if isinstance(plain, str):
        _text(plain, place, ("always",))
        return AsOf()
    entry = _map(plain, place, ("when", "values"))
    return AsOf(
        _text(_required(entry, "when", place), f"{place}.when"),
        _texts(entry.get("values"), f"{place}.values"),
    )


def _add_time(plain: Any, place: str) -> AddTime:
    entry = _map(plain, place, ("start", "amount", "unit"))
    return AddTime(
        _derivation(_required(entry, "start", place), f"{place}.start"),
        _derivation(_required(entry, "amount", place), f"{place}.amount"),
        cast(Unit, _text(_required(entry, "unit", place), f"{place}.unit", UNITS)),
    )


def _lookup(plain: Any, place: str) -> Lookup:
    entry = _map(plain, place, ("source", "on", "key", "take"))
    source, on, key = (_text(_required(entry, k, place), f"{place}.{k}") for k in ("source", "on", "key"))
    take = _derivation(_required(entry, "take", place), f"{place}.take")
    if any(isinstance(part, Lookup | RowId | Answer | QuestionText) for part in parts_of(take)):
        raise _refused("only columns of the other table can be taken there", f"{place}.take")
    return Lookup(source, on, key, take)


def _translate(plain: Any, place: str) -> Translate:
    entry = _map(plain, place, ("column", "values"))
    values = _map(_required(entry, "values", place), f"{place}.values")
    if not values:
        raise _refused("at least one value is expected", f"{place}.values")
    pairs = tuple((was, _text(meant, f"{place}.values.{was}")) for was, meant in values.items())
    return Translate(_text(_required(entry, "column", place), f"{place}.column"), pairs)


def _mark(plain: Any, place: str) -> Marked:
    entry = _map(plain, place, ("column", "word", "prefix", "values"))
    prefix, values = (
        _text(entry.get("prefix", ""), f"{place}.prefix"),
        _texts(entry.get("values"), f"{place}.values"),
    )
    if bool(prefix) == bool(values):
        raise _refused("either prefix or values is expected", place)
    column, word = (_text(_required(entry, k, place), f"{place}.{k}") for k in ("column", "word"))
    return Marked(column, word, prefix, values)


def _latest(plain: Any, place: str) -> Latest:
    if not (isinstance(plain, dict) and "of" in plain):
        return Latest(_derivation(plain, place))
    entry = _map(plain, place, ("of", "where", "values"))
    values = _texts(_required(entry, "values", place), f"{place}.values")
    if not values:
        raise _refused("at least one value is expected", f"{place}.values")
    return Latest(
        _derivation(entry["of"], f"{place}.of"),
        _column(_required(entry, "where", place), f"{place}.where"),
        tuple(v.strip().lower() for v in values),
    )


def _discount_of(plain: Any, place: str) -> DiscountOf:
    entry = _map(plain, place, ("rate", "amount"))
    rate, amount = (_derivation(_required(entry, k, place), f"{place}.{k}") for k in ("rate", "amount"))
    return DiscountOf(rate, amount)


def _less_given_back(plain: Any, place: str) -> LessBack:
    entry = _map(plain, place, ("amount", "back"))
    amount, back = (_derivation(_required(entry, k, place), f"{place}.{k}") for k in ("amount", "back"))
    return LessBack(amount, back)


def _only(value: Derivation, word: str) -> Callable[[Any, str], Derivation]:
    def read(plain: Any, place: str) -> Derivation:
        _text(plain, place, (word,))
        return value

    return read


_READERS: dict[str, Callable[[Any, str], Derivation]] = {
    "constant": lambda plain, place: Constant(_text(plain, place)),
    "negate": lambda plain, place: Negate(_derivation(plain, place)),
    "earliest": lambda plain, place: Earliest(_derivation(plain, place)),
    "latest": _latest,
    "months_before_as_of": lambda plain, place: MonthsBefore(_derivation(plain, place)),
    "as_of": _as_of,
    "add_time": _add_time,
    "lookup": _lookup,
    "translate": _translate,
    "mark": _mark,
    "discount_of": _discount_of,
    "less_given_back": _less_given_back,
    "row_id": _only(RowId(), "content"),
    "question": _only(QuestionText(), "header"),
    "answer": lambda plain, place: Answer(_text(plain, place, (*_MARKS, "flag"))),
}
_VERBS = ("column", *OPERATIONS, *_READERS)
