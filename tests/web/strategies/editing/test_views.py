import pytest

from custrata.vocabulary import EvidenceState
from custrata.web.audit.models import Entry
from custrata.web.strategies.saving import head_of, set_value, strategy_of
from custrata.web.strategies.staging import scene_of

CONTEXT = "canvas.context.customer_context"


def block_of(workspace, name="customer_context"):
    return head_of(strategy_of(workspace)).document.canvas.block(name)


def sentence(block, kind="proposal"):
    return next(one for one in block.statements if one.kind == kind)


def test_a_form_sent_as_it_came_changes_nothing(come_in, at, typed, workspace):
    editor = come_in("editor")
    before = strategy_of(workspace).number
    for path in (CONTEXT, "horizon", "sponsor", "foundation", "business", "scoring", "insights", "pattern"):
        form = typed(editor.get(at("part", path)))
        assert editor.post(at("part", path), form).status_code == 302, path
    assert strategy_of(workspace).number == before


def test_every_item_of_every_list_comes_back_as_it_was(come_in, at, typed, workspace, strategy):
    editor = come_in("editor")
    document = head_of(strategy).document
    lists = [name for name in type(document).model_fields if isinstance(getattr(document, name), tuple)]
    tried = 0
    for name in lists:
        for item in getattr(document, name)[:1]:
            if not hasattr(item, "id"):
                continue
            path = at("part", f"{name}[{item.id}]")
            answer = editor.post(path, typed(editor.get(path)))
            assert answer.status_code == 302, (name, answer.content[:3000])
            tried += 1
    assert tried >= 15
    assert strategy_of(workspace).number == strategy.number


def test_a_sentence_is_saved_as_one_revision_of_its_block(come_in, at, typed, workspace):
    editor, entries = come_in("editor"), Entry.objects.filter(act="strategy.saved").count()
    said = sentence(block_of(workspace))
    form = typed(editor.get(at("part", CONTEXT)), **{f"f:statements[{said.id}].text": "We speak with ten."})
    answer = editor.post(at("part", CONTEXT), form)
    assert answer.url == f"{at('canvas')}#b-customer_context"
    assert sentence(block_of(workspace)).text == "We speak with ten."
    assert Entry.objects.filter(act="strategy.saved").count() == entries + 1


def test_a_button_adds_a_proposal_and_keeps_what_was_typed(come_in, at, typed, workspace):
    editor = come_in("editor")
    said = sentence(block_of(workspace))
    form = typed(editor.get(at("part", CONTEXT)), **{f"f:statements[{said.id}].text": "Typed, not saved."})
    again = editor.post(at("part", CONTEXT), {**form, "do": "add:statements:proposal"})
    assert b"Typed, not saved." in again.content
    assert sentence(block_of(workspace)).text == said.text
    wanted = typed(again)
    new = next(name for name in wanted if name.startswith("n:statements["))[2:]
    wanted[f"f:{new}.text"] = ["A new judgement."]
    assert editor.post(at("part", CONTEXT), wanted).status_code == 302
    assert "A new judgement." in [one.text for one in block_of(workspace).statements]
    assert "Typed, not saved." in [one.text for one in block_of(workspace).statements]


def test_a_statement_is_taken_out_and_its_neighbours_stay(come_in, at, typed, workspace):
    editor = come_in("editor")
    before = block_of(workspace).statements
    gone = sentence(block_of(workspace))
    form = typed(editor.get(at("part", CONTEXT)), **{f"x:statements[{gone.id}]": "1"})
    editor.post(at("part", CONTEXT), form)
    assert block_of(workspace).statements == tuple(one for one in before if one.id != gone.id)


def test_statements_are_moved_by_a_button(come_in, at, typed, workspace):
    editor = come_in("editor")
    first, second, *_ = [one.id for one in block_of(workspace).statements]
    again = editor.post(
        at("part", CONTEXT), {**typed(editor.get(at("part", CONTEXT))), "do": f"down:statements[{first}]"}
    )
    editor.post(at("part", CONTEXT), typed(again))
    assert [one.id for one in block_of(workspace).statements][:2] == [second, first]


def test_what_does_not_fit_stands_beside_its_field_with_all_that_was_typed(come_in, at, typed, workspace):
    editor = come_in("editor")
    form = typed(editor.get(at("part", "horizon")), **{"f:months": "soon", "f:vision_years": "4"})
    answer = editor.post(at("part", "horizon"), form)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert 'value="soon"' in page
    assert 'value="4"' in page
    assert "write a number" in page


def test_what_the_form_of_the_document_refuses_is_told_at_its_field(come_in, at, typed):
    editor = come_in("editor")
    form = typed(editor.get(at("part", "horizon")), **{"f:months": "999"})
    answer = editor.post(at("part", "horizon"), form, headers={"Accept": "application/json"})
    assert answer.status_code == 422
    assert "months" in answer.json()["errors"]


def test_a_new_part_is_begun_from_its_list(come_in, at, typed, workspace):
    editor = come_in("editor")
    begun = editor.post(at("part", "principles"))
    page = editor.get(begun.url)
    again = editor.post(begun.url, {**typed(page), "do": "add:statement:proposal"})
    form = typed(again)
    form["f:statement.text"] = ["We answer the same day."]
    form["n:statement"] = form.get("n:statement", ["proposal:P99999"])
    assert editor.post(begun.url, form).status_code == 302
    assert head_of(strategy_of(workspace)).document.principles[-1].statement.text == "We answer the same day."


def test_a_part_is_taken_out_and_its_neighbour_stays(come_in, at, typed, workspace):
    editor = come_in("editor")
    gone, *rest = head_of(strategy_of(workspace)).document.principles
    form = typed(editor.get(at("part", f"principles[{gone.id}]")))
    editor.post(at("part", f"principles[{gone.id}]"), {**form, "remove": "1"})
    assert head_of(strategy_of(workspace)).document.principles == tuple(rest)


def test_a_save_that_was_overtaken_is_answered_with_both_texts(come_in, at, typed, strategy, workspace):
    editor = come_in("editor")
    form = typed(editor.get(at("part", "horizon")), **{"f:months": "18"})
    set_value(strategy, "horizon.months", "30", strategy.number, None)
    answer = editor.post(at("part", "horizon"), form, headers={"Accept": "application/json"})
    assert answer.status_code == 409
    assert (answer.json()["theirs"]["horizon"]["months"], answer.json()["mine"]["horizon"]["months"]) == (
        30,
        18,
    )
    page = editor.post(at("part", "horizon"), form)
    assert page.status_code == 409
    assert b"Keep mine" in page.content
    assert head_of(strategy_of(workspace)).document.horizon.months == 30


def test_an_autosave_says_the_number_that_the_next_one_builds_on(come_in, at, typed, strategy):
    editor = come_in("editor")
    form = typed(editor.get(at("part", "horizon")), **{"f:months": "18"})
    answer = editor.post(at("part", "horizon"), form, headers={"Accept": "application/json"})
    assert answer.json() == {"number": strategy.number + 1, "blocks": ["horizon"]}


@pytest.mark.parametrize("path", ["sign_offs[head of sales]", "revision", "nowhere", "canvas.context.moon"])
def test_what_no_form_edits_is_not_there(come_in, at, path):
    assert come_in("editor").get(at("part", path)).status_code == 404


def test_a_viewer_may_not_edit_and_a_stranger_finds_nothing(come_in, at, other_workspace):
    assert come_in("viewer").get(at("part", "horizon")).status_code == 403
    assert come_in("viewer").post(at("part", "horizon"), {"base": "1"}).status_code == 403
    assert come_in("admin", of=other_workspace).get(at("part", "horizon")).status_code == 404


def test_nobody_is_sent_out_of_the_workspace_after_a_save(come_in, at, typed):
    editor = come_in("editor")
    form = typed(editor.get(at("part", "horizon")), next="//evil.example/")
    assert editor.post(at("part", "horizon"), form).url == at("parts")


def test_all_parts_are_listed_within_few_queries(come_in, at, django_assert_max_num_queries):
    viewer = come_in("viewer")
    viewer.get(at("parts"))
    with django_assert_max_num_queries(15):
        page = viewer.get(at("parts")).content.decode()
    assert "Initiatives" in page


def test_a_form_takes_few_queries(come_in, at, django_assert_max_num_queries):
    editor = come_in("editor")
    editor.get(at("part", CONTEXT))
    with django_assert_max_num_queries(15):
        assert editor.get(at("part", CONTEXT)).status_code == 200


def number_of(workspace):
    claim = next(c for c in block_of(workspace).statements if c.kind == "claim" and c.figures)
    return claim, f"statements[{claim.id}].figures[{claim.figures[0].name}]"


def test_a_number_is_looked_at_before_it_is_saved(come_in, at, typed, workspace, strategy):
    editor, (_, path) = come_in("editor"), number_of(workspace)
    form = typed(editor.get(at("part", CONTEXT)), **{f"f:{path}.measure": "revenue", f"f:{path}.segment": ""})
    told = editor.post(at("part", CONTEXT), {**form, f"f:{path}.comparison": "alone", "look": path}).json()
    assert told["title"].startswith("Revenue")
    assert "Supported" in told["now"]
    assert strategy_of(workspace).number == strategy.number, "looking saves nothing"
    assert editor.post(at("part", CONTEXT), {**form, "look": "statements[no].figures[no]"}).status_code == 404
    assert come_in("commenter").post(at("part", CONTEXT), {**form, "look": path}).status_code == 403


def test_a_number_of_a_claim_is_chosen_saved_and_taken_back(come_in, at, typed, workspace):
    editor, (claim, path) = come_in("editor"), number_of(workspace)
    chosen = {"measure": "revenue", "segment": "", "period": "all", "comparison": "alone", "tolerance": ""}
    chosen |= {"direction": "at least", "threshold": "1"}
    form = typed(
        editor.get(at("part", CONTEXT)), **{f"f:{path}.{name}": value for name, value in chosen.items()}
    )
    assert editor.post(at("part", CONTEXT), form).status_code == 302
    made = next(c for c in block_of(workspace).statements if c.id == claim.id)
    figure = made.figures[0]
    revenue = scene_of(workspace).snapshot.reading("revenue")
    assert (figure.measure, figure.value, figure.threshold) == ("revenue", revenue.value, 1.0)
    assert figure.direction == "at least"
    assert scene_of(workspace).judged[claim.id].state is EvidenceState.SUPPORTED
    number = strategy_of(workspace).number
    editor.post(at("undo"), {"number": str(number)})
    assert next(c for c in block_of(workspace).statements if c.id == claim.id) == claim


def test_a_number_that_somebody_else_has_changed_meanwhile_is_a_conflict(come_in, at, typed, workspace):
    first, second, (_, path) = come_in("editor"), come_in("editor"), number_of(workspace)
    mine, theirs = (
        typed(first.get(at("part", CONTEXT)), **{f"f:{path}.least_n": many}) for many in ("11", "12")
    )
    assert second.post(at("part", CONTEXT), theirs).status_code == 302
    answer = first.post(at("part", CONTEXT), mine, headers={"Accept": "application/json"})
    assert answer.status_code == 409


def test_a_number_is_bound_to_a_sentence_without_a_script(come_in, at, typed, workspace):
    editor = come_in("editor")
    said = sentence(block_of(workspace))
    form = typed(editor.get(at("part", CONTEXT)))
    again = editor.post(at("part", CONTEXT), {**form, "do": f"add:statements[{said.id}].figures:Figure"})
    assert "choose what it measures" in again.content.decode().lower()
    path = f"statements[{said.id}].figures[number]"
    refused = editor.post(at("part", CONTEXT), typed(again))
    assert refused.status_code == 422
    assert (
        editor.post(at("part", CONTEXT), typed(again, **{f"f:{path}.measure": "customers"})).status_code
        == 302
    )
    assert (
        sentence(block_of(workspace)).figures[0].value
        == scene_of(workspace).snapshot.reading("customers").value
    )
