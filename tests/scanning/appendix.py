"""The appendix of a deck as its readers use it: numbers behind each slide, readings behind numbers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from tests.scanning.holding import Evidence, Pool
from tests.scanning.printed import Token
from tests.scanning.reading import Page

from custrata.delivery.deck.material import period_text, plain
from custrata.vocabulary import Reading

_ID = re.compile(r"^([ER]\d{2,})( …)?$")
_PERIOD = re.compile(r"\b([a-z]) (\d{1,2} \w{3} \d{4} to \d{1,2} \w{3} \d{4})")
_SECOND = re.compile(r"(^\S+ ?:?|·) \d+(?= [−\d])")
"""A part of the base by a second dimension whose names are numbers, such as the age of a cohort."""
_HEADS = {"Id", "Source", "Measure"}
Holds = Callable[[Token], bool]


@dataclass
class Line:
    """One row of the appendix.

    Attributes:
        id: ``R07``, ``E12``, or empty where the row names a source.
        title: Measure and dimensions, the claim, or the source.
        slides: Slides that it stands behind.
        cells: Its texts.
        period: Days that it covers, as printed; empty where the page says none.
    """

    id: str
    title: str
    slides: set[int]
    cells: tuple[str, ...]
    period: str = ""
    readings: list[Reading] = field(default_factory=list)


class Appendix:
    """Rows of the appendix of a deck.

    Args:
        pages: All slides.
        evidence: What holds numbers.
    """

    def __init__(self, pages: Sequence[Page], evidence: Evidence) -> None:
        self._evidence = evidence
        self.rows: dict[int, list[Line]] = {}
        last: Line | None = None
        for page in (p for p in pages if p.appendix):
            letters = dict(_PERIOD.findall(" ".join(page.texts)))
            for cells in page.rows:
                line = self._line(cells, letters, last)
                if line is not None:
                    self.rows.setdefault(page.number, []).append(line)
                    last = line

    def _line(self, cells: tuple[str, ...], letters: dict[str, str], last: Line | None) -> Line | None:
        if cells[0] in _HEADS or len(cells) < 3:
            return None
        match = _ID.match(cells[0])
        if match is None:
            if len(cells) != 3:
                return Line("", cells[0], set(), cells)
            more = not cells[0] and last is not None
            return Line(
                "", last.title if more else cells[0], last.slides if more else slides_in(cells[1]), cells
            )
        if not match.group(2) or last is None:
            line = Line(match.group(1), cells[2], slides_in(cells[1]), cells, letters.get(cells[3], ""))
        else:
            line = Line(last.id, last.title, last.slides, cells, last.period)
        if line.id.startswith("R"):
            line.readings = self._readings(line)
        return line

    def _readings(self, line: Line) -> list[Reading]:
        """Readings of the measure, dimensions and period that a row names."""
        measure, *dimensions = line.title.split(" × ")
        return [
            r
            for r in self._evidence.readings
            if plain(r.measure) == measure
            and [plain(d) for d, _ in r.segment] == dimensions
            and line.period in ("", period_text(r.period))
        ]

    @property
    def names_slides(self) -> bool:
        """Whether its rows say behind which slides they stand."""
        return any(x.id.startswith("R") for lines in self.rows.values() for x in lines)

    def printed_for(self, number: int) -> Pool:
        """The numbers that the appendix prints for a slide: values, intervals, n; ids and slides apart."""
        pool = Pool()
        for line in (x for lines in self.rows.values() for x in lines if number in x.slides):
            for token in self._evidence.tokens(line.cells[2:]):
                pool.add_token(token)
            if line.id in self._evidence.claims:
                pool.add_claim(self._evidence.claims[line.id])
        return pool

    def checked(self, page: Page) -> Iterator[tuple[int, str, Holds]]:
        """Texts of a page of the appendix with who must hold the numbers of each."""
        counted = Pool()
        counted.add(
            sum(x.id.startswith("E") for x in {y.id: y for z in self.rows.values() for y in z}.values()), ""
        )
        inside = {cell for row in page.rows for cell in row}
        either = self._either(self._evidence.stated, self._evidence.everything, counted)
        yield from ((page.number, text, either) for text in page.texts if text not in inside)
        for line in self.rows.get(page.number, []):
            yield from self._row(page.number, line)

    def _row(self, number: int, line: Line) -> Iterator[tuple[int, str, Holds]]:
        evidence = self._evidence
        if line.id in evidence.claims:
            holds = self._either(evidence.pool((), [evidence.claims[line.id]]), evidence.tolerances)
            yield from ((number, text, holds) for text in line.cells[2:])
        elif line.id:
            yield from self._pieces(number, line)
        else:
            holds = self._either(evidence.stated, evidence.everything)
            yield from ((number, text, holds) for text in line.cells[2:])

    def _pieces(self, number: int, line: Line) -> Iterator[tuple[int, str, Holds]]:
        """Values of a row: those behind the name of a part must be that part's readings."""
        whole = self._evidence.pool(line.readings, ())
        loose = self._either(whole, self._evidence.everything)
        for cell in line.cells[3:]:
            for piece in cell.split("; "):
                of = self._part_of(piece, line)
                said = _SECOND.sub(r"\1 ", piece) if of and len(of[0].segment) > 1 else piece
                said = said.removeprefix(of[0].segment[0][1]) if of else said
                yield number, said, (self._either(self._evidence.pool(of, ())) if of else loose)

    @staticmethod
    def _part_of(piece: str, line: Line) -> list[Reading]:
        firsts = sorted({r.segment[0][1] for r in line.readings if r.segment}, key=len, reverse=True)
        rest = next(
            (
                f
                for f in firsts
                if re.match(
                    rf"{re.escape(f)}:? (?:[-+−]?[(\d€£$]|[-+−]?[A-Z]{{3}} \d|under |over |n )", piece
                )
            ),
            None,
        )
        return [r for r in line.readings if r.segment and r.segment[0][1] == rest] if rest else []

    @staticmethod
    def _either(*pools: Pool) -> Holds:
        return lambda token: any(p.holds(token) for p in pools)


def slides_in(text: str) -> set[int]:
    """Numbers of slides in a list with runs.

    Example:
        >>> sorted(slides_in("2, 5–7, 9"))
        [2, 5, 6, 7, 9]
    """
    found: set[int] = set()
    for first, last in re.findall(r"(\d+)(?:–(\d+))?", text):
        found |= set(range(int(first), int(last or first) + 1))
    return found
