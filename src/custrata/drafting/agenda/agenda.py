"""What an agenda is: items whose minutes add up to the meeting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from custrata.strategy.parts.running.review import ReviewKind

MINUTES = {ReviewKind.WEEKLY: 30, ReviewKind.MONTHLY: 60, ReviewKind.YEARLY: 360}
"""How long each kind of review is."""

LEAST = {ReviewKind.WEEKLY: 1, ReviewKind.MONTHLY: 2, ReviewKind.YEARLY: 10}
"""Minutes of an item under which nothing is to be said; it stands there all the same."""

SHORT = {ReviewKind.WEEKLY: 10, ReviewKind.MONTHLY: 20, ReviewKind.YEARLY: 120}
"""Minutes that are enough where nothing changed."""

MOST = 2
"""How many times the minutes that it wants an item may take when others have nothing to say."""

GIVEN_BACK = "Time left over"
"""Title of the minutes that nobody needs."""


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One item of a review.

    Attributes:
        title: What it is about.
        minutes: How long it may take.
        lines: What is to be seen, each with the id of its claim or the name of its reading.
        claims: Ids of the claims that it rests on.
        decision: What is to be decided; empty where nothing is.
        owner: Who leads it or decides.
        busy: Whether there is something to talk about.
    """

    title: str
    minutes: int
    lines: tuple[str, ...]
    claims: tuple[str, ...] = ()
    decision: str = ""
    owner: str = ""
    busy: bool = True


@dataclass(frozen=True, slots=True)
class Agenda:
    """What a review is about.

    Attributes:
        kind: Weekly, monthly or yearly.
        minutes: How long it is; the minutes of the items add up to it.
        items: The items in order.
        checks: What was looked at to write it, so that an empty agenda can be believed.
    """

    kind: ReviewKind
    minutes: int
    items: tuple[AgendaItem, ...]
    checks: tuple[str, ...] = ()

    @property
    def quiet(self) -> bool:
        """Whether there is nothing to talk about."""
        return not any(item.busy for item in self.items)


def put_together(kind: ReviewKind, items: Sequence[AgendaItem], checks: Sequence[str]) -> Agenda:
    """An agenda whose minutes add up to the length of the review.

    Args:
        kind: Weekly, monthly or yearly.
        items: Items whose minutes say how much time they want against one another.
        checks: What was looked at.

    Returns:
        Items without anything to say take the least time; the others share the rest in proportion, up to
        twice what they want. Time that is not needed is given back.
    """
    total, least = MINUTES[kind], LEAST[kind]
    busy = [item for item in items if item.busy]
    if not busy:
        short = _shared(SHORT[kind], [1] * len(items))
        quiet = [replace(item, minutes=m) for item, m in zip(items, short, strict=True)]
        back = AgendaItem(
            GIVEN_BACK,
            total - SHORT[kind],
            ("There is nothing to talk about: the meeting may be short.",),
            busy=False,
        )
        return Agenda(kind, total, (*quiet, back), tuple(checks))
    left = total - least * (len(items) - len(busy))
    shares = _shared(left, [item.minutes for item in busy])
    capped = iter(min(share, MOST * item.minutes) for share, item in zip(shares, busy, strict=True))
    timed = [replace(item, minutes=next(capped) if item.busy else least) for item in items]
    spare = total - sum(item.minutes for item in timed)
    if spare:
        timed.append(AgendaItem(GIVEN_BACK, spare, ("There is less to talk about than time.",), busy=False))
    return Agenda(kind, total, tuple(timed), tuple(checks))


def _shared(total: int, weights: Sequence[int]) -> list[int]:
    """Whole numbers in proportion to weights, that add up to the total; the largest remainders round up."""
    whole = sum(weights)
    exact = [total * weight / whole for weight in weights]
    down = [int(x) for x in exact]
    order = sorted(range(len(exact)), key=lambda i: (down[i] - exact[i], i))
    for place in order[: total - sum(down)]:
        down[place] += 1
    return down
