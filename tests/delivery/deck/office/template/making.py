"""Templates as companies have them, made for tests."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from typing import Any

from pptx import Presentation
from pptx.util import Emu, Inches

WIDE, OLD_WIDE, TALL = (Emu(12192000), Emu(6858000)), (Inches(10), Inches(5.625)), (Inches(10), Inches(7.5))


def template(path: Path, size: tuple[int, int] = WIDE, *, samples: int = 2, **colours: str) -> Path:
    """A template of a size with sample slides; colours by slot of the theme, ``font`` for both fonts."""
    presentation = Presentation()
    _resize(presentation, *size)
    _dress(presentation, colours)
    for number in range(samples):
        slide = presentation.slides.add_slide(presentation.slide_layouts[1])
        slide.shapes.title.text = f"Sample secret {number}"
        slide.notes_slide.notes_text_frame.text = "Secret notes"
    presentation.save(str(path))
    return path


def _resize(presentation: Any, width: int, height: int) -> None:
    across, up = width / presentation.slide_width, height / presentation.slide_height
    presentation.slide_width, presentation.slide_height = width, height
    for holder in (presentation.slide_master, *presentation.slide_layouts):
        for shape in holder.placeholders:
            if shape._element.find(".//{*}xfrm") is not None:
                shape.left, shape.width = round(shape.left * across), round(shape.width * across)
                shape.top, shape.height = round(shape.top * up), round(shape.height * up)


def _dress(presentation: Any, colours: dict[str, str]) -> None:
    for part in presentation.part.package.iter_parts():
        if "/theme/theme" not in str(part.partname):
            continue
        theme = part.blob.decode()
        for slot, colour in colours.items():
            if slot == "font":
                theme = re.sub(
                    r'(<a:(?:major|minor)Font>\s*<a:latin typeface=")[^"]*', rf"\g<1>{colour}", theme
                )
            else:
                found = f'<a:{slot}><a:srgbClr val="{colour}"/></a:{slot}>'
                theme = re.sub(rf"<a:{slot}>.*?</a:{slot}>", found, theme, flags=re.DOTALL)
        part._blob = theme.encode()


def with_part(path: Path, name: str, content: bytes) -> Path:
    """The package with one part more."""
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr(name, content)
    return path
