"""The text form of a strategy: YAML that people edit, that round-trips and keeps their comments."""

from custrata.strategy.text.reading import load
from custrata.strategy.text.saving import save_over
from custrata.strategy.text.writing import dump

__all__ = ["dump", "load", "save_over"]
