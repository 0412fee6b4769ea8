"""Goals, initiatives, and who does what: shown, scored, weighed."""
