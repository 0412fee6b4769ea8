from custrata.project.revising.mending import set_values
from custrata.project.revising.mirroring import file_text
from custrata.strategy.text import load
from custrata.web.strategies.mirror.looking import look
from custrata.web.strategies.mirror.writing import write
from custrata.web.strategies.saving import head_of, set_value, strategy_of


def test_the_next_request_sees_what_the_command_line_set(workspace):
    look(workspace, strategy_of(workspace))
    set_values(workspace.path, [("horizon.months", "30")])
    now = look(workspace, strategy_of(workspace))
    assert head_of(now).document.horizon.months == 30


def test_a_file_left_behind_by_a_crash_is_written_at_the_next_request(
    workspace, django_capture_on_commit_callbacks
):
    strategy = strategy_of(workspace)
    set_value(strategy, "horizon.months", "30", strategy.number, None)
    assert load(file_text(workspace.place)).horizon.months != 30
    with django_capture_on_commit_callbacks(execute=True):
        look(workspace, strategy_of(workspace))
    assert load(file_text(workspace.place)).horizon.months == 30


def test_a_file_that_nobody_touched_is_no_revision(workspace):
    before = strategy_of(workspace).number
    assert look(workspace, strategy_of(workspace)).number == before


def test_a_file_that_is_no_text_is_left_to_be_mended_while_all_goes_on(workspace):
    strategy, file = strategy_of(workspace), workspace.place.strategy
    before = file.read_bytes()
    file.write_bytes(b"\xff\xfe\x00horizon")
    assert look(workspace, strategy).number == strategy.number
    assert "UTF-8" in strategy_of(workspace).trouble
    saved = set_value(strategy, "horizon.months", "30", strategy.number, None)
    assert not write(workspace)
    assert file.read_bytes() == b"\xff\xfe\x00horizon"
    file.write_bytes(before)
    assert look(workspace, strategy_of(workspace)).number == saved.number
    assert strategy_of(workspace).trouble == ""
