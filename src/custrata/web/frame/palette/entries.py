"""What the command palette can find in a workspace, for somebody with given rights."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse

from custrata.measures.catalogue import CATALOGUE
from custrata.strategy.document import Document
from custrata.web.frame.rail import rail
from custrata.web.workspaces.asking import Asking
from custrata.web.workspaces.rights import Right


@dataclass(frozen=True)
class Found:
    """One line of the palette.

    Attributes:
        title: What people read.
        kind: What it is, at the right: Page, Claim, Group, Definition, Do …
        icon: Its sign.
        href: Where it leads; empty for what the page itself does.
        does: What the page itself does, such as ``present``; empty for links.
        also: Further words under which it is found.
    """

    title: str
    kind: str
    icon: str
    href: str = ""
    does: str = ""
    also: str = ""


_HERE = (
    Found("Present this page", "Do", "play", does="present", also="slides fullscreen show"),
    Found("Print this page", "Do", "send", does="print", also="pdf paper"),
    Found("Show the keys", "Do", "more", does="keys", also="shortcuts keyboard help"),
    Found("Use the dark theme", "Do", "gear", does="theme-dark", also="night colours"),
    Found("Use the light theme", "Do", "gear", does="theme-light", also="day colours"),
)

_DO = (
    (Right.EDIT, "canvas", "Edit the strategy", "grid", "write block canvas"),
    (Right.EDIT, "goals", "Add a goal", "plus", "new goal"),
    (Right.EDIT, "experiments", "Plan an experiment", "plus", "new test trial"),
    (Right.EDIT, "reviews", "Start a review", "cal", "weekly monthly quarterly agenda"),
    (Right.EDIT, "segment-new", "Build a segment", "plus", "new rule audience"),
    (Right.DATA, "data_upload", "Add data", "plus", "upload import file csv build"),
    (Right.DATA, "data_mapping", "Say what the columns mean", "db", "mapping map fields scale"),
    (Right.SEE, "signing", "See the sign-off", "check", "sign signature agree functions decisions"),
    (Right.SEE, "history", "See the history", "stale", "revisions versions undo restore take back"),
    (Right.SEE, "tasks", "See the tasks", "check", "todo due owner"),
    (Right.SEE, "deliver", "Make a deck or paper", "send", "export powerpoint pdf excel share"),
    (Right.SEE, "parts", "See all parts of the strategy", "grid", "list owners roles"),
    (Right.SEE, "what_if", "See what the plan would bring", "whale", "what if scenario simulation"),
    (Right.SEE, "worth", "See what customers are worth", "whale", "lifetime value equity clv model exam"),
    (Right.SEE, "notices", "See what you were told", "bell", "notices notifications mail comments mentions"),
    (Right.ADMIN, "people", "Invite somebody", "people", "people member person role access user"),
    (Right.ADMIN, "tokens", "Make a token", "gear", "api program key"),
    (Right.ADMIN, "sign_on", "Set up single sign-on", "gear", "sso oidc saml login"),
    (Right.ADMIN, "persons", "Give or erase a person’s data", "people", "privacy gdpr export erasure"),
    (Right.ADMIN, "audit", "See the log", "stale", "audit who did what"),
)


def entries(asking: Asking, document: Document | None) -> list[Found]:
    """Everything that the palette knows of a workspace.

    Args:
        asking: Who asks, where.
        document: The strategy; None where there is none yet.
    """
    slug = asking.workspace.slug
    things = list(_things(slug, document)) if document else []
    return [*_pages(slug), *things, *_definitions(slug), *_actions(asking), *_HERE]


def customers_like(asking: Asking, words: str) -> list[Found]:
    """A way into the list of customers for what was typed, for who may read names and addresses."""
    href = reverse("customers", args=[asking.workspace.slug])
    if not words or not asking.may(Right.PERSONS):
        return []
    return [Found(f"Customers like “{words}”", "Customer", "people", f"{href}?{urlencode({'q': words})}")]


def _pages(slug: str) -> Iterator[Found]:
    for group, rooms in rail(slug, "", {}):
        for entry in rooms:
            yield Found(entry.room.title, "Page", entry.room.icon, entry.href, also=group)


def _things(slug: str, document: Document) -> Iterator[Found]:
    for claim in document.claims():
        href = reverse("claim", args=[slug, claim.id])
        yield Found(claim.said(), "Claim", "check", href, also=claim.id)
    for group in document.groups:
        yield Found(group.name, "Group", "seg", reverse("group", args=[slug, group.id]), also=group.tag)
    for goal in document.goals:
        yield from _one(slug, "goals", f"goals-{goal.id}", goal.statement.said(), "Goal", "target", goal.id)
    for step in document.initiatives:
        said = step.statement.said()
        yield from _one(slug, "goals", f"initiatives-{step.id}", said, "Initiative", "flag", step.id)
    for test in document.experiments:
        yield from _one(
            slug, "experiments", f"experiments-{test.id}", test.hypothesis.said(), "Experiment", "flask"
        )


def _one(
    slug: str, room: str, anchor: str, title: str, kind: str, icon: str, also: str = ""
) -> Iterator[Found]:
    if title:
        yield Found(title, kind, icon, f"{reverse(room, args=[slug])}#{anchor}", also=also)


def _definitions(slug: str) -> Iterator[Found]:
    for measure in CATALOGUE.values():
        href = reverse("definition", args=[slug, measure.id])
        yield Found(measure.title, "Definition", "bulb", href, also=measure.id.replace("_", " "))


def _actions(asking: Asking) -> Iterator[Found]:
    for right, room, title, icon, also in _DO:
        if asking.may(right):
            yield Found(title, "Do", icon, reverse(room, args=[asking.workspace.slug]), also=also)
