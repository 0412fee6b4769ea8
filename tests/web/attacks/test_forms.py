"""Whatever somebody types into whatever form: nothing breaks, nothing runs, nobody is led away."""

from __future__ import annotations

from collections import Counter
from itertools import product
from urllib.parse import urlsplit

import pytest
from django.test import Client
from tests.web.attacks.hostile import HOSTILE, SIGN
from tests.web.attacks.walking import Form, forms_on, links_on, wounds_of

MOST_PAGES = 90
ALIKE = 2
"""Pages of one kind that are looked at."""
LEFT_ALONE = (
    "/account/logout",
    "/account/sessions",
    "/account/2fa",
    "/account/password",
    "/leave/",
    "/data/remove/",
    "/second-factor/",
    "/deliver/make/",
    "/data/build/",
)
"""Forms that take the person out, or that take minutes; the rest of the tests looks after them."""
LOOKS_AT_FILES = ("/data/day/", "/data/mapping/look/")
"""Forms that take seconds: one word a turn."""
TURNS = 4


@pytest.fixture
def browser(come_in) -> Client:
    """Somebody who may do everything, whose browser tells faults instead of raising them."""
    browser = come_in("admin", persons=True)
    browser.raise_request_exception = False
    return browser


def kind_of(address: str) -> str:
    """The same for pages that differ only in what they are about."""
    return "/".join(urlsplit(address).path.split("/")[:5])


def pages_of(browser: Client, start: str) -> dict[str, str]:
    """Pages by address, as links lead from one to the next."""
    todo, found, alike = [start, "/you/"], {}, Counter()
    while todo and len(found) < MOST_PAGES:
        address = todo.pop(0)
        kind = kind_of(address)
        ours = address.startswith((start, "/you/"))
        if address in found or alike[kind] >= ALIKE or not ours or "/static/" in address:
            continue
        alike[kind] += 1
        answer = browser.get(address)
        assert answer.status_code < 500, address
        if answer.get("Content-Type", "").startswith("text/html"):
            found[address] = answer.content.decode()
            todo += [link for link in links_on(address, found[address]) if link not in found]
    return found


def forms_of(pages: dict[str, str]) -> list[Form]:
    """The forms of pages, each kind once."""
    found = {form.key: form for page, text in pages.items() for form in forms_on(page, text)}
    return [form for form in found.values() if not any(part in form.action for part in LEFT_ALONE)]


def words_for(form: Form, place: int, turn: int) -> list[str]:
    """The hostile words that a form is given in a turn: another part of them for each form."""
    first = (place * TURNS + turn) % len(HOSTILE)
    words = 1 if any(part in form.action for part in LOOKS_AT_FILES) else 2
    return [HOSTILE[(first + step * 17) % len(HOSTILE)] for step in range(words)]


def filled(form: Form, word: str, *, all_of_it: bool) -> dict[str, list[str]]:
    """What is sent: the word where people type, or everywhere."""
    sent: dict[str, list[str]] = {}
    for field in form.fields:
        if field.kind in ("file", "button", "submit") or field.name == "csrfmiddlewaretoken":
            continue
        typed = field.kind in ("text", "textarea", "search", "email", "url", "")
        sent.setdefault(field.name, []).append(word if typed or (all_of_it and field.typed) else field.value)
    return sent


@pytest.mark.parametrize("turns", [(0, 1), pytest.param((2, 3), marks=pytest.mark.soak)])
def test_hostile_words_in_every_form_break_nothing_and_run_nowhere(browser, workspace, turns):
    start = f"/w/{workspace.slug}/"
    forms = forms_of(pages_of(browser, start))
    assert len(forms) > 20
    broken = []

    for turn, (place, form) in product(turns, enumerate(forms)):
        for word in words_for(form, place, turn):
            sent = filled(form, word, all_of_it=bool(turn % 2))
            answer = getattr(browser, form.method)(form.action, sent)
            broken += [(form.action, word[:60], wound) for wound in wounds_in(answer)]

    after = pages_of(browser, start)
    broken += [(page, "afterwards", wound) for page, text in after.items() for wound in wounds_of(text)]
    assert broken == []


def wounds_in(answer) -> list[str]:
    """What is wrong with an answer to hostile words."""
    found = ["a fault"] if answer.status_code >= 500 else []
    away = answer.get("Location", "")
    if away.startswith(("//", "/\\", "http:", "https:", "javascript:")):
        found.append(f"leads away: {away[:60]}")
    if any(SIGN in name for name in answer.cookies):
        found.append("a cookie")
    if answer.get("Content-Type", "").startswith("text/html"):
        found += wounds_of(answer.content.decode())
    return found


def test_a_wound_is_seen_where_there_is_one():
    assert wounds_of("<p onclick=x>a</p><script>1</script><a href=' JavaScript:1'>b</a>")
    assert not wounds_of("<p>&lt;script&gt;1&lt;/script&gt;</p><script src=/static/a.js></script>")


@pytest.mark.parametrize("word", ["9" * 40, "1e300", "-1e300"])
def test_a_number_beyond_all_measure_closes_no_page(browser, workspace, word):
    start = f"/w/{workspace.slug}/"
    pages = pages_of(browser, f"{start}scorecard/")
    for form in forms_of(pages):
        if "scorecard/target" in form.action:
            sent = filled(form, word, all_of_it=False)
            targets = [field.name for field in form.fields if field.name == "target"]
            browser.post(form.action, sent | {name: [word] for name in targets})
    for room in ("", "scorecard/", "goals/", "portfolio/"):
        assert browser.get(f"{start}{room}").status_code == 200
