import pytest
from pptx import Presentation

from custrata.errors import DeliveryError, SnapshotError
from custrata.project.delivering import deliver_deck, deliver_report
from custrata.project.strategy_file import draft_project


def test_a_deck_and_a_report_come_from_a_fresh_draft_where_none_is_saved(built, tmp_path):
    assert "from a fresh draft" in deliver_deck(built, tmp_path / "deck.pptx")
    assert "from a fresh draft" in deliver_report(built, tmp_path / "report.html")
    assert len(Presentation(str(tmp_path / "deck.pptx")).slides) >= 15
    assert "</html>" in (tmp_path / "report.html").read_text(encoding="utf-8")


def test_a_saved_strategy_is_what_the_deck_says(built, tmp_path):
    draft_project(built)
    assert "from a fresh draft" not in deliver_deck(built, tmp_path / "deck.pptx")


def test_without_a_snapshot_nothing_is_written(tmp_path):
    with pytest.raises(SnapshotError, match="run custrata build"):
        deliver_deck(tmp_path, tmp_path / "deck.pptx")
    assert not (tmp_path / "deck.pptx").exists()


def test_another_ending_is_refused_before_anything_is_written(built, tmp_path):
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    for deliver in (deliver_deck, deliver_report):
        with pytest.raises(DeliveryError, match="ends in"):
            deliver(built, tmp_path / "notes.txt")
    assert (tmp_path / "notes.txt").read_text(encoding="utf-8") == "mine"
