"""Sheets of findings that something can be made of."""

from __future__ import annotations

from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from custrata.delivery.deck.slides import Slide
from custrata.web.together.templatetags.together import make

register = template.Library()

KINDS = "task experiment audience initiative"


@register.simple_tag(takes_context=True)
def finding(context: dict[str, Any], slide: Slide) -> SafeString:
    """A slide as a sheet of the page, with what can be made of its finding at its head.

    Args:
        context: Of the page.
        slide: The finding.
    """
    about = make(context, origin_of(context, slide), slide.titles[0], KINDS)
    made = mark_safe(render_to_string("together/make.html", about).strip())
    drawn: SafeString = context["drawing"].sheet(slide, actions=made)
    return drawn


def origin_of(context: dict[str, Any], slide: Slide) -> str:
    """What a finding is about: the first claim whose number it says, else the room in which it stands.

    Args:
        context: Of the page.
        slide: The finding.
    """
    known = context["scene"].judged if context.get("scene") else {}
    named = (figure.claim for figure in slide.titles[0].figures if figure.claim in known)
    return next(named, f"page:{context['page'].here}")
