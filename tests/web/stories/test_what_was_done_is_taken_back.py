"""Undo: of an edit of a block, of a statement taken out, of a task."""

from playwright.sync_api import expect

EDITED = "{n} customers stand on record, or nearly."


def test_an_edit_of_a_block_is_taken_back_from_the_canvas(person, company, block):
    mine = block(person("editor")).open()
    mine.write(EDITED)
    mine.page.goto(company.at("strategy/"))
    expect(mine.whole).to_contain_text("or nearly")
    mine.page.get_by_role("button", name="Take it back").click()
    expect(mine.whole).not_to_contain_text("or nearly")
    expect(mine.whole).to_contain_text("customers are on record")
    mine.page.goto(company.at("strategy/?at=2"))
    expect(mine.page.locator("main")).to_contain_text("or nearly")


def test_a_statement_marked_to_go_stays_after_undo(person, block):
    mine = block(person("editor")).open()
    item = mine.whole.locator("fieldset.said").first
    item.get_by_label("Take out when saving").check()
    undo = item.get_by_role("button", name="Undo")
    expect(undo).to_be_focused()
    undo.click()
    expect(item.get_by_label("Take out when saving")).not_to_be_checked()
    mine.save()
    expect(mine.whole.locator("form.editor")).to_have_count(0)
    expect(mine.whole).to_contain_text("customers are on record")


def test_a_statement_that_went_comes_back_from_the_history(person, company, block):
    mine = block(person("editor")).open()
    mine.whole.locator("fieldset.said").first.get_by_label("Take out when saving").check()
    mine.save()
    expect(mine.whole.locator("form.editor")).to_have_count(0)
    expect(mine.whole).not_to_contain_text("customers are on record")
    mine.page.goto(company.at("strategy/history/"))
    mine.page.get_by_role("button", name="Take back").first.click()
    mine.page.goto(company.at("strategy/"))
    expect(mine.whole).to_contain_text("customers are on record")


def test_a_task_made_from_a_finding_is_undone_where_it_was_made(person, company):
    page = person("editor")
    page.goto(company.at())
    page.locator("form.make button[value=task]").first.click()
    made = page.locator(".made").first
    expect(made).to_be_visible()
    made.get_by_role("button", name="Undo").click()
    expect(page.locator(".made").get_by_role("button", name="Undo")).to_have_count(0)
    page.goto(company.at("tasks/"))
    expect(page.locator("main")).to_contain_text("No task here")


def test_a_task_that_was_ticked_off_is_opened_again(person, company):
    page = person("editor")
    page.goto(company.at("tasks/"))
    page.get_by_label("What is to be done").fill("Call the ten largest")
    page.get_by_role("button", name="Make the task").click()
    page.goto(company.at("tasks/"))
    page.get_by_role("button", name="Done: Call the ten largest").click()
    page.get_by_role("button", name="Open again: Call the ten largest").click()
    expect(page.get_by_role("button", name="Done: Call the ten largest")).to_be_visible()
    page.reload()
    expect(page.get_by_role("button", name="Done: Call the ten largest")).to_be_visible()
