from types import SimpleNamespace

import pytest
from django.template import Context, Template
from django.test import RequestFactory

from custrata.web.frame.drawing.exhibits import Drawing
from custrata.web.frame.page import numbers_for
from custrata.web.strategies.staging import scene_of
from custrata.web.together.templatetags.making import origin_of
from custrata.web.workspaces.rights import Right


@pytest.fixture
def drawn(workspace, asks):
    """Draws a slide as a page for a person would."""

    def draw(slide, user, opens=""):
        asking, request, scene = asks(user), RequestFactory().get("/"), scene_of(workspace)
        context = {
            "asking": asking,
            "workspace": workspace,
            "rights": {right.value: asking.may(right) for right in Right},
            "request": request,
            "scene": scene,
            "page": SimpleNamespace(here="portfolio", finding=opens),
            "drawing": Drawing(numbers_for(request, asking, scene)),
            "slide": slide,
        }
        return Template("{% load making %}{% finding slide 'Whale curve' %}").render(Context(context))

    return draw


def test_a_finding_of_a_study_can_be_made_into_anything_by_who_may(workspace, named, drawn):
    slide = scene_of(workspace).composition.slides[0]
    html = drawn(slide, named("Ed", "editor"))
    assert html.startswith("<section")
    for word in ("Make a task", "Make an experiment", "Make an audience", "Make an initiative"):
        assert word in html
    assert "Make an initiative" not in drawn(slide, named("Co", "commenter"))
    assert "push line" not in drawn(slide, named("Vi", "viewer")), "no empty place for buttons"


def test_a_finding_that_the_page_opens_with_is_said_once(workspace, named, drawn):
    slide, viewer = scene_of(workspace).composition.slides[0], named("Vi", "viewer")
    named_once = '<h2><span class="named">Whale curve</span><span class="alone">'
    assert named_once in drawn(slide, viewer, slide.titles[0])
    assert named_once in drawn(slide, viewer, slide.titles[0].text), "shown to a room it still opens with it"
    assert "Whale curve" not in drawn(slide, viewer, "Another finding")
    assert "Whale curve" not in drawn(slide, viewer)


def test_a_finding_is_about_the_claim_whose_number_it_says_else_about_its_room(workspace):
    scene = scene_of(workspace)
    context = {"scene": scene, "page": SimpleNamespace(here="portfolio")}
    origins = {origin_of(context, slide) for slide in scene.composition.slides}
    assert origins <= {*scene.judged, "page:portfolio"}
    assert origins & set(scene.judged)
    assert {origin_of({"page": context["page"]}, s) for s in scene.composition.slides} == {"page:portfolio"}
