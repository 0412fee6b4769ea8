"""The network goes while somebody types: their words are kept over a reload and sent when it is back."""

from playwright.sync_api import expect

OFFLINE = "{n} customers stand on record, typed in a tunnel."


def test_words_typed_offline_outlive_the_page_and_are_sent_on_return(person, company, block):
    mine, reader = block(person("editor", name="Ada")).open(), person("viewer", name="Ben")
    mine.page.context.set_offline(True)
    mine.text.fill(OFFLINE)
    expect(mine.whole.locator("[data-state]")).to_have_text("kept here, not yet saved")
    # The tab is closed and opened again once there is a network.
    mine.page.on("dialog", lambda asked: asked.accept())
    again = mine.page.context.new_page()
    mine.page.close()
    again.context.set_offline(False)
    again.goto(company.at("strategy/"))
    expect(block(again).whole).to_contain_text("typed in a tunnel")
    expect(again.locator("#toasts")).to_contain_text("is saved")
    reader.goto(company.at("strategy/"))
    expect(block(reader).whole).to_contain_text("typed in a tunnel")
    again.reload()
    expect(again.locator("[data-kept]")).to_be_hidden()
    assert again.evaluate("Object.keys(localStorage).filter(k => k.startsWith('custrata:typed:'))") == []


def test_words_typed_offline_are_sent_as_soon_as_the_network_is_back(person, company, block):
    mine = block(person("editor")).open()
    mine.page.context.set_offline(True)
    mine.text.fill(OFFLINE)
    expect(mine.whole.locator("[data-state]")).to_have_text("kept here, not yet saved")
    mine.save()
    expect(mine.text).to_have_value(OFFLINE)
    mine.page.context.set_offline(False)
    expect(mine.whole.locator("[data-state]")).to_have_text("saved")
    mine.page.goto(company.at("strategy/"))
    expect(mine.whole).to_contain_text("typed in a tunnel")


def test_a_save_by_somebody_else_meanwhile_is_shown_on_return(person, company, block):
    ada, ben = block(person("editor", name="Ada")).open(), block(person("editor", name="Ben")).open()
    ada.page.context.set_offline(True)
    ada.text.fill(OFFLINE)
    expect(ada.whole.locator("[data-state]")).to_have_text("kept here, not yet saved")
    ben.write("{n} customers stand on record, says Ben meanwhile.")
    ada.page.context.set_offline(False)
    asked = ada.page.get_by_role("dialog", name="Two edits of one block")
    expect(asked.get_by_text("says Ben meanwhile").first).to_be_visible()
    expect(asked.get_by_text("typed in a tunnel").first).to_be_visible()
    asked.get_by_role("button", name="Keep mine").click()
    expect(ada.whole).to_contain_text("typed in a tunnel")
    assert ada.page.evaluate("Object.keys(localStorage).filter(k => k.startsWith('custrata:typed:'))") == []


def test_a_comment_typed_offline_is_there_again_after_a_reload(person, company):
    page = person("commenter")
    page.goto(company.at("talk/?address=page:home"))
    page.context.set_offline(True)
    page.get_by_label("Your comment").fill("What about the lapsed ones?")
    page.get_by_role("button", name="Send the comment").click()
    page.context.set_offline(False)
    page.reload()
    expect(page.get_by_label("Your comment")).to_have_value("What about the lapsed ones?")
    page.get_by_role("button", name="Send the comment").click()
    expect(page.locator(".thread")).to_contain_text("What about the lapsed ones?")
    expect(page.get_by_label("Your comment")).to_have_value("")


def test_words_typed_after_a_session_has_ended_wait_for_their_person_alone(person, company, block):
    mine, other = block(person("editor", name="Ada")).open(), person("editor", name="Ben")
    browser = mine.page.context
    ours, theirs = browser.cookies(), other.context.cookies()
    browser.clear_cookies(name="sessionid")
    mine.text.fill(OFFLINE)
    expect(mine.whole.locator("[data-state]")).to_contain_text("your session has ended")
    browser.add_cookies(theirs)
    mine.page.goto(company.at("strategy/"))
    expect(mine.page.locator("[data-kept]")).to_be_hidden()
    expect(mine.whole).not_to_contain_text("typed in a tunnel")
    browser.add_cookies(ours)
    mine.page.goto(company.at("strategy/"))
    expect(mine.page.locator("#toasts")).to_contain_text("is saved")
    expect(mine.whole).to_contain_text("typed in a tunnel")
