"""A strategy to edit, and people who edit it."""

from __future__ import annotations

import pytest
from django.urls import reverse

from custrata.web.strategies.saving import strategy_of


@pytest.fixture
def strategy(workspace):
    return strategy_of(workspace)


@pytest.fixture
def at(workspace):
    """The address of a page: ``at("part", "groups[gold]")``."""

    def make(name: str, *args) -> str:
        return reverse(name, args=[workspace.slug, *args])

    return make


@pytest.fixture
def typed():
    """The form of a page as it would be sent: every field with what stands in it."""
    from html.parser import HTMLParser

    class Form(HTMLParser):
        def __init__(self):
            super().__init__()
            self.inside, self.fields, self.area, self.select, self.text = False, [], None, None, ""

        def handle_starttag(self, tag, attrs):
            named = dict(attrs)
            if tag == "form" and "editor" in (named.get("class") or ""):
                self.inside = True
            if not self.inside:
                return
            if tag == "input" and named.get("name"):
                ticked = named.get("type") not in ("checkbox", "radio") or "checked" in named
                if ticked:
                    self.fields.append((named["name"], named.get("value", "")))
            elif tag == "textarea":
                self.area, self.text = named["name"], ""
            elif tag == "select":
                self.select = named["name"]
            elif tag == "option" and self.select and "selected" in named:
                self.fields.append((self.select, named.get("value", "")))

        def handle_data(self, data):
            if self.area:
                self.text += data

        def handle_endtag(self, tag):
            if tag == "form":
                self.inside = False
            elif tag == "textarea" and self.area:
                self.fields.append((self.area, self.text))
                self.area = None
            elif tag == "select":
                self.select = None

    def make(answer, **changes) -> dict[str, list[str]]:
        form = Form()
        form.feed(answer.content.decode())
        found: dict[str, list[str]] = {}
        for name, value in form.fields:
            found.setdefault(name, []).append(value)
        found.pop("csrfmiddlewaretoken", None)
        for name, value in changes.items():
            found[name] = [value]
        return found

    return make
