from __future__ import annotations

from custrata.delivery.figures import say
from custrata.delivery.paper.folding import (
    folded,
    is_bare,
    lift_gaps,
    said_once,
    unowned_once,
    without_owners,
    without_unowned,
)
from custrata.delivery.paper.page import Band, Cell, Column, Grid, Line, Lines, Pair, Row, Voice, lines_of
from custrata.delivery.paper.telling import UNOWNED, plainly


def gap(words: str, *, head: str = "", support: float = 0.5) -> Line:
    return Line(say(words), Voice.GAP, head=head, support=support)


def proposal(words: str, tail: str = UNOWNED) -> Line:
    return Line(say(words), Voice.PROPOSAL, tail)


def table(*rows: tuple[Line, ...]) -> Grid:
    heads = ("Stage", "Stands now", "Done")
    cells = [Row(tuple(Cell((x,)) for x in row)) for row in rows]
    return Grid("", tuple(Column(h) for h in heads[: len(rows[0])]), tuple(cells))


BARE = gap("Nobody has written this yet.", support=0.0)


def test_a_gap_that_waits_for_something_is_not_bare():
    assert is_bare(BARE)
    assert not is_bare(gap("Not known. Waits for a table."))


def test_empty_blocks_share_one_line_and_known_gaps_keep_their_words():
    blocks = (
        Lines("Answer", (BARE,)),
        Lines("Top pains", (gap("Not known. Waits for tickets."),)),
        Pair(Lines("Outcomes", (BARE,)), Lines("Next step", (proposal("Ask ten."),))),
    )
    kept, gaps = folded(blocks)
    assert isinstance(kept, Lines)
    assert (kept.heading, kept.lines[0].head) == ("", "Next step:")
    assert [(x.head, x.words.text) for x in gaps.lines] == [
        ("Top pains:", "Not known. Waits for tickets."),
        ("", "Not written yet: answer; outcomes."),
    ]


def test_rows_that_nobody_filled_are_named_in_the_gap():
    wide = Row((Cell((gap("Not written yet: who need, unlike.", support=0.0),)),), wide=True)
    facts = Row((Cell((plainly("For"),)), Cell((proposal("the few"),))))
    kept, gaps = folded([Grid("", (Column(""), Column("")), (facts, wide))])
    assert kept.lines[0].head == "For:"
    assert gaps.lines[0].words.text == "Not written yet: who need, unlike."


def test_what_says_something_stays_as_it_is():
    band = Band("Question:", plainly("Why?"))
    framed = Lines("Not yet", (proposal("x"),), framed=True)
    assert folded([band, framed]) == (band, framed)


def test_gaps_leave_narrow_columns_and_name_their_row():
    found = lift_gaps(
        table(
            (plainly("Adoption"), gap("Not known."), proposal("Write.")),
            (plainly("Lapsed"), gap("Not known."), proposal("Ask.")),
        )
    )
    assert [c.head for c in found.columns] == ["Stage", "Done"]
    assert [(x.head, x.words.text) for x in found.gaps] == [("Adoption, Lapsed · stands now:", "Not known.")]


def test_a_column_that_says_something_elsewhere_points_below():
    found = lift_gaps(
        table((plainly("Adoption"), gap("Not known.")), (plainly("Lapsed"), plainly("Ten stand here.")))
    )
    assert [r.cells[1].lines[0].words.text for r in found.rows] == ["See below.", "Ten stand here."]
    assert "Not known." in [x.words.text for x in lines_of(found)]


def test_a_table_without_gaps_is_left_alone():
    grid = table((plainly("Adoption"), plainly("Ten")))
    assert lift_gaps(grid) is grid


def test_that_owners_are_wanted_is_said_once():
    grid = table((plainly("A"), proposal("x")), (plainly("B"), proposal("y")))
    found = unowned_once(grid)
    assert not any(x.tail for r in found.rows for c in r.cells for x in c.lines)
    assert UNOWNED in found.note.words.text
    assert unowned_once(table((plainly("A"), proposal("x")))).note is None
    assert without_owners(grid).note is None
    named = Cell((proposal("z", "M. Ekdahl"),))
    assert without_unowned(named) is named


def test_one_owner_of_all_proposals_is_named_beneath_them():
    block = Lines("Principles", (proposal("x", "owner A"), proposal("y", "owner A")))
    found = said_once(block)
    assert [x.tail for x in found.lines] == ["", ""]
    assert found.note.words.text == "All of these: owner A"
    mixed = Lines("Principles", (proposal("x", "owner A"), proposal("y", "owner B")))
    assert said_once(mixed) is mixed
    assert [x.tail for x in said_once(mixed, "owner B").lines] == ["owner A", ""]
