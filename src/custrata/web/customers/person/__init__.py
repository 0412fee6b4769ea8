"""One customer: worth, history, stage, tier, and what to do next."""
