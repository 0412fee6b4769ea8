"""Goals and initiatives as rows of a page: rank, its range, scores, what fits, who does what."""

from __future__ import annotations

from dataclasses import dataclass

from custrata.delivery.deck.material import DOCUMENT
from custrata.delivery.figures import Figure, Spelling, stated
from custrata.project.showing.scene import Scene
from custrata.strategy.document import Document
from custrata.strategy.parts.goal import Goal, Initiative
from custrata.strategy.parts.running.responsibility import Raci
from custrata.strategy.prioritise.capacity import Fit, Fitted
from custrata.strategy.prioritise.dimension import ScoredOn
from custrata.strategy.prioritise.firmness import RankRange
from custrata.strategy.prioritise.ranking import Ranked, Ranking

_POINTS = Spelling("", "", 1.0, 1)


@dataclass(frozen=True)
class Score:
    """One cell of the table: what somebody scored."""

    dimension: ScoredOn
    given: int | None


@dataclass(frozen=True)
class Place:
    """A goal or an initiative with its place.

    Attributes:
        part: The goal or the initiative.
        path: Where it stands in the strategy.
        ranked: Its rank.
        points: Its weighted mean; None where a score is missing.
        scores: What was scored, in the order of the dimensions.
        fitted: Against what is left; None for a goal.
        cut: Whether the capacity ends here.
        goal: The goal of an initiative, in words.
    """

    part: Goal | Initiative
    path: str
    ranked: Ranked
    points: Figure | None
    scores: tuple[Score, ...]
    fitted: Fitted | None = None
    cut: bool = False
    goal: str = ""

    @property
    def beyond(self) -> bool:
        """Whether there is no room for it."""
        return self.fitted is not None and self.fitted.fit is Fit.TOO_MUCH

    @property
    def swing(self) -> str:
        """Best and worst place when one score is a point off."""
        return span(self.ranked.one_off)


@dataclass(frozen=True)
class Duty:
    """One line of the matrix: what, and the letter of each who has a part in it."""

    raci: Raci
    title: str
    letters: tuple[str, ...]


def span(found: RankRange | None) -> str:
    """Best and worst place in words.

    Example:
        >>> span(RankRange(1, 3)), span(RankRange(2, 2)), span(None)
        ('1 to 3', '2', '')
    """
    if found is None:
        return ""
    return f"{found.best}" if found.best == found.worst else f"{found.best} to {found.worst}"


def goals_of(scene: Scene) -> tuple[Place, ...]:
    """The goals by rank.

    Args:
        scene: Snapshot beside strategy.
    """
    parts = {g.id: g for g in scene.document.goals}
    ranking = scene.priorities.goals
    return tuple(
        Place(parts[r.id], f"goals[{r.id}]", r, _points(r), _scores(parts[r.id], ranking))
        for r in ranking.items
    )


def initiatives_of(scene: Scene) -> tuple[Place, ...]:
    """The initiatives by rank, with the line where the capacity ends.

    Args:
        scene: Snapshot beside strategy.
    """
    parts = {i.id: i for i in scene.document.initiatives}
    goals = {g.id: g.statement.said() for g in scene.document.goals}
    found, cut = scene.priorities.initiatives, scene.priorities.cut
    last = cut.last_that_fits() if cut.too_small else ""
    return tuple(
        Place(
            parts[r.id],
            f"initiatives[{r.id}]",
            r,
            _points(r),
            _scores(parts[r.id], found),
            cut.item(r.id),
            r.id == last,
            goals.get(parts[r.id].goal, parts[r.id].goal),
        )
        for r in found.items
    )


def people_of(document: Document) -> tuple[str, ...]:
    """Everybody who has a part in something, in the order in which they are named."""
    named = [
        who
        for raci in document.raci
        for who in (_called(raci), *raci.responsible, *raci.consulted, *raci.informed)
    ]
    return tuple(dict.fromkeys(named))


def duties_of(document: Document) -> tuple[Duty, ...]:
    """Who does what, as letters beneath the people of :func:`people_of`."""
    people = people_of(document)
    titles = {one.id: one.statement.said() for one in document.initiatives}
    titles |= {one.id: one.statement.said() for one in document.goals}
    return tuple(
        Duty(raci, titles.get(raci.on, raci.on), tuple(_letters(raci, who) for who in people))
        for raci in document.raci
    )


def titles_of(scene: Scene) -> dict[str, str]:
    """What goals and initiatives are called, by id.

    Args:
        scene: Snapshot beside strategy.
    """
    ranked = (*scene.priorities.goals.items, *scene.priorities.initiatives.items)
    return {one.id: one.title for one in ranked}


def _letters(raci: Raci, who: str) -> str:
    parts = (
        ("A", (_called(raci),)),
        ("R", raci.responsible),
        ("C", raci.consulted),
        ("I", raci.informed),
    )
    return "".join(letter for letter, named in parts if who in named)


def _called(raci: Raci) -> str:
    return raci.accountable.name or raci.accountable.role


def _points(ranked: Ranked) -> Figure | None:
    if ranked.points is None or ranked.rank is None:
        return None
    return stated(ranked.points, "points", DOCUMENT, written=_POINTS)


def _scores(part: Goal | Initiative, ranking: Ranking) -> tuple[Score, ...]:
    given = dict(part.scores)
    return tuple(Score(d, given.get(d.id)) for d in ranking.dimensions)
