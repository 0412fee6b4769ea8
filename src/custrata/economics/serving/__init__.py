"""What serving customers costs: drivers, how much of each a customer uses, unit rates, charges."""
