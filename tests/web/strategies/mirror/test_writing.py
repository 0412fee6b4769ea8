import time

import pytest

from custrata.project.revising.mending import set_values
from custrata.project.revising.mirroring import file_text, mirror, text_mark
from custrata.strategy.text import load
from custrata.web.strategies.mirror import writing
from custrata.web.strategies.mirror.writing import soon, write
from custrata.web.strategies.models import Strategy
from custrata.web.strategies.saving import head_of, set_value, strategy_of


@pytest.fixture
def strategy(workspace):
    return strategy_of(workspace)


def test_what_is_saved_stands_in_the_file(workspace, strategy):
    set_value(strategy, "horizon.months", "30", strategy.number, None)
    assert write(workspace)
    written = load(file_text(workspace.place))
    assert (written.horizon.months, written.revision) == (30, strategy.number)


def test_many_saves_are_one_writing(workspace, strategy, django_capture_on_commit_callbacks):
    for months in ("30", "31", "32"):
        set_value(strategy, "horizon.months", months, strategy.number, None)
    soon(workspace)
    now = Strategy.objects.get(pk=strategy.pk)
    assert now.mirrored_number == now.number
    assert now.mirrored == text_mark(file_text(workspace.place))


def test_a_save_has_the_file_written_once_it_is_committed(
    workspace, strategy, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        set_value(strategy, "horizon.months", "30", strategy.number, None)
    assert load(file_text(workspace.place)).horizon.months == 30


def test_an_edit_by_the_command_line_in_between_is_read_in_and_not_written_over(workspace, strategy):
    assert write(workspace)
    set_value(strategy, "horizon.months", "30", strategy.number, None)
    set_values(workspace.path, [("sponsor.name", "Chief executive")])
    assert write(workspace)
    now, written = head_of(strategy_of(workspace)).document, load(file_text(workspace.place))
    assert (now.horizon.months, now.sponsor.name) == (30, "Chief executive")
    assert (written.horizon.months, written.sponsor.name) == (30, "Chief executive")


def test_a_file_that_holds_no_strategy_is_left_for_a_person_to_mend(workspace, strategy):
    assert write(workspace)
    workspace.place.strategy.write_text("company: [")
    set_value(strategy, "horizon.months", "30", strategy.number, None)
    assert not write(workspace)
    assert file_text(workspace.place) == "company: ["
    assert strategy_of(workspace).trouble


def test_who_saves_without_end_is_written_once_and_then_waited_for(workspace, strategy, monkeypatch):
    written = []

    def and_somebody_saves(place, known, document):
        written.append(document.revision)
        set_value(strategy, "horizon.months", str(len(written)), strategy.number, None)
        return mirror(place, known, document)

    monkeypatch.setattr(writing, "mirror", and_somebody_saves)
    set_value(strategy, "horizon.months", "30", strategy.number, None)
    assert write(workspace, once=True)
    assert len(written) == 1
    now = strategy_of(workspace)
    assert now.mirrored_number == written[0] < now.number


def test_after_a_long_writing_there_is_a_long_rest(monkeypatch):
    monkeypatch.setattr(writing, "_rested", {1: time.monotonic() + 100})
    assert 90 < writing._pause(1) <= 100
    assert writing._pause(2) == writing.PAUSE
