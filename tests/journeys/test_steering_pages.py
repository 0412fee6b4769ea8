"""The pages on priorities, maturity and views: their commands run, and their tables are the code's."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from custrata.strategy.maturity.ladders import LADDERS
from custrata.strategy.prioritise.dimension import GOAL_DIMENSIONS, INITIATIVE_DIMENSIONS
from custrata.strategy.views.catalogue import PLANS

PAGES = Path(__file__).resolve().parents[2] / "docs" / "how-to"


def page(name: str) -> str:
    return (PAGES / f"{name}.md").read_text(encoding="utf-8")


def commands(name: str) -> list[list[str]]:
    return [shlex.split(line) for line in re.findall(r"^custrata (.*)$", page(name), re.MULTILINE)]


@pytest.fixture
def shop(roaster, tmp_path):
    """A copy of the roaster's project, drafted, that a test may change."""
    return Path(shutil.copytree(roaster, tmp_path / "shop"))


def strategy_of(shop: Path) -> Path:
    return next(p for p in (shop / "strategy.yaml", shop / ".custrata" / "strategy.yaml") if p.is_file())


@pytest.mark.parametrize("name", ["prioritise", "maturity", "views"])
def test_the_commands_of_the_page_run(custrata, shop, name):
    found = commands(name)
    assert len(found) >= 2
    for words in found:
        done = custrata(*(shop if word == "shop" else word for word in words))
        assert done.code == 0, done.err
        assert done.out.strip()


def test_the_scores_of_the_page_give_the_order_that_it_tells(custrata, shop):
    (written,) = re.findall(r"^```yaml\n(.*?)^```", page("prioritise"), re.MULTILINE | re.DOTALL)
    yaml, file = YAML(), strategy_of(shop)
    strategy = yaml.load(file.read_text(encoding="utf-8"))
    strategy.update(YAML(typ="safe").load(written))
    with file.open("w", encoding="utf-8") as out:
        yaml.dump(strategy, out)
    told = custrata("prioritise", "-C", shop)
    assert told.code == 0, told.err
    assert "keep leads the goals whatever single score is a point off" in told.out
    assert "1 of 2 initiatives fit" in told.out
    assert "No initiative that fits serves" in told.out


def test_an_answer_of_the_page_stands_in_the_next_telling(custrata, shop):
    for words in commands("maturity"):
        custrata(*(shop if word == "shop" else word for word in words))
    told = custrata("maturity", "-C", shop).out
    assert "answer of head of sales on 2025-05-02 says 3: Sales work by tier." in told
    assert "4 advanced" in told


def test_the_tables_of_dimensions_are_the_codes():
    for dimension in (*GOAL_DIMENSIONS, *INITIATIVE_DIMENSIONS):
        row = f"| `{dimension.id}` | {dimension.low} | {dimension.middle} | {dimension.high} |"
        assert row in page("prioritise")


def test_the_tables_of_levels_and_views_are_the_codes():
    levels, seen = page("maturity"), page("views")
    for cell in (cell for ladder in LADDERS.values() for cell in ladder):
        assert f"| {cell.level} | {cell.text} | " in levels
        assert [c.text for c in cell.criteria if c.text not in levels] == []
    for part in (c for plan in PLANS.values() for c in plan.components):
        assert f"{part.title} | {part.question} | " in seen
        assert [t.title for t in part.things if t.title not in seen] == []
