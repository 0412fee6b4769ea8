"""What is shown of one customer: its way through the stages, and what the strategy says to do next."""
