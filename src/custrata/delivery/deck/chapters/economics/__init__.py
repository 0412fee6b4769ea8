"""What customers are worth, cost and leave: worth, exam, costs, acquisition, moves, exchange."""
