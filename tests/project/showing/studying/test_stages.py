from custrata.project.showing.studying.stages import stages_told, steps_told


def test_every_stage_of_the_plan_is_told_with_its_owner(drafted):
    told = stages_told(drafted)
    assert [one.address for one in told] == [f"lifecycle[{s.id}]" for s in drafted.document.lifecycle]
    assert all(one.owner for one in told)
    assert not any(one.assigned for one in told)


def test_a_stage_in_which_customers_stand_says_how_many(drafted):
    counted = [one for one in stages_told(drafted) if one.customers]
    assert counted
    assert all(one.customers.measure == "customers" for one in counted)


def test_a_metric_that_was_read_says_what_it_is_now(drafted):
    for one in (*stages_told(drafted), *steps_told(drafted)):
        assert one.reading is None or one.reading.value is not None


def test_steps_lead_from_a_stage_to_a_stage(whole):
    told = steps_told(whole)
    assert len(told) == len(whole.document.transitions) > 0
    assert all(one.title.startswith("From ") and one.customers is None for one in told)


def test_a_person_who_has_taken_a_stage_is_told_as_such(whole):
    assert all(one.assigned for one in stages_told(whole))
