"""The exam of buying models on companies that nobody here wrote."""

from __future__ import annotations

import datetime as dt

import pytest

from custrata.engine.duckdb import DuckDBEngine
from custrata.flow.cutting import cut_base
from custrata.flow.economics.examining import examine
from custrata.flow.loading import load
from custrata.flow.reading import read_raw
from custrata.flow.recognising import recognise, settle
from custrata.flow.summarising import summarise
from custrata.intelligence.exam.naive import NAIVE
from custrata.settings import Settings

pytestmark = pytest.mark.real_data

PARETO = {
    "cdnow_sample": {"mae": 0.7545, "rmse": 1.6028, "correlation": 0.6302, "deviance": 1.594},
    "cdnow": {"mae": 0.7938, "rmse": 1.7262, "correlation": 0.6708, "deviance": 1.644},
}
"""Marks of Pareto/NBD on weeks 40 to 78, as printed beside the data."""


@pytest.fixture
def held(real_data, tmp_path):
    """The exam of a data set, cut at a day: the step and its marks by candidate."""
    engines = []

    def hold(name, as_of=None):
        data, settings = real_data / name, Settings(as_of=as_of and dt.date.fromisoformat(as_of))
        engine = DuckDBEngine(tmp_path, memory="2GB")
        engines.append(engine)
        folder = read_raw(data, engine)
        loaded = load(settle(recognise(folder, settings, engine)), folder, data, settings, engine)
        cut = cut_base(loaded.tables, loaded.provided, loaded.currency, loaded.notional, settings, engine)
        step = examine(summarise(cut.base, engine).base, loaded.notional, engine)
        marks, published = {}, set()
        for row in engine.rows(engine.table("exam_marks")):
            marks.setdefault(row["candidate"], {})[row["mark"]] = row
            published |= {row["candidate"]} if row["published"] else set()
        return step, marks, *published

    yield hold
    for engine in engines:
        engine.close()


def value(marks, candidate, mark):
    return marks[candidate][mark]["value"]


def stands(marks, published):
    """Whether what is published is surely better than every rule, and trees no worse than their model."""
    if published in NAIVE:
        return min(value(marks, rule, "deviance") for rule in NAIVE) == value(marks, published, "deviance")
    return marks[published]["gain"]["low"] > 0


@pytest.mark.parametrize("name", ["cdnow_sample", pytest.param("cdnow", marks=pytest.mark.soak)])
def test_cdnow_is_predicted_better_than_by_pareto_nbd(held, name):
    step, marks, published = held(name)
    printed = {mark: round(value(marks, "pareto_nbd", mark), 4) for mark in PARETO[name]}
    assert printed == pytest.approx(PARETO[name], abs=5.1e-4)
    assert published == "Pareto/NBD and trees"
    assert value(marks, published, "deviance") <= 0.97 * value(marks, "pareto_nbd", "deviance")
    assert value(marks, published, "rmse") <= value(marks, "pareto_nbd", "rmse")
    off = {c: abs(value(marks, c, "total_error")) for c in (published, "pareto_nbd")}
    assert off[published] <= off["pareto_nbd"] + 1e-6
    assert stands(marks, published)
    assert any("below that of Pareto/NBD alone" in sentence for sentence in step.rules["exam"])


@pytest.mark.parametrize(
    ("name", "as_of"),
    [
        ("cdnow_sample", "1997-12-31"),
        pytest.param("cdnow_sample", "1998-03-31", marks=pytest.mark.soak),
        pytest.param("cdnow", "1997-12-31", marks=pytest.mark.soak),
        pytest.param("cdnow", "1998-03-31", marks=pytest.mark.soak),
        pytest.param("online_retail", None, marks=pytest.mark.soak),
        pytest.param("completejourney", None, marks=pytest.mark.soak),
        ("superstore", None),
    ],
)
def test_elsewhere_the_trees_are_better_too_or_something_simpler_stands(held, name, as_of):
    step, marks, published = held(name, as_of)
    assert stands(marks, published)
    if published.endswith("and trees"):
        partner = {"Pareto/NBD": "pareto_nbd", "MBG/NBD": "mbg_nbd", "BG/NBD": "bg_nbd", "NBD": "nbd"}
        model = partner[published.removesuffix(" and trees")]
        assert value(marks, published, "deviance") <= 0.97 * value(marks, model, "deviance")
        assert value(marks, published, "rmse") <= value(marks, model, "rmse")
    else:
        assert any("published" in sentence for sentence in step.rules["exam"])
