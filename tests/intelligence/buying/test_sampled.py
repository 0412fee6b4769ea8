"""Summaries handed to a sampler that is not installed here."""

from __future__ import annotations

import sys
from types import ModuleType

import numpy as np
import pytest

from custrata.errors import CustrataError, EstimateError
from custrata.intelligence.buying.sampled import SAMPLED, history_columns, sample, spend_columns

HISTORIES = ([2, 0, 7], [30.43, 0.0, 29.43], [38.86, 38.86, 38.86])


class Recorder:
    """A model that remembers what it was given."""

    def __init__(self, data):
        self.data, self.asked = data, None

    def fit(self, **asked):
        self.asked = asked


@pytest.fixture
def installed(monkeypatch):
    library, parent, frames = (ModuleType(n) for n in ("pymc_marketing.clv", "pymc_marketing", "pandas"))
    for name in SAMPLED.values():
        setattr(library, name, type(name, (Recorder,), {}))
    frames.DataFrame = dict
    parent.clv = library
    for module in (parent, library, frames):
        monkeypatch.setitem(sys.modules, module.__name__, module)


def test_without_the_extra_it_says_how_to_get_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "pymc_marketing", None)
    with pytest.raises(CustrataError, match="not installed") as refusal:
        sample("BG/NBD", history_columns(*HISTORIES))
    assert "pip install 'custrata[bayes]'" in refusal.value.remedy


@pytest.mark.usefixtures("installed")
def test_histories_arrive_unchanged_one_row_a_customer():
    model = sample("Pareto/NBD", history_columns(*HISTORIES, [1, 3, 1]), draws=500, random_seed=1)
    assert type(model).__name__ == "ParetoNBDModel"
    assert model.data["customer_id"].tolist() == [0, 1, 2, 3, 4]
    assert model.data["frequency"].tolist() == [2, 0, 0, 0, 7]
    assert model.data["recency"].tolist() == [30.43, 0.0, 0.0, 0.0, 29.43]
    assert model.data["T"].tolist() == [38.86] * 5
    assert model.asked == {"draws": 500, "random_seed": 1}


@pytest.mark.usefixtures("installed")
def test_spends_arrive_without_those_the_model_cannot_take():
    model = sample("gamma-gamma", spend_columns([2, 0, 3, 1], [22.35, 0.0, -5.0, 9.0], [2, 1, 1, 1]))
    assert model.data["frequency"].tolist() == [2, 2, 1]
    assert model.data["monetary_value"].tolist() == [22.35, 22.35, 9.0]
    assert np.unique(model.data["customer_id"]).size == 3


def test_columns_of_different_length_are_refused():
    with pytest.raises(EstimateError, match="one length"):
        history_columns([1, 2], [1.0], [3.0])


def test_an_unknown_model_is_refused_with_those_there_are():
    with pytest.raises(EstimateError, match="no sampler") as refusal:
        sample("NBD", {})
    assert "gamma-gamma" in refusal.value.remedy
