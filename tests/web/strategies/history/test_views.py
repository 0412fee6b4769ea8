from custrata.strategy.blocks import with_block
from custrata.web.accounts.models import User
from custrata.web.audit.models import Entry
from custrata.web.strategies.saving import change, head_of, set_value, strategy_of


def test_the_history_shows_who_and_when_within_few_queries(
    come_in, at, strategy, member, django_assert_max_num_queries
):
    set_value(strategy, "horizon.months", "30", strategy.number, member("editor", email="ann@example.org"))
    viewer = come_in("viewer")
    with django_assert_max_num_queries(25):
        page = viewer.get(at("history")).content.decode()
    assert "<strong>ann</strong>" in page
    assert "Bring back" not in page
    assert "ann" in viewer.get(at("history") + "?block=horizon").content.decode()


def test_one_revision_alone_asks_for_no_comparison(come_in, at, strategy):
    viewer = come_in("viewer")
    first = viewer.get(at("history")).content.decode()
    assert "The strategy stands at its first revision" in first
    assert "Compare revision" not in first
    set_value(strategy, "horizon.months", "30", strategy.number, None)
    second = viewer.get(at("history")).content.decode()
    assert "The strategy stands at revision 2" in second
    assert "Compare revision" in second


def test_two_revisions_are_compared_in_sentences_and_marked_text(come_in, at, strategy):
    said = next(
        s for s in head_of(strategy).document.canvas.block("insight").statements if s.kind == "proposal"
    )
    set_value(strategy, f"{said.id}.text", f"{said.text} And more.", strategy.number, None)
    page = come_in("viewer").get(at("compare") + "?from=1&to=2").content.decode()
    assert "<ins>" in page
    assert "One part says something else" in page


def test_a_block_is_brought_back_as_a_new_revision_on_record(come_in, at, strategy, workspace):
    before = head_of(strategy).document.horizon
    set_value(strategy, "horizon.months", "30", strategy.number, None)
    come_in("editor").post(at("restore"), {"number": "1", "base": "2", "block": "horizon"})
    now = strategy_of(workspace)
    assert (now.number, head_of(now).document.horizon) == (3, before)
    assert Entry.objects.filter(act="strategy.restored", thing="horizon").count() == 1


def test_ones_own_last_save_is_taken_back_by_a_button(come_in, at, strategy, workspace):
    editor, before = come_in("editor"), head_of(strategy).document.horizon
    editor.post(at("part", "horizon"), {"base": "1", "f:months": "30"})
    assert b"Take it back" in editor.get(at("canvas")).content
    editor.post(at("undo"), {"number": "2"})
    assert head_of(strategy_of(workspace)).document.horizon == before


def test_what_was_added_and_taken_back_leads_to_the_list_in_which_it_stood(come_in, at, strategy):
    editor = come_in("editor")
    more = {"id": "more", "name": "More"}
    change(strategy, 1, lambda now: with_block(now, "groups[more]", more), User.objects.get())
    back = editor.post(at("undo"), {"number": "2", "next": at("part", "groups[more]")})
    assert back.url == at("part", "groups")
    assert editor.get(back.url).status_code == 200


def test_an_edit_is_undone_on_the_page_where_it_was_made(come_in, at, strategy):
    editor = come_in("editor")
    for number, wanted, landed in (
        (2, at("goals"), at("goals")),
        (4, "//elsewhere.example/", at("part", "horizon")),
    ):
        saved = editor.post(at("part", "horizon"), {"base": str(number - 1), "f:months": "30"})
        toast = editor.get(saved.url).content.decode()
        assert f'action="{at("undo")}"' in toast
        assert f'name="number" value="{number}"' in toast
        assert editor.post(at("undo"), {"number": str(number), "next": wanted}).url == landed


def test_what_saved_itself_is_undone_from_the_note_of_the_closing_save(come_in, at, strategy):
    editor = come_in("editor")
    editor.post(at("part", "horizon"), {"base": "1", "f:months": "30"}, HTTP_ACCEPT="application/json")
    closed = editor.post(at("part", "horizon"), {"base": "2", "f:months": "30"})
    page = editor.get(closed.url).content.decode()
    assert "Saved as revision 2" in page
    assert 'name="number" value="2"' in page


def test_a_revision_that_is_not_there_is_404(come_in, at):
    editor = come_in("editor")
    assert editor.get(at("compare") + "?from=99").status_code == 404
    assert editor.get(at("history") + "?before=x").status_code == 404
    assert editor.post(at("restore"), {"number": "0"}).status_code == 404
    assert editor.post(at("undo"), {}).status_code == 404


def test_a_viewer_brings_nothing_back_and_a_stranger_reads_nothing(come_in, at, strategy, other_workspace):
    viewer, stranger = come_in("viewer"), come_in("admin", of=other_workspace)
    assert viewer.post(at("restore"), {"number": "1"}).status_code == 403
    assert viewer.post(at("undo"), {"number": "1"}).status_code == 403
    assert [stranger.get(at(name)).status_code for name in ("history", "compare")] == [404, 404]
