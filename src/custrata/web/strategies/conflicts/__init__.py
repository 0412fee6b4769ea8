"""Two edits of one block side by side, and the choice between them."""
