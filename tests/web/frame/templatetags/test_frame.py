import datetime as dt
from types import SimpleNamespace

from django.template import Context, engines

from custrata.delivery.deck.slides import Slide
from custrata.delivery.figures import Prose
from custrata.reckoning import Reckoning
from custrata.web.frame.drawing.exhibits import Drawing
from custrata.web.frame.numbers import Numbers


def _rendered(text, **given):
    numbers = Numbers()
    known = {"numbers": numbers, "drawing": Drawing(numbers)}
    return engines["django"].engine.from_string(text).render(Context(known | given))


def test_numbers_of_readings_and_of_figures_open(reading, shown):
    assert "<button" in _rendered("{% number it %}", it=reading())
    assert "<button" in _rendered("{% number it %}", it=shown())


def test_sentences_icons_chips_and_sheets_need_no_loading(shown):
    slide = Slide("Chapter", "topic", (Prose(("Gold keeps us",)),))
    written = _rendered(
        '{% sentence it %}{% icon "ok" %}{% chip "stale" %}{% sheet slide %}',
        it=Prose((shown(),)),
        slide=slide,
    )
    assert all(part in written for part in ("<button", "#i-ok", "ev stale", "<h2>Gold keeps us</h2>"))


def test_the_bundle_has_an_address_of_its_own():
    assert _rendered("{% vega %}").startswith("/frame/vega-")


def test_how_sure_a_number_is_stands_in_words():
    said = _rendered(
        "{{ way|surely }}", way="MBG/NBD; revenue; chance and parameters, gamma from moments, 95%"
    )
    assert said == "MBG/NBD; revenue; 95% interval of the model, from chance and parameters"


def test_days_of_the_library_are_written_as_readers_write_them():
    assert _rendered("{{ line|days }}", line="lapses 2026-06-28 (2026-13-40)") == (
        "lapses 28 Jun 2026 (2026-13-40)"
    )


def test_keys_of_the_program_are_spelled_in_words():
    assert _rendered("{{ key|spelled }}", key="workspace.second_factor") == "Workspace second factor"


def test_a_day_has_its_fiscal_quarter_beside_it_where_the_year_is_not_the_calendar_s():
    def written(first_month, day):
        manifest = SimpleNamespace(reckoning=Reckoning(first_month))
        scene = SimpleNamespace(snapshot=SimpleNamespace(manifest=manifest))
        return _rendered('{{ day|date:"j M Y" }}{% quarter day %}', day=day, scene=scene)

    day = dt.date(2025, 12, 31)
    assert written(4, day) == "31 Dec 2025 (Q3 FY2026)"
    assert written(1, day) == "31 Dec 2025"
    assert written(4, None) == _rendered("{% quarter day %}", day=day) == ""
