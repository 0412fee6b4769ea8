from django.db import OperationalError

from custrata.web.strategies.canvas.views import kicker_of
from custrata.web.strategies.saving import set_value, strategy_of
from custrata.web.strategies.staging import scene_of


def test_the_canvas_is_one_small_page_within_few_queries(come_in, at, django_assert_max_num_queries):
    editor = come_in("editor")
    editor.get(at("canvas"))
    with django_assert_max_num_queries(25):
        page = editor.get(at("canvas")).content.decode()
    assert page.count('class="block') == 12
    assert len(page) < 300_000
    assert "<h1>" in page


def test_a_viewer_reads_the_canvas_without_a_way_to_edit(come_in, at):
    page = come_in("viewer").get(at("canvas")).content.decode()
    assert "data-edit" not in page
    assert "Take it back" not in page


def test_the_canvas_is_read_as_it_stood(come_in, at, strategy, workspace):
    said = next(
        s for s in scene_of(workspace).document.canvas.block("insight").statements if s.kind == "proposal"
    )
    set_value(strategy, f"{said.id}.text", "Entirely new words.", strategy.number, None)
    viewer = come_in("viewer")
    assert "Entirely new words." in viewer.get(at("canvas")).content.decode()
    former = viewer.get(at("canvas") + "?at=1").content.decode()
    assert "Entirely new words." not in former
    assert said.text in former
    assert viewer.get(at("canvas") + "?at=99").status_code == 404


def test_one_block_comes_alone_for_a_page_that_has_it_open(come_in, at):
    editor = come_in("editor")
    part = editor.get(at("block", "insight"), headers={"HX-Request": "true"}).content.decode()
    assert part.lstrip().startswith("<article")
    assert editor.get(at("block", "insight")).status_code == 200
    assert editor.get(at("block", "moon")).status_code == 404


def test_the_head_says_version_horizon_sponsor_and_who_answers(workspace):
    pieces = kicker_of(scene_of(workspace), strategy_of(workspace).number, None)
    assert [piece.split()[0] for piece in pieces] == ["Version", "Horizon", "Sponsor:", "Accountable:"]


def test_a_file_that_cannot_be_read_is_told_on_the_canvas(come_in, at, workspace):
    come_in("viewer").get(at("canvas"))
    workspace.place.strategy.write_text("company: [")
    page = come_in("viewer").get(at("canvas")).content.decode()
    assert "cannot be read" in page


def test_a_stranger_finds_no_canvas(come_in, at, other_workspace):
    stranger = come_in("admin", of=other_workspace)
    assert [stranger.get(at(*name)).status_code for name in (("canvas",), ("block", "insight"))] == [404, 404]


def test_the_canvas_is_read_where_nothing_can_be_written(come_in, at, monkeypatch):
    def full(*asked):
        raise OperationalError("database or disk is full")

    monkeypatch.setattr("custrata.web.strategies.canvas.views.seen", full)
    assert come_in("viewer").get(at("canvas")).status_code == 200
