"""What there is to edit: the parts of a strategy by what they are about, and the items of a list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from custrata.strategy.blocks import COUNTED, WHOLE
from custrata.strategy.document import Document
from custrata.strategy.forms.shape import Sort, slot_of, slots
from custrata.strategy.parts.part import Owner
from custrata.strategy.revision.matching import named
from custrata.web.strategies.editing.choices import title_of
from custrata.web.strategies.editing.fields import meaning
from custrata.web.strategies.editing.root import KEPT_BY_BUILDS

_TITLES = {"raci": "Who does what (RACI)", "suppressions": "Findings let stand", "audit": "What runs already"}
"""Parts whose name alone says too little."""

ABOUT = (
    ("The strategy", ("company", "currency", "horizon", "sponsor", "accountable", "foundation", "business")),
    ("Customers", ("groups", "tiers", "profiles", "briefs", "empathy_maps", "research", "notes")),
    (
        "Promise",
        ("insights", "pattern", "propositions", "outcomes", "message_maps", "offers", "service_standards"),
    ),
    ("Experience", ("lifecycle", "transitions", "journey_maps", "channel_charters")),
    (
        "Plan",
        ("goals", "initiatives", "objectives", "experiments", "assumptions", "resources", "scoring", "audit"),
    ),
    (
        "Steering",
        ("scorecard", "decisions", "decision_rights", "principles", "raci", "interlocks", "escalations"),
    ),
    (
        "Company",
        ("capabilities", "people", "incentives", "insight_sources", "maturity", "suppressions", "reviews"),
    ),
)
"""Fields of the document by what they are about."""


@dataclass(frozen=True)
class Entry:
    """A part, or an item of a list.

    Attributes:
        path: Where it is edited.
        title: What people call it.
        help: What it means.
        count: How many it holds; None where it is one thing.
        said: What it says in short.
    """

    path: str
    title: str
    help: str = ""
    count: int | None = None
    said: str = ""


def groups_of(document: Document) -> list[tuple[str, list[Entry]]]:
    """The parts of a strategy by what they are about; none is left out.

    Args:
        document: The strategy.
    """
    told = {name for _, names in ABOUT for name in names}
    hidden = COUNTED | KEPT_BY_BUILDS | {"canvas"}
    rest = tuple(slot.name for slot in slots(Document) if slot.name not in told | hidden)
    about = (*ABOUT, ("More", rest)) if rest else ABOUT
    return [(title, [_entry(document, name) for name in names]) for title, names in about]


def items_of(document: Document, field: str) -> list[Entry]:
    """The items of a list.

    Args:
        document: The strategy.
        field: The list.
    """
    items: tuple[Any, ...] = getattr(document, field)
    return [
        Entry(f"{field}[{key}]", _titled(document, item, key), said=_owner(item))
        for key, item in named(items).items()
    ]


def _entry(document: Document, name: str) -> Entry:
    slot, value = slot_of(Document, name), getattr(document, name)
    title = _TITLES.get(name) or name.replace("_", " ").capitalize()
    if slot is not None and slot.sort is Sort.PARTS and name not in WHOLE:
        return Entry(name, title, meaning(Document, name), len(value))
    said = value if isinstance(value, str) else str(value) if isinstance(value, Owner) else ""
    return Entry(name, title, meaning(Document, name), said=said)


def _titled(document: Document, item: Any, key: str) -> str:
    return title_of(item, document) if hasattr(item, "id") else key


def _owner(item: Any) -> str:
    owner = getattr(item, "owner", None)
    return str(owner) if isinstance(owner, Owner) else ""
