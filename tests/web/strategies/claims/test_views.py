def test_a_claim_is_shown_down_to_its_rows_within_few_queries(come_in, at, django_assert_max_num_queries):
    viewer = come_in("viewer")
    viewer.get(at("claim", "E01"))
    with django_assert_max_num_queries(15):
        page = viewer.get(at("claim", "E01")).content.decode()
    for said in ("As it was said", "As it reads today", "Show the query", "Rows in", "What rests on it"):
        assert said in page
    assert len(page) < 300_000


def test_an_insight_leads_to_its_claim_and_nothing_to_nowhere(come_in, at):
    viewer = come_in("viewer")
    assert viewer.get(at("claim", "I1")).status_code == 200
    assert viewer.get(at("claim", "E9999")).status_code == 404


def test_a_stranger_reads_no_claim(come_in, at, other_workspace):
    assert come_in("admin", of=other_workspace).get(at("claim", "E01")).status_code == 404
