from __future__ import annotations

import contextlib
from dataclasses import replace

import pytest
from pypdf import PdfReader
from tests.delivery.hostile import hostile as hostile_names
from tests.delivery.paper.conftest import BY_KIND
from tests.delivery.paper.hostile import LONG, MARKUP, hostile
from tests.delivery.paper.scanning import letters, texts_of, unproven, unproven_in_book
from tests.delivery.paper.written import full
from tests.snapshots import bare, grocer, phone_company

from custrata.delivery.deliverable import Given
from custrata.delivery.paper.kinds import PAPERS, paper_of
from custrata.drafting.draft import draft
from custrata.errors import DeliveryError
from custrata.evidence.check import evaluate
from custrata.strategy.document import Document

ONE_PAGERS = [p.kind for p in PAPERS if p.kind != "report"]
PAGES = {"value-proposition": 2, "channel-charter": 2, "experiment-readout": 2}
SIZES = {"a4": (595.3, 841.9), "us-letter": (612.0, 792.0)}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("kind", ONE_PAGERS)
def test_every_sheet_takes_exactly_one_page_of_the_size_asked_for(paper, kind, size):
    pages = PdfReader(str(paper(kind, size))).pages
    assert len(pages) == PAGES.get(kind, 1)
    short, long = sorted((float(pages[0].mediabox.width), float(pages[0].mediabox.height)))
    assert (round(short), round(long)) == tuple(round(x) for x in SIZES[size])


@pytest.mark.parametrize("kind", ONE_PAGERS)
def test_every_number_of_a_one_pager_rests_on_a_claim_or_a_stated_judgement(paper, kind):
    assert unproven(paper(kind, "a4"), full()) == {}


def test_every_number_of_the_report_stands_in_its_appendix_or_is_a_stated_judgement(paper):
    assert unproven_in_book(paper("report", "a4"), full()) == {}


def test_the_scanner_finds_a_number_that_rests_on_nothing(paper):
    other = replace(full(), evidence=())
    assert unproven(paper("scorecard", "a4"), other)


@pytest.mark.parametrize("kind", [p.kind for p in PAPERS])
def test_a_paper_is_tagged_titled_and_says_its_language(paper, kind):
    root = PdfReader(str(paper(kind, "a4")))
    catalogue = root.trailer["/Root"]
    assert catalogue["/MarkInfo"]["/Marked"]
    assert catalogue["/Lang"] == "en-GB"
    assert root.metadata.title.startswith("Ridgeway Outfitters")
    assert root.metadata.creation_date.date().isoformat() == "2024-12-30"


@pytest.mark.parametrize("kind", [p.kind for p in PAPERS])
def test_the_same_inputs_give_the_same_bytes(paper, kind, tmp_path):
    again = tmp_path / "again.pdf"
    BY_KIND[kind].write(full(), again)
    assert again.read_bytes() == paper(kind, "a4").read_bytes()


@pytest.mark.parametrize("kind", [p.kind for p in PAPERS])
def test_markup_in_texts_of_people_reaches_the_page_as_text(kind, tmp_path):
    path = tmp_path / "hostile.pdf"
    BY_KIND[kind].write(hostile(), path)
    assert letters([MARKUP]).replace("\\u{0}", "") in letters(texts_of(path)).replace("\\u{0}", "")


def test_a_journey_lies_and_all_other_pages_stand(paper):
    for kind in ONE_PAGERS:
        box = PdfReader(str(paper(kind, "a4"))).pages[0].mediabox
        assert (box.width > box.height) is (kind == "journey-map")


@pytest.mark.parametrize("kind", ONE_PAGERS)
def test_an_empty_part_is_refused_with_the_part_to_fill(kind, tmp_path):
    empty = replace(full(), document=Document(schema_version=2, company="Nobody"), evidence=())
    with pytest.raises(DeliveryError) as raised:
        BY_KIND[kind].write(empty, tmp_path / "x.pdf")
    assert raised.value.remedy.startswith("fill ")
    assert not (tmp_path / "x.pdf").exists()


@pytest.mark.parametrize("company", [grocer, phone_company, bare, lambda: hostile_names(grocer())])
def test_the_report_of_a_draft_holds_no_number_that_rests_on_nothing(company, tmp_path):
    snapshot = company()
    document = draft(snapshot)
    given = Given(snapshot, document, evaluate(document, snapshot))
    path = tmp_path / "report.pdf"
    BY_KIND["report"].write(given, path)
    assert unproven_in_book(path, given) == {}


@pytest.mark.parametrize("kind", ONE_PAGERS)
@pytest.mark.parametrize("company", [grocer, lambda: hostile_names(grocer())])
def test_one_pagers_of_a_draft_are_proven_or_refused_in_words(kind, company, tmp_path):
    snapshot = company()
    document = draft(snapshot)
    given = Given(snapshot, document, evaluate(document, snapshot))
    path = tmp_path / "page.pdf"
    with contextlib.suppress(DeliveryError):
        BY_KIND[kind].write(given, path)
    assert not path.exists() or unproven(path, given) == {}


def test_words_wider_than_their_column_break_and_stay_whole(tmp_path):
    path = tmp_path / "long.pdf"
    BY_KIND["insight-brief"].write(hostile(LONG), path)
    assert letters([LONG]) in letters(texts_of(path))


def test_another_ending_or_size_of_paper_is_refused(tmp_path):
    with pytest.raises(DeliveryError, match=r"ends in \.pdf"):
        BY_KIND["scorecard"].write(full(), tmp_path / "x.docx")
    with pytest.raises(DeliveryError, match="a5"):
        paper_of(full("a5"))


def test_one_group_takes_its_own_page_alone(tmp_path):
    path = tmp_path / "walkers.pdf"
    said = BY_KIND["value-proposition"].write(full(group="walkers"), path)
    assert said.endswith("1 page")
    with pytest.raises(DeliveryError, match="nobody"):
        BY_KIND["value-proposition"].write(full(group="nobody"), path)


def test_what_is_written_of_each_paper_is_filled():
    for found in PAPERS:
        assert found.purpose.endswith(".")
        assert len(found.holds) >= 4
        assert found.endings == (".pdf",)
