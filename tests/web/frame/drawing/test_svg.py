import json
import re

import pytest

from custrata.delivery.deck.slides import Columns, Point
from custrata.delivery.figures import Spelling
from custrata.delivery.report.charted import charted
from custrata.web.frame.drawing import svg


@pytest.fixture
def charts(tmp_path):
    """A folder of its own, so that what is drawn here is all that lies there."""
    (tmp_path / "charts").mkdir()
    return tmp_path / "charts"


@pytest.fixture
def spec(site, shown):
    points = tuple(Point(f"Rate 12.3456 of {at}", shown(0.1234567 + at / 100)) for at in range(6))
    return charted(Columns(points, Spelling("", "%", 0.01, 2))).spec


def test_a_drawing_is_kept_and_read_again(spec, site):
    first = svg.drawn(spec, 320, "slim", "A finding")
    kept = list((site / "charts").glob("*.svg"))
    assert len(kept) == 1
    kept[0].write_text("<svg >kept</svg>", encoding="utf-8")
    assert "kept" in svg.drawn(spec, 320, "slim", "A finding")
    assert "kept" not in first


@pytest.mark.parametrize(
    ("span", "widths"), [(12, [640, 480, 320]), (6, [540, 440, 320]), (5, [440, 320]), (4, [340, 320])]
)
def test_a_chart_is_drawn_for_the_room_that_it_may_have(spec, span, widths):
    widest, pictures = svg.drawings(spec, "A finding", span)
    assert widest == widths[0]
    assert [
        round(float(w)) for w in re.findall(r'<svg class="\w+"[^>]* width="([\d.]+)"', pictures)
    ] == widths


def test_a_narrow_column_has_a_drawing_of_its_own(spec):
    other = spec | {"height": 77}
    for span, narrow in ((12, "slim"), (4, "full")):
        _, pictures = svg.drawings(spec, "A finding", span, narrow=other)
        tall = dict(re.findall(r'<svg class="(\w+)"[^>]* height="([\d.]+)"', pictures))
        assert float(tall[narrow]) < 120 < float(tall.get("mid", 300))


def test_a_chart_of_a_size_of_its_own_is_drawn_once(spec):
    widest, pictures = svg.drawings(spec | {"width": 300}, "A finding", 12)
    assert (widest, pictures.count("<svg")) == (300, 1)


def test_places_are_rounded_and_words_are_not(spec):
    drawn = svg.drawn(spec, 640, "full", "A finding")
    assert "Rate 12.3456 of 1" in drawn
    assert re.search(r' transform="[^"]*\d\.\d{2,}', drawn) is None


def test_colours_are_the_pages_own(spec):
    drawn = svg.drawn(spec, 640, "full", "A finding")
    assert "var(--" in drawn
    assert re.findall(r'(?:fill|stroke)="#[0-9a-f]+"', drawn) == []


def test_names_lie_where_they_have_room_and_stand_aslant_where_not(spec):
    assert "rotate(315" in svg.drawn(spec, 320, "slim", "A finding")
    assert "rotate(315" not in svg.drawn(spec, 640, "full", "A finding")


def test_a_specification_is_kept_for_one_workspace(spec, site):
    mark = svg.kept_spec(spec, "tessel")
    assert json.loads(svg.spec_file("tessel", mark).read_text(encoding="utf-8")) == svg.themed(spec)
    assert not svg.spec_file("neighbour", mark).exists()


def test_two_drawings_on_one_page_share_no_name_inside(spec):
    both = [svg.drawn(spec, width, "full", "A finding") for width in (640, 320)]
    inside = [set(re.findall(r'\bid="([^"]+)"', one)) for one in both]
    assert inside[0]
    assert not inside[0] & inside[1]
    for one, names in zip(both, inside, strict=True):
        assert set(re.findall(r"url\(#([^)]+)\)", one)) <= names
