"""What customers are worth and cost, and how the portfolio of them is made up."""
