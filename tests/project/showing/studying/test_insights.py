from custrata.project.showing.studying.insights import briefs_told, insights_told


def test_insights_stand_in_their_order_with_what_follows(drafted):
    told = insights_told(drafted)
    assert [one.id for one in told] == [i.id for i in drafted.document.insights]
    assert all(one.consequence.kind == "proposal" and one.claim.state for one in told)


def test_what_is_at_stake_is_a_figure_or_nothing(drafted):
    stakes = {i.id: i.at_stake for i in drafted.document.insights}
    told = insights_told(drafted)
    assert told
    for one in told:
        assert (one.at_stake is None) == (stakes[one.id] is None)


def test_briefs_name_whom_they_are_on_and_leave_empty_headings_out(whole):
    told = briefs_told(whole)
    assert len(told) == len(whole.document.briefs) > 0
    assert all(one.title and all(statements for _, statements in one.said) for one in told)
