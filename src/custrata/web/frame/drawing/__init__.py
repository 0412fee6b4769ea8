"""How exhibits of the deck are drawn on a page."""
