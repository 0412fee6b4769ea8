import pytest

from custrata.web.data.jobs.kinds import kind_of


def test_every_app_brings_its_kinds_when_one_is_asked_for():
    assert kind_of("build").alone
    assert kind_of("build").stages[-1] == "draft"
    assert kind_of("map").title


def test_a_kind_that_nobody_brings_is_none(db):
    with pytest.raises(KeyError):
        kind_of("no such work")


def test_a_kind_says_how_it_is_called(work):
    work(lambda run: {}, name="sample", title="Sample work", stages=("a", "b"))
    assert (kind_of("sample").title, kind_of("sample").stages) == ("Sample work", ("a", "b"))
