"""What customers are promised and given: propositions, products, capabilities, people."""
