"""How the strategy is steered: outcomes, objectives, incentives, rights, scores, maturity."""
