"""Empty databases for tests that run a site of their own: of the kind on which the suite runs."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import uuid4

import pytest


@contextmanager
def empty_database() -> Iterator[str]:
    """Address of an empty database, gone afterwards; empty for SQLite, which means a file of the site.

    ``CUSTRATA_DATABASE`` says on which kind the suite runs: see ``tools/with_postgresql.sh``.
    """
    given = os.environ.get("CUSTRATA_DATABASE", "")
    if not given.startswith("postgres"):
        yield ""
        return
    psycopg = pytest.importorskip("psycopg")
    name = f"test_{uuid4().hex[:12]}"
    with psycopg.connect(given, autocommit=True) as server:
        server.execute(f'CREATE DATABASE "{name}"')
        try:
            yield f"{given.rsplit('/', 1)[0]}/{name}"
        finally:
            server.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
