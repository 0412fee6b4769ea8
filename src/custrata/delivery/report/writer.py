"""Write the report as one HTML file that opens from disk and asks the network for nothing."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from custrata.delivery import tokens
from custrata.delivery.deck.material import day_text
from custrata.delivery.deck.slides import Slide
from custrata.delivery.report import ledgers
from custrata.delivery.report.exhibits import Drawing
from custrata.delivery.report.markup import Popovers, tag, text
from custrata.delivery.report.page import Report
from custrata.delivery.swapping import swap_in

_EXPOSE = "window.vegaEmbed = vegaEmbed;"
_POLICY = (
    "default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval'; style-src 'unsafe-inline'; img-src data:"
)
_START = """
const specs = JSON.parse(document.getElementById("specs").textContent);
const options = {actions: false, renderer: "svg"};
document.querySelectorAll(".chart").forEach(c => vegaEmbed(c, specs[c.id], options));
"""


def write_report(report: Report, path: Path) -> Path:
    """Write the report beside its place and swap it in.

    Args:
        report: The report as a value.
        path: Where the file goes; its folder is made.

    Returns:
        The path written.

    Raises:
        DeliveryError: If the file cannot be written.
    """
    return swap_in(report_html(report).encode("utf-8"), path, "report")


def report_html(report: Report) -> str:
    """The whole page."""
    drawing = Drawing(Popovers(report.material.snapshot))
    body = _nav(report) + tag("main", _main(report, drawing))
    scripts = tag("script", _bundle())
    scripts += f'<script type="application/json" id="specs">{drawing.scripts()}</script>' + tag(
        "script", _START
    )
    pops = "".join(drawing.popovers.bodies)
    head = _head(report)
    frame = tag("div", body, {"class": "frame"})
    page = tag("body", f"{frame}{pops}{scripts}")
    return f'<!doctype html>\n<html lang="{text(report.deck.language)}">{head}{page}</html>\n'


def _head(report: Report) -> str:
    cover = report.deck.cover
    title = f"{report.deck.company}: {cover.title}" if cover else report.deck.company
    colours = "".join(
        f"--{name}:light-dark({day},{night});" for name, (day, night) in tokens.DAY_AND_NIGHT.items()
    )
    fonts = (
        '--sans:-apple-system,"Segoe UI Variable Text","Segoe UI",Roboto,"Noto Sans","Liberation Sans",Arial,'
        "sans-serif;"
        '--serif:"Iowan Old Style","Palatino Linotype",Palatino,P052,"Book Antiqua",Georgia,serif;'
    )
    css = files("custrata.delivery.report").joinpath("style.css").read_text("utf-8")
    return (
        '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        f"<title>{text(title)}</title><style>:root{{color-scheme:light dark;{colours}{fonts}}}{css}</style>"
        "</head>"
    )


def _nav(report: Report) -> str:
    manifest = report.material.snapshot.manifest
    parts = [tag("strong", text(report.deck.company))]
    when = "The data carry no dates" if manifest.notional else f"Data to {day_text(manifest.as_of)}"
    parts.append(tag("p", text(f"{when}. Snapshot {manifest.fingerprint[:8]}")))
    chapter = ""
    for sheet in report.sheets:
        if sheet.chapter != chapter:
            chapter = sheet.chapter
            parts.append(tag("h2", text(chapter)))
        parts.append(tag("a", text(sheet.topic), {"href": f"#s{sheet.number}"}))
    parts.append(tag("h2", "Appendix"))
    parts += [tag("a", text(name), {"href": f"#{key}"}) for key, name, _ in _ENDS]
    return tag("nav", "".join(parts), {"aria-label": "Contents"})


_ENDS = (
    ("account", "Account of rows", ledgers.account),
    ("evidence", "Evidence of the claims", ledgers.evidence),
    ("definitions", "Definitions and queries", ledgers.definitions),
)


def _main(report: Report, drawing: Drawing) -> str:
    parts = [_top(report, drawing)]
    parts += [_sheet(report, sheet, drawing) for sheet in report.sheets]
    for key, name, make in _ENDS:
        inner = (
            tag("p", tag("b", "Appendix"), {"class": "kicker"})
            + tag("h2", text(name))
            + make(report.material)
        )
        parts.append(tag("section", inner, {"class": "sheet", "id": key}))
    return "".join(parts)


def _top(report: Report, drawing: Drawing) -> str:
    cover = report.deck.cover
    if cover is None:
        return ""
    tiles = "".join(
        tag("div", drawing.popovers.number(row.figure) + tag("div", text(row.words.text)), {"class": "tile"})
        for row in cover.figures
    )
    mark = text(report.deck.mark)
    example = f" {text(report.deck.example)}" if report.deck.example else ""
    inner = tag("p", tag("span", mark, {"class": "mark"}) + example, {"class": "kicker"})
    inner += tag("h1", text(f"{cover.company}: {cover.title[:1].lower()}{cover.title[1:]}"))
    inner += tag("p", text(". ".join(cover.lines) + "."), {"class": "lede"})
    return tag("header", inner + tag("div", tiles, {"class": "tiles"}), {"class": "top"})


def _sheet(report: Report, sheet: Slide, drawing: Drawing) -> str:
    title = sheet.titles[0]
    parts = [
        tag("p", f"{tag('b', text(sheet.chapter))} &nbsp; {text(sheet.topic)}", {"class": "kicker"}),
        tag("h2", drawing.popovers.sentence(title)),
    ]
    if sheet.measured.text:
        parts.append(tag("p", drawing.popovers.sentence(sheet.measured), {"class": "measured"}))
    cells = [
        tag("div", drawing.exhibit(p.exhibit, title.text), {"class": "cell", "style": f"--span:{p.span}"})
        for p in sheet.exhibits
    ]
    parts.append(tag("div", "".join(cells), {"class": "grid"}))
    if sheet.so_what.text:
        parts.append(
            tag("p", tag("strong", "So what: ") + drawing.popovers.sentence(sheet.so_what), {"class": "so"})
        )
    parts += [tag("p", "▲ " + text(c), {"class": "caveat"}) for c in _caveats(report, sheet)]
    parts.append(tag("p", text(sheet.evidence), {"class": "foot"}))
    return tag("section", "".join(parts), {"class": "sheet", "id": f"s{sheet.number}"})


def _caveats(report: Report, sheet: Slide) -> list[str]:
    """Caveats that name a measure of this sheet, or that touch every number."""
    if sheet.chapter == "Data":
        return []
    measures = {word for e in report.ledger.of_slide(sheet.number) for word in e.measure.split("_")}
    found = []
    for caveat in report.material.snapshot.manifest.caveats:
        words = set(
            f"{caveat.code} {caveat.where}".replace("-", " ").replace(".", " ").replace("_", " ").split()
        )
        if measures & {w for w in words if len(w) > 4}:
            found.append(caveat.text)
    return found[:2]


@lru_cache(maxsize=1)
def _bundle() -> str:
    import vl_convert

    script: str = vl_convert.javascript_bundle(_EXPOSE)
    return script.replace("</script", "<\\/script").replace("<!--", "<\\!--")
