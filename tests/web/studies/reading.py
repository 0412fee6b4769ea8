"""What every reading page must be."""

from __future__ import annotations

import re

from django.http import HttpResponse

MOST_BYTES = 300_000
MOST_QUERIES = 15


def text_of(answer: HttpResponse) -> str:
    """The page, once it has proved to be one."""
    assert answer.status_code == 200
    assert len(answer.content) <= MOST_BYTES
    page = answer.content.decode()
    assert page.count("<h1") == 1
    assert " style=" not in page
    assert "<script>" not in page
    return page


def headings(page: str) -> list[int]:
    """The levels of the headings of the main part, in order."""
    main = page.split('<main id="main"', 1)[1].split("</main>", 1)[0]
    return [int(level) for level in re.findall(r"<h([1-6])", main)]


def anchors_lead_somewhere(page: str) -> bool:
    """Whether every entry of the table of contents has its section."""
    contents = page.split('class="contents"', 1)[1].split("</nav>", 1)[0]
    wanted = re.findall(r'href="#([^"]+)"', contents)
    return bool(wanted) and all(page.count(f'id="{anchor}"') == 1 for anchor in wanted)
