"""How the deck opens: cover, summary, what the data cover."""

from __future__ import annotations

from custrata.delivery.deck import grid, layout
from custrata.delivery.deck.chapters.economics import asking
from custrata.delivery.deck.chapters.pieces import number, owned, words
from custrata.delivery.deck.chapters.signatures import said
from custrata.delivery.deck.material import (
    ACCOUNT,
    Material,
    capital,
    day_text,
    title_case,
    without_stop,
    worded,
)
from custrata.delivery.deck.slides import (
    Cell,
    Column,
    Cover,
    FigurePanel,
    FigureRow,
    Item,
    Panel,
    Placed,
    Row,
    Slide,
    Table,
    Tone,
    Voice,
)
from custrata.delivery.figures import Figure, Prose, count, say
from custrata.evidence.check import ClaimEvidence
from custrata.sources.account import Account, SourceAccount
from custrata.strategy.parts.insight import Insight
from custrata.strategy.parts.statement import Proposal
from custrata.strategy.revision.content import signatures

_SOURCES, _WAITING = 6, 10
_SHARES = ("total_error", "gain")
"""Marks of models that are told in per cent."""

_BESIDE = 4
"""Parts that wait up to which the list leaves room beneath for what the data cannot say."""

_HEADS = (
    Column("Source"),
    Column("Holds"),
    Column("Rows in", right=True, share=0),
    Column("Loaded", right=True, share=0),
    Column("Set aside", right=True, share=0),
)
TITLE = "Customer strategy"
"""What the deck for the board is called on its cover."""


def cover(material: Material) -> Cover:
    """Company, what this is, when, and who answers for it."""
    manifest, document = material.snapshot.manifest, material.document
    when = "The data carry no dates" if manifest.notional else f"Data to {day_text(manifest.as_of)}"
    history = "" if manifest.notional else f", history from {day_text(manifest.windows['all'].start)}"
    lines = (
        f"{when}{history}",
        f"Horizon {document.horizon.months} months, revision {document.revision}",
        f"Relationship with customers: {manifest.relationship.value}",
    )
    owners = tuple((title_case(s.function), said(s)) for s in signatures(document))
    if not owners:
        owners = (("Sponsor", str(document.sponsor)), ("Accountable", str(document.accountable)))
    return Cover(
        document.company or manifest.company,
        TITLE,
        lines,
        owners[:6],
        f"Snapshot {manifest.fingerprint[:16]} · every figure stands in the appendix with its source",
        _first_figures(material),
    )


_KEPT = {
    True: "of customers kept from one period to the next",
    False: "of the customers of the period before bought again",
}


def _first_figures(material: Material) -> tuple[FigureRow, ...]:
    wanted = (
        ("customers", "all", "customers known"),
        (material.worth, "all", material.noun + material.money_note),
        ("logo_retention", "current", _KEPT[material.by_contract]),
        ("customer_churn_rate", "all", "of customers have left"),
        ("repeat_rate", "all", "of customers came back"),
        ("win_rate", "all", "of closed opportunities are won"),
    )
    found = ((material.figure(m, period=p), text) for m, p, text in wanted if m)
    return tuple(FigureRow(shown, say(text)) for shown, text in found if shown is not None)[:3]


def summary(material: Material) -> Slide | None:
    """Five figures with their state, what is proposed, what is asked."""
    told = _told(material)
    rows = [row for row in (_insight_row(material, i) for i in told) if row][:5]
    if not rows:
        return None
    first = _claim(material, told[0])
    second = "agreed" if material.agreed else "proposed"
    titles = [Prose((f"What the data say, what is {second}, what is asked",))]
    if first is not None:
        titles = [_said_first(material, first), *titles]
    exhibits = [Placed(FigurePanel("What the data say", tuple(rows)), 0, 8)]
    exhibits += _right_side(material)
    return Slide("Executive summary", "Customer strategy", tuple(titles), exhibits=tuple(exhibits))


def _told(material: Material) -> list[Insight]:
    """The insights that a summary may lead with: none on a model that sat no exam."""
    claims = [(i, _claim(material, i)) for i in material.document.insights]
    return [i for i, c in claims if c is None or not asking.rests_on_unexamined(material, c.claim.figures)]


def _said_first(material: Material, found: ClaimEvidence) -> Prose:
    """The first claim's own sentence; one that is not supported says so."""
    sentence, doubt = without_stop(capital(material.sentence(found.claim))), material.doubt(found.claim_id)
    return say(sentence, " (", doubt, ")") if doubt.text else sentence


def _claim(material: Material, insight: Insight) -> ClaimEvidence | None:
    return material.evidence_of(insight.claim)


def _insight_row(material: Material, insight: Insight) -> FigureRow | None:
    found = _claim(material, insight)
    if found is None or not found.claim.figures or _is_a_mark(found):
        return None
    sentence = material.sentence(found.claim)
    shown = (
        sentence.figures[0] if sentence.figures else material.bound(found.claim.figures[0], found.claim_id)
    )
    return FigureRow(shown, _rest(sentence, shown), found.state, found.claim_id)


def _is_a_mark(found: ClaimEvidence) -> bool:
    """Whether a claim leads with a mark of a model, such as a deviance: no figure for a board."""
    return any(name == "mark" and value not in _SHARES for name, value in found.claim.figures[0].segment)


def _rest(sentence: Prose, shown: Figure) -> Prose:
    if sentence.parts and sentence.parts[0] == shown and len(sentence.parts) > 1:
        first, *more = sentence.parts[1:]
        return Prose((first.lstrip() if isinstance(first, str) else first, *more))
    if sentence.parts and sentence.parts[0] == "" and sentence.parts[1] == shown:
        return _rest(Prose(sentence.parts[1:]), shown)
    return sentence


def _right_side(material: Material) -> list[Placed]:
    document = material.document
    found = []
    proposals = [
        Item(words=material.sentence(i.consequence), owner=_owned(material, i.consequence))
        for i in _told(material)[:3]
    ]
    if proposals:
        voice = Voice.AGREED if material.agreed else Voice.PROPOSAL
        heading = "What we have agreed" if material.agreed else "What we propose"
        found.append(Placed(Panel(heading, tuple(proposals), voice), 8, 4, 0.0, 0.58))
    asked = [Item(words=material.sentence(d.question)) for d in document.decisions[:3]]
    if asked:
        found.append(Placed(Panel("What we ask of the board", tuple(asked), Voice.DECISION), 8, 4, 0.6, 0.4))
    return found


def _owned(material: Material, part: Proposal) -> str:
    return owned(material, part.owner, part.signed_on)


def data(material: Material, missing: tuple[tuple[str, str], ...] = ()) -> Slide | None:
    """What the data cover, row by row, and what they cannot say yet.

    Args:
        material: Snapshot, strategy and evidence.
        missing: Parts of the story that have nothing to show, with what they wait for.
    """
    account = material.snapshot.manifest.account
    if not account.sources:
        return None
    rows_in, aside = count(account.rows_in, ACCOUNT), count(account.set_aside, ACCOUNT)
    if account.set_aside:
        title = say(
            "All ", rows_in, " rows of the sources used are accounted for; ", aside, _aside(account.set_aside)
        )
    else:
        title = say("All ", rows_in, " rows of the sources used are accounted for; none had to be set aside")
    rows = tuple(_source_row(s) for s in account.used[:_SOURCES]) + _more(account.used[_SOURCES:])
    table = Table(_HEADS, rows, finding=title.text)
    return Slide(
        "Data",
        "What they cover and what they cannot say",
        (title,),
        say("Rows by source, counted; ", material.whole_period, _beside(account)),
        (*_left(material, table, wide=len(missing) > _BESIDE), *_right(material, missing)),
    )


def _left(material: Material, table: Table, *, wide: bool) -> tuple[Placed, ...]:
    """The account of rows; beneath it what was assumed and, where the right is taken, what is missing."""
    caveats = material.snapshot.manifest.caveats
    items = tuple(Item(words=worded(c.text, "caveat")) for c in caveats[:5])
    noticed = Panel("What was assumed or noticed", items) if items else None
    panels = [p for p in (noticed, _missing(material) if wide else None) if p is not None]
    if not panels:
        return (Placed(table, 0, 7),)
    share = min(0.12 + 0.1 * len(table.rows), 0.72)
    top, height = share + 0.04, 1 - share - 0.04
    spans = ((0, 7),) if len(panels) == 1 else ((0, 4), (4, 3))
    beneath = grid.exhibit_zone(so_what=False, appendix=False)
    placed = [Placed(table, 0, 7, 0.0, share)]
    for panel, (first, span) in zip(panels, spans, strict=True):
        room = grid.part_of(beneath, first, span, top, height)
        fitted = layout.fitting(panel, room.w, room.h)
        if panel is noticed or layout.fits(fitted, room.w, room.h):
            placed.append(Placed(fitted, first, span, top, height))
    return tuple(placed)


def _right(material: Material, missing: tuple[tuple[str, str], ...]) -> tuple[Placed, ...]:
    """Which parts of the story are missing for what; where none is, what the data cannot say."""
    if not missing:
        found = _missing(material)
        return (Placed(found, 7, 5),) if found else ()
    rows = tuple(
        Row((Cell(worded(part, "story")), Cell(worded(waits, "story"), tone=Tone.QUIET)))
        for part, waits in missing[:_WAITING]
    )
    heads = (Column("Part of the story that waits", share=1), Column("Waits for", share=2))
    table = Table(heads, rows, dense=True)
    found = _missing(material) if len(rows) <= _BESIDE else None
    if found is None:
        return (Placed(table, 7, 5),)
    return (Placed(table, 7, 5, 0.0, 0.58), Placed(found, 7, 5, 0.62, 0.38))


def _aside(rows: int) -> str:
    return f" {'is' if rows == 1 else 'are'} set aside; reasons in the set-aside table"


def _beside(account: Account) -> Prose:
    """Rows that lie in files no table uses: they are in no total."""
    files = len(account.unused)
    if not files:
        return Prose()
    rows, noun = count(sum(s.rows_in for s in account.unused), ACCOUNT), "source" if files == 1 else "sources"
    return say("; ", rows, " more rows lie in ", count(files, ACCOUNT), f" {noun} not used")


def _source_row(source: SourceAccount) -> Row:
    figures = [count(n, ACCOUNT) for n in (source.rows_in, source.loaded, source.set_aside)]
    aside = number(figures[2], tone=Tone.LOSS if source.set_aside else Tone.QUIET)
    return Row(
        (
            words(source.source),
            words(source.table, tone=Tone.QUIET),
            number(figures[0]),
            number(figures[1]),
            aside,
        )
    )


def _more(sources: tuple[SourceAccount, ...]) -> tuple[Row, ...]:
    if not sources:
        return ()
    totals = [sum(getattr(s, f) for s in sources) for f in ("rows_in", "loaded", "set_aside")]
    head = Cell(say(count(len(sources), ACCOUNT), " more sources"), tone=Tone.QUIET)
    return (Row((head, Cell(), *(number(count(n, ACCOUNT)) for n in totals))),)


def _within(items: list[Item], letters: int) -> tuple[Item, ...]:
    kept: list[Item] = []
    used = 0
    for item in items:
        used += len(item.words.text)
        if kept and used > letters:
            break
        kept.append(item)
    return tuple(kept)


def _missing(material: Material) -> Panel | None:
    waits: dict[str, list[str]] = {}
    for measure, needs in sorted(material.snapshot.manifest.missing.items()):
        waits.setdefault(_reason(needs), []).append(measure.replace("_", " "))
    items = [
        Item(words=say("Gap. ", capital(worded(_listed(names))), ": ", worded(needs)))
        for needs, names in sorted(waits.items(), key=lambda w: (-len(w[1]), w[0]))
    ]
    return Panel("What they cannot say yet", _within(items, 200), Voice.GAP) if items else None


def _listed(names: list[str]) -> str:
    more = len(names) - 3
    return ", ".join(names[:3]) + (f" and {more} more" if more > 0 else "")


def _reason(needs: str) -> str:
    return f"wait for {needs.removeprefix('needs ')}" if needs.startswith("needs ") else needs
