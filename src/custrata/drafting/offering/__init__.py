"""Propositions, offers, capabilities and people of the first draft."""
