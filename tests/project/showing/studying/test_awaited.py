import pytest

from custrata.project.showing.studying.awaited import NEXT, WORDS, standing
from custrata.sources.contract import CONTRACT


@pytest.mark.parametrize("analysis", [*NEXT, *WORDS], ids=lambda one: one.id)
def test_every_need_is_there_or_lacking(drafted, analysis):
    told = standing(drafted, analysis)
    assert {need for need, _ in told.there} | set(told.lacking) == set(analysis.needs)
    assert len(told.there) + len(told.lacking) == len(analysis.needs)


def test_every_column_that_is_asked_for_is_one_of_the_contract():
    known = {f"{table.name}.{column.name}" for table in CONTRACT.values() for column in table.columns}
    asked = {column for one in (*NEXT, *WORDS) for need in one.needs for column in need.columns}
    assert asked <= known


def test_what_is_there_says_how_many_rows(whole):
    manifest = whole.snapshot.manifest
    for analysis in (*NEXT, *WORDS):
        for need, rows in standing(whole, analysis).there:
            assert set(need.columns) <= manifest.provided
            assert rows == manifest.tables.get(need.columns[0].partition(".")[0], 0)
