"""The twelve blocks of the first draft, one module a zone."""
