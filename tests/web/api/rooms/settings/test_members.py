def test_addresses_of_members_are_for_admins(program):
    viewer, admin = program("viewer"), program("admin")
    assert {m["email"] for m in viewer.get("members")["items"]} == {None}
    assert {m["email"] for m in admin.get("members")["items"]} == {viewer.user.email, admin.user.email}


def test_members_come_in_pages(program):
    for _ in range(3):
        asker = program("viewer")
    first = asker.get("members?limit=2")
    rest = asker.get(f"members?limit=2&cursor={first['next']}")
    assert (len(first["items"]), len(rest["items"]), rest["next"]) == (2, 1, None)
