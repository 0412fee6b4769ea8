"""What if: the portfolio under other intents, budgets, moves between tiers and effects."""
