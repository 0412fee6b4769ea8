"""Numbers as a reader sees them: each token with what it can mean, dates and ids set apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

MONTH = (
    "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    "|Sep(?:tember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
DATES = re.compile(
    rf"\b\d{{1,2}} {MONTH}(?: \d{{4}})?\b|\b{MONTH} \d{{4}}\b|\b\d{{4}}-\d{{2}}(?:-\d{{2}})?(?![\d%])"
    r"|\b(?:19|20)\d{2}[ -]?Q[1-4]\b|\bQ[1-4] (?:19|20)\d{2}\b"
    r"|\b(?:19|20)\d{2}(?: to (?:19|20)\d{2})?(?![\d.,]\d)\b(?! ?%)"
)
IDS = re.compile(
    r"\b[A-Z]{1,3}\d{1,3}\b|\bquery [0-9a-f]{8}\b|\b[Ss]napshot [0-9a-f]{8,}|\b[Rr]evision \d+"
    r"|\b(?=\d*[a-f])[0-9a-f]{8,64}\b|\b(?:custrata|schema)[ :]\S*\d\S*|\bpages? \d+(?: of \d+)?"
    r"|\bhttps?://\S+"
)
"""Claims, rows of an appendix, queries, snapshots, revisions, pitfalls, pages."""
RULES = re.compile(
    r"\b95%(?= interval| \()|\b95%(?=$)|, 95%(?=\))|1 = no difference|−3 to 3\b"
    r"|(?<![\d.,])1 to [57]\b(?![,.]\d)|\b[Tt]op (?:1|5|10|20)\b%?|(?<=[:;] )\d{1,2}(?= [\d−€$£])"
    r"|\band \d+ more\b|; \d+ more\b|\+\d+(?=$|\n)|\(\d+ of \d+\)|\bNo\. \d+\b|\b0%, 10%, 20%(?:, \d+%)+"
    r"|\b\d+ of \d+ owners signed|\b\d+ of \d+\b(?=$)"
)
"""Parameters of rules and ends of scales that are the same in every deliverable."""
TOKEN = re.compile(
    r"(?P<money>(?:(?:USD|EUR|GBP|CHF|SEK|NOK|DKK|PLN|CZK|ZAR) |[A-Z]{0,3}[€£$¥₹₩])?)"
    r"(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"(?P<scale>(?:tn|bn|m|k)?)(?![A-Za-z\d])(?P<share>\s?%)?"
)
SCALES = {"": 1.0, "k": 1e3, "m": 1e6, "bn": 1e9, "tn": 1e12}


@dataclass(frozen=True, slots=True)
class Token:
    """A printed number.

    Attributes:
        text: As printed.
        value: What it says, its sign apart: 0.41 for ``41%``, 2,100,000 for ``$2.1m``.
        step: Half of the last digit that is printed.
        kind: ``share``, ``money``, ``plain``, or ``any`` where the unit stands elsewhere.
    """

    text: str
    value: float
    step: float
    kind: str

    def says(self, value: float) -> bool:
        """Whether a value is printed like this, rounded half up or half to even."""
        return abs(abs(value) - self.value) <= self.step * (1 + 1e-6) + 1e-9 * abs(value)


def tokens(text: str, names: Iterable[str] = ()) -> Iterator[Token]:
    """The numbers of a text, without those of dates, ids, scales and names.

    Args:
        text: What is printed.
        names: Names out of the data that hold digits; they are no numbers.
    """
    bare = text.replace("\N{NO-BREAK SPACE}", " ").replace("\N{ZERO WIDTH SPACE}", "")
    for name in names:
        if not DATES.fullmatch(name):
            bare = re.sub(rf"(?<!\w){re.escape(name)}(?!\w|[.,]\d)", " ", bare)
    for pattern in (IDS, DATES, RULES):
        bare = pattern.sub(" ", bare)
    for match in TOKEN.finditer(bare):
        if match.start() and (bare[match.start() - 1].isalnum() or bare[match.start() - 1] in "._"):
            continue
        yield _token(match)


def _token(match: re.Match[str]) -> Token:
    digits = match["digits"]
    decimals = len(digits.partition(".")[2])
    share = bool(match["share"])
    scale = SCALES[match["scale"]] * (0.01 if share else 1.0)
    kind = "share" if share else "money" if match["money"].strip() else "plain"
    number = float(digits.replace(",", "")) * scale
    return Token(match.group().strip(), number, 0.5 * 10**-decimals * scale, kind)
