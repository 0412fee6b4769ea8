from __future__ import annotations

import io
import zipfile

from pptx import Presentation
from tests.delivery.deck.office.template.making import template

from custrata.delivery.deck.office.template.emptying import emptied


def saved(presentation):
    raw = io.BytesIO()
    presentation.save(raw)
    return zipfile.ZipFile(raw)


def test_nothing_of_the_sample_slides_stays(tmp_path):
    presentation = Presentation(str(template(tmp_path / "own.pptx", samples=3)))
    emptied(presentation)
    package = saved(presentation)
    names = package.namelist()
    assert not [n for n in names if n.startswith(("ppt/slides/", "ppt/notesSlides/"))]
    assert not [n for n in names if b"secret" in package.read(n).lower()]


def test_new_slides_take_no_name_twice(tmp_path):
    presentation = Presentation(str(template(tmp_path / "own.pptx", samples=3)))
    emptied(presentation)
    for _ in range(2):
        presentation.slides.add_slide(presentation.slide_layouts[5])
    names = saved(presentation).namelist()
    assert len(set(names)) == len(names)
    assert sorted(n for n in names if n.startswith("ppt/slides/slide")) == [
        "ppt/slides/slide1.xml",
        "ppt/slides/slide2.xml",
    ]


def test_sections_that_name_slides_go_with_them(tmp_path):
    presentation = Presentation(str(template(tmp_path / "own.pptx")))
    root = presentation.part._element
    lists = root.makeelement("{http://schemas.openxmlformats.org/presentationml/2006/main}extLst", {})
    section = lists.makeelement(
        "{http://schemas.openxmlformats.org/presentationml/2006/main}ext",
        {"uri": "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"},
    )
    lists.append(section)
    root.append(lists)
    emptied(presentation)
    assert b"521415D9" not in saved(presentation).read("ppt/presentation.xml")
