from __future__ import annotations

from pathlib import Path

import pytest

from custrata.errors import DocumentError
from custrata.strategy.text import dump, load
from custrata.strategy.upgrade import CURRENT, STEPS, upgrade

OLD = sorted((Path(__file__).parent / "old").glob("*.yaml"))


@pytest.mark.parametrize("file", OLD, ids=lambda p: p.stem)
def test_an_older_document_becomes_one_of_today(file):
    document = load(file.read_text(encoding="utf-8"))

    assert document.schema_version == CURRENT
    assert len(document.claims()) > 5
    assert load(dump(document)) == document


def test_every_older_form_is_kept_as_a_file_and_has_a_step():
    assert {int(p.stem[1]) for p in OLD} == set(STEPS) == set(range(1, CURRENT))


def test_nothing_that_was_written_is_lost():
    plain = {"schema_version": 1, "company": "A", "goals": [{"id": "g"}]}

    assert upgrade(plain) == {"schema_version": CURRENT, "company": "A", "goals": [{"id": "g"}]}
    assert plain["schema_version"] == 1


@pytest.mark.parametrize("version", [CURRENT + 1, 0, -1, "1", 1.0, True, None])
def test_an_unknown_version_is_refused_in_words(version):
    with pytest.raises(DocumentError) as refused:
        upgrade({"schema_version": version})

    assert refused.value.remedy
