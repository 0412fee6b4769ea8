"""Maturity on five dimensions: what people answer beside what the document and the data show."""
