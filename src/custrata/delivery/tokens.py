"""Colours and measures of type, named once: deck and report take every colour from here."""

from __future__ import annotations

from dataclasses import dataclass

from custrata.vocabulary import EvidenceState, Tier

INK, INK_2, INK_3 = "#1B1A17", "#4C483F", "#676154"
LINE, LINE_2, AXIS, PANEL, WHITE = "#E4DFD4", "#CFC8B9", "#867F70", "#F1EEE7", "#FFFFFF"
ACCENT, ACCENT_SOFT, ACCENT_LINE = "#17497F", "#E6EEF7", "#A9C2DF"
GAIN, LOSS, LOSS_TEXT = "#1F5FA6", "#C2541C", "#8A3A12"
GAIN_AREA, LOSS_AREA = "#DCE7F3", "#F6DDCF"
PROPOSAL, DRAFT, DRAFT_GROUND = "#62398F", "#834600", "#FCEFD8"
ROW_EMPHASIS, ROW_CONTRADICTED = "#F3F7FB", "#FDF1EF"
HEAT = ("#FFFFFF", "#E6EEF7", "#A9C2DF", "#2F6AAD", "#12355F")

TIER_FILL = {
    Tier.PLATINUM: "#12355F",
    Tier.GOLD: "#2F6AAD",
    Tier.SILVER: "#7C9FC7",
    Tier.BRONZE: "#9B9280",
}
TIER_LABEL = {Tier.PLATINUM: WHITE, Tier.GOLD: WHITE, Tier.SILVER: INK, Tier.BRONZE: INK}


@dataclass(frozen=True, slots=True)
class Mark:
    """How a state shows itself: glyph and word before colour."""

    glyph: str
    word: str
    fill: str
    text: str


STATES = {
    EvidenceState.SUPPORTED: Mark("●", "Supported", "#2A8553", "#17633A"),
    EvidenceState.DRIFTING: Mark("▲", "Drifting", "#B46700", "#834600"),
    EvidenceState.CONTRADICTED: Mark("×", "Contradicted", "#C43A2D", "#9C231B"),
    EvidenceState.STALE: Mark("■", "Stale", "#867F70", "#565147"),
    EvidenceState.UNPROVEN: Mark("○", "Unproven", "#8052B4", "#62398F"),
}
PROPOSAL_GLYPH = "◊"

FONT = "Arial"
COVER_PT, FIGURE_PT, TITLE_PT, SO_WHAT_PT, BODY_PT, SMALL_PT = 40, 28, 26, 16, 14, 12

DAY_AND_NIGHT = {
    "page": ("#f8f6f1", "#131416"),
    "surface": ("#ffffff", "#1a1c1f"),
    "raised": ("#ffffff", "#212428"),
    "sunken": ("#f1eee7", "#101113"),
    "line": ("#e4dfd4", "#2d3035"),
    "line-2": ("#cfc8b9", "#42464d"),
    "edge": ("#867f70", "#7b818a"),
    "ink": ("#1b1a17", "#eceae4"),
    "ink-2": ("#4c483f", "#bcb9b0"),
    "ink-3": ("#676154", "#9a978e"),
    "accent": ("#17497f", "#93bdf1"),
    "accent-soft": ("#e6eef7", "#1b2a3d"),
    "accent-line": ("#a9c2df", "#36516f"),
    "ok": ("#17633a", "#83cf9f"),
    "ok-soft": ("#e4f2e8", "#16291e"),
    "bad": ("#9c231b", "#f59b90"),
    "bad-soft": ("#fbe8e5", "#351b19"),
    "drift": ("#834600", "#efbb6d"),
    "drift-soft": ("#fcefd8", "#32250f"),
    "stale": ("#565147", "#b0ada4"),
    "stale-soft": ("#eeebe3", "#26282b"),
    "open": ("#62398f", "#c9a9f0"),
    "open-soft": ("#f2ebf9", "#281d36"),
    "gain": ("#0f5488", "#6f93f5"),
    "loss": ("#a2421f", "#d0742c"),
    "t1": ("#12355f", "#c4dcfa"),
    "t2": ("#2f6aad", "#83b2ea"),
    "t3": ("#6a8fbd", "#4a76aa"),
    "t4": ("#938a78", "#736d62"),
    "on-t1": ("#ffffff", "#0c1a2b"),
    "on-t2": ("#ffffff", "#0c1a2b"),
    "on-t3": ("#0c1a2b", "#ffffff"),
    "on-t4": ("#15140f", "#ffffff"),
    "c6": ("#2a2e36", "#7d808a"),
    "rest": ("#958d7c", "#70767f"),
    "grid": ("#e4dfd4", "#2d3035"),
    "axis": ("#867f70", "#7b818a"),
    "h0": ("#ffffff", "#1a1c1f"),
    "h1": ("#e6eef7", "#1d2b3d"),
    "h2": ("#a9c2df", "#2c4a6e"),
    "h3": ("#2f6aad", "#6a9bd8"),
    "h4": ("#12355f", "#c4dcfa"),
    "on-h3": ("#ffffff", "#0c1a2b"),
}
"""Colours of the report: name → (day, night)."""

STATE_ROLE = {
    EvidenceState.SUPPORTED: "ok",
    EvidenceState.DRIFTING: "drift",
    EvidenceState.CONTRADICTED: "bad",
    EvidenceState.STALE: "stale",
    EvidenceState.UNPROVEN: "open",
}
