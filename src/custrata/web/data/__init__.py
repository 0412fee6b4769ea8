"""Sources, mapping, accounts of rows, builds in the background."""
