from django.template import Context, engines

from custrata.delivery.deck.slides import Slide
from custrata.delivery.figures import Prose
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


def test_days_of_the_library_are_written_as_readers_write_them():
    assert _rendered("{{ line|days }}", line="lapses 2026-06-28 (2026-13-40)") == (
        "lapses 28 Jun 2026 (2026-13-40)"
    )


def test_keys_of_the_program_are_spelled_in_words():
    assert _rendered("{{ key|spelled }}", key="workspace.second_factor") == "Workspace second factor"
