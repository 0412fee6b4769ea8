from custrata.delivery.deck.slides import Cell, Column, Row, Table
from custrata.delivery.figures import Name, Prose
from custrata.vocabulary import EvidenceState
from custrata.web.frame.drawing.tables import Tables, column_head, scrolling
from custrata.web.frame.numbers import Numbers


def _written(table):
    return Tables(Numbers()).table(table, "Gold keeps us")


def test_figures_stand_right_under_their_heads(shown):
    table = Table(
        (Column("Tier"), Column("Share", right=True)),
        (Row((Cell(Prose(("Gold",))), Cell(Prose((shown(),))))),),
    )
    written = _written(table)
    assert '<th scope="col" class="r">Share</th>' in written
    assert '<td class="r"><button' in written


def test_a_state_is_a_chip():
    written = _written(Table((Column("Check"),), (Row((Cell(state=EvidenceState.STALE),)),)))
    assert 'class="ev stale"' in written


def test_a_line_of_capacity_crosses_all_columns():
    row = Row((Cell(Prose(("One",))), Cell(Prose(("Two",)))), cut="Capacity ends here")
    written = _written(Table((Column("A"), Column("B")), (row,)))
    assert '<tr class="cut"><td colspan="2">Capacity ends here</td></tr>' in written


def test_a_track_says_in_words_what_it_draws(shown):
    row = Row((Cell(Prose(("Gold",))), Cell()), now=shown(0.2), target=shown(0.3))
    written = _written(Table((Column("Group"), Column("")), (row,), track=1))
    assert 'aria-label="now 20%, target 30%"' in written
    assert "style=" not in written


def test_a_region_is_named_after_what_it_shows():
    assert 'data-region="Table: &lt;Gold&gt;"' in scrolling("", "<Gold>")


def test_a_long_text_has_room_for_several_words_in_a_line():
    long = "Most for each customer: people of their own, and a say in what is built"
    written = _written(
        Table((Column("Offer"),), (Row((Cell(Prose((long,))),)), Row((Cell(Prose(("Short",))),))))
    )
    assert written.count("long") == 1


def test_a_column_without_words_has_no_head():
    assert column_head("", right=False) == "<td></td>"
    assert column_head("Tier & more", right=True) == '<th scope="col" class="r">Tier &amp; more</th>'


def test_a_word_is_not_broken_at_its_hyphen():
    written = _written(
        Table(
            (Column("Began in"), Column("Group")),
            (Row((Cell(Prose((Name("2024-Q3"),))), Cell(Prose(("Not now",))))),),
        )
    )
    assert '<td class="nw">2024-Q3</td>' in written
    assert '<td class="">Not now</td>' in written


def test_a_wide_table_is_read_as_cards_on_a_phone_and_one_by_heat_stays_a_table():
    def written(columns, heat=False):
        row = Row(tuple(Cell(Prose(("One",))) for _ in range(columns)))
        return _written(Table(tuple(Column(f"{n}") for n in range(columns)), (row,), heat=heat))

    assert "stacks" in written(5)
    assert "stacks" not in written(4)
    assert "stacks" not in written(12, heat=True)
