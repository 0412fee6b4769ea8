from custrata.web.audit.models import Entry


def test_what_happened_with_a_customer_is_paged_and_who_looks_is_on_record(program, problem_of):
    asker = program("analyst", persons=True)
    key = asker.get("customers?limit=1&sort=-revenue")["items"][0]["customer_id"]
    first = asker.get(f"customers/{key}/events?limit=2")
    rest = asker.get(f"customers/{key}/events?limit=200&cursor={first['next']}")
    assert len(first["items"]) == 2
    assert len(first["items"]) + len(rest["items"]) == first["total"]
    days = [e["at"] for e in first["items"] + rest["items"]]
    assert days == sorted(days, reverse=True)
    kind = first["items"][0]["kind"]
    assert {e["kind"] for e in asker.get(f"customers/{key}/events?kind={kind}")["items"]} == {kind}
    problem_of(asker.ask("GET", f"customers/{key}/events?kind=moon"), 422)
    problem_of(asker.ask("GET", "customers/nobody/events"), 404)
    problem_of(program("analyst").ask("GET", f"customers/{key}/events"), 403)
    asker.get(f"customers/{key}")
    assert Entry.objects.filter(act="customer.seen", thing=f"customer:{key}").count() == 4
