"""Every mistake of a strategy has its module, its test, its page in the manual, and a code of its own."""

from __future__ import annotations

import inspect
import re
from importlib import import_module

import pytest

from custrata.strategy.lint.registry import all_pitfalls

PARAGRAPHS = ("Avoid: ", "Prefer: ", "Why: ", "Mend: ")
EVERY = pytest.mark.parametrize("pitfall", all_pitfalls(), ids=lambda p: p.code)


@EVERY
def test_a_pitfall_has_its_test(pitfall, repository):
    test = repository / "tests/strategy/pitfalls" / f"test_{pitfall.code.lower()}_{pitfall.slug}.py"
    assert test.is_file()
    text = test.read_text(encoding="utf-8")
    assert "PITFALL" in text
    assert text.count("def test_") >= 2


@EVERY
def test_a_pitfall_is_explained_in_four_paragraphs(pitfall):
    manual = inspect.getdoc(import_module(pitfall.module)) or ""
    first, *paragraphs = manual.split("\n\n")
    assert first.endswith(".")
    assert "\n" not in first
    assert [p[: len(word)] for p, word in zip(paragraphs, PARAGRAPHS, strict=True)] == list(PARAGRAPHS)


@EVERY
def test_a_pitfall_has_its_page(pitfall, repository):
    page = repository / "docs/reference/pitfalls" / f"{pitfall.code}.md"
    assert page.is_file()
    assert f"# {pitfall.code}: {pitfall.title}\n" in page.read_text(encoding="utf-8")


@EVERY
def test_a_code_stands_in_one_module_only(pitfall, modules):
    # A place that names a code of another mistake would have to change with it.
    holders = [m.place for m in modules if f'"{pitfall.code}"' in m.text and "/strategy/" in m.place]
    assert holders == [f"src/custrata/strategy/pitfalls/{pitfall.code.lower()}_{pitfall.slug}.py"]


@EVERY
def test_a_title_is_a_short_sentence_without_its_full_stop(pitfall):
    assert re.match(r"[A-Z“]", pitfall.title)
    assert not pitfall.title.endswith(".")
    assert len(pitfall.title) <= 70
