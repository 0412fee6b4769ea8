"""What customers cost, earn and are worth."""
