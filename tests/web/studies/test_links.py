from custrata.web.studies.links import address, customers_address, edit_address


def test_a_room_that_is_there_has_an_address():
    assert address("portfolio", "tessel") == "/w/tessel/portfolio/"
    assert address("portfolio", "tessel", tier="gold") == "/w/tessel/portfolio/?tier=gold"


def test_a_room_that_is_not_there_has_none():
    assert address("no-such-room", "tessel") == ""


def test_a_block_is_edited_in_its_workspace():
    found = edit_address("tessel", "groups[gold]")
    assert found == "" or found.startswith("/w/tessel/")


def test_the_customers_of_a_group_are_asked_for_by_their_segment():
    found = customers_address("tessel", (("tier", "gold"),))
    assert found == "" or found.endswith("?tier=gold")
