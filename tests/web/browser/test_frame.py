"""The frame in a real browser: nothing that axe finds, nothing that scrolls sideways, everything by keys."""

import pytest
from playwright.sync_api import expect

SCHEMES = ("light", "dark")
SOAK = pytest.mark.soak
TRY = """slug => {
  document.querySelector("main").insertAdjacentHTML("beforeend",
    `<form id="try" hx-post="/w/${slug}/nothing/"><input name="word"><button>Send</button></form>`);
  htmx.process(document.getElementById("try")); }"""
TEXTS = """() => [...document.querySelectorAll(".plot > svg")].filter(svg => svg.checkVisibility())
  .flatMap(svg => [...svg.querySelectorAll("text")].map(text => parseFloat(getComputedStyle(text).fontSize)
    * svg.getBoundingClientRect().width / svg.viewBox.baseVal.width))"""
WIDE = """() => {
  const wide = document.createElement("div");
  wide.className = "wide-one";
  wide.style.width = "900px";
  wide.style.height = "9px";
  document.querySelector("main").append(wide); }"""


@pytest.fixture
def specimen(page_of, workspace, settings):
    """Opens the page with one exhibit of each kind: ``specimen(width=390)``."""
    settings.ROOT_URLCONF = "tests.web.browser.specimen"

    def opened(role="viewer", **kind):
        page = page_of(role, **kind)
        page.goto(f"/w/{workspace.slug}/specimen/")
        page.wait_for_selector("html.js")
        return page

    return opened


@pytest.mark.parametrize(
    ("width", "text"),
    [(1440, 1), pytest.param(390, 1, marks=SOAK), (320, 1), pytest.param(1440, 2, marks=SOAK), (390, 2)],
)
def test_every_exhibit_is_accessible_at_every_width_and_size_of_text(
    specimen, axe, sideways, screens, width, text
):
    page = specimen(width=width, text=text)
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        axe(page)
        screens(page, f"specimen-{width}-{text}-{scheme}")
    if text == 1:
        sideways(page)


def test_the_harness_finds_a_picture_without_words(specimen, axe):
    page = specimen()
    page.evaluate("document.querySelector('main').append(document.createElement('img'))")
    with pytest.raises(AssertionError, match="image-alt"):
        axe(page)


def test_the_harness_finds_what_sticks_out(specimen, sideways):
    page = specimen(width=390)
    page.evaluate(WIDE)
    with pytest.raises(AssertionError, match="wide-one"):
        sideways(page)


@pytest.mark.parametrize("width", [1440, pytest.param(320, marks=SOAK)])
def test_everything_that_opens_is_accessible_while_it_is_open(specimen, axe, width):
    page = specimen(width=width)

    def check():
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            axe(page)
        page.keyboard.press("Escape")

    page.locator(".find").click()
    page.locator("#palette [role=option]").first.wait_for()
    check()
    page.keyboard.press("?")
    expect(page.locator("#keys")).to_be_visible()
    check()
    page.locator(".me").click()
    page.locator("#person .mine li").first.wait_for()
    check()
    page.locator("main .num").first.click()
    expect(page.locator(".pop:popover-open")).to_have_count(1)
    check()


def test_the_palette_opens_by_keys_and_enter_goes_there(specimen, workspace):
    page = specimen()
    page.keyboard.press("Control+k")
    page.locator("#palette-list [role=option]").first.wait_for()
    page.keyboard.type("definition net rev")
    chosen = page.locator("#palette-list [aria-selected=true]")
    expect(chosen).to_contain_text("Definition")
    expect(page.locator("#palette-said")).to_contain_text("found")
    first = chosen.get_attribute("href")
    page.keyboard.press("ArrowDown")
    second = chosen.get_attribute("href")
    assert second != first
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{second}")


def test_what_opened_a_dialog_has_the_focus_again_after_escape(specimen):
    page = specimen()
    page.locator(".find").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#palette-q")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#palette")).to_be_hidden()
    expect(page.locator(".find")).to_be_focused()


def test_g_and_a_letter_goes_to_a_room_and_not_while_one_types(specimen, workspace):
    page = specimen()
    page.goto(f"/w/{workspace.slug}/definitions/")
    page.keyboard.press("g")
    page.keyboard.press("h")
    page.wait_for_url(f"**/w/{workspace.slug}/")
    page.keyboard.press("Control+k")
    page.keyboard.type("gh")
    expect(page.locator("#palette-q")).to_have_value("gh")


def test_single_keys_can_be_turned_off_and_stay_off(specimen):
    page = specimen()
    page.locator(".me").click()
    with page.expect_response("**/frame/person/"):
        page.get_by_label("Single keys").uncheck()
    page.reload()
    page.keyboard.press("?")
    expect(page.locator("#keys")).to_be_hidden()
    page.keyboard.press("Control+k")
    expect(page.locator("#palette")).to_be_visible()


def test_a_theme_is_worn_at_once_and_kept(specimen):
    page = specimen()
    page.locator(".me").click()
    with page.expect_response("**/frame/person/") as kept:
        page.get_by_label("Dark").check()
    assert kept.value.status == 204
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "dark"


def test_the_settings_work_without_scripts(live, browser, page_of, workspace):
    page = page_of("viewer")
    context = browser.new_context(base_url=live, java_script_enabled=False)
    context.add_cookies(page.context.cookies())
    plain = context.new_page()
    plain.goto(f"/w/{workspace.slug}/")
    plain.locator(".me").click()
    plain.locator("#person input[value=dark]").check()
    plain.get_by_role("button", name="Keep").click()
    plain.wait_for_url(f"**/w/{workspace.slug}/")
    expect(plain.locator("html")).to_have_attribute("data-theme", "dark")
    context.close()


def test_a_number_opens_what_it_is_and_its_query(specimen, axe):
    page = specimen()
    page.locator("main .fact .num").first.click()
    pop = page.locator(".pop:popover-open")
    expect(pop).to_contain_text("Period")
    pop.get_by_text("Show the query").click()
    expect(pop.locator("pre")).to_contain_text("SELECT")
    axe(page)
    page.keyboard.press("Escape")
    expect(page.locator(".pop:popover-open")).to_have_count(0)


def test_no_name_stands_twice_on_a_page(specimen):
    page = specimen()
    doubled = page.evaluate("""() => { const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
      return ids.filter((id, at) => ids.indexOf(id) !== at); }""")
    assert doubled == []


def test_a_chart_answers_to_the_pointer_without_breaking_the_content_policy(specimen, axe):
    page = specimen()
    fetched = []
    page.on("request", lambda request: fetched.append(request.url))
    chart = page.locator("#s-revenue_moved .chart[data-spec]")
    assert not any("vega" in url for url in fetched)
    chart.scroll_into_view_if_needed()
    chart.locator(".plot").hover()
    page.locator(".plot.drawn .live svg").first.wait_for()
    assert sum("/frame/vega-" in url for url in fetched) == 1
    bars = page.locator(".live .mark-rect.role-mark path").all()
    tallest = max((bar.bounding_box() for bar in bars), key=lambda box: box["height"])
    middle = tallest["x"] + tallest["width"] / 2, tallest["y"] + tallest["height"] / 2
    page.mouse.move(*middle)
    page.mouse.move(middle[0] + 1, middle[1])
    expect(page.locator(".tip:popover-open")).to_be_visible()
    axe(page)


def test_text_in_charts_is_never_smaller_than_eleven_pixels(specimen):
    page = specimen()
    for width in (1440, 1180, 800, 390, 320):
        page.set_viewport_size({"width": width, "height": 900})
        sizes = page.evaluate(TEXTS)
        assert sizes, f"no chart is shown at {width}"
        assert min(sizes) >= 10.5, f"{min(sizes):.1f} px at {width}"
        assert max(sizes) <= 12.5, f"{max(sizes):.1f} px at {width}"


def test_presenting_shows_one_sheet_a_screen_and_keys_move(specimen, axe):
    page = specimen()
    page.evaluate("Element.prototype.requestFullscreen = undefined")
    page.keyboard.press("p")
    expect(page.locator("html")).to_have_attribute("data-mode", "present")
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator("main .sheet:visible")).to_have_count(0)
    page.keyboard.press("ArrowRight")
    expect(page.locator("main .sheet:visible")).to_have_count(1)
    axe(page)
    page.keyboard.press("b")
    expect(page.locator("main .sheet").first).to_be_hidden()
    page.keyboard.press("b")
    page.locator(".sheet:visible .num").first.click()
    expect(page.locator(".pop:popover-open")).to_have_count(1)
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    assert page.locator("html").get_attribute("data-mode") is None
    assert page.locator("main .sheet:visible").count() > 1


def test_on_paper_what_numbers_open_becomes_notes(specimen):
    page = specimen()
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    notes = page.locator("#notes li")
    assert notes.count() > 3
    expect(page.locator("main .num sup").first).to_have_text("1")
    expect(page.locator(".rail")).to_be_hidden()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert notes.count() == 0
    assert page.locator("main .num sup").count() == 0


def test_on_paper_a_measure_has_one_note_and_a_sheet_wears_it_once(specimen):
    page = specimen()
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    notes = page.locator("#notes li").all_inner_texts()
    assert len(notes) == len(set(notes)) < page.locator("main .num").count()
    worn = "sheets => sheets.map(s => [...s.querySelectorAll('sup')].map(one => one.textContent))"
    for signs in page.locator("main .sheet").evaluate_all(worn):
        assert len(signs) == len(set(signs))


def test_a_page_of_paper_begins_with_the_workspace_and_its_data(specimen, workspace):
    page = specimen()
    expect(page.locator(".paper")).to_be_hidden()
    page.emulate_media(media="print")
    expect(page.locator(".paper")).to_contain_text(workspace.name)
    expect(page.locator(".paper")).to_contain_text("Data to")
    for gone in (".rail", ".bar", ".tabs", "main .btn"):
        assert page.locator(f"{gone}:visible").count() == 0


def test_the_tabs_at_the_thumb_reach_every_room(specimen, axe):
    page = specimen(width=390)
    expect(page.locator(".rail")).to_be_hidden()
    page.get_by_role("button", name="More").click()
    expect(page.locator("#rooms")).to_be_visible()
    axe(page)
    rail = page.locator(".rail li a").count()
    assert page.locator("#rooms li a").count() == rail > 0


def test_a_refused_page_keeps_the_frame_and_is_accessible(page_of, workspace, axe, sideways):
    page = page_of("viewer", width=320)
    page.goto(f"/w/{workspace.slug}/nothing/")
    expect(page.locator("h1")).to_have_text("There is nothing here")
    expect(page.locator(".tabs")).to_be_visible()
    axe(page)
    sideways(page)


def test_what_is_refused_is_said_where_it_arose_and_what_was_typed_stays(specimen, workspace):
    page = specimen()
    page.evaluate(TRY, workspace.slug)
    page.locator("#try input").fill("what I typed")
    page.locator("#try button").click()
    expect(page.locator("#try [data-refusal]")).to_contain_text("There is nothing here")
    expect(page.locator("#try input")).to_have_value("what I typed")


def test_a_lost_network_is_said_and_nothing_is_lost(specimen, workspace):
    page = specimen()
    page.evaluate(TRY, workspace.slug)
    page.locator("#try input").fill("typed")
    page.context.set_offline(True)
    page.locator("#try button").click()
    expect(page.locator("#toasts .toast")).to_contain_text("The server was not reached")
    expect(page.locator("#try input")).to_have_value("typed")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_doors_are_accessible_and_speak_of_what_went_wrong(page_of, axe, sideways, scheme):
    page = page_of("", width=320, scheme=scheme)
    page.goto("/account/login/")
    axe(page)
    sideways(page)
    page.locator("[name=login]").fill("nobody@example.org")
    page.locator("[name=password]").fill("not this one")
    page.locator("button.first").click()
    expect(page.get_by_role("alert")).to_be_visible()
    expect(page.locator("[name=login]")).to_have_value("nobody@example.org")
    axe(page)


@pytest.mark.parametrize(
    "address",
    [
        "/account/password/change/",
        "/account/2fa/",
        "/account/sessions/",
        "/account/reauthenticate/",
        "/account/logout/",
        "/account/password/reset/",
    ],
)
def test_the_pages_of_an_account_are_accessible(page_of, axe, sideways, address):
    page = page_of("viewer", width=320)
    page.goto(address)
    expect(page.locator("h1")).to_have_count(1)
    axe(page)
    sideways(page)


def test_the_definitions_are_accessible(page_of, workspace, axe, sideways):
    page = page_of("viewer", width=320)
    for address in ("definitions/", "definitions/customers/"):
        page.goto(f"/w/{workspace.slug}/{address}")
        axe(page)
        sideways(page)
