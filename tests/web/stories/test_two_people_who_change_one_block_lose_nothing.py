"""Two browsers edit one block at once: the second sees both texts and chooses what stands."""

import pytest
from playwright.sync_api import expect

ADAS, BENS = "{n} customers stand on record, says Ada.", "{n} customers stand on record, says Ben."


@pytest.fixture
def clash(person, block):
    """Ada has saved while Ben was editing the same words; Ben's browser shows both."""
    ada, ben = block(person("editor", name="Ada")).open(), block(person("editor", name="Ben")).open()
    ada.write(ADAS)
    ben.text.fill(BENS)
    ben.save()
    asked = ben.page.get_by_role("dialog", name="Two edits of one block")
    expect(asked).to_contain_text("Ada")
    expect(asked.get_by_text("says Ada").first).to_be_visible()
    expect(asked.get_by_text("says Ben").first).to_be_visible()
    return ada, ben, asked


def test_mine_is_kept_and_theirs_stays_in_the_history(clash, company):
    ada, ben, asked = clash
    asked.get_by_role("button", name="Keep mine").click()
    expect(ben.whole).to_contain_text("says Ben")
    ada.page.goto(company.at("strategy/"))
    expect(ada.whole).to_contain_text("says Ben")
    ada.page.goto(company.at("strategy/?at=2"))
    expect(ada.page.locator("main")).to_contain_text("says Ada")


def test_theirs_is_taken_and_nothing_of_mine_waits_to_be_sent(clash, company):
    _, ben, asked = clash
    asked.get_by_role("button", name="Take theirs").click()
    expect(ben.whole).to_contain_text("says Ada")
    ben.page.goto(company.at("strategy/"))
    expect(ben.whole).to_contain_text("says Ada")
    expect(ben.page.locator("[data-kept]")).to_be_hidden()


def test_both_are_merged_by_hand(clash, company):
    ada, ben, asked = clash
    asked.get_by_text("Write it by hand").first.click()
    asked.locator("textarea").first.fill("{n} customers stand on record, say Ada and Ben.")
    asked.get_by_role("button", name="Save as chosen").click()
    expect(ben.whole).to_contain_text("say Ada and Ben")
    ada.page.goto(company.at("strategy/"))
    expect(ada.whole).to_contain_text("say Ada and Ben")


def test_who_decides_later_finds_their_words_again(clash, company):
    _, ben, asked = clash
    asked.get_by_role("button", name="Decide later").click()
    expect(ben.text).to_have_value(BENS)
    ben.page.goto(company.at("strategy/"))
    again = ben.page.get_by_role("dialog", name="Two edits of one block")
    expect(again.get_by_text("says Ben").first).to_be_visible()
    again.get_by_role("button", name="Keep mine").click()
    expect(ben.whole).to_contain_text("says Ben")


def test_two_people_in_two_blocks_are_not_in_each_others_way(person, block, company):
    ada = block(person("editor", name="Ada")).open()
    ben = block(person("editor", name="Ben"), "canvas.context.business_context").open()
    ada.write(ADAS)
    bens = ben.text.input_value() + " Ben adds this."
    ben.write(bens)
    ben.page.goto(company.at("strategy/"))
    expect(ben.whole).to_contain_text("Ben adds this")
    expect(block(ben.page).whole).to_contain_text("says Ada")
