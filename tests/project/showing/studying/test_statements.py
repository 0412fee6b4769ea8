from tests.strategies import claim, gap, proposal

from custrata.project.showing.studying.statements import claims_on, told, under


def test_a_claim_is_told_in_the_numbers_of_today_with_its_state(drafted):
    first = drafted.document.claims()[0]
    said = told(drafted, drafted.judged[first.id].path, first)
    assert said.kind == "claim"
    assert said.words.text == drafted.judged[first.id].said
    assert said.state is drafted.judged[first.id].state
    assert said.owner == ""


def test_a_proposal_names_who_answers_and_has_no_state(drafted):
    said = told(drafted, "goals[stay]", proposal("Customers stay."))
    assert (said.kind, said.state) == ("proposal", None)
    assert said.owner


def test_a_gap_says_what_it_waits_for(drafted):
    assert told(drafted, "x", gap("Not known.", "an answer")).waits_for == "an answer"


def test_a_claim_that_the_strategy_does_not_hold_has_no_state(drafted):
    assert told(drafted, "x", claim("Customers stay.", id="E999")).state is None


def test_only_the_fields_asked_for_are_told(whole):
    group = whole.document.groups[0]
    place = f"groups[{group.id}]"
    needs = under(whole, place, group, "needs")
    assert [one.id for one in needs] == [need.id for need in group.needs]
    assert {one.id for one in needs} < {one.id for one in under(whole, place, group)}
    assert all(one.place.startswith(f"{place}.needs") for one in needs)


def test_a_field_whose_name_begins_alike_is_left_out(whole):
    group = whole.document.groups[0]
    assert under(whole, f"groups[{group.id}]", group, "need") == ()


def test_claims_on_a_part_of_the_base_are_found_wherever_they_stand(drafted):
    segment = next(g.segment for g in drafted.document.groups if g.segment)
    found = claims_on(drafted, segment)
    assert found
    assert all(any(f.segment == segment for f in drafted.judged[one.id].claim.figures) for one in found)
    assert claims_on(drafted, segment, without=[one.id for one in found]) == ()


def test_nothing_is_claimed_on_no_part(drafted):
    assert claims_on(drafted, ()) == ()
