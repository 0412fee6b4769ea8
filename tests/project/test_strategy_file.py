import pytest

from custrata.errors import DocumentError, SnapshotError
from custrata.project import strategy_file
from custrata.project.place import locate
from custrata.project.strategy_file import check_project, draft_project, important_findings, read_strategy


def test_a_fresh_draft_passes_its_check_with_notes_only(built):
    draft_project(built)
    result = check_project(built)
    assert result.evidence
    assert not result.failed
    assert {finding["severity"] for finding in result.as_json()} == {"note"}


def test_what_is_open_is_counted_in_words_after_the_day_of_the_data(built):
    draft_project(built)
    lines = list(check_project(built).lines())
    assert lines[0].startswith("held against data to ")
    assert lines[1] == "no mistake found"
    assert any("open gaps (GA101): custrata strategy show --gaps lists them" in line for line in lines)
    assert any("without a person (OW101): custrata strategy appoint" in line for line in lines)


def test_an_untouched_draft_makes_way_for_a_new_one(built):
    draft_project(built)
    assert len(draft_project(built)) == 1


def test_an_edited_strategy_is_never_overwritten_unasked(built):
    draft_project(built)
    place = locate(built)
    place.strategy.write_text(place.strategy.read_text(encoding="utf-8") + "# mine\n", encoding="utf-8")
    with pytest.raises(DocumentError, match="--replace"):
        draft_project(built)
    assert place.strategy.read_text(encoding="utf-8").endswith("# mine\n")


def test_a_replaced_strategy_is_kept_among_the_revisions(built):
    draft_project(built)
    place = locate(built)
    edited = place.strategy.read_text(encoding="utf-8") + "# mine\n"
    place.strategy.write_text(edited, encoding="utf-8")
    draft_project(built, replace=True)
    (kept,) = (place.state / "revisions").iterdir()
    assert kept.read_text(encoding="utf-8") == edited


def test_a_draft_may_go_elsewhere(built, tmp_path):
    draft_project(built, out=tmp_path / "other.yaml")
    assert (tmp_path / "other.yaml").is_file()
    assert not locate(built).strategy.exists()


def test_checking_without_a_strategy_says_the_next_step(built):
    with pytest.raises(DocumentError, match="run custrata draft"):
        check_project(built)


def test_drafting_without_a_snapshot_says_the_next_step(tmp_path):
    with pytest.raises(SnapshotError, match="run custrata build"):
        draft_project(tmp_path)


def test_a_claim_that_no_longer_holds_fails_the_check(built):
    draft_project(built)
    place = locate(built)
    written = read_strategy(place)
    kept = [f for claim in written.claims() for f in claim.figures if f.tolerance and f.value and f.value > 1]
    figure = kept[0]
    text = place.strategy.read_text(encoding="utf-8")
    place.strategy.write_text(text.replace(f"value: {figure.value}", "value: 1.0"), encoding="utf-8")
    assert check_project(built).failed


def test_findings_come_with_measure_n_period_and_query(built):
    found = important_findings(built, 5)
    assert len(found) == 5
    assert all(len(proof) > 1 and "query" in proof[1] for _, proof in found)


def test_a_draft_in_place_of_another_is_the_next_revision_and_itself_again_is_not(built):
    draft_project(built)
    place = locate(built)
    assert read_strategy(place).revision == 1
    draft_project(built)
    assert read_strategy(place).revision == 1
    text = place.strategy.read_text(encoding="utf-8").replace("revision: 1", "revision: 7", 1)
    place.strategy.write_text(text.replace("company: ", "company: New ", 1), encoding="utf-8")
    draft_project(built, replace=True)
    assert read_strategy(place).revision == 8


def test_a_draft_takes_its_place_while_nobody_else_can_save(built, monkeypatch):
    fcntl = pytest.importorskip("fcntl")
    draft_project(built)
    refused = []

    def look(place, text, replace):
        with (place.state / "strategy.lock").open("w") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                refused.append(place)
        return []

    monkeypatch.setattr(strategy_file, "_keep_old", look)
    draft_project(built)
    assert refused
