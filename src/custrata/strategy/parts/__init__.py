"""The parts of the strategy document, one module a part."""
