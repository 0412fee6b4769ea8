"""Outcomes, objectives, incentives and governance of the first draft."""
