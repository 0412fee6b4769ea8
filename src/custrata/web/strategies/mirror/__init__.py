"""The file beside the strategy that is kept here: written after a save, read in after an edit."""
