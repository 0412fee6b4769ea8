from custrata.web.workspaces.turned_down import FILE, ask_for, is_turned_down, turn_down


def test_what_was_removed_is_remembered_until_somebody_asks_for_it_and_the_neighbour_never_was(
    site, tmp_path
):
    firm, grocer = tmp_path / "demo" / "firm", tmp_path / "demo"
    assert not is_turned_down(firm)
    turn_down(firm)
    turn_down(firm)
    assert is_turned_down(firm)
    assert not is_turned_down(grocer)
    assert (site / FILE).read_text(encoding="utf-8") == f"{firm.resolve()}\n"
    ask_for(grocer)
    assert is_turned_down(firm)
    ask_for(firm)
    assert not is_turned_down(firm)
