"""Voice: what customers say and ask for, what was asked of them, and what nobody has heard yet."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from custrata.project.showing.studying.awaited import WORDS, standing
from custrata.project.showing.studying.heard import empathy_told, heard, phrases_told, research_told
from custrata.web.frame.page import Page
from custrata.web.strategies.staging import scene_of
from custrata.web.studies.sections import Ask, finding, kicker, reading
from custrata.web.workspaces.asking import Asking, needs
from custrata.web.workspaces.rights import Right

ASKS = (
    Ask("scores", "What they say, in numbers", ("voice",)),
    Ask("instruments", "Scores and tickets", template="studies/heard.html"),
    Ask("phrases", "In their words", template="studies/phrases.html"),
    Ask("research", "Interviews and surveys", template="studies/research.html"),
    Ask("empathy", "Empathy maps", template="studies/empathy.html"),
    Ask("missing", "What nobody has heard yet", template="studies/awaited.html"),
)

MEASURES = (
    *("nps", "csat", "ces", "average_rating", "tickets", "tickets_per_customer"),
    *("first_response_hours", "resolution_hours"),
)


@needs(Right.SEE)
def voice(request: HttpRequest, asking: Asking) -> HttpResponse:
    """What customers say."""
    scene = scene_of(asking.workspace)
    page = Page(
        "voice",
        "Voice",
        finding=finding(scene, ("voice",)) or "Nobody has yet written down what customers say",
        kicker=kicker(scene),
    )
    return reading(
        request,
        asking,
        page,
        scene,
        ASKS,
        MEASURES,
        heard=heard(scene),
        phrases=phrases_told(scene),
        research=research_told(scene),
        empathy=empathy_told(scene),
        awaited=[standing(scene, one) for one in WORDS],
    )
