from dataclasses import replace

from custrata.web.strategies.claims import views


def test_a_claim_is_shown_down_to_its_rows_within_few_queries(come_in, at, django_assert_max_num_queries):
    viewer = come_in("viewer")
    viewer.get(at("claim", "E01"))
    with django_assert_max_num_queries(15):
        page = viewer.get(at("claim", "E01")).content.decode()
    for said in ("As it was said", "As it reads today", "Show the query", "Rows in", "What rests on it"):
        assert said in page
    assert len(page) < 300_000


def test_rows_of_files_are_written_with_their_thousands_parted(come_in, at, monkeypatch):
    def many(*given, **more):
        found = views_why_in(*given, **more)
        files = tuple(replace(f, rows_in=1_469_307, loaded=1_469_300, set_aside=7) for f in found.claim.files)
        return replace(found, claim=replace(found.claim, files=files))

    views_why_in = views.why_in
    monkeypatch.setattr(views, "why_in", many)
    page = come_in("viewer").get(at("claim", "E01")).content.decode()
    assert '<td class="r">1,469,307</td><td class="r">1,469,300</td><td class="r">7</td>' in page


def test_an_insight_leads_to_its_claim_and_nothing_to_nowhere(come_in, at):
    viewer = come_in("viewer")
    assert viewer.get(at("claim", "I1")).status_code == 200
    assert viewer.get(at("claim", "E9999")).status_code == 404


def test_a_stranger_reads_no_claim(come_in, at, other_workspace):
    assert come_in("admin", of=other_workspace).get(at("claim", "E01")).status_code == 404
