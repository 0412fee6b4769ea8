"""The contrast that the look promises, computed anew from the colours as they stand."""

import re
from pathlib import Path

import pytest

import custrata.web.frame

CSS = (Path(custrata.web.frame.__file__).parent / "static/frame/tokens.css").read_text(encoding="utf-8")
PAIRS = dict(re.findall(r"--([\w-]+):\s*light-dark\((#[0-9a-f]{3,8}, #[0-9a-f]{3,8})\)", CSS))
DAY, NIGHT = 0, 1

QUIET = ("page", "surface", "sunken")
GROUNDS = ("page", "surface", "raised", "sunken", "hover")
TEXT = [
    *[(ink, ground, 4.5) for ink in ("ink", "ink-2", "ink-3") for ground in GROUNDS],
    *[("accent", ground, 4.5) for ground in (*GROUNDS, "accent-soft")],
    ("on-accent", "accent", 4.5),
    ("on-accent", "accent-2", 4.5),
    *[(state, f"{state}-soft", 4.5) for state in ("ok", "bad", "drift", "stale", "open")],
    *[(state, ground, 4.5) for state in ("ok", "bad", "drift", "stale", "open") for ground in GROUNDS],
    *[(f"on-t{tier}", f"t{tier}", 4.5) for tier in range(1, 5)],
]
MARKS = [
    *[("edge", ground, 3.0) for ground in ("page", "surface", "raised")],
    *[(f"{state}-mark", "surface", 3.0) for state in ("ok", "bad", "drift", "stale", "open")],
    *[(f"c{series}", "surface", 3.0) for series in range(1, 7)],
    *[(f"t{tier}", "surface", 3.0) for tier in range(1, 5)],
    ("rest", "surface", 3.0),
    ("axis", "surface", 3.0),
]


def _light(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    high, low = sorted((_light(one), _light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _colour(name: str, when: int) -> str:
    return PAIRS[name].split(", ")[when]


@pytest.mark.parametrize("when", [DAY, NIGHT], ids=["day", "night"])
@pytest.mark.parametrize(("front", "ground", "least"), TEXT + MARKS)
def test_every_colour_stands_out_from_its_ground(front, ground, least, when):
    found = _contrast(_colour(front, when), _colour(ground, when))
    assert found >= least, f"{front} on {ground}: {found:.2f}, needed {least}"


@pytest.mark.parametrize(
    ("front", "grounds", "day", "night"),
    [
        ("ink", QUIET, 14.6, 12.3),
        ("ink-2", QUIET, 7.9, 8.7),
        ("ink-3", QUIET, 5.3, 5.8),
        ("accent", QUIET, 7.9, 8.8),
        ("ok", ("ok-soft",), 6.3, 8.3),
        ("bad", ("bad-soft",), 6.7, 7.5),
        ("drift", ("drift-soft",), 6.4, 8.5),
        ("stale", ("stale-soft",), 6.6, 6.6),
        ("open", ("open-soft",), 7.2, 7.9),
    ],
)
def test_the_figures_in_the_look_are_those_of_the_colours(front, grounds, day, night):
    for when, promised in ((DAY, day), (NIGHT, night)):
        lowest = min(_contrast(_colour(front, when), _colour(ground, when)) for ground in grounds)
        assert lowest >= promised - 0.05, f"{front}: {lowest:.2f}, promised {promised}"


def test_no_other_stylesheet_names_a_colour():
    folder = Path(custrata.web.frame.__file__).parents[1]
    named = re.compile(r"(?<![\w&-])#[0-9a-fA-F]{3,8}\b(?=[\s;,)}])|\brgba?\(|\bhsla?\(")
    found = {
        sheet.name: named.findall(sheet.read_text(encoding="utf-8"))
        for sheet in folder.rglob("static/**/*.css")
        if sheet.name != "tokens.css"
    }
    assert {name: colours for name, colours in found.items() if set(colours) - {"#0000"}} == {}
