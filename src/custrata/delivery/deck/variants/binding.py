"""Chosen slides bound to a deck: numbers, ledger, evidence lines, notes, appendix, mark."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from custrata.delivery.deck.appendix.appendix import appendix
from custrata.delivery.deck.chapters import opening
from custrata.delivery.deck.chapters.signatures import standing
from custrata.delivery.deck.ledger import Ledger, write_up
from custrata.delivery.deck.material import Material, worded
from custrata.delivery.deck.slides import Cover, Deck, FigurePanel, Placed, Slide
from custrata.delivery.deck.speaking import evidence_line, notes
from custrata.delivery.deck.variants.paging import numbered, titled, told_apart
from custrata.delivery.figures import say


def front(cover: Cover) -> Slide:
    """The cover as a slide, so that its figures stand in the ledger."""
    said = say(worded(cover.company), "; ", worded(", ".join(cover.lines)))
    return Slide(
        "Cover", "", (say("Cover"),), said, exhibits=(Placed(FigurePanel("", cover.figures)),), number=1
    )


def ids_of(material: Material, slides: Sequence[Slide]) -> Mapping[object, str]:
    """Ids of all figures of these slides, so that every excerpt calls them the same.

    Args:
        material: Snapshot, strategy and evidence.
        slides: All slides there are, those of the board first.
    """
    return write_up((front(opening.cover(material)), *numbered(slides, 2))).ids


def bind(
    material: Material,
    slides: Sequence[Slide],
    *,
    ids: Mapping[object, str],
    title: str = opening.TITLE,
    example: str = "",
) -> Deck:
    """A deck of these slides, with a cover before them and their appendix behind them.

    Args:
        material: Snapshot, strategy and evidence.
        slides: The slides in order; their exhibits are taken as they are.
        ids: Ids of figures by key.
        title: What the deck is, on its cover.
        example: Words that open the evidence line when the data are no company's own.
    """
    cover = replace(opening.cover(material), title=title)
    story = numbered(slides, 2)
    ledger = write_up((front(cover), *story), ids)
    behind = told_apart(titled(s) for s in appendix(material, ledger))
    told = with_words(material, story, ledger, example)
    last = tuple(
        replace(s, note_lines=(f"{s.titles[0].text}.", s.evidence)) for s in numbered(behind, 2 + len(story))
    )
    return finished(material, cover, (*told, *last), title, example)


def with_words(
    material: Material, slides: Sequence[Slide], ledger: Ledger, example: str
) -> tuple[Slide, ...]:
    """The slides with their evidence lines and speaker's notes.

    Args:
        material: Snapshot, strategy and evidence.
        slides: Numbered slides.
        ledger: What is printed where.
        example: Words that open the evidence line.
    """
    return tuple(
        replace(
            s, evidence=evidence_line(s, ledger, material, example), note_lines=notes(s, ledger, material)
        )
        for s in slides
    )


def finished(
    material: Material, cover: Cover | None, slides: tuple[Slide, ...], title: str, example: str
) -> Deck:
    """A deck of slides that are ready, with the mark that its signatures allow.

    Args:
        material: Snapshot, strategy and evidence.
        cover: The first slide; None for a deck without one.
        slides: All others.
        title: What the deck is, in the file's properties.
        example: Words that open the evidence line.
    """
    document, manifest = material.document, material.snapshot.manifest
    mark, signed = standing(document, manifest.fingerprint)
    company = document.company or manifest.company
    return Deck(company, manifest.as_of, cover, slides, mark, signed, example, title=title)
