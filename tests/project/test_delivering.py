import re

import pytest
from pptx import Presentation

from custrata.delivery.kinds import kinds
from custrata.errors import DeliveryError, SnapshotError
from custrata.project.delivering import deliver, deliver_deck, deliver_report
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
    for write in (deliver_deck, deliver_report):
        with pytest.raises(DeliveryError, match="ends in"):
            write(built, tmp_path / "notes.txt")
    assert (tmp_path / "notes.txt").read_text(encoding="utf-8") == "mine"


def test_an_unknown_kind_is_refused_with_the_nearest_one(built, tmp_path):
    with pytest.raises(DeliveryError) as refused:
        deliver(built, "workbok", tmp_path / "x.xlsx")

    assert "workbook" in refused.value.remedy
    assert all(kind in refused.value.remedy for kind in kinds())


@pytest.mark.parametrize("kind", sorted(kinds()))
def test_every_kind_is_written_or_refused_in_words(kind, built, tmp_path):
    out = tmp_path / f"file{kinds()[kind].endings[0]}"

    said, remedy = "", ""
    try:
        said = deliver(built, kind, out, team="service")
    except DeliveryError as refused:
        remedy = refused.remedy

    assert (said.startswith(str(out)) and out.stat().st_size > 200) or (remedy and not out.exists())
    assert [p for p in tmp_path.iterdir() if p.name.startswith(".")] == []


@pytest.mark.parametrize("kind", sorted(kinds()))
def test_every_kind_refuses_another_ending_and_leaves_the_file_alone(kind, built, tmp_path):
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")

    with pytest.raises(DeliveryError, match="ends in"):
        deliver(built, kind, tmp_path / "notes.txt")

    assert (tmp_path / "notes.txt").read_text(encoding="utf-8") == "mine"


def test_a_group_that_the_strategy_does_not_have_is_refused_with_those_it_has(built, tmp_path):
    with pytest.raises(DeliveryError) as refused:
        deliver(built, "value-proposition", tmp_path / "v.pdf", group="nope")

    assert "group-" in refused.value.remedy
    assert not (tmp_path / "v.pdf").exists()


def spoilt(built):
    """The saved strategy with every number that has a tolerance far from what the data say."""
    draft_project(built)
    place = built / "strategy.yaml"
    text = place.read_text(encoding="utf-8")
    wrong = re.sub(r"value: ([\d.]+)(?=\n +(?:unit: \S+\n +)?tolerance)", _far_off, text)
    place.write_text(wrong, encoding="utf-8")


def _far_off(found):
    return f"value: {float(found[1]) * 7 + 99}"


def test_errors_of_the_check_are_told_and_marked_when_a_deck_goes_out(built, tmp_path):
    spoilt(built)
    said = deliver_deck(built, tmp_path / "deck.pptx").splitlines()
    assert re.match(r"The check calls \d+ claims an error \(E\d+, ", said[1])
    assert said[2].startswith("EV101 ")
    cover = Presentation(str(tmp_path / "deck.pptx")).slides[0]
    assert any("an error" in s.text_frame.text for s in cover.shapes if s.has_text_frame)


def test_a_strict_delivery_is_refused_before_anything_is_written(built, tmp_path):
    spoilt(built)
    with pytest.raises(DeliveryError, match=r"The check calls \d+ claims an error"):
        deliver(built, "board", tmp_path / "deck.pptx", strict=True)
    assert not (tmp_path / "deck.pptx").exists()


def test_a_strict_delivery_without_errors_is_written_and_says_nothing_of_errors(built, tmp_path):
    draft_project(built)
    assert "error" not in deliver(built, "markdown", tmp_path / "s.md", strict=True)
    assert (tmp_path / "s.md").exists()
