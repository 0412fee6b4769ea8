"""Two people: one signs what stands, the other edits it later; the signature opens again and says why."""

from playwright.sync_api import expect


def test_an_edit_after_the_signature_opens_it_again_and_says_what_changed(person, company, block):
    author = person("editor", name="Ada")
    signer = person("commenter", name="Ben", function="sales")
    author.goto(company.at("strategy/sign-off/"))
    author.get_by_label("Functions that are asked, one a line").fill("sales\nfinance")
    author.get_by_label("What they should look at").fill("The context of customers")
    author.get_by_role("button", name="Ask for sign-off").click()

    signer.goto(company.at("strategy/sign-off/"))
    expect(signer.locator("main")).to_contain_text("The context of customers")
    signer.get_by_role("button", name="Sign for sales").click()
    expect(signer.locator("h1")).to_contain_text("1 of 2")
    expect(signer.get_by_role("button", name="Sign for finance")).to_have_count(0)

    block(author).open().write("{n} customers stand on record, counted anew.")
    author.goto(company.at("strategy/"))
    bar = author.get_by_role("region", name="Sign-off")
    expect(bar).to_contain_text("No function has signed")
    expect(bar.get_by_role("link", name="What changed since")).to_be_visible()
    expect(block(author).whole).to_contain_text("Changed since sign-off")

    signer.goto(company.at("notices/"))
    expect(signer.locator(".notices")).to_contain_text("open again")
    signer.goto(company.at("strategy/sign-off/"))
    expect(signer.locator("h1")).to_contain_text("2 are asked")
    signer.locator(".asked-of details summary").first.click()
    expect(signer.locator(".asked-of details").first).to_contain_text("counted anew")
    signer.get_by_role("button", name="Sign for sales").click()
    expect(signer.locator("h1")).to_contain_text("1 of 2")
    author.goto(company.at("strategy/"))
    expect(author.get_by_role("region", name="Sign-off")).to_contain_text("1 of 2")
    expect(block(author).whole).not_to_contain_text("Changed since sign-off")
