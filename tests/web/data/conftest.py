import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from custrata.web.data.jobs.kinds import _kinds, kind


@pytest.fixture
def work():
    """Makes a function the work of a kind for one test: ``work(act, alone=True)``."""
    made = []

    def make(act, *, name="sample", **how):
        made.append(name)
        return kind(name, **how)(act)

    yield make
    for name in made:
        _kinds.pop(name, None)


@pytest.fixture
def sent():
    """A file as a browser sends it."""

    def make(name, contents=b"buyer,date,amount\na,2026-01-05,10\n"):
        return SimpleUploadedFile(name, contents)

    return make
