"""From a rule in the builder, with counts that follow what is typed, to a task in somebody else's browser."""

import re

from playwright.sync_api import expect


def test_a_segment_is_built_saved_and_handed_on(person, company, door):
    maker, owner = person("editor", name="Ada"), person("commenter", name="Ben", function="sales")
    maker.goto(company.at("segments/"))
    maker.get_by_role("link", name=re.compile("segment", re.IGNORECASE)).last.click()
    counted = maker.locator("#results [role=status]").first
    everybody = counted.inner_text()
    maker.get_by_label("Name", exact=True).fill("The best we have")
    maker.get_by_label("Condition 1: what").select_option(label="Tier")
    maker.get_by_label("Condition 1: how").select_option(label="is")
    maker.get_by_label("Condition 1: compared with").fill("gold")
    expect(counted).not_to_have_text(everybody)
    expect(maker.locator("#left-0, #left-1").first).not_to_be_empty()
    told = counted.inner_text()
    maker.get_by_role("button", name="Save").first.click()
    maker.wait_for_url("**/segments/*/")
    expect(maker.locator("h1")).to_contain_text("The best we have")
    expect(maker.locator("#results [role=status]").first).to_have_text(told)

    maker.get_by_role("button", name="Make a task").click()
    maker.get_by_role("link", name="Set owner and day").click()
    maker.get_by_label("What is to be done").fill("Call everybody in The best we have")
    maker.get_by_label("Who does it").select_option(str(door.key_of(owner)))
    maker.get_by_label("By when").fill("2030-01-07")
    maker.get_by_role("button", name="Save the task").click()

    owner.goto(company.at())
    expect(owner.locator("#due")).to_contain_text("Call everybody in The best we have")
    owner.get_by_role("link", name=re.compile(r"Notices, \d+ new")).click()
    owner.get_by_role("button", name=re.compile("Call everybody")).click()
    expect(owner.locator("main")).to_contain_text("Call everybody in The best we have")
    owner.get_by_role("link", name=re.compile("The best we have")).first.click()
    expect(owner.locator("h1")).to_contain_text("The best we have")
    owner.goto(company.at("tasks/"))
    owner.get_by_role("button", name="Done: Call everybody in The best we have").click()
    expect(owner.get_by_role("button", name="Open again: Call everybody in The best we have")).to_be_visible()
    maker.goto(company.at("tasks/?only=done"))
    expect(maker.locator("li.finished")).to_contain_text("Call everybody in The best we have")


def test_an_audience_says_who_is_in_it_and_stands_among_the_segments(person, company):
    maker = person("editor")
    maker.goto(company.at("segments/new/"))
    maker.get_by_label("Name", exact=True).fill("Winter letter")
    maker.get_by_label("For").select_option(label="An audience to reach")
    maker.get_by_label("Condition 1: what").select_option(label="Orders")
    maker.get_by_label("Condition 1: how").select_option(label="at least")
    maker.get_by_label("Condition 1: compared with").fill("2")
    maker.get_by_role("button", name="Save").first.click()
    maker.wait_for_url(re.compile(r"/segments/\d+/"))
    maker.goto(company.at("segments/"))
    expect(maker.get_by_role("row", name=re.compile("Winter letter.*Audience"))).to_be_visible()
