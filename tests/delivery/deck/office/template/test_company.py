from __future__ import annotations

import re
import zipfile

import pytest
from pptx import Presentation
from tests.delivery.deck.office.template.making import OLD_WIDE, TALL, WIDE, template
from tests.delivery.deck.scanning import unproven

from custrata.delivery.deck import grid
from custrata.delivery.deck.kinds import write_board
from custrata.delivery.deck.office.template.company import read_template, using
from custrata.delivery.deliverable import Given
from custrata.errors import DeliveryError


def written(material, path, size, tmp_path, **colours):
    found = material("shop_with_profit")
    own = template(tmp_path / "own.pptx", size, **colours)
    write_board(Given(found.snapshot, found.document, found.evidence, template=own), path)
    return path


@pytest.mark.parametrize("size", [WIDE, OLD_WIDE, TALL])
def test_a_deck_in_a_companys_template_is_sound(material, tmp_path, size):
    path = written(material, tmp_path / "deck.pptx", size, tmp_path, accent1="00695C", font="Own Sans")
    names = zipfile.ZipFile(path).namelist()
    assert len(set(names)) == len(names)
    presentation = Presentation(str(path))
    assert (presentation.slide_width, presentation.slide_height) == size
    for slide in presentation.slides:
        assert slide.shapes.title.text_frame.text
        assert "Sample" not in slide.shapes.title.text_frame.text
        ids = slide.shapes._spTree.xpath("//p:cNvPr/@id")
        assert len(set(ids)) == len(ids)
        for shape in slide.shapes:
            assert shape.left >= -20_000 or shape.rotation
            if shape.has_text_frame and not shape.rotation:
                assert shape.left + shape.width <= presentation.slide_width + 20_000
                assert shape.top + shape.height <= presentation.slide_height + 20_000
    assert unproven(path) == {}


def test_the_companys_theme_stays_and_accents_point_at_it(material, tmp_path):
    path = written(material, tmp_path / "deck.pptx", WIDE, tmp_path, accent1="00695C")
    package = zipfile.ZipFile(path)
    themes = [package.read(n).decode() for n in package.namelist() if "/theme/theme" in n]
    assert any("00695C" in theme for theme in themes)
    slide = package.read("ppt/slides/slide2.xml").decode()
    assert 'schemeClr val="accent1"' in slide
    assert not re.search("17497F", slide)


def test_the_measures_hold_only_while_the_template_is_used(tmp_path):
    found = read_template(template(tmp_path / "own.pptx"))
    with using(found):
        assert grid.now() is found.sheet
    assert grid.now() is grid.OURS
    with using(None):
        assert grid.now() is grid.OURS


def test_a_broken_package_is_refused_in_words(tmp_path):
    path = template(tmp_path / "own.pptx")
    broken = tmp_path / "broken.pptx"
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(broken, "w") as target:
        for name in source.namelist():
            target.writestr(name, b"<oops" if name.endswith("slideMaster1.xml") else source.read(name))
    with pytest.raises(DeliveryError, match="is broken"):
        read_template(broken)
