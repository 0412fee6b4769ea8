"""The strategy: a typed document that people write, read and compare without any customer data at hand."""
