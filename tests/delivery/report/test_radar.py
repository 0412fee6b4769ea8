from __future__ import annotations

import json

import pytest

from custrata.delivery.deck.plots import Radar
from custrata.delivery.figures import stated
from custrata.delivery.report.radar import radar

AXES = ("Segments", "Promise", "Lifecycle", "Intelligence", "Alignment")


def levels(*found):
    return tuple(stated(float(f), "", "maturity") if f else None for f in found)


def rows(spec, line):
    held = [layer["data"] for layer in spec["layer"]]
    values = [spec["datasets"][d["name"]] if "name" in d else d["values"] for d in held]
    return [r for rows in values for r in rows if r.get("line") == line]


def test_a_level_is_as_far_out_as_its_part_of_the_highest():
    drawn = rows(radar(Radar(AXES, levels(5, 1, 2, 3, 4))), "now")

    assert [round((r["x"] ** 2 + r["y"] ** 2) ** 0.5, 3) for r in drawn] == [1.0, 0.2, 0.4, 0.6, 0.8, 1.0]
    assert (drawn[0]["x"], drawn[0]["y"]) == (drawn[-1]["x"], drawn[-1]["y"]) == pytest.approx((0, 1))


def test_what_nobody_wants_is_not_drawn():
    assert rows(radar(Radar(AXES, levels(1, 1, 1, 1, 1))), "wanted") == []
    assert rows(radar(Radar(AXES, levels(1, 1, 1, 1, 1), levels(2, 2, 2, 2, 2))), "wanted")


def test_each_ring_says_its_level_where_it_crosses_the_first_axis():
    spec = radar(Radar(AXES, levels(1, 2, 3, 4, 5)))
    values = [r for rows in spec["datasets"].values() for r in rows if "level" in r]
    assert [(r["level"], r["x"], r["y"]) for r in values] == [(n, 0, n / 5) for n in range(1, 6)]
    texts = [x for x in spec["layer"] if x["encoding"].get("text", {}).get("field") == "level"]
    halo, number = (layer["mark"] for layer in texts)
    assert (halo["stroke"], number["color"]) == ("var(--surface)", "var(--ink-2)")


def test_it_names_no_colour_of_its_own():
    raw = json.dumps(radar(Radar(AXES, levels(1, 2, 3, 4, 5))))

    assert "var(--accent)" in raw
    assert "#" not in raw.replace("#/", "")
