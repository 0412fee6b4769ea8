"""Every page in a real browser: nothing that axe finds, nothing sideways, one finding at its head."""

import pytest
from django.urls import reverse

from custrata.web.frame.rail import RAIL

SCHEMES = ("light", "dark")
ROOMS = tuple(room.key for _, rooms in RAIL for room in rooms)
BENEATH = (
    *("tasks/", "notices/", "portfolio/worth/", "intelligence/apart/", "portfolio/what-if/"),
    *("strategy/history/", "strategy/parts/", "strategy/sign-off/", "strategy/claims/E01/"),
    *("segments/new/", "reviews/weekly/", "boards/sales/", "pitfalls/GA101/", "talk/?address=E01"),
    *("data/mapping/", "data/upload/", "settings/people/", "settings/tokens/", "settings/sign-on/"),
    *("settings/persons/", "settings/log/"),
)
"""Pages behind the rooms."""

OPENED = """() => document.querySelectorAll("main details").forEach((one) => { one.open = true; })"""
BROKEN = """() => {
  const ids = [...document.querySelectorAll("[id]")].map((one) => one.id);
  const words = document.querySelector("main").innerText;
  return {
    heads: document.querySelectorAll("h1").length,
    ids: ids.filter((id, at) => ids.indexOf(id) !== at),
    never: words.match(/\\bNone\\b(?! of)|\\bundefined\\b|\\bNaN\\b|{{|{%/g) || [],
  };
}"""


def looked_at(page, path, axe, sideways):
    """Opens a page with all that is folded, and holds it against everything that can be measured."""
    answer = page.goto(path)
    assert answer.status == 200, path
    found = page.evaluate(BROKEN)
    assert found == {"heads": 1, "ids": [], "never": []}, f"{path}: {found}"
    page.evaluate(OPENED)
    axe(page)
    sideways(page)


def test_every_room_is_whole_by_day(page_of, workspace, axe, sideways):
    page = page_of()
    for room in ROOMS:
        looked_at(page, reverse(room, args=[workspace.slug]), axe, sideways)


@pytest.mark.soak
@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("width", "text"), [(1440, 1), (320, 1), (1440, 2), (390, 2)])
def test_every_page_is_whole_at_every_size(page_of, workspace, axe, sideways, width, text, scheme):
    page = page_of(width=width, scheme=scheme, text=text)
    for room in ROOMS:
        looked_at(page, reverse(room, args=[workspace.slug]), axe, sideways)
    for path in BENEATH:
        looked_at(page, f"/w/{workspace.slug}/{path}", axe, sideways)


@pytest.mark.soak
@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_menu_and_dialog_is_whole_when_it_is_open(page_of, workspace, axe, scheme):
    page = page_of(scheme=scheme)
    page.goto(reverse("home", args=[workspace.slug]))
    for opener in (".find", ".me", "main button[popovertarget^=make]", "main .num"):
        page.locator(opener).first.click()
        axe(page)
        page.keyboard.press("Escape")
    page.keyboard.press("?")
    axe(page)
