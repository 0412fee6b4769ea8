"""Run typst: our templates, plain data, shipped fonts; the same data give the same bytes."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any

import typst

from custrata.delivery.paper.typeset.glyphs import FONTS, MISSING, boxed, legible
from custrata.errors import DeliveryError

Data = Mapping[str, Any]
_UNSHOWN = "could not be displayed"
_NAMED = re.compile(r'the text `"(.*?)"` could not be displayed', re.DOTALL)
_MOST_TRIES = 40
"""Letters that are looked up one by one before all that the shipped fonts lack become boxes."""


def pdf(template: str, data: Data, on: dt.date) -> bytes:
    """A tagged PDF.

    Args:
        template: Name of the template without its ending, such as ``sheets``.
        data: Plain values; texts reach the page as text, never as markup.
        on: The day that the file bears.

    Returns:
        The bytes; equal for equal data.

    Raises:
        DeliveryError: If the page cannot be typeset.
    """
    return bytes(_tried(template, data, lambda source, given: _compiled(source, given, on)))


def pages(template: str, data: Data) -> int:
    """How many pages the data take."""
    found: list[dict[str, Any]] = _tried(template, data, _counted)
    return int(found[0]["value"])


def _tried(template: str, data: Data, run: Any) -> Any:
    """Run with the shipped fonts, then those of the machine, then with boxes for what none of them has."""
    text = json.dumps(_made_legible(data), ensure_ascii=False)
    source = _source(template)
    try:
        return run(source, {"text": text, "system": False})
    except RuntimeError as error:
        if _UNSHOWN not in str(error):
            raise _refused(error) from error
    for _ in range(_MOST_TRIES):
        try:
            return run(source, {"text": text, "system": True})
        except RuntimeError as error:
            named = _NAMED.search(str(error))
            if named is None:
                raise _refused(error) from error
            text = _without(text, frozenset(named.group(1)))
    return run(source, {"text": boxed(text), "system": True})


def _without(text: str, letters: frozenset[str]) -> str:
    return "".join(MISSING if c in letters and ord(c) > 0x7F else c for c in text)


def _compiled(source: bytes, given: Mapping[str, Any], on: dt.date) -> bytes:
    midnight = dt.datetime(on.year, on.month, on.day, tzinfo=dt.UTC)
    written, warnings = typst.compile_with_warnings(  # type: ignore[misc]  # its stubs leave the input open
        source,
        sys_inputs={"data": given["text"]},
        font_paths=[str(FONTS)],
        ignore_system_fonts=not given["system"],
        pdf_standards=["ua-1"],
        timestamp=int(midnight.timestamp()),
    )
    if warnings:
        raise _refused(warnings[0])
    return bytes(written)


def _counted(source: bytes, given: Mapping[str, Any]) -> Any:
    compiler = typst.Compiler(  # type: ignore[misc]  # its stubs leave the input open
        source,
        sys_inputs={"data": given["text"]},
        font_paths=[str(FONTS)],
        ignore_system_fonts=not given["system"],
    )
    return json.loads(compiler.query("<pages>"))


def _refused(error: object) -> DeliveryError:
    said = str(error).splitlines()[0] if str(error) else type(error).__name__
    return DeliveryError(
        f"the page cannot be typeset: {said}",
        remedy="install custrata again, as its templates or fonts are not whole",
    )


def _made_legible(value: Any) -> Any:
    match value:
        case str():
            return legible(value) if not value.startswith("<svg") else value
        case dict():
            return {key: _made_legible(inner) for key, inner in value.items()}
        case list() | tuple():
            return [_made_legible(inner) for inner in value]
        case _:
            return value


@lru_cache(maxsize=4)
def _source(template: str) -> bytes:
    here = files("custrata.delivery.paper.typeset")
    return b"\n".join(here.joinpath(f"{name}.typ").read_bytes() for name in ("look", template))
