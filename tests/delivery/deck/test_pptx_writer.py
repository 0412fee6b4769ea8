from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from dataclasses import replace

import pytest
from pptx import Presentation
from tests import snapshots
from tests.delivery.deck.scanning import unproven
from tests.delivery.hostile import hostile

from custrata.delivery import tokens
from custrata.delivery.deck import grid, lettering
from custrata.delivery.deck.pptx_writer import deck_bytes, write_deck
from custrata.delivery.deck.storyline import board_deck
from custrata.drafting.draft import draft
from custrata.errors import DeliveryError
from custrata.evidence.check import evaluate

COMPANIES = ("grocer", "phone_company", "pipeline", "shop_with_profit", "bare", "outfitter")


@pytest.mark.parametrize("company", COMPANIES)
def test_every_number_of_the_story_stands_in_the_appendix(written, company):
    assert unproven(written(company)) == {}


@pytest.mark.parametrize("company", COMPANIES)
def test_parts_and_shape_ids_are_unique(written, company):
    names = zipfile.ZipFile(written(company)).namelist()
    assert len(set(names)) == len(names)
    for slide in Presentation(str(written(company))).slides:
        ids = slide.shapes._spTree.xpath("//p:cNvPr/@id")
        assert len(set(ids)) == len(ids)


def test_every_relation_points_to_a_part_that_exists(written):
    package = zipfile.ZipFile(written("shop_with_profit"))
    names = set(package.namelist())
    for rels in (n for n in names if n.endswith(".rels")):
        folder = rels.replace("_rels/", "").rsplit("/", 1)[0] if "/" in rels.replace("_rels/", "") else ""
        for target in re.findall(r'Target="([^"]+)"(?![^>]*External)', package.read(rels).decode()):
            path = target.lstrip("/") if target.startswith("/") else f"{folder}/{target}".lstrip("/")
            while "/../" in path:
                path = re.sub(r"[^/]+/\.\./", "", path, count=1)
            assert path in names, (rels, target)


def test_the_same_deck_gives_the_same_bytes(deck):
    assert deck_bytes(deck("pipeline")) == deck_bytes(deck("pipeline"))


def test_every_slide_has_a_title_a_number_and_notes(written):
    slides = list(Presentation(str(written("grocer"))).slides)
    for slide in slides[1:]:
        assert slide.shapes.title.text_frame.text
        assert any(s.name == "Slide number" for s in slide.shapes)
        assert slide.notes_slide.notes_text_frame.text


def test_charts_and_tables_say_what_they_show(written):
    for slide in Presentation(str(written("shop_with_profit"))).slides:
        for shape in slide.shapes:
            if getattr(shape, "has_chart", False) or getattr(shape, "has_table", False):
                words = shape._element.xpath(".//p:cNvPr/@descr")[0]
                assert 10 < len(words) <= 400


def test_every_run_has_a_language(written):
    for slide in Presentation(str(written("grocer"))).slides:
        for run in slide.shapes._spTree.xpath(".//a:r"):
            assert run.xpath("a:rPr/@lang") == ["en-GB"]


def test_no_type_is_smaller_than_twelve_points(written):
    for slide in Presentation(str(written("grocer"))).slides:
        sizes = {int(s) for s in slide.shapes._spTree.xpath(".//a:r/a:rPr/@sz")}
        assert min(sizes) >= 1200


def seen(shape):
    """Where a shape is seen: one that is turned by a quarter keeps its middle and changes sides."""
    if getattr(shape, "rotation", 0) % 180 == 0:
        return shape.left, shape.top, shape.width, shape.height
    x, y = shape.left + shape.width // 2, shape.top + shape.height // 2
    return x - shape.height // 2, y - shape.width // 2, shape.height, shape.width


def test_nothing_lies_outside_the_slide(written):
    for company in COMPANIES:
        presentation = Presentation(str(written(company)))
        for slide in presentation.slides:
            for shape in slide.shapes:
                if shape.has_text_frame or getattr(shape, "has_table", False):
                    left, top, width, height = seen(shape)
                    assert left >= -20_000
                    assert left + width <= presentation.slide_width + 20_000
                    assert top + height <= presentation.slide_height + 20_000


def test_tables_end_above_the_foot(written):
    for company in COMPANIES:
        for slide in Presentation(str(written(company))).slides:
            for shape in slide.shapes:
                if getattr(shape, "has_table", False):
                    bottom = shape.top + sum(r.height for r in shape.table.rows)
                    assert bottom <= 17.62 * 360_000, (company, slide.shapes.title.text_frame.text)


def test_a_deck_that_cannot_be_written_says_so(deck, tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(DeliveryError, match="cannot be written"):
        write_deck(deck("bare"), tmp_path / "file" / "deck.pptx")


def test_writing_leaves_nothing_beside_the_deck(deck, tmp_path):
    write_deck(deck("bare"), tmp_path / "new" / "deck.pptx")
    assert [p.name for p in (tmp_path / "new").iterdir()] == ["deck.pptx"]


@pytest.mark.parametrize("company", ["bell \x07 and \x00", "a company of a very long name " * 20])
def test_a_company_of_any_name_has_properties_that_office_can_hold(deck, tmp_path, company):
    path = write_deck(replace(deck("bare"), company=company), tmp_path / "deck.pptx")
    properties = Presentation(str(path)).core_properties
    assert properties.title.endswith(f": {deck('bare').title}")
    assert len(properties.title) <= 255
    assert company.startswith(properties.author[:5])


def test_python_pptx_is_imported_only_to_write():
    modules = "custrata.delivery.deck.storyline, custrata.delivery.deck.pptx_writer"
    code = f"import sys, {modules}; print('pptx' in sys.modules)"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "False"


@pytest.mark.parametrize("company", ["grocer", "phone_company", "pipeline", "shop_with_profit"])
def test_hostile_names_make_a_deck_whose_titles_fit_and_whose_numbers_are_proven(tmp_path, company):
    plain = getattr(snapshots, company)()
    snapshot = hostile(plain)
    document = draft(plain if company == "phone_company" else snapshot)
    deck = board_deck(snapshot, document, evaluate(document, snapshot))
    path = write_deck(deck, tmp_path / "hostile.pptx")
    for slide in deck.slides:
        title = slide.titles[0].text
        assert lettering.lines(title, tokens.TITLE_PT, grid.OURS.title.w, bold=True) <= 2, title
    assert not unproven(path)
