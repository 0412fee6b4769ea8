"""A template without its sample slides: nothing of them stays in the file."""

from __future__ import annotations

from typing import Any

from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml.ns import qn

_LEFT_BEHIND = ("/thumbnail", "/printerSettings", "/viewProps", "/commentAuthors", "/extended-properties")
_LISTS = ("p:custShowLst",)
_SECTIONS = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"


def emptied(presentation: Any) -> None:
    """Take all slides out, with everything that points at them.

    Args:
        presentation: The opened template.
    """
    root = presentation.part._element
    slides = root.find(qn("p:sldIdLst"))
    if slides is not None:
        for entry in list(slides):
            slides.remove(entry)
    for name in _LISTS:
        found = root.find(qn(name))
        if found is not None:
            root.remove(found)
    _without_sections(root)
    for owner in (presentation.part.package, presentation.part):
        for relation_id, relation in list(owner._rels.items()):
            if relation.reltype == RT.SLIDE or relation.reltype.endswith(_LEFT_BEHIND):
                owner._rels.pop(relation_id)
    for part in list(presentation.part.package.iter_parts()):
        _without_slides(part)


def _without_slides(part: Any) -> None:
    """Drop links of masters and layouts to slides that are gone."""
    if not hasattr(part, "_rels") or "/slides/" in str(part.partname):
        return
    for relation_id, relation in list(part._rels.items()):
        if relation.reltype == RT.SLIDE:
            part._rels.pop(relation_id)


def _without_sections(root: Any) -> None:
    """Sections name slides by number; the names of slides that are gone make PowerPoint ask to repair."""
    for extension in root.findall(f".//{qn('p:ext')}"):
        if extension.get("uri") == _SECTIONS:
            extension.getparent().remove(extension)
