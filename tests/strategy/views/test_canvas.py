from __future__ import annotations

from custrata.strategy.parts.canvas import QUESTIONS, TITLES
from custrata.strategy.views.canvas import CANVAS


def test_every_block_stands_once_with_its_title_and_question():
    assert [(c.id, c.title, c.question) for c in CANVAS.components] == [
        (name, title, QUESTIONS[name]) for name, title in TITLES.items()
    ]


def test_the_first_path_of_every_block_is_the_block():
    assert all(c.paths[0].endswith(f".{c.id}") for c in CANVAS.components)
