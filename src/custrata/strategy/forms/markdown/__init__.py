"""The strategy as Markdown: a paper that people like to read, and that reads back without loss."""
