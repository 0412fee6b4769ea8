import pytest

from custrata.project.showing.scene import Scene
from custrata.project.showing.studying.heard import empathy_told, heard, masked, phrases_told, research_told


def test_what_was_never_asked_says_why_it_is_not_known(drafted):
    for _, lines in heard(drafted):
        assert all(bool(line.reason) == (not (line.whole or line.current or line.previous)) for line in lines)


def test_scores_stand_apart_from_tickets(drafted):
    (scores, _), (tickets, rows) = heard(drafted)
    assert (scores, tickets) == ("Scores by kind of question", "Tickets")
    assert [row.title for row in rows if "," in row.title] == [
        "Time to first response, hours",
        "Time to resolution, hours",
    ]


def test_research_says_how_many_were_asked(whole):
    told = research_told(whole)
    assert [one.n for one in told] == [one.n for one in whole.document.research]
    assert told


def test_empathy_maps_leave_out_what_nobody_filled_in(whole):
    assert empathy_told(whole)
    assert all(words for one in empathy_told(whole) for _, words in one.said)


def test_words_of_customers_name_no_source(whole):
    (phrase,) = phrases_told(whole)
    assert phrase.words == "It was dark."
    assert not hasattr(phrase, "source")


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("mail me: kim.o'neil+x@mail.example.co.uk today", "mail me: kim.o'… today"),
        ("call +44 20 7946 0958, please", "call …, please"),
        ("030/1234-567", "…"),
        ("it took 3 weeks and 1200 euros", "it took 3 weeks and 1200 euros"),
        ("order 123456", "order 123456"),
    ],
)
def test_addresses_and_phones_are_taken_out_and_other_words_stay(written, shown):
    assert masked(written) == shown


def test_a_strategy_without_papers_has_nothing_heard_in_words(drafted):
    bare = drafted.document.model_copy(update={"briefs": (), "research": (), "empathy_maps": ()})
    seen = Scene(drafted.place, drafted.snapshot, bare)
    assert (phrases_told(seen), research_told(seen), empathy_told(seen)) == ((), (), ())
