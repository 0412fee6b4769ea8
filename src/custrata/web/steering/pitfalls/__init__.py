"""Pitfalls: findings, what the manual says of them, and what is let stand."""
