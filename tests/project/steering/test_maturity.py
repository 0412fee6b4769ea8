import pytest
from tests.complete import complete

from custrata.errors import CustrataError
from custrata.project.place import locate
from custrata.project.steering.maturity import (
    evidence_line,
    maturity_json,
    maturity_of,
    maturity_sections,
    maturity_sentences,
    record_answer,
)
from custrata.project.strategy_file import read_strategy
from custrata.strategy.maturity.assessment import CriterionStanding
from custrata.strategy.maturity.criterion import Criterion, Shown, Source, State
from custrata.strategy.text import dump


def test_a_draft_stands_low_and_says_what_is_missing(project):
    found, snapshot = maturity_of(project(drafted=True))
    assert all(d.shown <= 2 for d in found.dimensions)
    whole, *criteria, gaps = maturity_sections(found)
    assert [row[0] for row in whole.rows] == [str(d.dimension) for d in found.dimensions]
    assert len(criteria) == 5
    assert len(gaps.rows) == 5
    assert any(
        s.startswith("Nobody has answered yet: custrata maturity --answer")
        for s in maturity_sentences(found, snapshot)
    )


def test_every_row_has_a_cell_for_each_head(project):
    for section in maturity_sections(maturity_of(project())[0]):
        assert all(len(row) == len(section.heads) for row in section.rows), section.title


def test_gaps_stand_by_money_and_each_says_why_it_goes_with_the_gap(project):
    found, snapshot = maturity_of(project(drafted=True))
    years = [d.cost.a_year for d in found.gaps if d.cost]
    assert years == sorted(years, reverse=True)
    said = maturity_sentences(found, snapshot)
    for d in found.gaps:
        if d.cost:
            assert any(s.startswith(f"{d.dimension}: ") and d.cost.rule in s for s in said)


def test_money_is_rounded_and_told_once_where_a_year_says_the_same(project):
    found, _ = maturity_of(project(drafted=True))
    gaps = maturity_sections(found)[-1]
    amounts = [row[3] for row in gaps.rows if row[3] != "not known"]
    assert amounts
    assert not any("." in amount for amount in amounts)
    paced = [row for row in gaps.rows if len(row) == 6 and row[3] != row[4]]
    assert bool(paced) == ("a year at this pace" in gaps.heads)


def test_what_data_show_is_told_by_titles_and_not_by_columns():
    criterion = Criterion("x", "X", Source.DATA)
    shown = CriterionStanding(criterion, 3, Shown(State.MET, ("customers by rfm_segment",)))
    assert evidence_line(shown) == "Customers by rfm segment"


def test_money_that_no_reading_tells_is_said_not_to_be_known(project):
    found, snapshot = maturity_of(project(company="Maven Parts", drafted=True))
    assert {row[3] for row in maturity_sections(found)[-1].rows} == {"not known"}
    assert any("No reading tells what a gap in" in s for s in maturity_sentences(found, snapshot))


def test_an_answer_is_written_and_the_text_before_it_is_kept(project):
    folder = project()
    place = locate(folder)
    text = "# our own words\n" + dump(complete())
    place.strategy.write_text(text, encoding="utf-8")
    said = record_answer(
        folder, "lifecycle", 3, name="C. Teller", on="2026-03-02", because="Stages have owners.", wanted=4
    )
    assert said.startswith("lifecycle orchestration: level 3 (structured), wanted 4, said by C. Teller")
    document = read_strategy(place)
    assert document.maturity[0].because == "Stages have owners."
    assert document.revision == complete().revision + 1
    assert place.strategy.read_text(encoding="utf-8").startswith("# our own words\n")
    (kept,) = (place.state / "revisions").glob("strategy-*.yaml")
    assert kept.read_text(encoding="utf-8") == text


def test_what_is_said_beyond_what_is_shown_is_told(project):
    folder = project(drafted=True)
    record_answer(folder, "alignment", 4, name="C. Teller", on="2026-03-02", because="We talk.")
    said = maturity_sentences(*maturity_of(folder))
    assert "organisational alignment: answer of C. Teller on 2026-03-02 says 4: We talk." in said
    assert any(s.startswith("organisational alignment: said 4, shown 1; missing first:") for s in said)


@pytest.mark.parametrize(
    ("dimension", "level", "on"),
    [("colour", 3, "2026-03-02"), ("lifecycle", 7, "2026-03-02"), ("life", 3, "")],
)
def test_an_answer_that_is_none_leaves_the_strategy_as_it_was(project, dimension, level, on):
    folder = project()
    before = locate(folder).strategy.read_text(encoding="utf-8")
    with pytest.raises(CustrataError, match="To do"):
        record_answer(folder, dimension, level, name="C. Teller", on=on)
    assert locate(folder).strategy.read_text(encoding="utf-8") == before


def test_programs_get_every_criterion_with_its_evidence(project):
    found, snapshot = maturity_of(project())
    told = maturity_json(found, snapshot)
    assert len(told["dimensions"]) == 5
    assert all(c["state"] in set(State) for d in told["dimensions"] for c in d["criteria"])
    assert told["dimensions"][0]["cost"]["readings"][0]["fingerprint"]


def test_a_line_of_evidence_names_the_first_and_counts_the_rest():
    criterion = Criterion("x", "X", Source.DOCUMENT)
    many = CriterionStanding(
        criterion, 2, Shown(State.MET, ("groups[a]", "groups[b]", "groups[c]", "x" * 200))
    )
    assert evidence_line(many) == "groups[a]; groups[b] and 2 more"
