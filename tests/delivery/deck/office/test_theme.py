from __future__ import annotations

from custrata.delivery.deck.office.theme import patched, themed_presentation


def test_the_presentation_is_wide_and_has_two_layouts():
    presentation = themed_presentation()
    assert (presentation.slide_width, presentation.slide_height) == (12192000, 6858000)
    assert [layout.name for layout in presentation.slide_layouts] == ["Cover", "Finding"]


def test_colours_and_fonts_of_the_theme_are_ours():
    presentation = themed_presentation()
    themes = [p for p in presentation.part.package.iter_parts() if "/theme/" in str(p.partname)]
    text = themes[0].blob.decode()
    assert 'val="17497F"' in text
    assert 'typeface="Arial"' in text
    assert 'name="Custrata"' in text
    assert patched(text) == text


def test_nothing_of_the_template_is_left():
    names = [str(p.partname) for p in themed_presentation().part.package.iter_parts()]
    assert not [n for n in names if "thumbnail" in n or "printerSettings" in n]
