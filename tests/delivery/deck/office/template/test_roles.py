from __future__ import annotations

import pytest
from pptx import Presentation

from custrata.delivery.deck.office.template import roles
from custrata.errors import DeliveryError


def test_layouts_are_found_by_what_they_hold(tmp_path):
    presentation = Presentation()
    for layout in presentation.slide_layouts:
        layout._element.cSld.set("name", "Seite")
    finding = roles.finding_of(presentation, tmp_path)
    assert [k.name for k in roles.kinds_of(finding) if k not in roles.FURNITURE] == ["TITLE"]
    assert "CENTER_TITLE" in [k.name for k in roles.kinds_of(roles.cover_of(presentation, finding))]


def test_without_a_centred_title_the_cover_takes_the_other_layout(tmp_path):
    presentation = Presentation()
    finding = roles.finding_of(presentation, tmp_path)
    for layout in list(presentation.slide_layouts):
        if layout != finding:
            presentation.slide_layouts.remove(layout)
    assert roles.cover_of(presentation, finding) == finding


def test_a_template_without_any_title_is_refused(tmp_path):
    presentation = Presentation()
    for layout in presentation.slide_layouts:
        for shape in list(layout.placeholders):
            shape._element.getparent().remove(shape._element)
    with pytest.raises(DeliveryError, match="none of its layouts has a title"):
        roles.finding_of(presentation, tmp_path)
