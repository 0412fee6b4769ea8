from __future__ import annotations

import pytest
from tests import snapshots
from tests.delivery.hostile import hostile

from custrata.delivery.deliverable import Given
from custrata.delivery.markdown import escaped, write_markdown
from custrata.drafting.draft import draft
from custrata.evidence.check import evaluate
from custrata.strategy.parts.canvas import TITLES


def written(snapshot, tmp_path):
    document = draft(snapshot)
    made = Given(snapshot, document, evaluate(document, snapshot))
    write_markdown(made, tmp_path / "s.md")
    return made, (tmp_path / "s.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("company", ["grocer", "phone_company"])
def test_every_claim_is_said_with_its_state_and_every_block_is_there(company, tmp_path):
    made, text = written(getattr(snapshots, company)(), tmp_path)

    assert all(
        f"## {TITLES[name]}" in text for name, block in made.document.canvas.blocks() if block.statements
    )
    assert all(escaped(e.said) in text and str(e.state) in text for e in made.evidence)


def test_names_out_of_the_data_are_no_markup(tmp_path):
    _, text = written(hostile(snapshots.grocer()), tmp_path)

    assert "<b>" not in text.replace("\\<b\\>", "")


def test_tables_keep_their_columns_whatever_stands_in_them(tmp_path):
    _, text = written(hostile(snapshots.grocer()), tmp_path)

    width = None
    for line in text.splitlines():
        cells = line.replace("\\|", "").count("|") if line.startswith("|") else None
        if cells is not None and width is not None:
            assert cells == width
        width = cells
