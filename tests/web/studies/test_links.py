from custrata.web.studies.links import address, customers_address, edit_address


def test_a_room_that_is_there_has_an_address():
    assert address("portfolio", "tessel") == "/w/tessel/portfolio/"
    assert address("portfolio", "tessel", tier="gold") == "/w/tessel/portfolio/?tier=gold"


def test_a_block_is_edited_in_its_workspace():
    assert edit_address("tessel", "groups[gold]").startswith("/w/tessel/strategy/part/groups")


def test_the_customers_of_a_group_are_asked_for_by_their_segment():
    found = customers_address("tessel", (("tier", "gold"),))
    assert found == "/w/tessel/customers/?tier=gold"
