"""What is steered by: goals, experiments, scorecard, reviews, maturity, pitfalls."""
