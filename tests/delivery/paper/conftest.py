"""Pages of the strategy that is written by hand, as files; written once."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from tests.delivery.paper.written import full

from custrata.delivery.paper.kinds import PAPERS

BY_KIND = {p.kind: p for p in PAPERS}


@pytest.fixture(scope="session")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, str], Path]:
    """A paper of the full strategy as a file, by its kind and the size of paper."""
    folder = tmp_path_factory.mktemp("papers")

    @cache
    def made(kind: str, size: str = "a4") -> Path:
        path = folder / f"{kind}-{size}.pdf"
        BY_KIND[kind].write(full(size), path)
        return path

    return made
