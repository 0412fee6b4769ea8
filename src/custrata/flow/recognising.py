"""Step: what the raw tables mean, unless a person has said it."""

from __future__ import annotations

from custrata.errors import MappingQuestion
from custrata.flow.engine import Engine
from custrata.settings import Settings
from custrata.sources.mapping import Mapping, settled
from custrata.sources.profile import profile_of, profile_query
from custrata.sources.raw import Folder
from custrata.sources.recognise import guess, relate_query


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
