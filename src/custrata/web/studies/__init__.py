"""What the data say, by question: portfolio, lifecycle, why and what next, voice."""
