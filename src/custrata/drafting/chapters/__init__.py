"""The parts of the first draft, one module a part."""
