from __future__ import annotations

import pytest
from tests.delivery.paper.written import full

from custrata.delivery.paper.book.evidence import evidence
from custrata.delivery.paper.book.findings import findings
from custrata.delivery.paper.page import Block, Grid, Heading, Register, lines_of
from custrata.delivery.paper.telling import Teller


@pytest.fixture(scope="module")
def blocks() -> tuple[Block, ...]:
    given = full()
    return evidence(Teller(given), findings(given)[1])


@pytest.fixture(scope="module")
def grids(blocks) -> dict[str, Grid | Register]:
    found: dict[str, Grid | Register] = {}
    name = ""
    for block in blocks:
        if isinstance(block, Heading):
            name = block.text.words.text
        elif isinstance(block, Grid | Register):
            found[name] = block
    return found


def texts(grid: Grid | Register) -> list[str]:
    return [x.words.text for x in lines_of(grid)]


def test_every_claim_stands_with_state_reading_period_n_and_query(grids):
    rows = grids["Every claim of the strategy"].rows
    heads = [r for r in rows if r.wide]
    assert len(heads) == len(full().evidence)
    at = next(i for i, r in enumerate(rows) if r.cells[0].lines and r.cells[0].lines[0].words.text == "J05")
    said = [c.lines[0].words.text for c in rows[at + 1].cells[1:]]
    assert said[:3] == ["n: 480 (counted)", "lost customers, 1 Jan 2024 to 30 Dec 2024", "2,790"]
    assert len(said[3]) == 8


def test_the_period_of_most_figures_is_said_once_and_any_other_beside_its_figure(blocks, grids):
    leads = [b.lead.words.text for b in blocks if isinstance(b, Heading) and b.lead]
    usual = leads[0].partition("period ")[2].partition(" where")[0]
    assert usual
    measures = [
        r.cells[2].lines[0].words.text
        for r in grids["Every claim of the strategy"].rows
        if r.inset and len(r.cells) > 2
    ]
    assert not any(usual in m for m in measures)


def test_claims_come_in_the_order_of_their_ids(grids):
    ids = [r.cells[0].lines[0].words.text for r in grids["Every claim of the strategy"].rows if r.wide]
    assert ids[:2] == ["B01", "C01"]
    assert ids.index("L1") < ids.index("L5") < ids.index("M02")


def test_an_estimate_carries_its_interval_and_method(grids):
    assert any("(71% to 74%" in t or "(70% to 74%" in t for t in texts(grids["Every claim of the strategy"]))
    assert any("Wilson, 95%" in t for t in texts(grids["Every claim of the strategy"]))


def test_a_claim_that_does_not_hold_says_why(grids):
    row = next(
        r
        for r in grids["Every claim of the strategy"].rows
        if r.wide and "M04" in r.cells[0].lines[0].words.text
    )
    assert "70% is now 41%" in row.cells[1].lines[0].tail


def test_figures_definitions_and_the_account_of_rows_are_there(grids):
    assert set(grids) >= {"Every figure of the findings", "Account of rows", "Definitions"}
    assert "Repeat rate." in [x.head for x in grids["Definitions"].entries]
    assert "31,200" in texts(grids["Account of rows"])


def test_a_figure_of_the_findings_carries_period_n_and_query(grids):
    first = grids["Every figure of the findings"].entries[0]
    *_, many, query = first.tail.split(" · ")
    assert (first.head, many[:2], len(query)) == ("R01", "n ", 8)


def test_a_figure_that_was_written_as_it_is_now_is_printed_once(grids):
    tails = [x.tail for x in lines_of(grids["Every claim of the strategy"]) if x.tail.startswith("written")]
    assert tails
    assert "written as 480" not in tails
