"""Pages keep policy and look: nothing inline, no colour of their own, no other host."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

WEB = Path(__file__).resolve().parents[2] / "src" / "custrata" / "web"
TEMPLATES = sorted(WEB.rglob("templates/**/*.html"))
STYLES = [path for path in sorted(WEB.rglob("static/**/*.css")) if path.name != "tokens.css"]
SCRIPTS = [path for path in sorted(WEB.rglob("static/**/*.js")) if "vendor" not in path.parts]

INLINE_STYLE = re.compile(r"<[a-z][^>]*\sstyle\s*=|<style\b", re.IGNORECASE)
INLINE_SCRIPT = re.compile(
    r"<script(?![^>]*\ssrc=)(?![^>]*application/(?:json|ld\+json))[^>]*>", re.IGNORECASE
)
TAG = re.compile(r"{%.*?%}|{{.*?}}", re.DOTALL)
"""What the template language says itself is no HTML."""

HANDLER = re.compile(r"<[a-z][^>]*\s(?:on[a-z]+|hx-on[^=]*)\s*=", re.IGNORECASE)
UNESCAPED = re.compile(r"\|\s*safe\b|{%\s*autoescape\s+off")
COLOUR = re.compile(r"#[0-9a-f]{3,8}\b(?![^{]*{)|\b(?:rgb|rgba|hsl|oklch)\(", re.IGNORECASE)
EVALUATES = re.compile(r"\beval\(|new Function\(|\.innerHTML\s*=|document\.write\(")
# Hosts that stand for any host in an example are asked by nobody.
ELSEWHERE = re.compile(r"https?://(?!www\.w3\.org/|[\w.-]*\bexample\.(?:org|com)\b)", re.IGNORECASE)


def name(path: Path) -> str:
    return path.relative_to(WEB).as_posix()


def found(pattern: re.Pattern[str], path: Path) -> list[str]:
    text = TAG.sub("x", path.read_text(encoding="utf-8"))
    return [
        f"{name(path)}:{text.count(chr(10), 0, m.start()) + 1} {m.group()[:60]}"
        for m in pattern.finditer(text)
    ]


@pytest.mark.parametrize("path", TEMPLATES, ids=name)
def test_a_template_holds_no_style_script_or_handler(path):
    assert found(INLINE_STYLE, path) + found(INLINE_SCRIPT, path) + found(HANDLER, path) == []


@pytest.mark.parametrize("path", TEMPLATES, ids=name)
def test_a_template_escapes_what_it_shows(path):
    assert found(UNESCAPED, path) == []


@pytest.mark.parametrize("path", [*TEMPLATES, *STYLES, *SCRIPTS], ids=name)
def test_a_page_asks_no_other_host(path):
    assert found(ELSEWHERE, path) == []


@pytest.mark.parametrize("path", STYLES, ids=name)
def test_a_stylesheet_names_no_colour(path):
    assert found(COLOUR, path) == []


@pytest.mark.parametrize("path", SCRIPTS, ids=name)
def test_a_script_turns_no_text_into_code(path):
    assert found(EVALUATES, path) == []


def test_the_rules_see_what_they_forbid():
    assert INLINE_STYLE.search('<p class="a" style="color: red">')
    assert INLINE_SCRIPT.search("<script>alert(1)</script>")
    assert not INLINE_SCRIPT.search('<script type="module" src="x.js">')
    assert HANDLER.search('<button hx-on:click="x()">')
    assert COLOUR.search("a { color: #fff; }")
    assert EVALUATES.search("box.innerHTML = text")


HIDES = re.compile(r"([^{}]+)\{[^{}]*display:\s*none")
MAIN = re.compile(r"<main\b[^>]*\bclass=\"([^\"]*)\"")


def test_no_stylesheet_hides_the_whole_of_a_page():
    rules = [m[1] for path in STYLES for m in HIDES.finditer(path.read_text(encoding="utf-8"))]
    hidden = {
        one.strip()[1:] for rule in rules for one in rule.split(",") if re.fullmatch(r"\s*\.[\w-]+\s*", one)
    }
    assert "alone" in hidden, "what is shown to a room alone is hidden on its page"
    shown = {
        (name(path), word)
        for path in TEMPLATES
        for m in MAIN.finditer(path.read_text(encoding="utf-8"))
        for word in TAG.sub(" ", m[1]).split()
    }
    assert {page for page, word in shown if word in hidden} == set()
