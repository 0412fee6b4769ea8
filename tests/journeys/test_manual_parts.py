"""What the manual shows of the strategy document can be loaded as it stands."""

from __future__ import annotations

import json
import re

import pytest
from jsonschema import Draft202012Validator

from custrata.strategy.document import Document
from custrata.strategy.forms.json_text import to_json
from custrata.strategy.forms.shape import slots
from custrata.strategy.parts.canvas import TITLES
from custrata.strategy.parts.part import walk
from custrata.strategy.text import load

HEAD = "schema_version: 2\ncompany: A\n"


@pytest.fixture(scope="module")
def example(repository):
    return load((repository / "docs" / "examples" / "strategy.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def pages(repository):
    folder = repository / "docs" / "reference" / "parts"
    return {path.stem: path.read_text(encoding="utf-8") for path in folder.glob("*.md")}


def test_every_block_and_part_has_its_page(pages):
    blocks = {f"block-{name.replace('_', '-')}" for name in TITLES}
    assert set(pages) == blocks | {s.name for s in slots(Document) if s.holds_parts} | {"statements"}


def test_every_example_can_be_loaded_and_says_something(pages):
    for name, text in pages.items():
        blocks = re.findall(r"^```yaml\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
        assert len(blocks) == 1, name
        document = load(HEAD + blocks[0])
        assert document != Document(schema_version=2, company="A"), name


def test_every_field_is_explained(pages):
    bare = [
        f"{name}: {row}"
        for name, text in pages.items()
        for row in re.findall(r"^\| `\w+` \|.*\|  \|$", text, re.MULTILINE)
    ]
    assert bare == [], "\n".join(bare)


def test_the_whole_example_uses_every_part_and_every_kind(example):
    from custrata.strategy.forms.schema import kinds_of

    unused = {slot.name for slot in slots(Document) if slot.spare(getattr(example, slot.name))}
    assert unused == {"notional"}
    assert set(kinds_of(Document)) == {type(part) for _, part in walk(example)}


def test_the_published_schema_takes_the_example(example, repository):
    schema = json.loads(
        (repository / "docs" / "reference" / "strategy.schema.json").read_text(encoding="utf-8")
    )
    Draft202012Validator(schema).validate(json.loads(to_json(example)))
