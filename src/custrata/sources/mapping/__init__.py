"""The mapping from raw tables to the contract: a value, and the text that a person edits."""

from custrata.sources.mapping.derivation import (
    AddTime,
    Answer,
    AsOf,
    Combine,
    Constant,
    Derivation,
    DiscountOf,
    Earliest,
    Latest,
    Lookup,
    Marked,
    MonthsBefore,
    Negate,
    QuestionText,
    RowId,
    Take,
    Translate,
)
from custrata.sources.mapping.text import mapping_from_text, mapping_text
from custrata.sources.mapping.values import Mapped, Mapping, Option, Question, Source, Unused, settled
from custrata.sources.mapping.writing import described

__all__ = [
    "AddTime",
    "Answer",
    "AsOf",
    "Combine",
    "Constant",
    "Derivation",
    "DiscountOf",
    "Earliest",
    "Latest",
    "Lookup",
    "Mapped",
    "Mapping",
    "Marked",
    "MonthsBefore",
    "Negate",
    "Option",
    "Question",
    "QuestionText",
    "RowId",
    "Source",
    "Take",
    "Translate",
    "Unused",
    "described",
    "mapping_from_text",
    "mapping_text",
    "settled",
]
