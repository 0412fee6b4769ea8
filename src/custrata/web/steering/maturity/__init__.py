"""Maturity: what people say beside what is shown."""
