"""The example company: an invented firm with every table of the contract and the truth beside it."""

from custrata.sources.example.company import ExampleCompany, example_company, example_parts

__all__ = ["ExampleCompany", "example_company", "example_parts"]
