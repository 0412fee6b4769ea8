"""Step: what the raw tables mean, unless a person has said it."""

from __future__ import annotations

from custrata.errors import ContractError, MappingQuestion
from custrata.flow.engine import Engine
from custrata.settings import Settings
from custrata.sources.mapping import Mapping, Source, settled
from custrata.sources.mapping.derivation import columns_of
from custrata.sources.profile import profile_of, profile_query
from custrata.sources.raw import Folder
from custrata.sources.recognise import guess, relate_query

_NAMED = 6


def recognise(folder: Folder, settings: Settings, engine: Engine) -> Mapping:
    """Guess the mapping: first the columns by themselves, then how tables hang together.

    Args:
        folder: The raw tables, whose relations the engine holds.
        settings: What the company set.
        engine: Runs the questions to the data.
    """
    profiles = tuple(profile_of(table, engine.rows(profile_query(table))) for table in folder.tables)
    related = {name: engine.rows(query) for name, query in relate_query(profiles).items()}
    return guess(profiles, related, settings)


def settle(mapping: Mapping) -> Mapping:
    """The mapping with its answered questions carried out.

    Raises:
        MappingQuestion: A question is open.
    """
    if mapping.open_questions:
        count = len(mapping.open_questions)
        raise MappingQuestion(
            "the tables can be read in two ways" if count == 1 else f"{count} questions are open",
            where="mapping.yaml",
            remedy="write the answer behind answer: in mapping.yaml, then run the build again",
            questions=tuple(str(question) for question in mapping.open_questions),
        )
    return settled(mapping)


def require_customers(mapping: Mapping, folder: Folder) -> None:
    """Refuse a mapping in which no column says who the customer is, and name the columns that might.

    Args:
        mapping: A mapping without open questions.
        folder: The raw tables, for their columns.

    Raises:
        ContractError: No source gives ``customer_id``.
    """
    if not mapping.sources or any("customer_id" in source.columns for source in mapping.sources):
        return
    free = [name for source in mapping.sources for name in _free_columns(source, folder)]
    raise ContractError(
        "no column was recognised as the customer",
        where=", ".join(free[:_NAMED]) or ", ".join(source.source for source in mapping.sources),
        remedy="name it in mapping.yaml: customer_id: THECOLUMN, and its table as customers if there is one",
    )


def _free_columns(source: Source, folder: Folder) -> list[str]:
    """Columns of a source that the mapping does not use, as ``file: column``."""
    used = {column for mapped in source.columns.values() for column in columns_of(mapped.derivation)}
    columns = [c.name for table in folder.tables if table.source == source.source for c in table.columns]
    return [f"{source.source}: {name}" for name in columns if name not in used]
