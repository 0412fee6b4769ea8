"""Forms and links as they stand on pages, and what a page must never hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urldefrag, urljoin, urlsplit

from lxml import html
from lxml.html import HtmlElement

SAID = ("text/html",)
KEPT = frozenset({"csrfmiddlewaretoken"})
_TYPED = frozenset({"text", "search", "email", "url", "tel", "number", "date", "password", "hidden", ""})


@dataclass(frozen=True)
class Field:
    """A field of a form.

    Attributes:
        name: What it is sent under.
        kind: Type of the input, ``textarea`` or ``select``.
        value: What stands in it.
    """

    name: str
    kind: str
    value: str

    @property
    def typed(self) -> bool:
        """Whether somebody can send anything in it."""
        return self.kind in _TYPED or self.kind in ("textarea", "select")


@dataclass(frozen=True)
class Form:
    """A form of a page.

    Attributes:
        page: Where it stands.
        action: Where it is sent.
        method: ``get`` or ``post``.
        fields: Its fields in order.
    """

    page: str
    action: str
    method: str
    fields: tuple[Field, ...]

    @property
    def key(self) -> tuple[str, str, tuple[str, ...]]:
        """The same for two forms that differ only in what they are about."""
        path = "/".join("0" if part.isdigit() else part for part in urlsplit(self.action).path.split("/"))
        return self.method, path, tuple(sorted({field.name for field in self.fields}))


def tree(text: str) -> HtmlElement:
    """A page, or a part of one, as a browser understands it."""
    return html.document_fromstring(text.replace("\x00", "") or "<p></p>")


def forms_on(page: str, text: str) -> Iterator[Form]:
    """The forms of a page.

    Args:
        page: Its address.
        text: What it holds.
    """
    found = tree(text)
    for form in found.iter("form"):
        action = urldefrag(urljoin(page, form.get("action") or form.get("hx-post") or page))[0]
        method = "post" if form.get("hx-post") else (form.get("method") or "get").lower()
        fields = [
            _field(one) for one in form.iter("input", "textarea", "select", "button") if one.get("name")
        ]
        name = form.get("id")
        if name:
            outside = found.xpath("//*[@form=$name and @name]", name=name)
            fields += [_field(one) for one in outside]
        if not urlsplit(action).netloc:
            yield Form(page, action, method, tuple(fields))


def links_on(page: str, text: str) -> Iterator[str]:
    """Addresses of the site to which a page leads.

    Args:
        page: Its address.
        text: What it holds.
    """
    for element in tree(text).iter():
        for name in ("href", "hx-get", "src"):
            given = element.get(name) if isinstance(element.tag, str) else None
            if given and not given.startswith("#"):
                there = urldefrag(urljoin(page, given))[0]
                if not urlsplit(there).netloc and not urlsplit(there).scheme:
                    yield there


def wounds_of(text: str) -> list[str]:
    """What a page must never hold: scripts, handlers, styles and links that somebody typed.

    Args:
        text: The page.
    """
    found = []
    for element in tree(text).iter():
        if not isinstance(element.tag, str):
            continue
        name = element.tag.lower()
        if name == "script" and not element.get("src") and "json" not in (element.get("type") or ""):
            found.append("a script in the page")
        if name in ("iframe", "object", "embed", "base") or element.get("src") == "x":
            found.append(f"<{name}>")
        for attribute, value in element.attrib.items():
            said = str(value).strip().lower()
            if attribute.lower().startswith("on") or attribute.lower() == "style":
                found.append(f"<{name} {attribute}>")
            if attribute.lower() in ("href", "src", "action", "formaction") and said.startswith(
                ("javascript:", "data:text", "vbscript:", "https://evil", "//evil")
            ):
                found.append(f"<{name} {attribute}={said[:40]}>")
    return found


def _field(element: HtmlElement) -> Field:
    if element.tag == "textarea":
        return Field(element.get("name"), "textarea", element.text or "")
    if element.tag == "select":
        chosen = element.xpath(".//option[@selected]") or element.xpath(".//option")
        value = (chosen[0].get("value") or chosen[0].text or "") if chosen else ""
        return Field(element.get("name"), "select", value)
    kind = "button" if element.tag == "button" else (element.get("type") or "").lower()
    return Field(element.get("name"), kind, element.get("value") or "")
