from __future__ import annotations

import pytest

from custrata.errors import DocumentError
from custrata.project.place import locate
from custrata.project.revising.editing import (
    as_markdown,
    as_plain,
    as_yaml,
    decline_strategy,
    export_strategy,
    gap_lines,
    import_strategy,
    look,
    overview,
    revision_rows,
    set_value,
    sign_strategy,
    signature_lines,
)
from custrata.project.revising.saving import standing
from custrata.strategy.forms.markdown.reading import from_markdown
from custrata.strategy.parts.statement import Gap


def test_a_value_is_set_told_and_saved(written):
    saved = set_value(written, "horizon.months", "24")
    assert saved.document.revision == 2
    assert [(c.path, c.was, c.now) for c in saved.changes] == [("horizon.months", 12, 24)]
    assert look(written, "horizon.months") == 24


def test_the_value_that_stands_there_already_saves_nothing(written):
    saved = set_value(written, "horizon.months", "12")
    assert (saved.changes, saved.document.revision) == ((), 1)
    assert len(revision_rows(written)) == 1


def test_a_signature_is_saved_and_opens_again_after_an_edit(written):
    function = look(written, "sign_offs")[0].function
    signed = sign_strategy(written, function, name="A. Person", on="2026-03-02")
    assert signed.document.sign_offs[0].snapshot == ""
    assert signature_lines(signed.document)[0] == f"{function}: signed by A. Person on 2026-03-02"
    edited = set_value(written, "horizon.months", "24")
    assert "open again" in signature_lines(edited.document)[0]
    declined = decline_strategy(written, function, "too long", name="A. Person")
    assert signature_lines(declined.document)[0] == f"{function}: declined by A. Person: too long"
    assert declined.document.revision == 4


@pytest.mark.parametrize("day", ["", "tomorrow"])
def test_a_signature_needs_its_day(written, day):
    with pytest.raises(DocumentError, match="give --on 2026-01-31"):
        sign_strategy(written, "head of finance", name="A. Person", on=day)


@pytest.mark.parametrize("ending", ["yaml", "json", "md", "xlsx"])
def test_another_form_goes_out_and_comes_back(written, tmp_path, ending):
    file = tmp_path / f"out.{ending}"
    before = standing(locate(written)).document
    export_strategy(written, file)
    assert import_strategy(written, file).changes == ()
    set_value(written, "horizon.months", "24")
    back = import_strategy(written, file)
    assert [c.path for c in back.changes] == ["horizon.months"]
    assert back.document == before.model_copy(update={"revision": 3})


def test_a_project_without_a_strategy_takes_one_in(written, tmp_path):
    export_strategy(written, tmp_path / "out.json")
    locate(written).strategy.unlink()
    assert import_strategy(written, tmp_path / "out.json").document.revision == 1
    assert look(written, "horizon.months") == 12


def test_a_form_that_holds_no_strategy_changes_nothing(written, tmp_path):
    text = locate(written).strategy.read_text(encoding="utf-8")
    (tmp_path / "x.json").write_text('{"company": 3}', encoding="utf-8")
    with pytest.raises(DocumentError, match=r"x\.json, company"):
        import_strategy(written, tmp_path / "x.json")
    assert locate(written).strategy.read_text(encoding="utf-8") == text


def test_the_overview_names_parts_and_signatures(written):
    lines = list(overview(written))
    assert "strategy, revision 1, 12 months" in lines[0]
    assert any(line.startswith("  groups: ") for line in lines)
    assert lines[-1].endswith("waits for a signature")


def test_the_overview_says_statements_in_words(written):
    lines = list(overview(written))
    goal = standing(locate(written)).document.goals[0]
    assert any(line.startswith(f"    {goal.id}: {goal.statement.said()[:40]}") for line in lines)


def test_figures_of_a_part_are_shown_in_words(written):
    document = standing(locate(written)).document
    shown = "\n".join(as_markdown(claim) for claim in document.claims())
    assert "**Figure `" in shown
    assert '{"measure"' not in shown


def test_open_gaps_are_listed_in_words_with_their_place(written):
    gaps = [g for _, g in standing(locate(written)).document.statements() if isinstance(g, Gap)]
    lines = list(gap_lines(written))
    assert len(lines) == max(len(gaps), 1)
    assert all(any(g.waits_for in line for line in lines) for g in gaps)


def test_revisions_are_listed_with_what_stands_now(written):
    set_value(written, "horizon.months", "24")
    assert [(row["revision"], row["hash"] == "now") for row in revision_rows(written)] == [
        (1, False),
        (2, True),
    ]


def test_parts_and_values_are_shown_in_every_way(written):
    goal, document = look(written, "goals")[0], look(written)
    assert as_plain(goal)["id"] == goal.id
    assert as_yaml(goal).startswith(f"id: {goal.id}\n")
    assert as_markdown(goal).startswith(f"## `{goal.id}`\n")
    assert as_markdown(goal.statement).startswith("**Proposal `")
    assert as_markdown(look(written, "goals")).count("## `") == len(document.goals)
    assert from_markdown(as_markdown(document)) == document
    assert (as_yaml(24), as_yaml(None), as_yaml(()), as_markdown("a")) == ("24", "nothing", "nothing", "a")
    assert as_plain(look(written, "groups")[0].segment) == {"tier": "gold"}
    assert as_yaml(look(written, "groups")[0].intent.intent) in ("grow", "maintain", "re-engineer", "retire")
