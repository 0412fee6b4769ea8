"""Nothing lies about in the workspace that no page uses: templates, addresses, signs, scripts, styles."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

WEB = Path(__file__).resolve().parents[2] / "src" / "custrata" / "web"

OURS = "site/templates/"
"""Templates there stand in place of allauth's own, which asks for them by their names."""

FOR_TESTS = {"frame/sheets.html": "shows sheets to the browser in which charts are tried"}
"""Templates that only tests show, with the reason."""

BY_PATH = {
    "api_nothing": "is what every other address of the API comes to",
    "chart_spec": "is put together where the chart is drawn, without a request",
}
"""Addresses that nothing asks for by name, with the reason."""


@pytest.fixture(scope="module")
def code() -> dict[Path, str]:
    """Everything that can use something: modules, templates, scripts, styles."""
    endings = {".py", ".html", ".txt", ".js", ".css"}
    found = (path for path in WEB.rglob("*") if path.suffix in endings and "migrations" not in path.parts)
    texts = {path: path.read_text(encoding="utf-8") for path in found if "vendor" not in path.parts}
    assert texts, "nothing was found: the rule would hold of nothing"
    return texts


def words(texts: dict[Path, str], *, without: Path | None = None) -> str:
    return "\n".join(text for path, text in texts.items() if path != without)


def quoted(text: str, word: str) -> bool:
    """Whether a word stands in quotes, as names of rooms do from which names of templates are made."""
    return re.search(rf"""["']{re.escape(word)}["']""", text) is not None


def is_used(path: Path, name: str, texts: dict[Path, str]) -> bool:
    app, stem = WEB / path.relative_to(WEB).parts[0], path.stem
    if name in words(texts, without=path):
        return True
    own = words({p: text for p, text in texts.items() if p.is_relative_to(app) and p.suffix == ".py"})
    return quoted(own, stem) or quoted(own, stem.rpartition("_")[2])


def test_every_template_is_shown_somewhere(code):
    templates = {
        path: path.as_posix().split("/templates/")[1]
        for path in code
        if "templates" in path.parts and OURS not in path.as_posix()
    }
    assert templates
    idle = [n for p, n in templates.items() if not is_used(p, n, code) and n not in FOR_TESTS]
    assert sorted(idle) == []


def test_every_address_is_led_to_from_somewhere(code):
    lists = {path: text for path, text in code.items() if path.name.endswith("urls.py")}
    named = {name: path for path, text in lists.items() for name in re.findall(r'name="([\w-]+)"', text)}
    assert named
    idle = [
        name
        for name, path in named.items()
        if not quoted(words(code, without=path), name) and name not in BY_PATH
    ]
    assert sorted(idle) == []


def test_every_drawn_sign_is_drawn_somewhere(code):
    sheet = WEB / "frame" / "templates" / "frame" / "icons.html"
    signs = re.findall(r'id="i-([\w-]+)"', code[sheet])
    assert signs
    rest = words(code, without=sheet)
    assert [sign for sign in signs if not re.search(rf"\b{re.escape(sign)}\b", rest)] == []


def test_every_script_and_style_is_loaded_somewhere(code):
    files = [path for path in code if "static" in path.parts]
    assert files
    assert sorted(path.name for path in files if path.name not in words(code, without=path)) == []


def test_every_exception_is_still_there(code):
    text = words(code)
    assert [name for name in BY_PATH if f'name="{name}"' not in text] == []
    assert [name for name in FOR_TESTS if not list(WEB.glob(f"*/templates/{name}"))] == []


def test_the_rule_sees_what_nobody_uses():
    asked = WEB / "frame" / "templates" / "frame" / "asked.html"
    code = {asked: "", WEB / "frame" / "page.py": 'show("frame/asked.html"), room("goals")'}
    assert is_used(asked, "frame/asked.html", code)
    assert is_used(WEB / "frame" / "templates" / "frame" / "goals.html", "frame/goals.html", code)
    assert not is_used(WEB / "frame" / "templates" / "frame" / "idle.html", "frame/idle.html", code)
