from __future__ import annotations

import pytest
from tests.small_strategy import small_strategy

from custrata.strategy.text import dump


@pytest.fixture
def written(tmp_path):
    """A project with a small strategy and no snapshot: what is asked here reads the strategy alone."""
    folder = tmp_path / "company"
    (folder / "data").mkdir(parents=True)
    (folder / "custrata.yaml").write_text("data: data\n", encoding="utf-8")
    (folder / "strategy.yaml").write_text(dump(small_strategy()), encoding="utf-8")
    return folder
