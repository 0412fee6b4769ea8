from tests.web.studies.reading import text_of


def test_analyses_that_come_later_say_what_is_there_and_what_is_lacking(workspace, come_in):
    text = text_of(come_in("viewer").get(f"/w/{workspace.slug}/intelligence/"))
    for title in ("Next best action", "What a campaign changes", "Who leaves next", "Ideal customer profile"):
        assert title in text
    assert text.count("Custrata does not do this analysis yet.") == 4
    assert "There: " in text
