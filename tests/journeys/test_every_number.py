"""Every number that any deliverable prints is held by the evidence or is a judgement that somebody stated."""

from __future__ import annotations

import shutil
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from pptx import Presentation
from pypdf import PdfReader
from tests import snapshots
from tests.delivery.deck.changing import earlier
from tests.scanning.holding import Evidence
from tests.scanning.printed import tokens
from tests.scanning.scanning import claims_in, power, unheld

from custrata.delivery.deliverable import Given
from custrata.delivery.kinds import kinds
from custrata.drafting.draft import draft
from custrata.errors import DeliveryError
from custrata.evidence.check import evaluate
from custrata.evidence.moved import delta
from custrata.measures.catalogue import CATALOGUE
from custrata.snapshot import Snapshot
from custrata.strategy.lint import lint

COMPANIES = (
    *("bare", "phone_company", "outfitter"),
    *(pytest.param(c, marks=pytest.mark.soak) for c in ("grocer", "pipeline", "shop_with_profit")),
)
"""Companies without dates, with contracts, and with everything known; the others take their time."""

NOT_READ = frozenset({"calendar"})
"""Kinds that hold days and no numbers."""


def given_of(snapshot: Snapshot, before: Snapshot | None) -> Given:
    document = draft(snapshot)
    evidence = evaluate(document, snapshot)
    findings = lint(document, evidence, tuple(CATALOGUE), readings=snapshot)
    moved = delta(document, before, snapshot) if before is not None else None
    return Given(snapshot, document, evidence, findings, before, moved)


def deliver_all(given: Given, folder: Path) -> dict[str, tuple[Path, Given]]:
    """Every kind as a file, with what it was given; those with nothing to print are left out."""
    made = {}
    team = given.document.sign_offs[0].function
    for name, kind in kinds().items():
        if name in NOT_READ:
            continue
        asked = replace(given, team=team) if name == "team" else given
        if name != "delta":
            asked = replace(asked, earlier=None, delta=None)
        path = folder / f"{name}{kind.endings[0]}"
        try:
            kind.write(asked, path)
        except DeliveryError as said:
            if "nothing to print" not in str(said) and name != "delta":
                raise
        else:
            made[name] = (path, asked)
    return made


def complaints(made: dict[str, tuple[Path, Given]]) -> list[str]:
    held = {
        moved: Evidence(given)
        for given in (g for _, g in made.values())
        for moved in (given.delta is not None,)
    }
    return [
        f"{name}, page {found.page}: {found.token} in {found.text!r}"
        for name, (path, given) in made.items()
        for found in unheld(path, held[given.delta is not None])
    ]


@pytest.fixture(scope="module")
def delivered(tmp_path_factory):
    @cache
    def made(company):
        snapshot = getattr(snapshots, company)()
        return deliver_all(given_of(snapshot, earlier(snapshot)), tmp_path_factory.mktemp(company))

    return made


@pytest.mark.parametrize("company", COMPANIES)
def test_every_number_of_every_deliverable_resolves(delivered, company):
    made = delivered(company)

    assert {"board", "executive", "team", "delta", "report", "page", "workbook", "markdown"} <= set(made)
    assert complaints(made) == []


@pytest.mark.parametrize(("kind", "least"), [("board", 0.4), ("page", 0.25), ("report", 0.1)])
def test_numbers_that_are_a_fifth_wrong_are_caught(delivered, kind, least):
    path, given = delivered("outfitter")[kind]

    caught, many = power(path, Evidence(given))

    assert many > 200
    assert caught / many > least


def test_a_false_number_on_a_slide_is_caught(delivered, tmp_path):
    path, given = delivered("outfitter")["board"]
    deck = Presentation(str(path))
    slide = deck.slides[5]
    title = slide.shapes.title or next(s for s in slide.shapes if s.has_text_frame)
    title.text_frame.paragraphs[0].runs[0].text += " 8,417 customers, or 63.7%, for €9.41m"
    deck.save(str(tmp_path / "false.pptx"))

    found = unheld(tmp_path / "false.pptx", Evidence(given))

    assert [(f.page, f.token) for f in found] == [(6, "8,417"), (6, "63.7%"), (6, "€9.41m")]


def test_a_false_figure_behind_a_true_one_is_caught(delivered, tmp_path):
    path, given = delivered("outfitter")["page"]
    text = path.read_text(encoding="utf-8")
    start = text.index('popovertarget="n1">') + len('popovertarget="n1">')
    (tmp_path / "false.html").write_text(f"{text[:start]}77{text[start:]}", encoding="utf-8")

    assert [f.token for f in unheld(tmp_path / "false.html", Evidence(given))] == ["773,000"]


def test_a_false_number_in_a_pdf_is_caught(delivered):
    path, given = delivered("outfitter")["scorecard"]
    text = PdfReader(str(path)).pages[0].extract_text()
    evidence = Evidence(given)
    claims = [evidence.claims[c] for c in claims_in(text) if c in evidence.claims]
    pool = evidence.pool((), claims)

    said = evidence.tokens((f"{text} 8,417 and 63.7%",))

    assert [t.text for t in said if not (pool.holds(t) or evidence.stated.holds(t))] == ["8,417", "63.7%"]


def test_dates_ids_and_scales_are_no_numbers():
    text = (
        "E12 and R07 at 3 Nov 2026, 2026-11, snapshot 4c45352bfc9b, 1 to 7, 41% (95% interval), page 3 of 9"
    )

    assert [t.text for t in tokens(text)] == ["41%"]


def test_a_number_says_what_rounds_to_it_and_nothing_else():
    (million,) = tokens("€2.1m")

    assert (million.kind, million.says(2_149_000), million.says(2_151_000)) == ("money", True, False)
    assert [t.kind for t in tokens("12% of 3,400 at USD 5")] == ["share", "plain", "money"]


@pytest.mark.soak
@pytest.mark.real_data
@pytest.mark.parametrize("name", ["online_retail", "telco_ibm_5tables", "completejourney"])
def test_every_number_about_real_data_resolves(custrata, real_data, tmp_path, name):
    folder = shutil.copytree(real_data / name, tmp_path / name, ignore=shutil.ignore_patterns(".*"))

    assert complaints(from_folder(custrata, folder, tmp_path / "out")) == []


@pytest.mark.soak
def test_every_number_about_the_example_company_resolves(custrata, tmp_path):
    assert custrata("new", "--example", tmp_path / "example").code == 0

    assert complaints(from_folder(custrata, tmp_path / "example", tmp_path / "out")) == []


def from_folder(custrata, folder: Path, out: Path):
    from custrata.engine.snapshots import SnapshotStore
    from custrata.project.place import locate

    assert custrata("build", folder).code == 0
    out.mkdir()
    return deliver_all(given_of(SnapshotStore(locate(folder).state).load(), None), out)
