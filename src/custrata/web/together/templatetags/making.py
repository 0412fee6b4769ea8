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
def finding(context: dict[str, Any], slide: Slide, name: str = "") -> SafeString:
    """A slide as a sheet of the page, with what can be made of its finding at its head.

    Args:
        context: Of the page.
        slide: The finding.
        name: What the sheet is called where the page itself opens with this finding: it is said once.
    """
    about = make(context, origin_of(context, slide), slide.titles[0], KINDS)
    made = mark_safe(render_to_string("together/make.html", about).strip())
    drawn: SafeString = context["drawing"].sheet(
        slide, actions=made, name=name if _said(context, slide) else ""
    )
    return drawn


def _said(context: dict[str, Any], slide: Slide) -> bool:
    """Whether the page opens with the finding of a slide."""
    opens = context["page"].finding
    return bool(opens) and getattr(opens, "text", opens) == slide.titles[0].text


def origin_of(context: dict[str, Any], slide: Slide) -> str:
    """What a finding is about: the first claim whose number it says, else the room in which it stands.

    Args:
        context: Of the page.
        slide: The finding.
    """
    known = context["scene"].judged if context.get("scene") else {}
    named = (figure.claim for figure in slide.titles[0].figures if figure.claim in known)
    return next(named, f"page:{context['page'].here}")
