"""Drafting: the first strategy and the findings that lead it, from a snapshot alone."""
