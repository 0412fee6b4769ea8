from __future__ import annotations

import pytest
from pptx import Presentation
from pptx.util import Cm, Inches
from tests.delivery.deck.office.template.making import OLD_WIDE, TALL, WIDE, template

from custrata.delivery.deck.office.template import measuring, roles
from custrata.errors import DeliveryError


def sheet(path, size=WIDE):
    presentation = Presentation(str(template(path, size)))
    layout = roles.finding_of(presentation, path)
    return measuring.sheet_of(presentation, layout, path)


@pytest.mark.parametrize("size", [WIDE, OLD_WIDE, TALL])
def test_zones_stand_in_order_and_leave_room(tmp_path, size):
    found = sheet(tmp_path / "own.pptx", size)
    order = [found.title.y, found.measured.y, found.exhibit_top, found.exhibit_foot, found.so_what.y]
    order += [found.rule.y, found.evidence.y]
    assert order == sorted(order)
    assert found.exhibit_foot - found.exhibit_top >= measuring.LEAST_HEIGHT
    assert found.evidence.y + found.evidence.h <= found.height
    assert found.foreign


def test_the_same_layout_has_the_same_zones_whatever_its_size(tmp_path):
    one, other = sheet(tmp_path / "a.pptx", WIDE), sheet(tmp_path / "b.pptx", OLD_WIDE)
    assert one.title.w == pytest.approx(other.title.w, abs=0.02)
    assert one.evidence.y == pytest.approx(other.evidence.y, abs=0.02)


def test_another_ratio_is_refused(tmp_path):
    presentation = Presentation(str(template(tmp_path / "own.pptx", (Inches(8), Inches(11)))))
    with pytest.raises(DeliveryError, match="neither 16:9 nor 4:3"):
        measuring.scale_of(presentation, tmp_path)


def test_a_layout_without_room_for_exhibits_is_refused(tmp_path):
    presentation = Presentation(str(template(tmp_path / "own.pptx")))
    layout = roles.finding_of(presentation, tmp_path)
    title = roles.title_of(layout)
    title.left, title.top, title.width, title.height = Cm(2), Cm(9), Cm(30), Cm(3)
    with pytest.raises(DeliveryError, match="cm for exhibits"):
        measuring.sheet_of(presentation, layout, tmp_path)


def test_a_logo_at_the_foot_pushes_the_evidence_up(tmp_path):
    presentation = Presentation(str(template(tmp_path / "own.pptx")))
    layout = roles.finding_of(presentation, tmp_path)
    before = measuring.sheet_of(presentation, layout, tmp_path).evidence.y
    logo = presentation.slides[0].shapes.add_textbox(Cm(2), Cm(17.7), Cm(4), Cm(0.8))
    layout._element.cSld.spTree.append(logo._element)
    assert measuring.sheet_of(presentation, layout, tmp_path).evidence.y < before
