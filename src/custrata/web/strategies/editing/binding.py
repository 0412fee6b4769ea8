"""Numbers of statements after a form was read: compared as chosen, and written as they are today."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from typing import Any

from django.http import QueryDict

from custrata.evidence.binding.choosing import Comparison, bound, compared, measures_read
from custrata.measures.catalogue import CATALOGUE
from custrata.snapshot import Snapshot
from custrata.strategy.parts.statement import Figure, ReadingKey
from custrata.strategy.wording.sentence import placeholders
from custrata.web.strategies.editing.field import Typed, keys_of
from custrata.web.strategies.editing.figures import figure_in
from custrata.web.strategies.editing.reading import Reading

TAKEN = "it needs a limit: write the number that must not be crossed"
SIDELESS = "say on which side of the limit the sentence holds"


def bound_in(reading: Reading, before: Mapping[str, Any], data: QueryDict, snapshot: Snapshot) -> Reading:
    """The reading of a form with its numbers bound.

    A number that reads something else than before, that is new, or that somebody asked to have written anew
    (``w:path``) is written as it is today; all others keep the number that their sentence was written with.

    Args:
        reading: What the form says.
        before: What the block held when the form was made.
        data: What was sent: ``f:path.comparison`` says with what a number is compared.
        snapshot: Where numbers are read.
    """
    plain, errors = copy.deepcopy(reading.plain), dict(reading.typed.errors)
    held = dict(statements_in(before))
    for path, statement in statements_in(plain):
        figures = statement.get("figures", [])
        former = {one.get("name"): one for one in held.get(path, {}).get("figures", [])}
        anew = False
        for key, one in zip(keys_of(figures), figures, strict=True):
            at = f"{path}.figures[{key}]" if path else f"figures[{key}]"
            errors |= _one_sided(at, one)
            if f"f:{at}.measure" in data:
                errors |= _called(at, one, former.get(one.get("name")), snapshot)
            anew |= _bound(at, one, former.get(one.get("name")), data, snapshot)
        if anew and not snapshot.manifest.notional and statement.get("kind") == "claim":
            statement["as_of"] = snapshot.manifest.as_of.isoformat()
        at = f"{path}.text" if path else "text"
        loose = _unbound(statement)
        if at in reading.typed.raw and loose:
            errors.setdefault(at, loose)
    return Reading(plain, Typed(reading.typed.raw, errors, reading.typed.new))


def statements_in(plain: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """The statements within plain values that hold numbers or may hold some, with their paths in the form.

    Args:
        plain: What a block holds.
        path: Where it stands.
    """
    if isinstance(plain, dict):
        if "figures" in plain or plain.get("kind") in ("claim", "proposal"):
            yield path, plain
        for name, value in plain.items():
            if name != "figures":
                yield from statements_in(value, f"{path}.{name}" if path else name)
    elif isinstance(plain, list) and all(isinstance(one, dict) for one in plain):
        for key, one in zip(keys_of(plain), plain, strict=True):
            yield from statements_in(one, f"{path}[{key}]")


def figure_at(plain: Any, path: str) -> dict[str, Any] | None:
    """The plain values of a figure at a path of the form; None where there is none.

    Args:
        plain: What a block holds.
        path: Such as ``statements[E1].figures[share]``.
    """
    for at, statement in statements_in(plain):
        figures = statement.get("figures", [])
        for key, one in zip(keys_of(figures), figures, strict=True):
            if path == (f"{at}.figures[{key}]" if at else f"figures[{key}]"):
                return dict(one)
    return None


def _bound(
    at: str, plain: dict[str, Any], former: Mapping[str, Any] | None, data: QueryDict, snapshot: Snapshot
) -> bool:
    """Bind one figure in place; whether its number was written anew."""
    figure = figure_in(plain)
    if figure is None or f"f:{at}.measure" not in data:
        return False
    chosen = data.get(f"f:{at}.comparison", "")
    if chosen in set(Comparison):
        figure = compared(figure, Comparison(chosen))
    was = figure_in(former) if former is not None else None
    anew = was is None or was.keys != figure.keys or f"w:{at}" in data
    if not anew:
        return False
    figure = bound(figure, snapshot)
    for name in ("plus", "minus", "over"):
        _put(plain, name, [_key(one) for one in getattr(figure, name)])
    _put(plain, "value", figure.value)
    _put(plain, "unit", figure.unit)
    return True


def _put(plain: dict[str, Any], name: str, value: Any) -> None:
    if value in (None, "", []):
        plain.pop(name, None)
    else:
        plain[name] = value


def _key(key: ReadingKey) -> dict[str, Any]:
    return {"measure": key.measure, **({"segment": dict(key.segment)} if key.segment else {}), **_period(key)}


def _period(key: ReadingKey) -> dict[str, str]:
    return {"period": key.period} if key.period != Figure.model_fields["period"].default else {}


def _one_sided(at: str, plain: Mapping[str, Any]) -> dict[str, str]:
    """A limit and its side go together."""
    limit, side = plain.get("threshold") is not None, bool(plain.get("direction"))
    if limit == side:
        return {}
    return {f"{at}.direction": SIDELESS} if limit else {f"{at}.threshold": TAKEN}


def _called(
    at: str, plain: dict[str, Any], former: Mapping[str, Any] | None, snapshot: Snapshot
) -> dict[str, str]:
    """Take the title of a measure for its name, in place; what is no measure is said at its field."""
    typed, read = str(plain.get("measure", "")), measures_read(snapshot)
    if not typed or typed in CATALOGUE or typed in read:
        return {}
    # A title may stand for several measures: the one that has a number here is meant.
    named = [one for one in (*read, *CATALOGUE) if one in CATALOGUE and _plain(one) == typed.casefold()]
    if named:
        plain["measure"] = named[0]
    elif typed != (former or {}).get("measure"):
        return {f"{at}.measure": f"no measure is called “{typed}”: choose one from the list"}
    return {}


def _plain(measure: str) -> str:
    return CATALOGUE[measure].title.casefold()


def _unbound(statement: Mapping[str, Any]) -> str:
    known = {one.get("name") for one in statement.get("figures", [])}
    loose = sorted(set(placeholders(str(statement.get("text", "")))) - known)
    named = ", ".join(f"{{{name}}}" for name in loose)
    return f"{named} is bound to no number: bind one of that name, or take it out" if loose else ""
