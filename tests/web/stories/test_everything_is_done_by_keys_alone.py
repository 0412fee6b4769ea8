"""No mouse: from the skip link to a saved claim and a sent comment, and the focus is never lost."""

import re

import pytest
from playwright.sync_api import expect

FOCUS = """() => { const e = document.activeElement;
  return e && e !== document.body && e.checkVisibility() ? e.outerHTML.slice(0, 120) : ""; }"""
MOUSELESS = """for (const kind of ["pointerdown", "mousedown"])
  addEventListener(kind, () => { throw Error("a mouse was used"); }, true);"""
REACHED = """text => document.activeElement.matches(text)"""


@pytest.fixture
def keys(person):
    """A page of an editor on which a mouse is an error."""
    page = person("editor")
    page.add_init_script(MOUSELESS)
    return page


def press(page, *pressed):
    """Press keys one after another; after each something visible has the focus."""
    for key in pressed:
        page.keyboard.press(key)
        assert page.evaluate(FOCUS), f"the focus is lost after {key} on {page.url}"


def tab_to(page, selector, limit=60, key="Tab"):
    """Go on by Tab until what is sought has the focus."""
    for _ in range(limit):
        page.keyboard.press(key)
        if page.evaluate(REACHED, selector):
            return
    raise AssertionError(f"{selector} is not reached by {limit} x {key} on {page.url}")


def test_the_skip_link_is_first_and_leads_to_the_page(keys, company):
    keys.goto(company.at())
    press(keys, "Tab")
    assert keys.evaluate(REACHED, "a.skip")
    keys.keyboard.press("Enter")
    press(keys, "Tab")
    assert keys.evaluate("() => Boolean(document.activeElement.closest('main'))")


def test_a_number_just_added_is_not_refused_before_its_measure_is_chosen(person, block):
    mine = block(person("editor")).open()
    mine.whole.get_by_role("button", name="Bind a number").first.focus()
    mine.page.keyboard.press("Enter")
    expect(mine.whole.locator("details.figure input[list=readable]:focus")).to_have_value("")
    mine.page.wait_for_timeout(1_300)  # a second after the last key a block is saved
    expect(mine.whole.locator("[data-state]")).to_have_text("not saved yet")
    expect(mine.whole.locator("[data-wrong]")).to_have_count(0)
    mine.page.keyboard.type("Active customers")
    mine.text.focus()
    expect(mine.whole.locator("[data-state]")).to_have_text(re.compile("^saved"))


def to_the_measure(keys):
    """Open the first number of a claim, and pick up what is written as its measure."""
    tab_to(keys, "details.figure > summary", 150)
    keys.keyboard.press("Enter")
    tab_to(keys, "details.figure input[list=readable]")
    keys.keyboard.press("Control+A")


def test_a_number_of_a_claim_is_chosen_seen_at_once_and_saved(keys, company):
    keys.goto(company.at("strategy/part/canvas.context.customer_context"))
    keys.wait_for_selector("html.js")
    number = keys.locator("details.figure").first
    to_the_measure(keys)
    keys.keyboard.type("revenue")
    expect(number.locator("[data-title]")).to_contain_text("Revenue")
    expect(keys.locator("[data-state]").first).to_have_text("not saved yet")
    tab_to(keys, "details.figure select[name$=comparison]")
    keys.keyboard.press("ArrowDown")
    expect(number.locator("[data-title]")).to_contain_text("as a share of")
    expect(number.locator("[data-now]")).to_contain_text("100%")
    keys.keyboard.press("Control+Enter")
    keys.wait_for_url("**/strategy/#*")
    expect(keys.locator("#b-customer_context")).to_contain_text("100%")


def test_a_late_answer_to_an_earlier_choice_shows_nothing(keys, company):
    held, asked = [], []

    def first_comes_last(route):
        if 'name="look"' not in (route.request.post_data or ""):
            return route.continue_()
        asked.append(route)
        if len(asked) == 1:
            return held.append((route, route.fetch()))
        route.fulfill(response=route.fetch())
        late, answer = held.pop() if held else (None, None)
        return late and late.fulfill(response=answer)

    keys.route("**/strategy/part/**", first_comes_last)
    keys.goto(company.at("strategy/part/canvas.context.customer_context"))
    keys.wait_for_selector("html.js")
    title = keys.locator("details.figure [data-title]").first
    to_the_measure(keys)
    with keys.expect_request(lambda request: request.method == "POST"):
        keys.keyboard.type("revenue")
    tab_to(keys, "details.figure select[name$=comparison]")
    with keys.expect_response(lambda answer: answer.request.method == "POST"):
        keys.keyboard.press("ArrowDown")
    expect(title).to_contain_text("as a share of")
    keys.wait_for_load_state("networkidle")
    expect(title).to_contain_text("as a share of")


def test_a_claim_is_edited_saved_and_talked_about(keys, company):
    keys.goto(company.at())
    keys.keyboard.press("g")
    keys.keyboard.press("c")
    keys.wait_for_url("**/strategy/")
    keys.wait_for_selector("html.js")
    block = keys.locator('[data-block="canvas.context.customer_context"]')
    tab_to(keys, '[aria-label="Edit Customer context"]', 150)
    keys.keyboard.press("Enter")
    block.locator("form.editor textarea").first.wait_for()
    tab_to(keys, "textarea")
    keys.keyboard.press("Control+A")
    keys.keyboard.type("{n} customers stand on record, typed by hand.")
    keys.keyboard.press("Control+Enter")
    expect(block).to_contain_text("typed by hand")
    expect(block.locator("form.editor")).to_have_count(0)
    expect(block).to_be_focused()
    tab_to(keys, "a.count-link")
    keys.keyboard.press("Enter")
    keys.wait_for_url("**/talk/**")
    tab_to(keys, "textarea[data-names]")
    keys.keyboard.type("Is this so?")
    keys.keyboard.press("Control+Enter")
    expect(keys.locator(".thread")).to_contain_text("Is this so?")
    assert keys.evaluate(FOCUS), "the focus is lost after a comment was sent"


def test_escape_closes_the_editor_and_keeps_what_was_typed(keys, company):
    keys.goto(company.at("strategy/"))
    keys.wait_for_selector("html.js")
    block = keys.locator('[data-block="canvas.context.customer_context"]')
    tab_to(keys, '[aria-label="Edit Customer context"]', 150)
    keys.keyboard.press("Enter")
    block.locator("form.editor textarea").first.wait_for()
    tab_to(keys, "textarea")
    keys.keyboard.press("End")
    keys.keyboard.press("Control+End")
    keys.keyboard.type(" Kept by Escape.")
    keys.keyboard.press("Escape")
    expect(block).to_contain_text("Kept by Escape")
    expect(block).to_be_focused()


def test_dialogs_close_by_escape_and_give_the_focus_back(keys, company):
    keys.goto(company.at())
    keys.wait_for_selector("html.js")
    tab_to(keys, ".find")
    press(keys, "Enter")
    expect(keys.locator("#palette-q")).to_be_focused()
    press(keys, "Escape")
    expect(keys.locator(".find")).to_be_focused()
    press(keys, "?")
    expect(keys.locator("#keys")).to_be_visible()
    press(keys, "Escape")
    expect(keys.locator(".find")).to_be_focused()
    tab_to(keys, ".me")
    press(keys, "Enter")
    expect(keys.locator("#person")).to_be_visible()
    press(keys, "Escape")
    expect(keys.locator(".me")).to_be_focused()
    tab_to(keys, "main .num")
    press(keys, "Enter")
    expect(keys.locator(".pop:popover-open")).to_have_count(1)
    press(keys, "Escape")
    expect(keys.locator(".pop:popover-open")).to_have_count(0)
    assert keys.evaluate(REACHED, ".num")


def test_the_palette_leads_everywhere(keys, company):
    keys.goto(company.at())
    keys.wait_for_selector("html.js")
    for typed, address in (
        ("reviews", "**/reviews/"),
        ("segments", "**/segments/"),
        ("sign-off", "**/sign-off/"),
    ):
        keys.keyboard.press("Control+k")
        keys.keyboard.type(typed)
        keys.locator("#palette-list [aria-selected=true]").filter(has_text=typed[1:]).wait_for()
        keys.keyboard.press("Enter")
        keys.wait_for_url(address)
        keys.wait_for_selector("html.js")
