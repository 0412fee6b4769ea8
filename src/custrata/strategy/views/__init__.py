"""Five views of the same document, and the six questions, with completeness and strength of evidence."""
