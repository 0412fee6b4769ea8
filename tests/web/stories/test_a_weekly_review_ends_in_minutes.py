"""A weekly review: from its agenda through notes, a decision and a task to minutes that everybody reads."""

from playwright.sync_api import expect


def test_what_was_noted_decided_and_given_out_stands_in_the_minutes(person, company):
    page, reader = person("editor", name="Ada"), person("viewer", name="Ben")
    page.goto(company.at())
    page.get_by_role("link", name="Start the weekly review").click()
    page.get_by_role("link", name="Open the agenda").first.click()
    expect(page.locator("h1")).to_contain_text(" minutes")
    page.get_by_role("button", name="Begin the review").click()

    page.get_by_label("What was said").fill("Sales asks for the list of lapsed customers")
    page.get_by_role("button", name="Note it").click()
    expect(page.locator(".word").filter(has_text="lapsed customers")).to_be_visible()
    page.get_by_label("Function or person").fill("sales")
    page.get_by_role("button", name="Add", exact=True).first.click()
    expect(page.locator("#note-present")).to_have_value("")
    page.get_by_label("What is decided").fill("Lapsed customers are called first")
    page.get_by_label("Who decided").fill("chief customer officer")
    page.get_by_role("button", name="Keep the decision").click()
    expect(page.locator(".word").filter(has_text="called first")).to_be_visible()
    page.get_by_label("What is done").fill("Draw the list of lapsed customers")
    page.get_by_label("Who", exact=True).fill("head of sales")
    page.get_by_label("By", exact=True).fill("2030-01-07")
    page.get_by_role("button", name="Add the task").click()
    expect(page.locator(".said-list").filter(has_text="Draw the list")).to_be_visible()
    page.get_by_role("button", name="Next item").click()
    expect(page.locator("[aria-current=step]")).to_contain_text("New insights")

    reader.goto(company.at("reviews/"))
    reader.get_by_role("link", name="Join it").click()
    expect(reader.locator("main")).to_contain_text("Lapsed customers are called first")
    expect(reader.get_by_role("button", name="Close the review")).to_have_count(0)

    page.get_by_role("button", name="Close the review").click()
    for told in ("Lapsed customers are called first", "Draw the list of lapsed customers", "Present: sales"):
        expect(page.locator("main")).to_contain_text(told)
    expect(page.locator("main")).to_contain_text("Sales asks for the list of lapsed customers")
    minutes = page.url
    page.get_by_role("button", name="Make a task").first.click()
    expect(page.locator(".made").first).to_be_visible()

    reader.goto(minutes)
    expect(reader.locator("main")).to_contain_text("Draw the list of lapsed customers")
    page.goto(company.at("reviews/"))
    expect(page.locator("main")).to_contain_text("Draw the list of lapsed customers")
    page.goto(company.at("tasks/"))
    expect(page.locator("main")).to_contain_text("Draw the list of lapsed customers")
