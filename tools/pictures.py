"""Draw the picture of the README: six slides of a deck, side by side. Needs LibreOffice and pdftoppm."""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

PICTURE = Path(__file__).resolve().parents[1] / "docs" / "pictures" / "deck.png"
COLUMNS, WIDTH, GAP = 2, 800, 24
GROUND = (233, 236, 239)


def slides(deck: Path, folder: Path) -> list[Path]:
    """The slides of a deck as pictures, in order."""
    for program in ("soffice", "pdftoppm"):
        if not shutil.which(program):
            sys.exit(f"{program} is missing. To do: install LibreOffice and poppler-utils.")
    convert = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    subprocess.run(
        [*convert, "--convert-to", "pdf", "--outdir", folder, deck], check=True, capture_output=True
    )
    pdf = folder / f"{deck.stem}.pdf"
    subprocess.run(
        ["pdftoppm", "-png", "-scale-to-x", str(WIDTH), "-scale-to-y", "-1", pdf, folder / "slide"],
        check=True,
    )
    return sorted(folder.glob("slide*.png"))


def sheet(pictures: list[Path]) -> Image.Image:
    """The pictures side by side on one ground."""
    opened = [Image.open(path).convert("RGB") for path in pictures]
    height = opened[0].height
    rows = -(-len(opened) // COLUMNS)
    size = (COLUMNS * WIDTH + (COLUMNS + 1) * GAP, rows * height + (rows + 1) * GAP)
    whole = Image.new("RGB", size, GROUND)
    for number, picture in enumerate(opened):
        row, column = divmod(number, COLUMNS)
        whole.paste(picture, (GAP + column * (WIDTH + GAP), GAP + row * (height + GAP)))
    return whole


def main() -> None:
    """Draw the chosen slides of a deck."""
    parser = argparse.ArgumentParser(prog="pictures", description=__doc__)
    parser.add_argument("deck", type=Path)
    parser.add_argument("--slides", type=int, nargs="+", default=[1, 2, 8, 9, 11, 17], help="numbers, from 1")
    parser.add_argument("--out", type=Path, default=PICTURE)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        drawn = slides(chosen.deck, Path(scratch))
        whole = sheet([drawn[number - 1] for number in chosen.slides])
    # 128 colours are enough for slides and a quarter of the size.
    whole.quantize(128, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(
        chosen.out, optimize=True
    )


if __name__ == "__main__":
    main()
