"""The pages of what can be delivered: one each, and their table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from markdown import code, prose, table

if TYPE_CHECKING:
    from custrata.delivery.deliverable import Deliverable

FOLDER = "deliverables"


def page() -> Iterator[str]:
    """The table of all deliverables."""
    from custrata.delivery.kinds import kinds

    yield "# Deliverables\n"
    yield from prose("""
        What `custrata deliver KIND --out FILE` writes. All kinds are made of the same snapshot, the same
        strategy and the same evidence: a figure that two of them show is one figure. How to choose one:
        [deliver](../how-to/deliver.md).
        """)
    rows = (
        (f"[{code(d.kind)}]({FOLDER}/{d.kind}.md)", d.title, ", ".join(code(e) for e in d.endings))
        for d in kinds().values()
    )
    yield from table(("kind", "what it is", "file"), rows)


def pages() -> Iterator[tuple[str, Iterable[str]]]:
    """Name and lines of the page of each deliverable."""
    from custrata.delivery.kinds import kinds

    for deliverable in kinds().values():
        yield f"{FOLDER}/{deliverable.kind}.md", _one(deliverable)


def _one(deliverable: Deliverable) -> Iterator[str]:
    yield f"# {deliverable.title}\n"
    option = f" `--{deliverable.narrowed}` takes one." if deliverable.narrowed else ""
    yield f"{deliverable.purpose}{option}\n"
    yield f"```console\ncustrata deliver {deliverable.kind} -C shop --out shop{deliverable.endings[0]}\n```\n"
    yield "What stands in it, in order:\n"
    yield from (f"- {part}" for part in deliverable.holds)
    yield "\n[All deliverables](../deliverables.md)"
